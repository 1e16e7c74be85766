import { type RawBuilder, sql } from 'kysely'
import type pg from 'pg'
import type { SearchWords } from '#core/search/search-words.ts'
import type { Store, Tx } from '#server/db/store.ts'

// What bench/search.ts searches in beside the tasks of server/testing/desk-load.ts, and what it compares with.

/** Units below the communes until there are so many, and an official at each. */
export async function addPeopleAndUnits(pool: pg.Pool, units: number): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ each: number }>(
      `select greatest(0, ceil(($1 - (select count(*) from unit))::numeric / (select count(*) from unit where kind = 'commune-body')))::int as each`,
      [units],
    )
    const each = rows[0]?.each ?? 0
    await client.query(`create temp table places on commit drop as
      select id, pos, last, kind, (select count(*) from unit c where c.kind = 'commune-body' and c.pos < u.pos) as before from unit u`)
    await client.query(`create index on places (pos)`)
    await client.query(
      `update unit u set pos = p.pos + $1 * p.before, last = p.last + $1 * (select count(*) from places c where c.kind = 'commune-body' and c.pos <= p.last)
        from places p where p.id = u.id`,
      [each],
    )
    await client.query(
      `with made as (
        select gen_random_uuid() as id, u.id as parent_id, u.last - $1 + n as place, n from unit u, generate_series(1, $1) n where u.kind = 'commune-body'
      ), placed as (insert into unit (id, kind, pos, last) select id, 'division', place, place from made)
      insert into unit_version (unit_id, valid_from, name, short_name, parent_id, tier)
      select m.id, '2025-07-01', (array['Tổ Hành chính', 'Tổ Tiếp công dân', 'Tổ Kế hoạch'])[n], (array['Tổ HC', 'Tổ TCD', 'Tổ KH'])[n], m.parent_id,
        (select min(v.tier) from unit_version v where v.unit_id = m.parent_id) from made m`,
      [each],
    )
    await client.query('update unit_register set version = version + 1')
    await client.query(
      `with made as (
        select gen_random_uuid() as id, id as unit_id, row_number() over (order by pos) as n from unit
      ), named as (
        insert into person (id, login, name, position)
        select id, 'canbo.' || n, (array['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng'])[1 + n % 5] || ' ' || (array['Văn', 'Thị', 'Đức', 'Minh'])[1 + n / 5 % 4]
          || ' ' || (array['An', 'Bình', 'Chiến', 'Dũng', 'Hà', 'Hoà', 'Lan', 'Nga', 'Phúc', 'Quý', 'Sơn', 'Tuyết', 'Thuỷ'])[1 + n / 20 % 13], 'Cán bộ' from made)
      insert into role_grant (id, person_id, role, unit_id, from_on) select gen_random_uuid(), id, 'reporter', unit_id, '2025-07-01' from made`,
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}

type Seen = Record<'tasks' | 'directives' | 'assignments' | 'people', readonly { id: string }[]>

/** Keeps what one reader reads, in the order in which it is found. */
export async function prepareFloor(pool: pg.Pool, who: string, seen: Seen): Promise<void> {
  await pool.query(`
    create table if not exists search_floor (who text, kind text, place int, id uuid, number int, ordinal int, folded text, said text);
    create index if not exists search_floor_place on search_floor (who, kind, place);
    create index if not exists search_floor_folded on search_floor using gin (folded gin_trgm_ops);
    create index if not exists search_floor_said on search_floor using gin (said gin_trgm_ops);
    create index if not exists search_floor_code on search_floor (who, kind, number, ordinal);
    create table if not exists search_floor_unit as
      select unit_id as id, app_folded(name || ' ' || short_name) as folded from unit_version where valid_to is null;
    create index if not exists search_floor_unit_folded on search_floor_unit using gin (folded gin_trgm_ops)`)
  const add = (kind: keyof Seen, select: string) =>
    pool.query(`insert into search_floor (who, kind, place, id, number, ordinal, folded, said) ${select}`, [
      who,
      seen[kind].map(({ id }) => id),
    ])
  await add(
    'tasks',
    `select $1, 'tasks', row_number() over (order by number desc), id, number, null, ' ' || folded, app_small_words(action) from task where id = any($2::uuid[])`,
  )
  await add(
    'directives',
    `select $1, 'directives', row_number() over (order by received_on desc, id desc), id, null, null, ' ' || folded, app_small_words(subject)
      from directive where id = any($2::uuid[])`,
  )
  await add(
    'assignments',
    `select $1, 'assignments', row_number() over (order by t.number, a.ordinal), a.id, t.number, a.ordinal, '', ''
      from assignment a join task t on t.id = a.task_id where a.id = any($2::uuid[])`,
  )
  await add(
    'people',
    `select $1, 'people', row_number() over (order by name, login), id, null, null, ' ' || app_folded(name || ' ' || login), app_small_words(name)
      from person where active and id = any($2::uuid[])`,
  )
}

/** The ids of the rows found, by kind, in a transaction of its own. */
export function floorOf(db: Store['db'], who: string, words: SearchWords): Promise<string[][]> {
  const held = sql.join(
    words.plain.map((word) => sql`f.folded like ${`% ${word}%`}`),
    sql` and `,
  )
  const spelled =
    words.marked.length === 0
      ? undefined
      : sql.join(
          words.marked.map((ways) => sql`f.said like any(${ways.map((way) => `% ${way}%`)}::text[])`),
          sql` and `,
        )
  const { code } = words
  return db.transaction().execute(async (tx) => {
    if (code?.sure) {
      const ordinal = code.ordinal === null ? sql`` : sql`and f.ordinal = ${code.ordinal}`
      const tasks = await byCode(tx, who, 'tasks', sql`f.number = ${code.number}`)
      return [[], tasks, await byCode(tx, who, 'assignments', sql`f.number = ${code.number} ${ordinal}`), []]
    }
    const directives = await best(
      tx,
      who,
      'directives',
      held,
      spelled,
      sql`d.symbol, d.subject, d.issuer, d.issued_on`,
      sql`directive d on d.id = f.id`,
    )
    const tasks = await best(
      tx,
      who,
      'tasks',
      held,
      spelled,
      sql`t.action, d.symbol`,
      sql`task t on t.id = f.id left join directive d on d.id = t.directive_id`,
    )
    const people = await best(
      tx,
      who,
      'people',
      held,
      spelled,
      sql`p.name, p.position, p.login`,
      sql`person p on p.id = f.id`,
    )
    const numbered = code ? await byCode(tx, who, 'tasks', sql`f.number = ${code.number}`) : []
    const assignments = code ? await byCode(tx, who, 'assignments', sql`f.number = ${code.number}`) : []
    await sql`select id from search_floor_unit f where ${held} limit 6`.execute(tx)
    const first = [...numbered, ...tasks.filter((id) => !numbered.includes(id))]
    return [directives, first, assignments, people].map((ids) => ids.slice(0, 5))
  })
}

async function best(
  tx: Tx,
  who: string,
  kind: string,
  held: RawBuilder<unknown>,
  spelled: RawBuilder<unknown> | undefined,
  columns: RawBuilder<unknown>,
  table: RawBuilder<unknown>,
): Promise<string[]> {
  const find = async (also: RawBuilder<unknown>, most: number) => {
    const { rows } = await sql<{ id: string }>`select f.id, ${columns} from search_floor f join ${table}
      where f.who = ${who} and f.kind = ${kind} and ${held} and ${also} order by f.place limit ${most}`.execute(tx)
    return rows.map(({ id }) => id)
  }
  if (spelled === undefined) return find(sql`true`, 6)
  const first = await find(spelled, 6)
  return first.length === 6 ? first : [...first, ...(await find(sql`not (${spelled})`, 6 - first.length))]
}

async function byCode(tx: Tx, who: string, kind: string, where: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select f.id from search_floor f
    where f.who = ${who} and f.kind = ${kind} and ${where} order by f.place limit 6`.execute(tx)
  return rows.map(({ id }) => id)
}
