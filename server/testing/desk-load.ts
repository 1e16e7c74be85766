import type pg from 'pg'
import { fold } from '#core/kernel/fold.ts'

// The load of bench/desk.ts: the demo administration with as many tasks and assignments as asked for, made as the owner in bulk. The same at
// every run: what looks like chance is a multiplication. No journal and no reports: lists and counts read neither.

/** The day on which the bench reads. */
export const DESK_DAY = '2026-11-21'

const VERBS = ['Rà soát', 'Báo cáo', 'Tổng hợp', 'Xây dựng', 'Kiểm tra', 'Trình ban hành', 'Hướng dẫn', 'Triển khai']
const OBJECTS = [
  'biên chế và vị trí việc làm',
  'trụ sở làm việc dôi dư',
  'kết quả giải quyết thủ tục hành chính',
  'phản ánh, kiến nghị của người dân',
  'kế hoạch vốn đầu tư trung hạn',
  'dự thảo quy chế phối hợp',
  'cơ sở dữ liệu cán bộ',
  'công tác tiếp dân định kỳ',
  'chỉ tiêu dịch vụ công trực tuyến',
  'tài sản công sau sắp xếp',
]
/** One task in 400 has it. */
const RARE = 'tại khu vực biên giới'
/** Searched by the bench: words of an eighth of all tasks, and of few. */
export const COMMON_WORDS = 'rà soát'
export const RARE_WORDS = 'khu vực biên giới'

/** Numbers that look like chance: 0 to 2³² − 1. */
const hash = (of: string) => `((${of})::bigint * 2654435761 % 4294967296)`

/**
 * One task in 1000 goes to all communes, one in 10 to all provinces, one in 37 from a province to its communes, the others to one unit or
 * external unit: ten assignments for a task on average. Old ones are mostly confirmed.
 */
export async function loadDesk(pool: pg.Pool, tasks: number): Promise<void> {
  const actions = VERBS.flatMap((verb) => OBJECTS.map((object) => `${verb} ${object}`))
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`create temp table kinds on commit drop as
      select kind, array_agg(id order by pos) as ids from unit group by kind`)
    await client.query(`create temp table people on commit drop as
      select unit_id, (array_agg(person_id order by person_id))[1] as person_id from role_grant group by unit_id`)
    await client.query(DIRECTIVES, [tasks / 10])
    await client.query(TASKS, [tasks, actions, actions.map(fold), RARE, fold(RARE)])
    await client.query(ASSIGNMENTS)
    await client.query(`insert into assignment_cooperating
      select a.id, d.id from assignment a join task t on t.id = a.task_id and t.number > ${FROM}
        join unit d on d.kind = 'department.line' and d.pos % 5 = ${hash('t.number + a.ordinal')} / 16 % 5
        where ${hash('t.number * 31 + a.ordinal')} / 8 % 5 = 0 and a.lead_id is distinct from d.id`)
    await client.query(`insert into directive_addressee
      select distinct directive_id, lead_id from assignment where directive_id is not null and lead_id is not null and issued_on is not null
      on conflict do nothing`)
    await client.query('commit')
  } finally {
    client.release()
  }
  await pool.query('vacuum analyze')
}

/** Numbers below are the demo's own. */
const FROM = 1000
const top = `(select id from unit where pos = 1)`
const officer = `(select id from person where login = 'chuyenvien2.vpb')`
/** A version 7 id that ascends with n. */
const idOf = (series: number, n: string) =>
  `(lpad(to_hex(26000000000 + (${n})::bigint), 12, '0') || '7000' || '8' || '${series}' || lpad(to_hex((${n})::bigint % 65536), 14, '0'))::uuid`

const DIRECTIVES = `
  insert into directive (id, symbol, type, issuer, issued_on, received_on, subject, reading_state, owner_id, registered_by, registered_at, folded, identity_key)
  select ${idOf(1, 'n')}, n || '/CT-BPTCS', 'CT', 'Bộ', day, day, 'Về việc số ' || n, case when n % 50 = 0 then 'unread' else 'tasks-recorded' end,
    ${top}, ${officer}, day, 'n ' || n, 'bench|' || n
  from generate_series(1, $1::int) n, lateral (select date '2025-01-02' + (${hash('n')} / 512 % 680)::int as day) d`

const TASKS = `
  insert into task (id, number, directive_id, source, action, owner_id, drafted_by, drafted_at, folded)
  select ${idOf(2, 'n')}, ${FROM} + n, case when n % 37 = 11 then null else ${idOf(1, '(n - 1) / 10 + 1')} end, case when n % 37 = 11 then 'bench' end,
    ($2::text[])[k] || case when n % 400 = 9 then ' ' || $4 else '' end || ' (' || n || ')',
    case when n % 37 = 11 and n % 10 <> 3 and n % 1000 <> 7 then p.ids[1 + n / 37 % cardinality(p.ids)] else ${top} end,
    ${officer}, date '2025-01-02' + (${hash('n')} / 1024 % 680)::int,
    ($3::text[])[k] || case when n % 400 = 9 then ' ' || $5 else '' end || ' ' || n
  from generate_series(1, $1::int) n, lateral (select 1 + (${hash('n')} / 64 % 80)::int as k) c, (select ids from kinds where kind = 'provincial-body') p`

const ASSIGNMENTS = `
  with given as (
    select t.id as task_id, t.directive_id, t.owner_id, t.number - ${FROM} as n, t.drafted_at::date + 1 as issued_on, u.lead_id, u.ordinal
    from task t join unit o on o.id = t.owner_id
      cross join (select ids from kinds where kind = 'provincial-body') p
      cross join (select ids from kinds where kind = 'commune-body') c
      cross join (select ids from kinds where kind = 'department.line') d
      cross join lateral unnest(case
        when (t.number - ${FROM}) % 1000 = 7 then c.ids
        when (t.number - ${FROM}) % 10 = 3 then p.ids
        when (t.number - ${FROM}) % 37 = 11 then (select array_agg(b.id order by b.pos) from unit b where b.pos > o.pos and b.pos <= o.last and b.kind = 'commune-body')
        when t.number % 3 = 0 then array[d.ids[1 + t.number / 3 % cardinality(d.ids)]]
        when t.number % 3 = 1 then array[p.ids[1 + t.number / 3 % cardinality(p.ids)]]
        else array[c.ids[1 + t.number / 3 % cardinality(c.ids)]] end) with ordinality u (lead_id, ordinal)
    where t.number > ${FROM}
  ), dated as (
    select g.*, ${hash('g.n * 4099 + g.ordinal')} / 4096 as h,
      case when g.n % 12 = 5 then null else g.issued_on + 10 + (${hash('g.n * 7')} / 256 % 180)::int end as due_on
    from given g
  ), stated as (
    select d.*, case when d.issued_on < date '${DESK_DAY}' - 200 and h % 20 < 17 then 'confirmed'
      else (array['draft', 'draft', 'approved', 'issued', 'issued', 'accepted', 'accepted', 'returned', 'in_progress', 'in_progress', 'in_progress', 'in_progress',
        'reported_complete', 'reported_complete', 'confirmed', 'confirmed', 'confirmed', 'withdrawn', 'superseded', 'merged'])[1 + h / 20 % 20] end as state
    from dated d
  )
  insert into assignment (id, task_id, ordinal, directive_id, lead_id, external_lead_id, issued_by, monitor_id, state, original_due_on, due_on, needs_approval,
    drafted_by, issued_on, answer_from, issued_at, handler_id, percent, reported_on, reported_by, exited_on)
  select ${idOf(3, 's.n * 4096 + s.ordinal')}, s.task_id, s.ordinal, s.directive_id,
    case when outside then null else s.lead_id end, case when outside then (select id from external_unit order by id limit 1) end, s.owner_id,
    case when s.n % 3 = 0 then m.ids[1 + s.n / 3 % cardinality(m.ids)] end, s.state,
    case when is_given then s.due_on end, s.due_on, s.n % 4 = 0, ${officer},
    case when is_given then s.issued_on end, case when is_given then s.issued_on end, case when is_given then s.issued_on end,
    case when is_given and not outside and h % 5 = 0 then p.person_id end, case when s.state = 'in_progress' then (h % 10 * 10)::int end,
    case when done then least(s.issued_on + 5 + (h % 150)::int, date '${DESK_DAY}') end, case when done then coalesce(p.person_id, ${officer}) end,
    case when s.state in ('withdrawn', 'superseded', 'merged') then s.issued_on + 3 end
  from stated s left join people p on p.unit_id = s.lead_id cross join (select ids from kinds where kind = 'department.line') m,
    lateral (select s.state not in ('draft', 'approved') as is_given, s.state in ('reported_complete', 'confirmed') as done,
      s.ordinal = 1 and s.n % 29 = 1 and s.n % 10 <> 3 and s.n % 37 <> 11 and s.n % 1000 <> 7 as outside) x`
