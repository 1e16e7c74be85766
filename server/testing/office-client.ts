import { randomUUID } from 'node:crypto'
import type { AssignmentState } from '#core/tasks/assignment.ts'
import { sha256 } from '#server/journal/entry-hash.ts'
import type { Acknowledged } from '#server/testing/acknowledged.ts'
import { DEMO_PASSWORD } from '#demo/people.ts'

/** A province whose unit head answers an assignment. */
export interface Addressee {
  unitId: string
  login: string
}

export interface OfficeClientOptions {
  number: number
  officer: string
  addressees: readonly Addressee[]
  acknowledged: Acknowledged
}

/** The server went away in the middle of a call: nobody knows whether it was done. */
class Gone extends Error {}

interface Answer {
  id: string
  state: AssignmentState
  version: number
  sha256: string
  size: number
  taskId: string | null
  assignments: { id: string; state: AssignmentState; lead: { id: string } }[]
  items: { id: string; kind: string; state: string; version: number; taskId: string | null }[]
}

interface Job {
  key: string
  text: string
  directiveId?: string
  taskId?: string
}

/**
 * One office and its addressees doing the loop over and over through HTTP: register, accept, issue, accept, report with evidence, confirm.
 * Interrupted by a kill, it goes on where it was, as people and programs do: it repeats the call with its idempotency key, or looks first.
 */
export function officeClient({ number, officer, addressees, acknowledged }: OfficeClientOptions) {
  const cookies = new Map<string, string>()
  let address = ''
  let turn = 0
  let job = nextJob()

  function nextJob(): Job {
    turn += 1
    return { key: randomUUID(), text: directiveText(number * 10_000 + turn) }
  }

  async function call(login: string, method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    for (;;) {
      const { status, body, setCookie } = await send(login, method, path, options)
      if (status === 429 || status === 503) await new Promise((resolve) => setTimeout(resolve, 100))
      else if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`)
      else {
        if (setCookie !== undefined) cookies.set(login, setCookie)
        if (method !== 'GET' && path !== '/session') acknowledged.writes += 1
        return body as Answer
      }
    }
  }

  async function send(login: string, method: string, path: string, { body, bytes, version, key }: CallOptions) {
    const headers: Record<string, string> = {
      // Each client is another address, as in an office; otherwise the limit of requests would be the load.
      'x-forwarded-for': `10.0.0.${number}`,
      ...(cookies.has(login) ? { cookie: cookies.get(login) ?? '' } : {}),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(bytes ? { 'content-type': 'application/octet-stream' } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    }
    try {
      const response = await fetch(`${address}/api/v1${path}`, {
        method,
        headers,
        body: bytes ?? (body ? JSON.stringify(body) : null),
        signal: AbortSignal.timeout(60_000),
      })
      const setCookie = response.headers.get('set-cookie')?.split(';')[0]
      const text = await response.text()
      return { status: response.status, body: JSON.parse(text) as unknown, setCookie }
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') throw error
      throw new Gone(`${method} ${path}`, { cause: error })
    }
  }

  async function enter(login: string): Promise<void> {
    if (cookies.has(login)) return
    await call(login, 'POST', '/session', { body: { login, password: DEMO_PASSWORD } })
  }

  async function doJob(): Promise<void> {
    await enter(officer)
    if (job.directiveId === undefined) {
      const { id } = await call(officer, 'POST', '/directives', { body: { text: job.text }, key: job.key })
      job.directiveId = id
      acknowledged.directives.set(id, job.text)
    }
    job.taskId ??= await acceptProposal(job.directiveId)
    const issued = await issue(job.taskId)
    for (const { id, lead } of issued.assignments) {
      const addressee = addressees.find((one) => one.unitId === lead.id)
      if (addressee) await answer(id, addressee.login)
    }
    job = nextJob()
  }

  async function acceptProposal(directiveId: string): Promise<string> {
    const { items } = await call(officer, 'GET', `/directives/${directiveId}/proposals`)
    const proposal = items.find((item) => item.kind === 'commitment')
    if (!proposal) throw new Error(`nothing was read from directive ${directiveId}`)
    let { taskId } = proposal
    if (taskId === null) {
      const leads = addressees.map(({ unitId }) => ({ kind: 'unit', id: unitId }))
      const body = { leads, cooperating: [], monitorId: null }
      const path = `/proposals/${proposal.id}/accept`
      taskId = (await call(officer, 'POST', path, { body, version: proposal.version })).taskId
    }
    if (taskId === null) throw new Error(`proposal ${proposal.id} was accepted without a task`)
    acknowledged.tasks.set(taskId, addressees.length)
    return taskId
  }

  async function issue(taskId: string): Promise<Answer> {
    const task = await call(officer, 'GET', `/tasks/${taskId}`)
    const path = `/tasks/${taskId}/issue`
    const isDraft = task.assignments.some(({ state }) => state === 'draft')
    const issued = isDraft ? await call(officer, 'POST', path, { version: task.version }) : task
    for (const { id, state } of issued.assignments) acknowledged.assignments.set(id, state)
    return issued
  }

  async function answer(id: string, head: string): Promise<void> {
    await enter(head)
    let assignment = await call(head, 'GET', `/assignments/${id}`)
    const done = (next: Answer) => {
      assignment = next
      acknowledged.assignments.set(id, next.state)
    }
    const on = (login: string, verb: string, body: object) =>
      call(login, 'POST', `/assignments/${id}/${verb}`, { body, version: assignment.version })
    if (assignment.state === 'issued') done(await on(head, 'accept', {}))
    if (assignment.state === 'accepted') {
      const evidence = await addFile(head, id)
      done(await on(head, 'complete', { text: 'Đã hoàn thành.', percent: 100, evidence: [evidence] }))
      acknowledged.evidence.set(id, evidence)
    }
    if (assignment.state === 'reported_complete') done(await on(officer, 'confirm', {}))
    if (assignment.state !== 'confirmed') throw new Error(`assignment ${id} ended as ${assignment.state}`)
  }

  async function addFile(login: string, about: string): Promise<string> {
    const bytes = new TextEncoder().encode(`Bằng chứng của ${about}, lần ${randomUUID()}\n`.repeat(1 + (turn % 400)))
    const file = await call(login, 'POST', `/files?name=${about}.txt`, { bytes })
    if (file.sha256 !== sha256(bytes)) throw new Error(`file ${file.id} was stored with other bytes`)
    acknowledged.files.set(file.id, { sha256: file.sha256, size: bytes.length })
    return file.id
  }

  return {
    /** Works until the server goes away. */
    async work(at: string): Promise<void> {
      address = at
      try {
        for (;;) await doJob()
      } catch (error) {
        if (!(error instanceof Gone)) throw error
      }
    },
    /** Whether the sessions that were opened still are. */
    async isStillSignedIn(at: string): Promise<boolean> {
      address = at
      const answers = await Promise.all([...cookies.keys()].map((login) => send(login, 'GET', '/session', {})))
      return answers.every(({ status }) => status === 200)
    },
  }
}

interface CallOptions {
  body?: object
  bytes?: Uint8Array<ArrayBuffer>
  version?: number
  key?: string
}

function directiveText(number: number): string {
  return `BỘ PHÁT TRIỂN CƠ SỞ
Số: ${number}/CT-BPTCS
Hà Nội, ngày 20 tháng 11 năm 2026

CHỈ THỊ
Về việc rà soát biên chế cấp xã, lần ${number}

1. Giao Sở Phát triển Cơ sở các tỉnh, thành phố rà soát biên chế của các Ban Phát triển Cơ sở cấp xã, báo cáo Bộ trước ngày 20 tháng 12 năm 2026.
2. Giao Vụ Kế hoạch - Tài chính chủ trì, phối hợp với Cục Trụ sở và Hạ tầng thẩm định nhu cầu kinh phí, trình Lãnh đạo Bộ trước ngày 30 tháng 12 năm 2026.

Nơi nhận:
- Như trên.
`
}
