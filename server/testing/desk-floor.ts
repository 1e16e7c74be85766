import { sql } from 'kysely'
import type pg from 'pg'
import { fold } from '#core/kernel/fold.ts'
import type { Duty } from '#core/tasks/answers.ts'
import type { Store, Tx } from '#server/db/store.ts'
import { DESK_DAY } from '#server/testing/desk-load.ts'
import { ASSIGNMENT_COLUMNS, ASSIGNMENT_TABLES } from '#server/tasks/describe.ts'

/** What the bench compares with: the same rows without policies, found over an index made for them. */
export type Floor =
  | { kind: 'page'; state?: string; class?: string; offset?: number; order?: 'place' | 'place_by_code' }
  | { kind: 'search'; words: string }
  | { kind: 'counts' }
  | { kind: 'groups' }
  | { kind: 'tasks' }
  | { kind: 'duties' }

/** Keeps for one reader which assignments and tasks the policies show, in the order of the lists. */
export async function prepareFloor(
  pool: pg.Pool,
  who: string,
  ids: readonly string[],
  taskIds: readonly string[],
): Promise<void> {
  await pool.query(`
    create table if not exists desk_floor (who text, place int, place_by_code int, assignment_id uuid, task_id uuid, lead_id uuid, state text, class text,
      due_on date, awaits boolean);
    create table if not exists desk_floor_task (who text, number int, task_id uuid);
    create index if not exists desk_floor_place on desk_floor (who, place) include (assignment_id);
    create index if not exists desk_floor_code on desk_floor (who, place_by_code) include (assignment_id);
    create index if not exists desk_floor_state on desk_floor (who, state, place) include (assignment_id);
    create index if not exists desk_floor_class on desk_floor (who, class, place) include (assignment_id);
    create index if not exists desk_floor_counted on desk_floor (who, task_id, state, class) include (due_on, awaits);
    create index if not exists desk_floor_lead on desk_floor (who, lead_id, task_id, class);
    create index if not exists desk_floor_number on desk_floor_task (who, number) include (task_id)`)
  await pool.query(
    `insert into desk_floor select $1, row_number() over (order by a.due_on nulls last, a.task_id, a.ordinal), row_number() over (order by t.number, a.ordinal),
      a.id, a.task_id, coalesce(a.lead_id, a.external_lead_id), a.state,
      app_lateness_class(a.state, a.issued_on, a.due_on, a.reported_on, a.exited_on, $3), a.due_on,
      coalesce(app_awaits(a.state, a.issued_on, a.reported_on, $3), false)
      from assignment a join task t on t.id = a.task_id where a.id = any($2::uuid[])`,
    [who, ids, DESK_DAY],
  )
  await pool.query(`insert into desk_floor_task select $1, number, id from task where id = any($2::uuid[])`, [
    who,
    taskIds,
  ])
}

export async function prepareDuties(pool: pg.Pool, who: string, duties: readonly Duty[]): Promise<void> {
  await pool.query(`
    create table if not exists desk_floor_duty (who text, place int, subject text, id uuid);
    create index if not exists desk_floor_duty_place on desk_floor_duty (who, subject, place)`)
  await pool.query('delete from desk_floor_duty where who = $1', [who])
  await pool.query(
    `insert into desk_floor_duty select $1, d.place, d.subject, d.id
      from unnest($2::text[], $3::uuid[]) with ordinality d (subject, id, place)`,
    [who, duties.map(({ subject }) => subject), duties.map(({ id }) => id)],
  )
}

/** Runs it in a transaction of its own, and answers what the work answers. */
export function floorOf(db: Store['db'], who: string, floor: Floor): Promise<unknown> {
  return db.transaction().execute(async (tx): Promise<unknown> => {
    if (floor.kind === 'counts') return countsOf(tx, who)
    if (floor.kind === 'groups') return groupsOf(tx, who)
    if (floor.kind === 'tasks') return tasksOf(tx, who)
    return floor.kind === 'duties' ? dutiesOf(tx, who) : pageOf(tx, who, floor)
  })
}

async function pageOf(tx: Tx, who: string, floor: Extract<Floor, { kind: 'page' | 'search' }>): Promise<string[]> {
  const own: Omit<Extract<Floor, { kind: 'page' }>, 'kind'> = floor.kind === 'page' ? floor : {}
  const state = own.state === undefined ? sql`` : sql`and f.state = ${own.state}`
  const kind = own.class === undefined ? sql`` : sql`and f.class = ${own.class}`
  const words = floor.kind === 'search' ? sql`and t.folded like ${`%${fold(floor.words)}%`}` : sql``
  const { rows } = await sql<{ id: string }>`
    select ${ASSIGNMENT_COLUMNS} from ${ASSIGNMENT_TABLES} join desk_floor f on f.assignment_id = a.id
    where f.who = ${who} ${state} ${kind} ${words} order by f.${sql.ref(own.order ?? 'place')} limit 50 offset ${own.offset ?? 0}`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** As the counts of a list answer: by state and class, those that wait, those due soon, and of how many tasks. */
async function countsOf(tx: Tx, who: string): Promise<unknown> {
  const { rows } = await sql<{ state: string; class: string; n: number; awaiting: number; soon: number }>`
    select state, class, count(*) as n, count(*) filter (where awaits) as awaiting,
      count(*) filter (where state in ('issued', 'accepted', 'returned', 'in_progress') and due_on between ${DESK_DAY}::date and ${DESK_DAY}::date + 7) as soon
    from desk_floor where who = ${who} group by 1, 2`.execute(tx)
  const tasks = await sql<{ n: number }>`
    select count(*) as n from (select distinct task_id from desk_floor where who = ${who}) tasks`.execute(tx)
  const sumOf = (by: 'state' | 'class') =>
    [...Map.groupBy(rows, (row) => row[by])]
      .map(([key, of]) => [key, of.reduce((sum, { n }) => sum + n, 0)])
      .toSorted(byKey)
  const sum = (by: 'n' | 'awaiting' | 'soon') => rows.reduce((total, row) => total + row[by], 0)
  return [sum('n'), tasks.rows[0]?.n, sumOf('state'), sumOf('class'), sum('awaiting'), sum('soon')]
}

async function groupsOf(tx: Tx, who: string): Promise<unknown> {
  const { rows } = await sql<{ key: string; class: string; n: number }>`
    select lead_id as key, class, count(*) as n from desk_floor where who = ${who} group by 1, 2`.execute(tx)
  const tasks = await sql<{ key: string; n: number }>`
    select lead_id as key, count(*) as n from (select distinct lead_id, task_id from desk_floor where who = ${who}) tasks group by 1`.execute(
    tx,
  )
  const ofKey = Map.groupBy(rows, ({ key }) => key)
  return tasks.rows
    .map(({ key, n }) => {
      const classes = (ofKey.get(key) ?? []).map((row) => [row.class, row.n]).toSorted(byKey)
      return [key, n, classes]
    })
    .toSorted(byKey)
}

/** Lists of which the first says what they are about. */
export function byKey(a: readonly unknown[], b: readonly unknown[]): number {
  return String(a[0]) < String(b[0]) ? -1 : 1
}

async function tasksOf(tx: Tx, who: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id, t.number, t.action, d.symbol, t.owner_id, t.deadline, t.drafted_at, t.version,
      (select jsonb_object_agg(state, n) from (select state, count(*) as n from desk_floor x where x.who = ${who} and x.task_id = t.id group by state) s) as states
    from desk_floor_task f join task t on t.id = f.task_id left join directive d on d.id = t.directive_id
    where f.who = ${who} order by f.number desc limit 50`.execute(tx)
  return rows.map(({ id }) => id)
}

async function dutiesOf(tx: Tx, who: string): Promise<string[]> {
  const assignments = await sql<{ id: string; place: number }>`
    select f.place, ${ASSIGNMENT_COLUMNS} from ${ASSIGNMENT_TABLES} join desk_floor_duty f on f.id = a.id
    where f.who = ${who} and f.subject = 'assignment' order by f.place`.execute(tx)
  const tasks = await sql<{ id: string; place: number }>`
    select f.place, t.id, t.number, t.action from desk_floor_duty f join task t on f.id = t.id
    where f.who = ${who} and f.subject = 'task' order by f.place`.execute(tx)
  const directives = await sql<{ id: string; place: number }>`
    select f.place, d.id, d.symbol, d.subject, d.received_on from desk_floor_duty f join directive d on f.id = d.id
    where f.who = ${who} and f.subject = 'directive' order by f.place`.execute(tx)
  const all = [...assignments.rows, ...tasks.rows, ...directives.rows]
  return all.toSorted((a, b) => a.place - b.place).map(({ id }) => id)
}
