import { sql } from 'kysely'
import type { directivesApi } from '#core/directives/api.ts'
import type { RegisterCounts, RegisterFilter, RegisterRow, StateCounts } from '#core/directives/register.ts'
import type { AnswerOf } from '#core/kernel/endpoint.ts'
import type { ResponseOf } from '#core/kernel/endpoint.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { quoteSought, type Sought, soughtIn } from '#core/kernel/sought.ts'
import { HEAD } from '#server/directives/describe.ts'
import { listRelated } from '#server/directives/relations.ts'
import { listOwnSentences, type OwnSentence, phrasesOf } from '#server/directives/sought-phrases.ts'
import type { Request } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'

type List = (typeof directivesApi)['listDirectives']
type Count = (typeof directivesApi)['countDirectives']
type Reader = Pick<Request<unknown>, 'tx' | 'register' | 'today'>
const NONE: StateCounts = { unread: 0, 'tasks-recorded': 0, 'no-task': 0, secret: 0 }

/** Each is a walk over an index, and has to meet all the others. */
const MOST_PHRASES = 5

/** What is looked for, as the functions of the database take it. */
interface Search {
  filter: string
  sought: Sought[]
  sentences: OwnSentence[]
  /** Null where no words are sought: then everything is wanted. */
  phrases: string | null
}

async function searchOf({ tx }: Reader, { q, receivedFrom, receivedTo, ...rest }: RegisterFilter): Promise<Search> {
  const sought = soughtIn(q ?? '')
  if (sought.length > MOST_PHRASES) fail({ code: 'directive/too_many_phrases', limit: MOST_PHRASES })
  const sentences = sought.length === 0 ? [] : await listOwnSentences(tx)
  return {
    filter: JSON.stringify({ ...rest, from: receivedFrom, to: receivedTo }),
    sought,
    sentences,
    phrases: sought.length === 0 ? null : JSON.stringify(phrasesOf(sought, sentences)),
  }
}

interface Counted {
  dimension: string
  key: string | null
  state: string
  n: number
}

async function count({ tx, today }: Reader, { filter, phrases }: Search, dimensions: string[]): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select dimension, key, state, n::int as n from app_register_counts(${filter}, ${phrases}, ${today}, ${dimensions}::text[])`.execute(
    tx,
  )
  return rows
}

function statesOf(rows: readonly Counted[], name: (row: Counted) => string | null): StateCounts {
  return { ...NONE, ...Object.fromEntries(rows.map((row) => [name(row), row.n])) }
}

/** One page of the register within the caller's scope: which lines is found by a function of the owner, and they are read under the policies. */
export async function listRegister(
  request: Pick<Request<List>, 'tx' | 'register' | 'today' | 'query'>,
): Promise<ResponseOf<List>> {
  const { tx, register, today, query } = request
  const { sort, limit, offset, ...filter } = query
  const search = await searchOf(request, filter)
  const order = sort ?? (search.phrases === null ? '-received' : 'found')
  const { rows } = await sql<Omit<RegisterRow, 'owner' | 'found' | 'relations' | 'relatedBy'> & { ownerId: Id }>`
    with page as materialized (
      select id, at from app_register_page(${search.filter}, ${search.phrases}, ${order}, ${today}, ${limit}, ${offset}) with ordinality p (id, at)
    ) select ${HEAD}, d.owner_id as "ownerId", coalesce(l.assignments, 0)::int as assignments, coalesce(l.open, 0)::int as open,
      coalesce(l.overdue, 0)::int as overdue
    from page join directive d on d.id = page.id
      left join app_directive_loads(array(select id from page), ${today}) l on l.directive_id = d.id order by page.at`.execute(
    tx,
  )
  const ids = rows.map(({ id }) => id)
  const related = await listRelated(tx, ids)
  const quotes = await quoteTexts(request, search, rows)
  const states = statesOf(await count(request, search, ['reading_state']), ({ key }) => key)
  return {
    items: rows.map(({ ownerId, ...row }) => ({
      ...row,
      owner: register.ref(ownerId),
      found: quotes.get(row.id) ?? null,
      ...related(row.id),
    })),
    total: filter.state ? states[filter.state] : Object.values(states).reduce((sum, n) => sum + n, 0),
    states,
  }
}

/** The sentences with the words sought, of what the caller reads: the text, or single sentences of it. */
async function quoteTexts(
  { tx }: Reader,
  { sought, sentences }: Search,
  directives: readonly { id: Id; subject: string }[],
) {
  const quotes = new Map<string, RegisterRow['found']>()
  if (sought.length === 0) return quotes
  const { rows } = await sql<{ id: Id; text: string; replaced: { start: number; end: number }[] | null }>`
    select x.directive_id as id, x.text, (select jsonb_agg(jsonb_build_object('start', w.start_at, 'end', w.end_at))
      from page_text w where w.directive_id = x.directive_id and w.replaced) as replaced
    from directive_text x where x.directive_id = any(${directives.map(({ id }) => id)}::uuid[])`.execute(tx)
  const subjects = new Map(directives.map(({ id, subject }) => [id, subject]))
  for (const { id, text, replaced } of rows) {
    const passed = [...(replaced ?? []), ...subjectIn(text, subjects.get(id) ?? '')]
    const quote = quoteSought(text, sought, (at) => !passed.some(({ start, end }) => start <= at && at < end))
    if (quote) quotes.set(id, quote)
  }
  for (const { directiveId, quote } of sentences) {
    const found = quoteSought(quote, sought)
    if (found && !quotes.has(directiveId)) quotes.set(directiveId, { at: null, parts: found.parts })
  }
  return quotes
}

/** Where the text says its subject: the line of the register shows it already. */
function subjectIn(text: string, subject: string): { start: number; end: number }[] {
  const start = text.indexOf(subject.slice(0, 60))
  return subject === '' || start < 0 ? [] : [{ start, end: start + subject.length }]
}

const DIMENSIONS = ['total', 'reading_state', 'month', 'type', 'issuer', 'urgency', 'owner']
const LEAST_MONTHS = 12
const MOST_MONTHS = 36

export async function countRegister(
  request: Pick<Request<Count>, 'tx' | 'register' | 'today' | 'query'>,
): Promise<ResponseOf<Count>> {
  const { register, today, query } = request
  const counted = await count(request, await searchOf(request, query), DIMENSIONS)
  const rowsOf = (name: string) => counted.filter(({ dimension }) => dimension === name)
  const valued = (name: string) =>
    rowsOf(name)
      .flatMap(({ key, n }) => (key === null ? [] : [{ value: key, count: n }]))
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  return {
    total: rowsOf('total')[0]?.n ?? 0,
    states: statesOf(rowsOf('reading_state'), ({ key }) => key),
    months: monthsOf(rowsOf('month'), today),
    types: valued('type'),
    issuers: valued('issuer'),
    urgencies: valued('urgency'),
    owners: valued('owner').map(({ value, count: n }) => ({ unit: register.ref(value as Id), count: n })),
  }
}

/** Every month to the present one, or to the last with a directive. */
function monthsOf(rows: readonly Counted[], today: PlainDate): AnswerOf<Count>['months'] {
  const known = Map.groupBy(rows, ({ key }) => key ?? '')
  const keys = [...known.keys()].toSorted()
  const present = today.slice(0, 7)
  const last = Temporal.PlainYearMonth.from([present, keys.at(-1) ?? present].toSorted().at(-1) ?? present)
  const back = (months: number) => last.subtract({ months }).toString()
  const first = [keys[0] ?? present, back(LEAST_MONTHS - 1)].toSorted()[0] ?? present
  const months: RegisterCounts['months'] = []
  for (let at = MOST_MONTHS - 1; at >= 0; at--)
    if (back(at) >= first)
      months.push({ month: back(at), states: statesOf(known.get(back(at)) ?? [], ({ state }) => state) })
  return months
}
