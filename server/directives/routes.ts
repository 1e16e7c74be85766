import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { directivesApi } from '#core/directives/api.ts'
import { registerSheetApi } from '#core/directives/register-sheet.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { readDirective } from '#core/reading/read-directive.ts'
import { describeDirective, listProposals, listSame } from '#server/directives/describe.ts'
import { loadDictionary } from '#server/directives/dictionary.ts'
import { askDrafter, listAsked } from '#server/directives/ask-drafter.ts'
import { enterPage } from '#server/directives/enter-page.ts'
import { eraseContent } from '#server/directives/erase-content.ts'
import { readErasingReach } from '#server/directives/erasing-reach.ts'
import { keepHeadWords } from '#server/directives/keep-words.ts'
import { countRegister, listRegister } from '#server/directives/list-register.ts'
import { listLookAlikes } from '#server/directives/look-alikes.ts'
import { extractOriginal, lookAtOriginal } from '#server/directives/original.ts'
import { acceptProposal, addProposal, decideProposal, editProposal } from '#server/directives/proposals.ts'
import { registerSheetHandlers } from '#server/directives/register-sheet.ts'
import { applyRereading, lookAtText, previewRereading, readAgain } from '#server/directives/rereading.ts'
import { directiveFolded, headOf, identityKey, registerDirective, registerStub } from '#server/directives/register.ts'
import { lookAtPage, recognisePage } from '#server/directives/recognise-page.ts'
import { actingUnit } from '#server/http/entitle.ts'
import { atVersion, type Handlers, mount, type Request, slowly, type System } from '#server/http/mount.ts'
import { fail, found } from '#server/http/refusal.ts'

const handlers: Handlers<typeof directivesApi> = {
  listDirectives: listRegister,
  countDirectives: countRegister,
  async registerStub(request) {
    const { tx, body, today } = request
    const { evenIfSame, ...stub } = body
    checkReceived(stub.receivedOn ?? today, today, stub.issuedOn)
    const same = await listSame(tx, identityKey(stub))
    if (same.length > 0 && !evenIfSame) fail({ code: 'directive/same_symbol', same })
    const ownerId = actingUnit(request, 'directive.register')
    return { id: await registerStub(request, { ...stub, ownerId, receivedOn: stub.receivedOn ?? today }) }
  },
  registerDirective: slowly(
    ({ tx, body, actor }) => lookAtOriginal(tx, body, actor.personId),
    extractOriginal,
    async (request, { text, pages, notes, name, cleared }) => {
      const { tx, body, register, today } = request
      checkReceived(body.receivedOn, today)
      const ownerId = actingUnit(request, 'directive.register')
      const reading = readDirective(text, { dictionary: await loadDictionary(tx, register, ownerId) })
      const same = await listSame(tx, identityKey(headOf(reading.metadata, text, null)))
      if (same.length > 0 && !body.evenIfSame) fail({ code: 'directive/same_symbol', same })
      const id = await registerDirective(
        request,
        {
          text,
          pages,
          notes,
          fileId: body.fileId ?? null,
          fileName: name,
          ownerId,
          receivedOn: body.receivedOn ?? today,
          separateParts: body.separateParts,
          cleared,
        },
        reading,
      )
      return { id, notes }
    },
  ),
  erasingReach: (request) => readErasingReach(request, request.params.id),
  eraseContent: (request) => eraseContent(request, request.params.id, request.body),
  getDirective: (request) => describeDirective(request, request.params.id),
  async editDirective(request) {
    const { tx, params, body, version, record } = request
    const row = atVersion(await lockDirective(request, params.id), version)
    if (row.secrecy === null && body.secrecy !== undefined) fail({ code: 'directive/has_content' })
    if (row.secrecy !== null && Object.keys(body).some((name) => !OF_STUB.has(name))) fail({ code: 'directive/secret' })
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
    await keepHeadWords(tx, params.id, head)
    await record({ command: 'directive.edit', kind: 'directive', id: params.id, data: body })
    return describeDirective(request, params.id)
  },
  enterPage: (request) => enterPage(request, request.params, request.body),
  recognisePage: slowly(
    ({ tx, params, body }) => lookAtPage(tx, params, body.notSecret),
    recognisePage,
    async (_request, text) => ({ text }),
  ),
  async closeReading(request) {
    const { tx, params, body, version, actor, now, record } = request
    const row = atVersion(await lockDirective(request, params.id), version)
    if (row.secrecy !== null) fail({ code: 'directive/secret' })
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
  listLookAlikes: async (request) => ({ items: await listLookAlikes(request, request.params.id) }),
  listAsked: async ({ tx, params }) => ({ items: await listAsked(tx, params.id) }),
  askDrafter: (request) => askDrafter(request, request.params.id, request.body),
  previewRereading: slowly(
    (request) => lookAtText(request, request.params.id),
    readAgain,
    (request, reread) => previewRereading(request, request.params.id, reread),
  ),
  applyRereading: slowly(
    (request) => lookAtText(request, request.params.id),
    readAgain,
    (request, reread) => applyRereading(request, request.params.id, request.body, reread),
  ),
}

/** What the register says of a secret directive, and may therefore be corrected. */
/** What came is here, and was issued before. Of a text that is read the day of issue may be read wrongly, so it holds nobody up. */
function checkReceived(receivedOn: PlainDate | undefined, today: PlainDate, issuedOn: PlainDate | null = null): void {
  if (receivedOn === undefined) return
  if (receivedOn > today) fail({ code: 'directive/received_later', today })
  if (issuedOn !== null && receivedOn < issuedOn) fail({ code: 'directive/received_before_issue', issuedOn })
}

const OF_STUB: ReadonlySet<string> = new Set(['symbol', 'issuer', 'issuedOn', 'secrecy'])

async function lockDirective({ tx }: Pick<Request<unknown>, 'tx'>, id: Id) {
  const columns = ['symbol', 'issuer', 'subject', 'signerName', 'secrecy', 'version'] as const
  return found(
    await tx.selectFrom('directive').select(columns).where('id', '=', id).forUpdate().executeTakeFirst(),
    'directive',
  )
}

export function mountDirectives(app: FastifyInstance, system: System): void {
  mount(app, system, directivesApi, handlers)
  mount(app, system, registerSheetApi, registerSheetHandlers)
}
