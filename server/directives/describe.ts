import { sql } from 'kysely'
import type { z } from 'zod'
import type { Directive, DirectiveRow, Passage } from '#core/directives/directive.ts'
import { CommitmentFields, type Proposal, TargetFields } from '#core/directives/proposal.ts'
import type { IntakeNote } from '#core/directives/intake-note.ts'
import { inPageOrder, type OrderedText, type PageText } from '#core/directives/page-text.ts'
import type { FileRef } from '#core/files/api.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import type { CommitmentFlag } from '#core/reading/reading.ts'
import type { Tx } from '#server/db/store.ts'
import { listRelatedBy, listRelations } from '#server/directives/relations.ts'
import type { Request } from '#server/http/mount.ts'
import { found } from '#server/http/refusal.ts'
import { pageCitation } from '#server/tasks/page-citation.ts'
import type { NameMatch } from '#core/units/unit-ref.ts'
import { matchName } from '#server/units/addressees.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

type Reader = Pick<Request<unknown>, 'tx' | 'register'>

export const HEAD = sql`d.id, d.symbol, d.type, d.issuer, d.place, d.issued_on as "issuedOn", d.subject, d.signer_name as "signerName",
  d.signer_position as "signerPosition", d.urgency, d.received_on as "receivedOn", d.reading_state as "readingState", d.secrecy, d.version,
  (select count(*) from proposal p where p.directive_id = d.id and not p.exhortation and not p.reading @> '{"flags": ["restatement"]}' and p.state <> 'withdrawn')::int as proposals,
  (select count(*) from proposal p where p.directive_id = d.id and not p.exhortation and not p.reading @> '{"flags": ["restatement"]}' and p.state in ('accepted', 'rejected'))::int as decided,
  (select count(*) from task t where t.directive_id = d.id)::int as tasks`

export async function describeDirective(
  { tx, register, system }: Reader & Pick<Request<unknown>, 'system'>,
  id: Id,
): Promise<z.input<typeof Directive>> {
  const { rows } = await sql<
    z.input<typeof DirectiveRow> & {
      ownerId: Id
      separateParts: boolean
      registeredBy: PersonRef
      registeredAt: string
      readBy: PersonRef | null
      readAt: string | null
      file: FileRef | null
      text: string | null
      identityKey: string
      pageCount: number | null
      notes: IntakeNote[] | null
      signerAuthority: string | null
      addressees: z.input<typeof Directive>['addressees'] | null
      recipients: z.input<typeof Directive>['recipients'] | null
    }
  >`
    select ${HEAD}, (select count(*) from assignment a where a.directive_id = d.id)::int as assignments,
      d.owner_id as "ownerId", d.separate_parts as "separateParts", d.registered_at as "registeredAt", d.read_at as "readAt",
      d.identity_key as "identityKey", d.page_count as "pageCount", d.intake_notes as notes, d.signer_authority as "signerAuthority",
      d.addressees, d.recipients, x.text,
      jsonb_build_object('id', r.id, 'name', r.name, 'position', r.position) as "registeredBy",
      case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name, 'position', b.position) end as "readBy",
      case when f.id is not null then jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size, 'sha256', f.sha256) end as file
    from directive d join person r on r.id = d.registered_by left join person b on b.id = d.read_by
      left join file f on f.id = d.file_id left join directive_text x on x.directive_id = d.id
    where d.id = ${id}`.execute(tx)
  const { ownerId, identityKey, ...row } = found(rows[0], 'directive')
  const passages = await sql<z.input<typeof Passage> & { text?: string }>`
    select id, ordinal, kind, label, citation, start_at as start, end_at as "end", level from passage where directive_id = ${id} order by ordinal`.execute(
    tx,
  )
  const pages = await listPages(tx, id)
  return {
    ...row,
    notes: row.notes ?? [],
    addressees: row.addressees ?? [],
    recipients: row.recipients ?? [],
    owner: register.ref(ownerId),
    passages:
      row.text === null
        ? await withOwnText(tx, id, passages.rows)
        : inReadingOrder(passages.rows, inPageOrder(row.text, pages)),
    pages,
    recognises: system.tools.recognise !== undefined,
    relations: await listRelations(tx, id),
    relatedBy: await listRelatedBy(tx, id),
    sameSymbol: await listSame(tx, identityKey, id),
  }
}

/** The current words of each page, in the order of pages. */
export async function listPages(tx: Tx, directiveId: Id): Promise<PageText[]> {
  const { rows } = await sql<PageText>`
    select id, page, start_at as start, end_at as "end", origin from page_text
    where directive_id = ${directiveId} and not replaced order by page`.execute(tx)
  return rows
}

/** Pages typed later stand at the end of the text; passages of words that were replaced are left out. */
function inReadingOrder<T extends { start: number; end: number }>(passages: readonly T[], ordered: OrderedText): T[] {
  const placed = passages.flatMap((passage) => {
    const at = ordered.place(passage.start, Math.min(passage.start + 1, passage.end))
    return at ? [{ passage, at: at.start }] : []
  })
  // Where text and order are the same the passages are, too; sorting is stable.
  return placed.toSorted((a, b) => a.at - b.at).map(({ passage }) => passage)
}

/** Who may not read the whole text gets the sentences that its own assignments come from. */
async function withOwnText(tx: Tx, directiveId: Id, passages: z.input<typeof Passage>[]) {
  const quotes = await tx
    .selectFrom('task')
    .select(['passageId', 'quote'])
    .where('directiveId', '=', directiveId)
    .where('quote', 'is not', null)
    .execute()
  return passages.map((passage) => {
    const own = quotes.filter((row) => row.passageId === passage.id).flatMap((row) => row.quote ?? [])
    return own.length > 0 ? { ...passage, text: [...new Set(own)].join(' … ') } : passage
  })
}

export async function listSame(tx: Tx, key: string, exceptId?: Id) {
  if (key === '') return []
  const rows = await tx
    .selectFrom('directive')
    .select(['id', 'symbol', 'subject', 'receivedOn'])
    .where('identityKey', '=', key)
    .orderBy('receivedOn', 'desc')
    .limit(10)
    .execute()
  return rows.filter((row) => row.id !== exceptId)
}

interface ProposalRecord {
  id: Id
  directiveId: Id
  kind: 'commitment' | 'target'
  origin: 'machine' | 'person'
  start: number
  end: number
  quote: string | null
  passageId: Id | null
  citation: string | null
  exhortation: boolean
  fields: unknown
  reading: Proposal['reading']
  state: Proposal['state']
  decidedBy: PersonRef | null
  decidedAt: Proposal['decidedAt']
  taskId: Id | null
  version: number
}

/** Proposals in the order of the text. `substring` counts characters; no character outside the basic plane is common, so the quote is cut here. */
export async function listProposals(
  { tx, register }: Reader,
  directiveId: Id,
  only?: Id,
): Promise<z.input<typeof Proposal>[]> {
  const { rows: texts } = await sql<{
    text: string
  }>`select text from directive_text where directive_id = ${directiveId}`.execute(tx)
  const text = texts[0]?.text ?? ''
  const one = only === undefined ? sql`` : sql`and p.id = ${only}`
  const { rows } = await sql<ProposalRecord>`
    select p.id, p.directive_id as "directiveId", p.kind, p.origin, p.start_at as start, p.end_at as "end", p.passage_id as "passageId",
      coalesce(nullif(g.citation, ''), ${pageCitation(sql`p.directive_id`, sql`p.start_at`)}) as citation,
      p.exhortation, p.fields, p.reading, p.state, p.decided_at as "decidedAt", p.version,
      case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name, 'position', b.position) end as "decidedBy",
      (select t.id from task t where t.proposal_id = p.id limit 1) as "taskId"
    from proposal p left join passage g on g.id = p.passage_id left join person b on b.id = p.decided_by
    where p.directive_id = ${directiveId} and p.state <> 'withdrawn' ${one} order by p.start_at, p.end_at, p.id`.execute(
    tx,
  )
  const known = new Map<string, ReturnType<typeof matchName>>()
  return rows.map((row) => describeProposal(row, text, register, known))
}

function describeProposal(
  row: ProposalRecord,
  text: string,
  register: UnitRegister,
  known: Map<string, ReturnType<typeof matchName>>,
): z.input<typeof Proposal> {
  const { fields, kind, taskId, ...base } = row
  const quote = text.slice(row.start, row.end)
  if (kind === 'target') return { ...base, quote, kind, fields: TargetFields.parse(fields) }
  const parsed = CommitmentFields.parse(fields)
  const match = (name: string) => {
    let found = known.get(name)
    if (!found) known.set(name, (found = matchName(register, name)))
    return found
  }
  const pointsElsewhere = row.reading.flags.includes('named-above' satisfies CommitmentFlag)
  return {
    ...base,
    quote,
    kind,
    fields: parsed,
    taskId,
    matches: {
      lead: parsed.lead.map(match).map((found) => (pointsElsewhere ? doubtGroups(found) : found)),
      cooperating: parsed.cooperating.map(match),
      monitor: parsed.monitor.map(match),
    },
  }
}

/** "Các tỉnh, thành phố nêu trên" are not all of them: a person says which. */
function doubtGroups(match: NameMatch): NameMatch {
  return match.candidates[0]?.kind === 'group' && match.status === 'sure' ? { ...match, status: 'unsure' } : match
}
