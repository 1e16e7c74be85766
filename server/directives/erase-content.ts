import { sql } from 'kysely'
import type { StubHead } from '#core/directives/directive.ts'
import { ERASED_LINE, ERASED_REASON, type Erased } from '#core/directives/erasing.ts'
import { type Cleared, findSecrecyMark } from '#core/directives/secrecy-mark.ts'
import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import { ALLOWED } from '#core/tasks/allowed.ts'
import type { AssignmentState } from '#core/tasks/assignment.ts'
import { keepHeadWords } from '#server/directives/keep-words.ts'
import { directiveFolded, identityKey } from '#server/directives/register.ts'
import { readErasingReach } from '#server/directives/erasing-reach.ts'
import { removeBytes } from '#server/files/remove-refused.ts'
import { atVersion, type Request } from '#server/http/mount.ts'
import { fail, found } from '#server/http/refusal.ts'

type EraseRequest = Pick<
  Request<unknown>,
  'system' | 'tx' | 'actor' | 'register' | 'now' | 'today' | 'version' | 'record' | 'afterwards'
>

/**
 * Words of a page that bears a stamp of secrecy are neither kept nor handed out; whoever sees it can take the whole content away, or say why it is
 * none. Answers that, for the journal.
 */
export function refuseMarked(page: number, words: string, notSecret: string | undefined): Cleared | null {
  const secrecy = findSecrecyMark(words)
  if (secrecy === null) return null
  return notSecret === undefined ? fail({ code: 'page/bears_secrecy_mark', page, secrecy }) : { secrecy, notSecret }
}

/**
 * Makes a line of the register of a directive that is found to be secret. The database takes its content away, and what its tasks say
 * (0033), as the owner: nobody else may delete what a directive says, and secret words do not wait for whoever issued what. What is open is
 * withdrawn. The bytes of the files go once that has committed, unless another row names them.
 */
export async function eraseContent(
  request: EraseRequest,
  id: Id,
  { tasks: confirmed, ...stub }: StubHead & { tasks: number },
): Promise<Erased> {
  const { system, tx, now, today, version, record, afterwards } = request
  const { secrecy: before } = atVersion(await getLine(tx, id), version)
  if (before !== null) fail({ code: 'directive/secret' })
  await checkReach(request, id, confirmed)
  const { rows } = await sql<TakenAway>`
    select proposals, tasks, assignments, messages, files, bytes, file_kept as "fileKept" from app_erase_content(${id}, ${version}, ${confirmed}, ${now},
      ${today}, ${ERASED_LINE}, ${fold(ERASED_LINE)}, ${ERASED_REASON})`.execute(tx)
  const [erased] = rows
  if (!erased) {
    atVersion(await getLine(tx, id), version)
    await checkReach(request, id, confirmed)
    return fail({ code: 'server/busy' })
  }
  const head = { ...stub, subject: '', signerName: null }
  await tx
    .updateTable('directive')
    .set({
      ...head,
      ...NOTHING,
      readingState: 'secret',
      folded: directiveFolded(head),
      identityKey: identityKey(head),
      version: version + 1,
    })
    .where('id', '=', id)
    .execute()
  await keepHeadWords(tx, id, head)
  const { symbol, secrecy } = stub
  await record({ command: 'directive.erase_content', kind: 'directive', id, data: { symbol, secrecy } })
  const { proposals, tasks, assignments, messages, files, bytes, fileKept } = erased
  const open = assignments.filter(({ state }) => isOpen(state))
  await record(
    ...proposals.map((one) => ({ command: 'proposal.erase', kind: 'proposal' as const, id: one })),
    ...tasks.map((one) => ({ command: 'task.erase_content', kind: 'task' as const, id: one })),
    ...assignments.map((one) =>
      isOpen(one.state)
        ? {
            command: 'assignment.withdraw',
            kind: 'assignment' as const,
            id: one.id,
            data: { reason: ERASED_REASON, changes: [{ field: 'state', from: one.state, to: 'withdrawn' }] },
          }
        : { command: 'assignment.erase_content', kind: 'assignment' as const, id: one.id },
    ),
    ...messages.map((one) => ({ command: 'message.erase', kind: 'message' as const, id: one })),
    ...files.map((one) => ({ command: 'file.remove', kind: 'file' as const, id: one })),
  )
  afterwards(async () => {
    for (const sha256 of bytes) await removeBytes(system, sha256)
  })
  return { version: version + 1, fileKept, tasks: tasks.length, withdrawn: open.length }
}

interface TakenAway {
  proposals: Id[]
  tasks: Id[]
  /** Each with the state that it was in. */
  assignments: { id: Id; state: AssignmentState }[]
  messages: Id[]
  files: Id[]
  bytes: string[]
  fileKept: boolean
}

async function getLine(tx: EraseRequest['tx'], id: Id) {
  const columns = ['version', 'secrecy'] as const
  return found(await tx.selectFrom('directive').select(columns).where('id', '=', id).executeTakeFirst(), 'directive')
}

/** Whoever erases has seen how many tasks go with it, and may withdraw them. */
async function checkReach(request: EraseRequest, id: Id, confirmed: number): Promise<void> {
  const { tasks, assignments, open, mayWithdraw } = await readErasingReach(request, id)
  if (tasks.length > 0 && !mayWithdraw) fail({ code: 'directive/tasks_need_officer', tasks: tasks.length })
  if (tasks.length !== confirmed) fail({ code: 'directive/tasks_quote_it', tasks: tasks.length, assignments, open })
}

function isOpen(state: AssignmentState): boolean {
  return ALLOWED[state].length > 0
}

/** Of the head, what a line of the register does not say. */
const NOTHING = {
  type: null,
  place: null,
  signerPosition: null,
  signerAuthority: null,
  addressees: null,
  recipients: null,
  urgency: null,
  readBy: null,
  readAt: null,
  separateParts: false,
}
