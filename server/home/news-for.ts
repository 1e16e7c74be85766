import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { dayOf, type PlainDate } from '#core/kernel/plain-date.ts'
import { type Actor, allows, type Deed, type Subject, type UnitPath } from '#core/people/may.ts'
import { subjectOf as assignmentAsSubject } from '#core/tasks/actions-for.ts'
import type { Assignment } from '#core/tasks/assignment.ts'
import type { Tx } from '#server/db/store.ts'
import type { System } from '#server/http/mount.ts'
import type { News } from '#server/http/news.ts'
import { inTransaction } from '#server/http/transaction.ts'

/** What can be read of a kind, by whoever has one of these rights to it. Of kinds that are not named nobody is told. */
const DEEDS: Readonly<Record<string, readonly Deed[]>> = {
  assignment: ['assignment.read'],
  message: ['assignment.read'],
  task: ['task.read'],
  star: ['task.read'],
  directive: ['directive.read', 'register.read'],
  proposal: ['proposal.read'],
}

type Subjects = readonly { kind: string; subject: Subject }[]

/** All who listen hear the same news at the same moment: its subjects are read once for them. */
const readFor = new WeakMap<readonly News[], Promise<Subjects>>()

/** The kinds among the news that the actor may know of. */
export async function kindsFor(system: System, actor: Actor, news: readonly News[]): Promise<string[]> {
  const reading = readFor.get(news) ?? readSubjects(system, news)
  readFor.set(news, reading)
  const kinds = new Set((news.some(({ kind }) => kind === 'settings') ? ['settings'] : []) as string[])
  for (const { kind, subject } of await reading)
    if (!kinds.has(kind) && (DEEDS[kind] ?? []).some((deed) => allows(actor, deed, subject))) kinds.add(kind)
  return [...kinds]
}

/** As the owner: who may know of it is judged afterwards, for each who listens. */
async function readSubjects(system: System, news: readonly News[]): Promise<Subjects> {
  const today: PlainDate = dayOf(system.clock())
  const idsOf = (wanted: string) => news.flatMap(({ kind, id }) => (kind === wanted ? [id] : []))
  return inTransaction(system, { actor: null, today, readOnly: true }, async (tx, register) => {
    const path = (id: Id) => register.path(id)
    return [
      ...(await assignmentSubjects(tx, 'assignment', idsOf('assignment'), path)),
      ...(await assignmentSubjects(tx, 'message', idsOf('message'), path)),
      ...(await taskSubjects(
        tx,
        'task',
        sql`select id, id as task_id from task where id = any(${idsOf('task')}::uuid[])`,
        path,
      )),
      ...(await taskSubjects(
        tx,
        'star',
        sql`select id, task_id from star where id = any(${idsOf('star')}::uuid[])`,
        path,
      )),
      ...(await directiveSubjects(tx, 'directive', idsOf('directive'), path)),
      ...(await directiveSubjects(tx, 'proposal', idsOf('proposal'), path)),
    ]
  })
}

type PathOf = (id: Id) => UnitPath

async function assignmentSubjects(
  tx: Tx,
  kind: 'assignment' | 'message',
  ids: readonly string[],
  path: PathOf,
): Promise<Subjects> {
  if (ids.length === 0) return []
  const named =
    kind === 'assignment'
      ? sql`${ids}::uuid[]`
      : sql`array(select m.assignment_id from message m where m.id = any(${ids}::uuid[]))`
  const { rows } = await sql<Parameters<typeof assignmentAsSubject>[0]>`
    select a.issued_on as "issuedOn", a.issued_by as "issuedBy", a.monitor_id as "monitorId", a.handler_id as "handlerId",
      case when a.lead_id is null then jsonb_build_object('kind', 'external', 'id', a.external_lead_id)
        else jsonb_build_object('kind', 'unit', 'id', a.lead_id) end as lead,
      coalesce((select jsonb_agg(c.unit_id) from assignment_cooperating c where c.assignment_id = a.id), '[]') as "cooperatingIds"
    from assignment a where a.id = any(${named})`.execute(tx)
  return rows.map(
    (row: Pick<Assignment, 'issuedOn' | 'issuedBy' | 'lead' | 'cooperatingIds' | 'monitorId' | 'handlerId'>) => ({
      kind,
      subject: assignmentAsSubject(row, path),
    }),
  )
}

async function taskSubjects(tx: Tx, kind: string, named: ReturnType<typeof sql>, path: PathOf): Promise<Subjects> {
  const { rows } = await sql<{ ownerId: Id; units: Id[] }>`
    select t.owner_id as "ownerId", coalesce((select jsonb_agg(distinct unit_id) from (
        select lead_id as unit_id from assignment where task_id = t.id and issued_on is not null
        union select monitor_id from assignment where task_id = t.id and issued_on is not null
        union select c.unit_id from assignment_cooperating c join assignment a on a.id = c.assignment_id
          where a.task_id = t.id and a.issued_on is not null) u where unit_id is not null), '[]') as units
    from (${named}) n join task t on t.id = n.task_id`.execute(tx)
  return rows.map(({ ownerId, units }) => {
    const owner = path(ownerId)
    return { kind, subject: { units: { holding: owner, issuedBy: owner, addressed: units.map(path) } } }
  })
}

async function directiveSubjects(
  tx: Tx,
  kind: 'directive' | 'proposal',
  ids: readonly string[],
  path: PathOf,
): Promise<Subjects> {
  if (ids.length === 0) return []
  const named =
    kind === 'directive'
      ? sql`select id from directive where id = any(${ids}::uuid[])`
      : sql`select distinct directive_id as id from proposal where id = any(${ids}::uuid[])`
  const { rows } = await sql<{ ownerId: Id; units: Id[] }>`
    select d.owner_id as "ownerId",
      coalesce((select jsonb_agg(x.unit_id) from directive_addressee x where x.directive_id = d.id), '[]') as units
    from (${named}) n join directive d on d.id = n.id`.execute(tx)
  return rows.map(({ ownerId, units }) => ({
    kind,
    subject: { units: { holding: path(ownerId), addressed: units.map(path) } },
  }))
}
