import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { allowsSomewhere } from '#core/people/may.ts'
import type { Found, searchApi, SearchKind } from '#core/search/api.ts'
import { readSearch, type SearchWords } from '#core/search/search-words.ts'
import { assignmentCode, taskCode } from '#core/tasks/code.ts'
import { searchNames } from '#core/units/search-names.ts'
import type { Request } from '#server/http/mount.ts'

type Reader = Pick<Request<(typeof searchApi)['search']>, 'tx' | 'register' | 'actor' | 'today' | 'query'>
type Rows<Kind extends SearchKind> = Found[Kind]['items']

/** A few of each kind that the reader may read at all. One more is looked for than asked for: it says that there are more. */
export async function findAll(request: Reader): Promise<Found> {
  const { query, actor } = request
  const words = readSearch(query.q)
  const most = query.limit + 1
  const isWanted = (kind: SearchKind) => words.plain.length > 0 && (query.kind === undefined || query.kind === kind)
  const byWords = words.code?.sure !== true
  const reads = {
    directives: byWords && isWanted('directives') && allowsSomewhere(actor, 'register.read'),
    tasks: isWanted('tasks') && allowsSomewhere(actor, 'task.read'),
    assignments: isWanted('assignments') && words.code !== null && allowsSomewhere(actor, 'assignment.read'),
    people: byWords && isWanted('people') && allowsSomewhere(actor, 'person.read'),
  }
  const ids = await findIds(request, words, most, reads)
  const cut = <T>(items: T[]) => ({ items: items.slice(0, query.limit), more: items.length > query.limit })
  return {
    directives: cut(ids.directives.length === 0 ? [] : await readDirectives(request, ids.directives)),
    tasks: cut(reads.tasks ? await readTasks(request, words, ids.tasks, most) : []),
    assignments: cut(reads.assignments ? await readAssignments(request, words, most) : []),
    units: cut(byWords && isWanted('units') ? findUnits(request, query.q, most) : []),
    people: cut(ids.people.length === 0 ? [] : await readPeople(request, ids.people)),
  }
}

/** Which they are, as functions of the owner find them within the scope (0021-search.sql); they are read under the policies. */
async function findIds(
  { tx, today }: Reader,
  { plain, marked, code }: SearchWords,
  most: number,
  reads: Record<'directives' | 'tasks' | 'people', boolean>,
): Promise<Record<'directives' | 'tasks' | 'people', Id[]>> {
  if (!reads.directives && !reads.tasks && !reads.people) return { directives: [], tasks: [], people: [] }
  const spelled = JSON.stringify(marked)
  const none = sql`'{}'::uuid[]`
  const { rows } = await sql<Record<'directives' | 'tasks' | 'people', Id[]>>`select
    ${reads.directives ? sql`array(select app_directives_found(${plain}, ${spelled}, ${most}))` : none} as directives,
    ${reads.tasks && code?.sure !== true ? sql`array(select app_tasks_found(${plain}, ${spelled}, ${most}))` : none} as tasks,
    ${reads.people ? sql`array(select app_people_found(${plain}, ${spelled}, ${today}, ${most}))` : none} as people
  `.execute(tx)
  return rows[0] ?? { directives: [], tasks: [], people: [] }
}

async function readDirectives({ tx }: Reader, ids: Id[]): Promise<Rows<'directives'>> {
  const { rows } = await sql<Rows<'directives'>[number]>`
    select d.id, d.symbol, d.subject, d.issuer, d.issued_on as "issuedOn"
    from unnest(${ids}::uuid[]) with ordinality found (id, place) join directive d on d.id = found.id order by found.place`.execute(
    tx,
  )
  return rows
}

/** The task whose number was typed stands before those whose words were. */
async function readTasks({ tx }: Reader, { code }: SearchWords, ids: Id[], most: number): Promise<Rows<'tasks'>> {
  if (ids.length === 0 && code === null) return []
  const { rows } = await sql<{ id: Id; number: number; action: string; directiveSymbol: string | null }>`
    select * from app_tasks_named(${ids}, ${code?.number ?? null})`.execute(tx)
  const placeOf = (row: { id: Id; number: number }) => (row.number === code?.number ? -1 : ids.indexOf(row.id))
  return rows
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .slice(0, most)
    .map(({ id, number, action, directiveSymbol }) => ({ id, code: taskCode(number), action, directiveSymbol }))
}

async function readAssignments(
  { tx, register }: Reader,
  { code }: SearchWords,
  most: number,
): Promise<Rows<'assignments'>> {
  if (code === null) return []
  const { rows } = await sql<Omit<Rows<'assignments'>[number], 'code' | 'lead'> & { ordinal: number; leadId: Id }>`
    select * from app_assignments_numbered(${code.number}, ${code.ordinal}, ${most})`.execute(tx)
  return rows.map(({ leadId, ordinal: place, ...row }) => ({
    ...row,
    code: assignmentCode(code.number, place),
    lead: register.ref(leadId),
  }))
}

/** Units and external units by any of their names; a group is nobody to open. */
function findUnits({ register }: Reader, q: string, most: number): Rows<'units'> {
  return searchNames(register.names, q, most + GROUPS_AMONG)
    .filter(({ target }) => target.kind !== 'group')
    .slice(0, most)
    .map(({ target }) => {
      const above = register.path(target.id).at(-2)
      return { ...register.ref(target.id), above: above === undefined ? null : register.ref(above).shortName }
    })
}
const GROUPS_AMONG = 20

async function readPeople({ tx, register, today }: Reader, ids: Id[]): Promise<Rows<'people'>> {
  const { rows } = await sql<Omit<Rows<'people'>[number], 'units'> & { units: Id[] }>`
    select p.id, p.name, p.position, p.login, array(select distinct g.unit_id from role_grant g where g.person_id = p.id
      and g.from_on <= ${today} and (g.to_on is null or g.to_on >= ${today})) as units
    from unnest(${ids}::uuid[]) with ordinality found (id, place) join person p on p.id = found.id order by found.place`.execute(
    tx,
  )
  return rows.map((row) => ({ ...row, units: row.units.map((unit) => register.ref(unit)) }))
}
