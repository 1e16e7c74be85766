import { UNREAD } from '#server/directives/register.ts'
import { sql } from 'kysely'
import type { directivesApi } from '#core/directives/api.ts'
import { inPageOrder, type OrderedText, type PageText } from '#core/directives/page-text.ts'
import { listProposed, type Proposed } from '#core/directives/proposed.ts'
import { CommitmentFields, type ProposalState, TargetFields } from '#core/directives/proposal.ts'
import { compareReadings, type ProposalContent, type StoredProposal } from '#core/directives/rereading.ts'
import type { BodyOf, ResponseOf } from '#core/kernel/endpoint.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Dictionary } from '#core/reading/dictionary.ts'
import { readDirective } from '#core/reading/read-directive.ts'
import { taskCode } from '#core/tasks/code.ts'
import type { Tx } from '#server/db/store.ts'
import { listPages } from '#server/directives/describe.ts'
import { loadDictionary } from '#server/directives/dictionary.ts'
import { inStoredText } from '#server/directives/page-reading.ts'
import { storeProposals } from '#server/directives/store-reading.ts'
import { atVersion, type Request } from '#server/http/mount.ts'
import { fail, found } from '#server/http/refusal.ts'

/** What reading needs of a directive, and of which version it was taken. */
interface Seen {
  text: string
  pages: PageText[]
  issuedOn: PlainDate | undefined
  dictionary: Dictionary
  version: number
}

interface Reread {
  seen: Seen
  ordered: OrderedText
  proposed: Proposed[]
}

export async function lookAtText({ tx, register }: Pick<Request<unknown>, 'tx' | 'register'>, id: Id): Promise<Seen> {
  const row = found(
    await tx
      .selectFrom('directive')
      .innerJoin('directiveText', 'directiveText.directiveId', 'directive.id')
      .select(['text', 'issuedOn', 'ownerId', 'version'])
      .where('id', '=', id)
      .executeTakeFirst(),
    'directive',
  )
  const { text, version } = row
  return {
    text,
    version,
    pages: await listPages(tx, id),
    issuedOn: (row.issuedOn ?? undefined) as PlainDate | undefined,
    dictionary: await loadDictionary(tx, register, row.ownerId as Id),
  }
}

/** Takes seconds for a text of millions of letters: no transaction waits for it. */
export async function readAgain(seen: Seen): Promise<Reread> {
  const ordered = inPageOrder(seen.text, seen.pages)
  const reading = readDirective(ordered.text, { issuedOn: seen.issuedOn, dictionary: seen.dictionary })
  return { seen, ordered, proposed: listProposed(inStoredText(reading, ordered)) }
}

export async function previewRereading(
  { tx }: Pick<Request<unknown>, 'tx'>,
  id: Id,
  { seen, ordered, proposed }: Reread,
): Promise<ResponseOf<typeof directivesApi.previewRereading>> {
  const stored = await listStored(tx, id, seen.text, ordered)
  const { differences, unchanged } = compareReadings(stored, proposed)
  const passageAt = await passagesOf(tx, id)
  const { rows: tasks } = await sql<{ proposalId: Id; id: Id; number: number }>`
    select proposal_id as "proposalId", id, number from task where directive_id = ${id} and proposal_id is not null`.execute(
    tx,
  )
  const taskOf = new Map(tasks.map((task) => [task.proposalId, { id: task.id, code: taskCode(task.number) }]))
  return {
    version: seen.version,
    differences: differences.map((one) => ({
      ...one,
      citation: passageAt(one.start)?.citation ?? null,
      task: (one.proposalId && taskOf.get(one.proposalId)) ?? null,
    })),
    unchanged,
  }
}

type Applying = Pick<Request<unknown>, 'tx' | 'newId' | 'record' | 'version'>

/** Adds what reading finds anew, withdraws what it makes no longer, and replaces what it words otherwise: only what nobody has touched. */
export async function applyRereading(
  { tx, newId, record, version }: Applying,
  id: Id,
  { keys }: BodyOf<typeof directivesApi.applyRereading>,
  { seen, ordered, proposed }: Reread,
): Promise<ResponseOf<typeof directivesApi.applyRereading>> {
  const row = await tx.selectFrom('directive').select(['version']).where('id', '=', id).forUpdate().executeTakeFirst()
  const directive = atVersion(found(row, 'directive'), version)
  atVersion(seen, version)
  const stored = await listStored(tx, id, seen.text, ordered, sql`for update`)
  const free = compareReadings(stored, proposed).differences.filter(({ held }) => held === null)
  const wanted = keys && new Set(keys)
  const chosen = wanted ? free.filter(({ key }) => wanted.has(key)) : free
  // Somebody decided meanwhile, or the dictionary says something else: nobody gets what he has not seen.
  if (wanted && chosen.length < wanted.size) fail({ code: 'rereading/not_as_shown' })
  if (chosen.length === 0) fail({ code: 'rereading/nothing_to_change' })

  const withdrawn = chosen.flatMap(({ proposalId }) => proposalId ?? [])
  await sql`update proposal set state = 'withdrawn', version = version + 1 where id = any(${withdrawn}::uuid[])`.execute(
    tx,
  )
  const fresh = chosen.flatMap(({ proposed: now, proposalId }) => (now ? [{ now, replaces: proposalId }] : []))
  const passageAt = await passagesOf(tx, id)
  const ids = await storeProposals(
    { tx, newId },
    id,
    fresh.map(({ now }) => now),
    ({ start }) => passageAt(start)?.id ?? null,
  )
  await tx
    .updateTable('directive')
    .set({ ...(ids.length > 0 ? UNREAD : {}), version: directive.version + 1 })
    .where('id', '=', id)
    .execute()
  const replaced = fresh.filter(({ replaces }) => replaces !== null).length
  const counts = { added: fresh.length - replaced, withdrawn: withdrawn.length - replaced, replaced }
  await record({ command: 'directive.reread', kind: 'directive', id, data: counts })
  await record(...withdrawn.map((one) => ({ command: 'proposal.withdraw', kind: 'proposal' as const, id: one })))
  await record(
    ...ids.map((one, at) => {
      const replaces = fresh[at]?.replaces
      return { command: 'proposal.propose', kind: 'proposal' as const, id: one, data: replaces ? { replaces } : {} }
    }),
  )
  return { version: directive.version + 1, ...counts }
}

async function listStored(
  tx: Tx,
  directiveId: Id,
  text: string,
  ordered: OrderedText,
  lock = sql``,
): Promise<StoredProposal[]> {
  const { rows } = await sql<{
    id: Id
    kind: 'commitment' | 'target'
    origin: 'machine' | 'person'
    state: ProposalState
    version: number
    start: number
    end: number
    exhortation: boolean
    fields: unknown
  }>`
    select id, kind, origin, state, version, start_at as start, end_at as "end", exhortation, fields from proposal
    where directive_id = ${directiveId} and state <> 'withdrawn' order by start_at, end_at, id ${lock}`.execute(tx)
  return rows.map(({ kind, exhortation, fields, ...row }) => {
    const said = { quote: text.slice(row.start, row.end), exhortation }
    const content: ProposalContent =
      kind === 'target'
        ? { ...said, kind, fields: TargetFields.parse(fields) }
        : { ...said, kind, fields: CommitmentFields.parse(fields) }
    return { ...row, content, placed: ordered.place(row.start, row.end) !== undefined }
  })
}

/** The innermost passage that holds an offset. */
async function passagesOf(tx: Tx, directiveId: Id) {
  const rows = await tx
    .selectFrom('passage')
    .select(['id', 'citation', 'startAt', 'endAt', 'level'])
    .where('directiveId', '=', directiveId)
    .orderBy('startAt')
    .orderBy('level')
    .execute()
  return (offset: number): { id: Id; citation: string } | undefined => {
    let [low, high] = [0, rows.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((rows[middle]?.startAt ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    for (let at = low - 1; at >= 0; at--) {
      const row = rows[at]
      if (row && offset < row.endAt) return { id: row.id as Id, citation: row.citation }
    }
    return undefined
  }
}
