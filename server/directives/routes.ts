import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { directivesApi } from '#core/directives/api.ts'
import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import { readDirective } from '#core/reading/read-directive.ts'
import { listDirectiveRows, describeDirective, listProposals, listSame } from '#server/directives/describe.ts'
import { decodeShown, type ReadText } from '#server/directives/decode-text.ts'
import { extractText } from '#server/directives/extract-text.ts'
import { acceptProposal, addProposal, decideProposal, editProposal } from '#server/directives/proposals.ts'
import { directiveFolded, headOf, identityKey, registerDirective } from '#server/directives/register.ts'
import { actingUnit } from '#server/http/entitle.ts'
import { atVersion, type Handlers, mount, type Request, type System } from '#server/http/mount.ts'
import { fail, found, need } from '#server/http/refusal.ts'

const handlers: Handlers<typeof directivesApi> = {
  async listDirectives({ tx, query }) {
    const searched = query.q ? sql`d.folded like ${`%${fold(query.q)}%`}` : sql`true`
    const where = query.state ? sql`${searched} and d.reading_state = ${query.state}` : searched
    const items = await listDirectiveRows(tx, where, query.limit, query.offset)
    const { rows } = await sql<{ state: 'unread' | 'tasks-recorded' | 'no-task'; n: number }>`
      select d.reading_state as state, count(*) as n from directive d where ${searched} group by d.reading_state`.execute(
      tx,
    )
    const states = {
      unread: 0,
      'tasks-recorded': 0,
      'no-task': 0,
      ...Object.fromEntries(rows.map(({ state, n }) => [state, n])),
    }
    const total = query.state ? states[query.state] : states.unread + states['tasks-recorded'] + states['no-task']
    return { items, total, states }
  },
  async registerDirective(request) {
    const { tx, body, today } = request
    if ((body.fileId === undefined) === (body.text === undefined))
      return fail({ code: 'request/invalid', issues: [{ path: 'body', message: 'fileId or text' }] })
    const { text, notes, name } =
      body.fileId === undefined
        ? { ...decodeShown(body.text ?? ''), name: null }
        : await readOriginal(request, body.fileId)
    if (text.trim() === '') fail({ code: 'file/empty_text' })
    if (text.includes('\u0000')) fail({ code: 'file/not_utf8' })
    const reading = readDirective(text)
    const same = await listSame(tx, identityKey(headOf(reading.metadata, text, null)))
    if (same.length > 0 && !body.evenIfSame) fail({ code: 'directive/same_symbol', same })
    const id = await registerDirective(
      request,
      {
        text,
        fileId: body.fileId ?? null,
        fileName: name,
        ownerId: actingUnit(request, 'directive.register'),
        receivedOn: body.receivedOn ?? today,
        separateParts: body.separateParts,
      },
      reading,
    )
    return { id, notes }
  },
  getDirective: (request) => describeDirective(request, request.params.id),
  async editDirective(request) {
    const { tx, params, body, version, record } = request
    const row = atVersion(await lockDirective(request, params.id), version)
    const head = {
      symbol: body.symbol === undefined ? row.symbol : body.symbol,
      issuer: body.issuer === undefined ? row.issuer : body.issuer,
      subject: body.subject ?? row.subject,
      signerName: body.signerName === undefined ? row.signerName : body.signerName,
    }
    const { separateParts, ...changed } = body
    await tx
      .updateTable('directive')
      .set({
        ...changed,
        ...(separateParts === undefined ? {} : { separateParts }),
        folded: directiveFolded(head),
        identityKey: identityKey(head),
        version: row.version + 1,
      })
      .where('id', '=', params.id)
      .execute()
    await record({ command: 'directive.edit', kind: 'directive', id: params.id, data: body })
    return describeDirective(request, params.id)
  },
  async closeReading(request) {
    const { tx, params, body, version, actor, now, record } = request
    const row = atVersion(await lockDirective(request, params.id), version)
    const { rows } = await sql<{
      tasks: number
    }>`select count(*) as tasks from task where directive_id = ${params.id}`.execute(tx)
    const tasks = rows[0]?.tasks ?? 0
    if (body.as === 'no-task' && tasks > 0) fail({ code: 'directive/has_tasks', tasks })
    if (body.as === 'tasks-recorded' && tasks === 0) fail({ code: 'directive/has_no_task' })
    const isRead = body.as !== 'unread'
    await tx
      .updateTable('directive')
      .set({
        readingState: body.as,
        readBy: isRead ? actor.personId : null,
        readAt: isRead ? now : null,
        version: row.version + 1,
      })
      .where('id', '=', params.id)
      .execute()
    await record({ command: 'directive.close_reading', kind: 'directive', id: params.id, data: { as: body.as } })
    return describeDirective(request, params.id)
  },
  listProposals: async (request) => ({ items: await listProposals(request, request.params.id) }),
  addProposal: (request) => addProposal(request, request.params.id, request.body),
  editProposal: (request) => editProposal(request, request.params.id, request.body),
  acceptProposal: (request) => acceptProposal(request, request.params.id, request.body),
  rejectProposal: (request) => decideProposal(request, request.params.id, 'rejected', request.body.reason),
  reopenProposal: (request) => decideProposal(request, request.params.id, 'proposed'),
}

/** The original as handed in; row security lets nobody name a file of another. */
async function readOriginal(
  { system, tx }: Pick<Request<unknown>, 'system' | 'tx'>,
  fileId: Id,
): Promise<ReadText & { name: string }> {
  const file = found(
    await tx.selectFrom('file').select(['sha256', 'mediaType', 'name']).where('id', '=', fileId).executeTakeFirst(),
    'file',
  )
  const chunks: Uint8Array[] = []
  for await (const chunk of await system.files.open(file.sha256)) chunks.push(chunk as Uint8Array)
  const { text, notes } = need(await extractText(Buffer.concat(chunks), file.mediaType))
  return { text, notes, name: file.name }
}

async function lockDirective({ tx }: Pick<Request<unknown>, 'tx'>, id: Id) {
  const columns = ['symbol', 'issuer', 'subject', 'signerName', 'version'] as const
  return found(
    await tx.selectFrom('directive').select(columns).where('id', '=', id).forUpdate().executeTakeFirst(),
    'directive',
  )
}

export function mountDirectives(app: FastifyInstance, system: System): void {
  mount(app, system, directivesApi, handlers)
}
