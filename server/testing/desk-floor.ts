import { sql } from 'kysely'
import type pg from 'pg'
import { fold } from '#core/kernel/fold.ts'
import type { Duty } from '#core/tasks/answers.ts'
import type { Store, Tx } from '#server/db/store.ts'
import { ASSIGNMENT_COLUMNS, ASSIGNMENT_TABLES } from '#server/tasks/describe.ts'

/** What the bench compares with: the same rows without policies, found over an index made for them. */
export type Floor =
  | { kind: 'page'; state?: string; offset?: number }
  | { kind: 'search'; words: string }
  | { kind: 'counts' }
  | { kind: 'duties' }

/** Keeps for one reader which assignments the policies show, in the order of the list. */
export async function prepareFloor(pool: pg.Pool, who: string, ids: readonly string[]): Promise<void> {
  await pool.query(`
    create table if not exists desk_floor (who text, place int, assignment_id uuid, state text, due_on date);
    create index if not exists desk_floor_place on desk_floor (who, place) include (assignment_id);
    create index if not exists desk_floor_state on desk_floor (who, state, place) include (assignment_id, due_on)`)
  await pool.query(
    `insert into desk_floor select $1, row_number() over (order by a.due_on nulls last, t.number, a.ordinal), a.id, a.state, a.due_on
      from assignment a join task t on t.id = a.task_id where a.id = any($2::uuid[])`,
    [who, ids],
  )
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
    return floor.kind === 'duties' ? dutiesOf(tx, who) : pageOf(tx, who, floor)
  })
}

async function pageOf(tx: Tx, who: string, floor: Extract<Floor, { kind: 'page' | 'search' }>): Promise<string[]> {
  const state = floor.kind === 'page' && floor.state !== undefined ? sql`and f.state = ${floor.state}` : sql``
  const words = floor.kind === 'search' ? sql`and t.folded like ${`%${fold(floor.words)}%`}` : sql``
  const offset = floor.kind === 'page' ? (floor.offset ?? 0) : 0
  const { rows } = await sql<{ id: string }>`
    select ${ASSIGNMENT_COLUMNS} from ${ASSIGNMENT_TABLES} join desk_floor f on f.assignment_id = a.id
    where f.who = ${who} ${state} ${words} order by f.place limit 50 offset ${offset}`.execute(tx)
  return rows.map(({ id }) => id)
}

async function countsOf(tx: Tx, who: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; n: number }>`
    select state, count(*) as n, count(*) filter (where due_on < now()) as overdue, count(*) filter (where due_on is null) as undated
    from desk_floor where who = ${who} group by state order by state`.execute(tx)
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
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
