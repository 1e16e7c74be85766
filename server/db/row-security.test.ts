import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { soughtIn } from '#core/kernel/sought.ts'
import type { Actor } from '#core/people/may.ts'
import { Role } from '#core/people/role.ts'
import { newId } from '#server/clock.ts'
import type { Store, Tx } from '#server/db/store.ts'
import { keepTextWords } from '#server/directives/keep-words.ts'
import { phrasesOf } from '#server/directives/sought-phrases.ts'
import { enterScope } from '#server/http/scope.ts'
import {
  type Administration,
  anAdministration,
  everyRoleAt,
  loginOf,
  NOW,
  people,
  type Place,
  TODAY,
} from '#server/testing/administration.ts'
import { undone, withStore } from '#server/testing/harness.ts'
import {
  storedAssignment,
  storedDirective,
  storedFile,
  storedMessage,
  storedReport,
  storedTask,
  TEXT,
} from '#server/testing/stored.ts'
import { loadUnitRegister, type UnitRegister } from '#server/units/unit-register.ts'

// "A user sees and touches only what their roles at their units allow, in the API and again in the database": asked of the database alone,
// under the application's role. What is expected is written from the design's table, by hand, not from core/people/may.ts.

/** Tables without row policies, and why. Nothing of them can be written under the application's role. */
const OPEN: Record<string, string> = {
  territory: 'the country is no secret',
  territory_version: 'the country is no secret',
  territory_succession: 'the country is no secret',
  unit_succession: 'the organisation is known to all who work in it',
  journal_seal: 'hashes, which prove and do not tell',
  journal_sealed: 'hashes, which prove and do not tell',
}
/** Tables of the owner alone: no right on any column. */
const CLOSED = ['assignment_tally', 'migration', 'person_name', 'session', 'setup']

/** Written by hand from the design: what each role reads of a row that stands so to the unit at which it is held. */
const READS = {
  directive: {
    leader: 'own below addressed',
    officer: 'own below addressed',
    clerk: 'own below',
    'unit-head': 'own below addressed',
    'focal-point': 'own below addressed',
    reporter: 'own',
    auditor: 'any',
  },
  text: {
    leader: 'own below addressed',
    officer: 'own below addressed',
    'unit-head': 'own below addressed',
    'focal-point': 'own below addressed',
    reporter: 'own',
    auditor: 'any',
  },
  proposal: { leader: 'own below', officer: 'own below', auditor: 'any' },
  // By those who read what reading proposes, and by those in whose registers it reads: `above`, the phrase is of an office above.
  phrase: { leader: 'own below above', officer: 'own below above', clerk: 'own above', auditor: 'any' },
  // Of the office whose register it wrote into.
  import: { officer: 'own', clerk: 'own' },
  // Of the leaders' priorities: who reads the task, within the scope and below the unit.
  star: {
    leader: 'own below above joined',
    officer: 'own below above joined',
    'unit-head': 'own below above joined',
    'focal-point': 'own below above joined',
    reporter: 'own above',
    auditor: 'any',
  },
  // Shared in a unit: with those who hold a role there that reads its lists.
  view: { leader: 'own', officer: 'own', clerk: 'own', 'unit-head': 'own', 'focal-point': 'own', reporter: 'own' },
  // Of the unit itself, and for whoever issued it.
  seen: {
    leader: 'lead issued',
    officer: 'lead issued',
    'unit-head': 'lead issued',
    'focal-point': 'lead issued',
  },
  assignment: {
    leader: 'own below lead part issued handler',
    officer: 'own below lead part issued handler',
    'unit-head': 'own below lead part issued handler',
    'focal-point': 'own below lead part issued handler',
    reporter: 'own handler',
    clerk: 'handler',
    inspector: 'handler',
    'press-officer': 'handler',
    auditor: 'any',
  },
} satisfies Record<string, Partial<Record<Role, string>>>

type Stands = Partial<Record<Place, string>>

interface Case {
  title: string
  reads: keyof typeof READS
  rows: { table: string; id: Id; key?: string }[]
  stands: Stands
}

const PLACES: Place[] = ['ministry', 'planning', 'personnel', 'lamDong', 'daLat', 'caMau']
const ELSEWHERE: Stands = { ministry: '', planning: '', personnel: '', lamDong: '', daLat: '', caMau: '' }

/** How each place stands to the assignment that is tried most. */
const TAKEN: Stands = {
  ...ELSEWHERE,
  ministry: 'below issued',
  lamDong: 'own lead',
  planning: 'part',
  personnel: 'part',
}

interface Stage {
  store: Store
  administration: Administration
  register: UnitRegister
  everyone: Map<string, Id>
  by: Id
  handler: Id
  cases: Case[]
  file: Id
  whole: { id: Id; passages: [Id, Id]; proposal: Id }
  parts: { id: Id; passages: [Id, Id]; proposal: Id }
  task: Id
  ownTask: Id
  outsideTask: Id
  outside: Id
  assignment: Id
  toCommune: Id
  draft: Id
  report: Id
  message: Id
  /** An alias, a group, a phrase, an import and a starred task of the office of a province, all under one id. */
  taught: Id
  /** Starred by the ministry: the task that it gave to the province. */
  priority: Id
}

function withStage(body: (stage: Stage, t: { diagnostic: (text: string) => void }) => Promise<void>) {
  return withStore(async (store, t) => {
    const administration = await anAdministration(store)
    const everyone = await everyRoleAt(administration, PLACES, { anywhere: true })
    const roles = [{ role: 'clerk' as const, at: 'lamDong' as const }]
    const [by = newId(), handler = newId()] = await people(administration, [
      { login: 'someone', roles: [] },
      { login: 'handler', roles },
    ])
    const original = await storedFile(administration, by)
    const file = await storedFile(administration, by)
    const whole = await storedDirective(administration, {
      owner: 'ministry',
      by,
      fileId: original,
      addressees: ['lamDong'],
    })
    const parts = await storedDirective(administration, {
      owner: 'ministry',
      by,
      separateParts: true,
      addressees: ['lamDong'],
    })
    await store.db.transaction().execute(async (tx) => {
      for (const { id } of [whole, parts]) await keepTextWords(tx, id, TEXT, [])
    })
    const page = newId()
    const span = { directiveId: whole.id, startAt: 0, endAt: 1 }
    await store.db
      .insertInto('pageText')
      .values({ ...span, id: page, page: 1, origin: 'layer' })
      .execute()
    await store.db
      .insertInto('directiveRelation')
      .values(
        [whole.id, parts.id].map((directiveId) => ({
          ...span,
          directiveId,
          ordinal: 0,
          kind: 'cites',
          symbol: '1/QĐ',
          symbolFolded: '1 qd',
        })),
      )
      .execute()
    const [passageId, hidden] = parts.passages
    const task = await storedTask(administration, { owner: 'ministry', by, directive: { id: parts.id, passageId } })
    const assignment = await storedAssignment(administration, {
      taskId: task,
      directiveId: parts.id,
      lead: 'lamDong',
      issuedBy: 'ministry',
      cooperating: ['planning'],
      monitor: 'personnel',
      handlerId: handler,
      by,
    })
    const report = await storedReport(administration, { assignmentId: assignment, by, fileId: file })
    const message = await storedMessage(administration, { assignmentId: assignment, by, at: 'lamDong' })
    const ownTask = await storedTask(administration, { owner: 'lamDong', by, parentId: assignment })
    const toCommune = await storedAssignment(administration, {
      taskId: ownTask,
      lead: 'daLat',
      issuedBy: 'lamDong',
      by,
    })
    const draft = await storedAssignment(administration, {
      taskId: ownTask,
      lead: 'baoLoc',
      issuedBy: 'lamDong',
      by,
      state: 'draft',
      ordinal: 2,
    })
    const outsideTask = await storedTask(administration, { owner: 'lamDong', by })
    const outside = await storedAssignment(administration, {
      taskId: outsideTask,
      lead: 'external',
      issuedBy: 'lamDong',
      by,
    })
    const taught = newId()
    const { lamDong, daLat } = administration.unit
    await sql`insert into alias (id, unit_id, text) values (${taught}, ${daLat}, 'x')`.execute(store.db)
    await sql`insert into unit_group (id, name, below) values (${taught}, 'x', ${lamDong})`.execute(store.db)
    await sql`insert into unit_group_member values (${taught}, 0, ${administration.unit.baoLoc})`.execute(store.db)
    await sql`insert into fixed_phrase values (${taught}, ${lamDong}, 'order', 'nhờ', 'nho')`.execute(store.db)
    await sql`insert into import_run values (${taught}, ${lamDong}, 'tasks', ${file}, 'x', 'x', 'x', '{}', '{}', ${by}, ${NOW})`.execute(
      store.db,
    )
    const priority = newId()
    for (const [id, taskId, unitId] of [
      [taught, ownTask, lamDong],
      [priority, task, administration.unit.ministry],
    ])
      await sql`insert into star values (${id}, ${taskId}, ${unitId}, ${by}, ${NOW})`.execute(store.db)
    await sql`insert into saved_view (id, kind, name, filter, owner_id, unit_id, ordinal)
      values (${taught}, 'tasks', 'x', '{}', ${by}, ${lamDong}, 0)`.execute(store.db)
    const register = await loadUnitRegister(store.db, TODAY)
    const addressed: Stands = { ...ELSEWHERE, ministry: 'own', lamDong: 'addressed' }
    const ofProvince: Stands = { ...ELSEWHERE, ministry: 'below', lamDong: 'own issued' }
    const taken = TAKEN
    const cases: Case[] = [
      {
        title: 'the register',
        reads: 'directive',
        rows: [
          { table: 'directive', id: whole.id },
          { table: 'directive_addressee', key: 'directive_id', id: whole.id },
        ],
        stands: addressed,
      },
      {
        title: 'the text',
        reads: 'text',
        rows: [
          { table: 'directive_relation', key: 'directive_id', id: whole.id },
          { table: 'directive_text', key: 'directive_id', id: whole.id },
          { table: 'page_text', id: page },
          { table: 'passage', id: whole.passages[0] },
          { table: 'passage', id: whole.passages[1] },
          { table: 'file', id: original },
        ],
        stands: addressed,
      },
      {
        title: 'separate parts in the register',
        reads: 'directive',
        rows: [{ table: 'directive', id: parts.id }],
        stands: addressed,
      },
      {
        title: 'separate parts: the whole text and the passages of others',
        reads: 'text',
        rows: [
          { table: 'directive_relation', key: 'directive_id', id: parts.id },
          { table: 'directive_text', key: 'directive_id', id: parts.id },
          { table: 'passage', id: hidden },
        ],
        stands: { ...addressed, lamDong: '' },
      },
      {
        title: 'proposals',
        reads: 'proposal',
        rows: [
          { table: 'proposal', id: whole.proposal },
          { table: 'proposal', id: parts.proposal },
        ],
        stands: { ...addressed, lamDong: '' },
      },
      {
        title: 'a phrase that a province has fixed',
        reads: 'phrase',
        rows: [{ table: 'fixed_phrase', id: taught }],
        stands: { ...ELSEWHERE, ministry: 'below', lamDong: 'own', daLat: 'above' },
      },
      {
        title: 'a table that a province has taken over',
        reads: 'import',
        rows: [{ table: 'import_run', id: taught }],
        stands: { ...ELSEWHERE, ministry: 'below', lamDong: 'own' },
      },
      {
        title: 'a priority of a province',
        reads: 'star',
        rows: [{ table: 'star', id: taught }],
        stands: { ...ELSEWHERE, ministry: 'below', lamDong: 'own', daLat: 'above' },
      },
      {
        title: 'a priority of the ministry',
        reads: 'star',
        rows: [{ table: 'star', id: priority }],
        stands: { ...ELSEWHERE, ministry: 'own', lamDong: 'above', planning: 'joined', personnel: 'joined' },
      },
      {
        title: 'a view shared in a province',
        reads: 'view',
        rows: [{ table: 'saved_view', id: taught }],
        stands: { ...ELSEWHERE, ministry: 'below', lamDong: 'own' },
      },
      {
        title: 'an assignment with its parts',
        reads: 'assignment',
        rows: [
          { table: 'assignment', id: assignment },
          { table: 'assignment_cooperating', key: 'assignment_id', id: assignment },
          { table: 'report', id: report },
          { table: 'evidence', key: 'report_id', id: report },
          { table: 'file', id: file },
          { table: 'message', id: message },
          { table: 'message_text', key: 'message_id', id: message },
          { table: 'message_mention', key: 'message_id', id: message },
        ],
        stands: taken,
      },
      {
        title: 'that somebody of the lead has opened it',
        reads: 'seen',
        rows: [{ table: 'assignment_seen', key: 'assignment_id', id: assignment }],
        stands: taken,
      },
      {
        title: 'an assignment of a province',
        reads: 'assignment',
        rows: [{ table: 'assignment', id: toCommune }],
        stands: { ...ELSEWHERE, ministry: 'below', lamDong: 'below issued', daLat: 'own lead' },
      },
      { title: 'a draft', reads: 'assignment', rows: [{ table: 'assignment', id: draft }], stands: ofProvince },
      {
        title: 'an assignment to a body outside',
        reads: 'assignment',
        rows: [
          { table: 'assignment', id: outside },
          { table: 'task', id: outsideTask },
        ],
        stands: ofProvince,
      },
    ]
    await body(
      {
        store,
        administration,
        register,
        everyone,
        by,
        handler,
        cases,
        file,
        whole,
        parts,
        task,
        ownTask,
        outsideTask,
        outside,
        assignment,
        toCommune,
        draft,
        report,
        message,
        taught,
        priority,
      },
      t,
    )
  })
}

/** Runs as this person in this role, under the application's role; all of it is taken back. */
function as<T>(
  { store, register, administration }: Stage,
  personId: Id,
  role: Role | undefined,
  at: Place,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const actor: Actor = { personId, roles: role ? [{ role, unitId: administration.unit[at] }] : [] }
  return undone(store, () =>
    store.db.transaction().execute(async (tx) => {
      await enterScope(tx, actor, register, TODAY)
      return work(tx)
    }),
  )
}

/** How many rows a statement changed, or `refused`. */
async function touch(tx: Tx, statement: ReturnType<typeof sql>): Promise<number | 'refused'> {
  await sql`savepoint touch`.execute(tx)
  try {
    const { numAffectedRows } = await statement.execute(tx)
    return Number(numAffectedRows ?? 0)
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return 'refused'
    throw error
  } finally {
    await sql`rollback to savepoint touch`.execute(tx)
  }
}

function each(everyone: Map<string, Id>): { role: Role; at: Place; id: Id }[] {
  return PLACES.flatMap((at) =>
    Role.options.flatMap((role) => {
      const id = everyone.get(loginOf(role, at))
      return id ? [{ role, at, id }] : []
    }),
  )
}

test(
  'rows are read by whom the table of authority lets read, and by nobody else',
  withStage(async (stage, t) => {
    const wrong: string[] = []
    let tried = 0
    const look = async (
      title: string,
      personId: Id,
      role: Role | undefined,
      at: Place,
      relationsOf: (one: Case) => string,
    ) =>
      as(stage, personId, role, at, async (tx) => {
        for (const one of stage.cases) {
          const words = ((role && (READS[one.reads] as Partial<Record<Role, string>>)[role]) ?? '').split(' ')
          const relations = relationsOf(one).split(' ')
          const expected = words.includes('any') || relations.some((word) => word !== '' && words.includes(word))
          for (const { table, id, key = 'id' } of one.rows) {
            const { rows } = await sql`select 1 from ${sql.table(table)} where ${sql.ref(key)} = ${id}`.execute(tx)
            tried++
            if (rows.length > 0 !== expected)
              wrong.push(`${title}: ${table} (${one.title}) ${expected ? 'is hidden' : 'shows'}`)
          }
        }
      })
    for (const { role, at, id } of each(stage.everyone))
      await look(`${role} at ${at}`, id, role, at, ({ stands }) => stands[at] ?? '')
    const handled = ({ title, reads, stands }: Case) => {
      if (reads === 'phrase' || reads === 'import' || reads === 'star' || reads === 'view') return stands.lamDong ?? ''
      return title === 'an assignment with its parts' ? 'handler' : ''
    }
    for (const role of ['clerk', 'inspector', 'press-officer', 'liaison'] as const)
      await look(`${role} who handles it`, stage.handler, role, 'lamDong', handled)
    await look('handler who moved', stage.handler, 'clerk', 'caMau', () => '')
    await look('handler without a role any more', stage.handler, undefined, 'lamDong', () => '')
    assert.deepEqual(wrong, [])
    t.diagnostic(`${tried} rows looked for by role and relation`)
  }),
)

test(
  'of a directive with separate parts the addressee gets the passage of its own assignment, and tasks show with their assignments',
  withStage(async (stage) => {
    const seen = (role: Role, at: Place) =>
      as(stage, stage.everyone.get(loginOf(role, at)) ?? newId(), role, at, async (tx) => {
        const count = async (table: 'passage' | 'task', id: Id) => {
          return (await tx.selectFrom(table).select('id').where('id', '=', id).execute()).length
        }
        return [
          await count('passage', stage.parts.passages[0]),
          await count('passage', stage.parts.passages[1]),
          await count('task', stage.task),
        ]
      })
    assert.deepEqual(await seen('unit-head', 'lamDong'), [1, 0, 1])
    assert.deepEqual(await seen('officer', 'ministry'), [1, 1, 1])
    assert.deepEqual(await seen('unit-head', 'daLat'), [0, 0, 0])
    assert.deepEqual(await seen('clerk', 'ministry'), [0, 0, 0])
    assert.deepEqual(await seen('administrator', 'ministry'), [0, 0, 0])
    assert.deepEqual(await seen('unit-head', 'caMau'), [0, 0, 0])
  }),
)

test(
  'what functions of the owner find for lists, search and policies is what the policies show, for every role and relation',
  withStage(async (stage) => {
    const wrong: string[] = []
    const plan = JSON.stringify([
      { from: null, rule: { kind: 'dates', on: ['2026-03-14', '2026-04-30', '2026-05-31'] } },
    ])
    await sql`update assignment set reporting = ${plan} where id in (${stage.assignment}, ${stage.toCommune})`.execute(
      stage.store.db,
    )
    const compare = (title: string, personId: Id, role: Role | undefined, at: Place) =>
      as(stage, personId, role, at, async (tx) => {
        await sql`set local role none`.execute(tx)
        await sql`
          with said as (insert into message (id, assignment_id, author_id, unit_id, written_at)
              select gen_random_uuid(), id, ${stage.by}, issued_by, '2026-03-16T08:00:00Z' from assignment returning id),
            worded as (insert into message_text (message_id, revision, text, written_at) select id, 1, 'x', '2026-03-16T08:00:00Z' from said)
          insert into message_mention (message_id, person_id) select id, ${personId} from said`.execute(tx)
        await sql`set local role throughline_app`.execute(tx)
        const ids = async (query: ReturnType<typeof sql<{ id: Id }>>) =>
          (await query.execute(tx)).rows.map(({ id }) => id).toSorted()
        const sum = async (query: ReturnType<typeof sql<{ n: number }>>) => (await query.execute(tx)).rows[0]?.n
        const filter = JSON.stringify({ today: TODAY })
        const everywhere = Object.values(stage.administration.unit)
        const shown = await ids(sql`select id from assignment`)
        const reported = await ids(sql`
          select id from unnest(${[stage.assignment, stage.toCommune]}::uuid[]) id, app_report_counts(id, ${TODAY}) r where r.due > 0`)
        const owing = shown.filter((id) => id === stage.assignment || id === stage.toCommune)
        const nextReports = await ids(sql`select id from app_reports_next(${everywhere}::uuid[], '2026-12-31')`)
        const reporting = await ids(sql`
          select id from assignment where reporting is not null and state in ('issued', 'accepted', 'in_progress')`)
        const mentions = await ids(sql`select id from app_mentions_unseen(100)`)
        const mentioned = await ids(
          sql`select distinct assignment_id as id from message where author_id <> ${personId}`,
        )
        const own = JSON.stringify([{ folded: 'x y z', own: [stage.whole.id, stage.parts.id], own_exact: [] }])
        const ownHits = await ids(sql`select directive_id as id from app_register_found(${own})`)
        const all = [stage.assignment, stage.toCommune, stage.draft, stage.outside].toSorted()
        const found = await ids(sql`select app_assignment_page(${filter}, false, false, 100, 0) as id`)
        const byCode = await ids(sql`select app_assignment_page(${filter}, true, true, 100, 0) as id`)
        const seen = await ids(sql`select id from unnest(${all}::uuid[]) id where app_reads_assignment(id)`)
        const read = await ids(sql`select id from app_assignment_rows(${all}::uuid[])`)
        const named = await ids(
          sql`select distinct id from app_assignment_rows(${all}::uuid[]) where "directiveSymbol" is not null`,
        )
        const symbols = await ids(sql`select a.id from assignment a join directive d on d.id = a.directive_id`)
        const counted = await sum(
          sql`select coalesce(sum(n), 0)::int as n from app_assignment_counts(${filter}, ${TODAY}) where state is not null`,
        )
        const countedTasks = await sum(
          sql`select coalesce(sum(n), 0)::int as n from app_assignment_counts(${filter}, ${TODAY}) where state is null`,
        )
        const grouped = await sum(
          sql`select coalesce(sum(n), 0)::int as n from app_assignment_groups(${filter}, 'lead') where class is not null`,
        )
        const opened = await ids(sql`select distinct task_id as id from assignment`)
        const taskIds = await ids(sql`
          select id from unnest(${[stage.task, stage.ownTask, stage.outsideTask]}::uuid[]) id where app_reads_task_of(id)`)
        const registered = await ids(sql`select id from directive`)
        const texts = await ids(sql`select directive_id as id from directive_text`)
        const [phrase] = phrasesOf(soughtIn('rà soát biên chế'), [])
        const sought = JSON.stringify([phrase])
        const filed = await ids(sql`select app_register_page('{}', null, '-received', ${TODAY}, 100, 0) as id`)
        const hits = await ids(sql`select directive_id as id from app_register_found(${sought}) where rank = 2`)
        const shownTasks = await ids(sql`select id from task`)
        const taskPage = await ids(sql`select app_task_page(${filter}, true, 100, 0) as id`)
        const taskCounts = await sum(sql`select tasks::int as n from app_task_counts('{}')`)
        const taskSums = await sum(sql`select assignments::int as n from app_task_counts('{}')`)
        const every = [stage.task, stage.ownTask, stage.outsideTask]
        const taskRows = await ids(sql`select id from app_task_rows(${every}::uuid[])`)
        const states = await sum(sql`
          select coalesce(sum(n::int), 0)::int as n from app_task_rows(${every}::uuid[]) r, jsonb_each_text(r.states) s (state, n)`)
        // Asked for all units of the country, which no reader has: what is found is still the reader's own.
        const moved = await ids(
          sql`select id from app_assignments_to_move(${everywhere}::uuid[], ${everywhere}::uuid[])`,
        )
        const movable = await ids(
          sql`select id from assignment where state in ('issued', 'accepted', 'in_progress', 'reported_complete', 'returned')`,
        )
        const drafts = await ids(sql`select id from app_drafts_to_move(${everywhere}::uuid[], ${everywhere}::uuid[])`)
        const draftTasks = await ids(
          sql`select distinct task_id as id from assignment where state in ('draft', 'approved')`,
        )
        for (const [what, one, other] of [
          ['register', filed, registered],
          ['search of texts', hits, texts],
          ['sentences of one’s own', ownHits, registered],
          ['reports that are due', reported, owing],
          ['reports to come', nextReports, reporting],
          ['mentions', mentions, mentioned],
          ['page', found, shown],
          ['page by code', byCode, shown],
          ['one by one', seen, shown],
          ['rows', read, shown],
          ['symbols', named, symbols],
          ['counts', counted, shown.length],
          ['tasks of the counts', countedTasks, opened.length],
          ['groups', grouped, shown.length],
          ['tasks', taskIds, opened],
          ['page of tasks', taskPage, shownTasks],
          ['counts of tasks', [taskCounts, taskSums], [shownTasks.length, shown.length]],
          ['rows of tasks', taskRows, shownTasks],
          ['states of tasks', states, shown.length],
          ['what is to be moved', moved, movable],
          ['drafts to be moved', drafts, draftTasks],
        ])
          if (JSON.stringify(one) !== JSON.stringify(other)) wrong.push(`${title}: ${String(what)}`)
      })
    for (const { role, at, id } of each(stage.everyone)) await compare(`${role} at ${at}`, id, role, at)
    for (const role of ['clerk', 'inspector'] as const) await compare('handler', stage.handler, role, 'lamDong')
    await compare('handler who moved', stage.handler, 'clerk', 'caMau')
    await compare('nobody', stage.handler, undefined, 'lamDong')
    assert.deepEqual(wrong, [])
  }),
)

/** What can be written, tried as statements; who may is written by hand as `role@place`. */
function writes(stage: Stage, personId: Id): { title: string; statement: ReturnType<typeof sql>; by: string[] }[] {
  const { administration, whole, parts, task, ownTask, assignment, toCommune, draft, report, message, file, taught } =
    stage
  const { unit, external } = administration
  const id = newId()
  const office = ['officer@ministry']
  const register = ['officer@ministry', 'clerk@ministry']
  const lead = ['unit-head@lamDong', 'focal-point@lamDong']
  const issuer = ['officer@ministry', 'unit-head@ministry', 'focal-point@ministry']
  const provinceIssues = ['officer@lamDong', 'unit-head@lamDong', 'focal-point@lamDong']
  const administrator = ['administrator@ministry']
  const everybody = each(stage.everyone).map(({ role, at }) => `${role}@${at}`)
  const others = (roles: Role[]) => everybody.filter((who) => !roles.some((role) => who.startsWith(`${role}@`)))
  // Who reads the assignment in full and acts: not the auditor.
  const readers = each(stage.everyone).flatMap(({ role, at }) => {
    const words = ((READS.assignment as Partial<Record<Role, string>>)[role] ?? '').split(' ')
    const relations = (TAKEN[at] ?? '').split(' ')
    return role !== 'auditor' && relations.some((word) => word !== '' && words.includes(word)) ? [`${role}@${at}`] : []
  })
  const ownName = readers.filter((who) => who.endsWith('@lamDong'))
  const values = (owner: Id, by: Id) => sql`(${id}, ${TODAY}, 'x', ${owner}, ${by}, ${NOW}, 'x', 'x')`
  const directive = sql`directive (id, received_on, subject, owner_id, registered_by, registered_at, folded, identity_key)`
  const tasks = sql`task (id, number, action, source, directive_id, parent_id, owner_id, drafted_by, drafted_at, folded)`
  const assignments = sql`assignment (id, task_id, directive_id, ordinal, lead_id, issued_by, state, needs_approval, drafted_by)`
  return [
    {
      title: 'register a directive',
      statement: sql`insert into ${directive} values ${values(unit.ministry, personId)}`,
      by: register,
    },
    {
      title: 'register one in another’s name',
      statement: sql`insert into ${directive} values ${values(unit.ministry, stage.by)}`,
      by: [],
    },
    {
      title: 'register one with a file one may not read',
      statement: sql`insert into directive (id, received_on, subject, owner_id, registered_by, registered_at, folded, identity_key, file_id) values (${id}, ${TODAY}, 'x', ${unit.caMau}, ${personId}, ${NOW}, 'x', 'x', ${file})`,
      by: [],
    },
    {
      title: 'correct the head of a directive',
      statement: sql`update directive set subject = 'x' where id = ${whole.id}`,
      by: register,
    },
    {
      title: 'take a directive over',
      statement: sql`update directive set owner_id = ${unit.caMau} where id = ${whole.id}`,
      by: [],
    },
    {
      title: 'change a text',
      statement: sql`update directive_text set text = 'x' where directive_id = ${whole.id}`,
      by: [],
    },
    {
      title: 'add to a text',
      statement: sql`update directive_text set text = text || 'x' where directive_id = ${whole.id}`,
      by: office,
    },
    {
      title: 'enter a page',
      statement: sql`insert into page_text (id, directive_id, page, start_at, end_at, origin, entered_by) values (${id}, ${whole.id}, 2, 0, 1, 'typed', ${personId})`,
      by: office,
    },
    {
      title: 'enter a page in another’s name',
      statement: sql`insert into page_text (id, directive_id, page, start_at, end_at, origin, entered_by) values (${id}, ${whole.id}, 2, 0, 1, 'typed', ${stage.by})`,
      by: [],
    },
    {
      title: 'replace the words of a page',
      statement: sql`update page_text set replaced = true where directive_id = ${whole.id}`,
      by: office,
    },
    {
      title: 'move the words of a page',
      statement: sql`update page_text set end_at = 2 where directive_id = ${whole.id}`,
      by: [],
    },
    {
      title: 'say what a directive does to another',
      statement: sql`insert into directive_relation values (${whole.id}, 7, 'cites', 'x', 'x', null, 0, 1)`,
      by: register,
    },
    { title: 'unsay it', statement: sql`delete from directive_relation where directive_id = ${whole.id}`, by: [] },
    {
      title: 'keep the words of a directive',
      statement: sql`insert into directive_words values (${whole.id}, 9, 'x', 'x')`,
      by: register,
    },
    {
      title: 'lose the words of a directive',
      statement: sql`delete from directive_words where directive_id = ${whole.id} and part = 1`,
      by: register,
    },
    { title: 'change them', statement: sql`update directive_words set folded = 'x'`, by: [] },
    { title: 'read them', statement: sql`select folded from directive_words`, by: [] },
    {
      title: 'register a secret directive',
      statement: sql`insert into directive (id, received_on, subject, owner_id, registered_by, registered_at, folded, identity_key, reading_state, secrecy) values (${id}, ${TODAY}, '', ${unit.ministry}, ${personId}, ${NOW}, 'x', 'x', 'secret', 'secret')`,
      by: register,
    },
    { title: 'delete a directive', statement: sql`delete from directive where id = ${whole.id}`, by: [] },
    { title: 'delete a text', statement: sql`delete from directive_text where directive_id = ${whole.id}`, by: [] },
    {
      title: 'add a passage',
      statement: sql`insert into passage values (${id}, ${whole.id}, 9, 'x', 'x', 'x', 0, 1, 1)`,
      by: register,
    },
    { title: 'change a passage', statement: sql`update passage set citation = 'x'`, by: [] },
    {
      title: 'propose',
      statement: sql`insert into proposal (id, directive_id, kind, origin, start_at, end_at, fields, reading) values (${id}, ${whole.id}, 'target', 'machine', 0, 1, '{}', '{}')`,
      by: register,
    },
    {
      title: 'decide on a proposal',
      statement: sql`update proposal set state = 'rejected', decided_by = ${personId} where id = ${whole.proposal}`,
      by: office,
    },
    {
      title: 'decide on all proposals without naming one',
      statement: sql`update proposal set state = 'rejected'`,
      by: office,
    },
    {
      title: 'decide in another’s name',
      statement: sql`update proposal set decided_by = ${stage.by} where id = ${whole.proposal}`,
      by: [],
    },
    {
      title: 'change what the machine read',
      statement: sql`update proposal set reading = '{}' where id = ${whole.proposal}`,
      by: [],
    },
    {
      title: 'address a directive to the own unit',
      statement: sql`insert into directive_addressee values (${whole.id}, ${unit.caMau})`,
      by: [],
    },
    {
      title: 'address a directive that the office issued from',
      statement: sql`insert into directive_addressee values (${parts.id}, ${unit.caMau})`,
      by: issuer,
    },
    {
      title: 'strike off an addressee',
      statement: sql`delete from directive_addressee where directive_id = ${whole.id}`,
      by: [],
    },
    {
      title: 'draft a task',
      statement: sql`insert into ${tasks} values (${id}, 1, 'x', 'x', null, null, ${unit.ministry}, ${personId}, ${NOW}, 'x')`,
      by: office,
    },
    {
      title: 'draft a task from a directive one does not read',
      statement: sql`insert into ${tasks} values (${id}, 1, 'x', 'x', ${whole.id}, null, ${unit.caMau}, ${personId}, ${NOW}, 'x')`,
      by: [],
    },
    {
      title: 'draft in another’s name',
      statement: sql`insert into ${tasks} values (${id}, 1, 'x', 'x', null, null, ${unit.ministry}, ${stage.by}, ${NOW}, 'x')`,
      by: [],
    },
    {
      title: 'cascade what the unit leads',
      statement: sql`insert into ${tasks} values (${id}, 1, 'x', null, ${parts.id}, ${assignment}, ${unit.lamDong}, ${personId}, ${NOW}, 'x')`,
      by: lead,
    },
    {
      title: 'cascade what another unit leads',
      statement: sql`insert into ${tasks} values (${id}, 1, 'x', null, ${parts.id}, ${assignment}, ${unit.caMau}, ${personId}, ${NOW}, 'x')`,
      by: [],
    },
    { title: 'change a task', statement: sql`update task set action = 'x' where id = ${task}`, by: issuer },
    { title: 'give a task away', statement: sql`update task set owner_id = ${unit.caMau} where id = ${task}`, by: [] },
    { title: 'delete a task', statement: sql`delete from task where id = ${ownTask}`, by: [] },
    {
      title: 'draft an assignment',
      statement: sql`insert into ${assignments} values (${id}, ${ownTask}, null, 7, ${unit.lamDong}, ${unit.lamDong}, 'draft', false, ${personId})`,
      by: provinceIssues,
    },
    {
      title: 'hang an assignment on the task of another, to read it',
      statement: sql`insert into ${assignments} values (${id}, ${task}, ${parts.id}, 7, ${unit.caMau}, ${unit.caMau}, 'draft', false, ${personId})`,
      by: [],
    },
    {
      title: 'assign to a unit that is not below',
      statement: sql`insert into ${assignments} values (${id}, ${ownTask}, null, 7, ${unit.caMau}, ${unit.lamDong}, 'draft', false, ${personId})`,
      by: [],
    },
    {
      title: 'insert an assignment as if it had been issued',
      statement: sql`insert into ${assignments} values (${id}, ${ownTask}, null, 7, ${unit.lamDong}, ${unit.lamDong}, 'issued', false, ${personId})`,
      by: [],
    },
    {
      title: 'issue a draft',
      statement: sql`update assignment set state = 'issued', issued_on = ${TODAY} where id = ${draft}`,
      by: provinceIssues,
    },
    {
      title: 'approve a draft',
      statement: sql`update assignment set state = 'approved', approved_by = ${personId} where id = ${draft}`,
      by: ['leader@lamDong'],
    },
    {
      title: 'accept',
      statement: sql`update assignment set state = 'accepted' where id = ${assignment}`,
      by: [...lead, ...issuer],
    },
    {
      title: 'name a handler',
      statement: sql`update assignment set handler_id = ${stage.by} where id = ${assignment}`,
      by: lead,
    },
    {
      title: 'report completion',
      statement: sql`update assignment set state = 'reported_complete', reported_by = ${personId} where id = ${assignment}`,
      by: lead,
    },
    {
      title: 'report completion in another’s name',
      statement: sql`update assignment set reported_by = ${stage.by} where id = ${assignment}`,
      by: [],
    },
    {
      title: 'confirm',
      statement: sql`update assignment set state = 'confirmed', confirmed_by = ${personId} where id = ${assignment}`,
      by: issuer,
    },
    {
      title: 'confirm in another’s name',
      statement: sql`update assignment set confirmed_by = ${stage.by} where id = ${assignment}`,
      by: [],
    },
    {
      title: 'move the due date',
      statement: sql`update assignment set due_on = '2027-01-01' where id = ${assignment}`,
      by: issuer,
    },
    {
      title: 'move the due date of what a unit below issued',
      statement: sql`update assignment set due_on = '2027-01-01' where id = ${toCommune}`,
      by: provinceIssues,
    },
    {
      title: 'lose the original due date',
      statement: sql`update assignment set original_due_on = null where id = ${assignment}`,
      by: [],
    },
    {
      title: 'give it to another task',
      statement: sql`update assignment set task_id = ${ownTask} where id = ${assignment}`,
      by: [],
    },
    { title: 'delete an assignment', statement: sql`delete from assignment where id = ${assignment}`, by: [] },
    {
      title: 'bring in a cooperating unit',
      statement: sql`insert into assignment_cooperating values (${assignment}, ${unit.caMau})`,
      by: issuer,
    },
    {
      title: 'remove a cooperating unit',
      statement: sql`delete from assignment_cooperating where assignment_id = ${assignment}`,
      by: issuer,
    },
    {
      title: 'report',
      statement: sql`insert into report (id, assignment_id, kind, reported_on, recorded_at, reported_by, text) values (${id}, ${assignment}, 'progress', ${TODAY}, ${NOW}, ${personId}, 'x')`,
      by: [...lead, 'reporter@lamDong'],
    },
    {
      title: 'report completion in a report',
      statement: sql`insert into report (id, assignment_id, kind, reported_on, recorded_at, reported_by, text) values (${id}, ${assignment}, 'completion', ${TODAY}, ${NOW}, ${personId}, 'x')`,
      by: lead,
    },
    {
      title: 'report in another’s name',
      statement: sql`insert into report (id, assignment_id, kind, reported_on, recorded_at, reported_by, text) values (${id}, ${assignment}, 'progress', ${TODAY}, ${NOW}, ${stage.by}, 'x')`,
      by: [],
    },
    {
      title: 'decide on a report',
      statement: sql`update report set outcome = 'confirmed', decided_by = ${personId} where id = ${report}`,
      by: issuer,
    },
    { title: 'rewrite a report', statement: sql`update report set text = 'x' where id = ${report}`, by: [] },
    { title: 'delete a report', statement: sql`delete from report where id = ${report}`, by: [] },
    {
      title: 'attach to the report of another',
      statement: sql`insert into evidence values (${report}, ${file})`,
      by: [],
    },
    {
      title: 'say something about an assignment',
      statement: sql`insert into message (id, assignment_id, author_id, unit_id, written_at) values (${id}, ${assignment}, ${personId}, ${unit.lamDong}, ${NOW})`,
      by: ownName,
    },
    {
      title: 'say something that was withdrawn before it was said',
      statement: sql`insert into message (id, assignment_id, author_id, unit_id, written_at, withdrawn_at, withdrawn_reason) values (${id}, ${assignment}, ${personId}, ${unit.lamDong}, ${NOW}, ${NOW}, 'x')`,
      by: [],
    },
    {
      title: 'say something in another’s name',
      statement: sql`insert into message (id, assignment_id, author_id, unit_id, written_at) values (${id}, ${assignment}, ${stage.by}, ${unit.lamDong}, ${NOW})`,
      by: [],
    },
    {
      title: 'withdraw what another said',
      statement: sql`update message set withdrawn_at = ${NOW}, withdrawn_reason = 'x' where id = ${message}`,
      by: [],
    },
    {
      title: 'put words into another’s mouth',
      statement: sql`insert into message_text values (${message}, 2, 'x', ${NOW})`,
      by: [],
    },
    { title: 'rewrite what was said', statement: sql`update message_text set text = 'x'`, by: [] },
    {
      title: 'name somebody in what another said',
      statement: sql`insert into message_mention values (${message}, ${personId})`,
      by: [],
    },
    { title: 'delete a message', statement: sql`delete from message where id = ${message}`, by: [] },
    {
      title: 'note that one has seen it',
      statement: sql`insert into assignment_seen values (${assignment}, ${personId}, ${unit.lamDong}, ${NOW}, ${NOW}, 1)`,
      by: ownName,
    },
    {
      title: 'note that another has seen it again',
      statement: sql`update assignment_seen set last_at = ${NOW} where person_id = ${stage.by}`,
      by: [],
    },
    {
      title: 'change when progress is reported',
      statement: sql`update assignment set reporting = '[]' where id = ${assignment}`,
      by: issuer,
    },
    {
      title: 'change the words of its deadline',
      statement: sql`update assignment set deadline_text = 'x' where id = ${assignment}`,
      by: issuer,
    },
    { title: 'remove evidence', statement: sql`delete from evidence where report_id = ${report}`, by: [] },
    {
      title: 'hand in a file',
      statement: sql`insert into file values (${id}, 'x', 1, 'x', 'x', ${personId}, ${NOW})`,
      by: others(['liaison', 'auditor', 'administrator']),
    },
    {
      title: 'hand in a file in another’s name',
      statement: sql`insert into file values (${id}, 'x', 1, 'x', 'x', ${stage.by}, ${NOW})`,
      by: [],
    },
    { title: 'change a file', statement: sql`update file set name = 'x'`, by: [] },
    {
      title: 'write the journal in another’s name',
      statement: sql`insert into journal_entry values (${id}, 0, ${NOW}, ${stage.by}, 'x', 'task', ${id}, 1, '{}', 'x', 'x')`,
      by: [],
    },
    { title: 'change the journal', statement: sql`update journal_entry set command = 'x'`, by: [] },
    { title: 'delete from the journal', statement: sql`delete from journal_entry`, by: [] },
    { title: 'empty the journal', statement: sql`truncate journal_entry cascade`, by: [] },
    { title: 'seal', statement: sql`insert into journal_seal values (0, 1, ${NOW}, '[]', 'x', 'x')`, by: [] },
    {
      title: 'add a person',
      statement: sql`insert into person (id, login, name) values (${id}, 'x', 'x')`,
      by: administrator,
    },
    {
      title: 'change a person',
      statement: sql`update person set name = 'x' where id = ${stage.by}`,
      by: administrator,
    },
    { title: 'delete a person', statement: sql`delete from person where id = ${stage.by}`, by: [] },
    { title: 'set a password', statement: sql`update person set password_hash = 'x' where id = ${personId}`, by: [] },
    { title: 'unlock oneself', statement: sql`update person set locked_until = null where id = ${personId}`, by: [] },
    {
      title: 'grant a role',
      statement: sql`insert into role_grant values (${id}, ${personId}, 'leader', ${unit.ministry}, ${TODAY})`,
      by: administrator,
    },
    { title: 'end a role', statement: sql`update role_grant set to_on = '2099-01-01'`, by: administrator },
    { title: 'turn a role into another', statement: sql`update role_grant set role = 'leader'`, by: [] },
    { title: 'delete a role', statement: sql`delete from role_grant`, by: [] },
    {
      title: 'make a token of one’s own',
      statement: sql`insert into token values (${id}, ${personId}, 'x', ${id}, ${NOW}, ${NOW})`,
      by: everybody,
    },
    {
      title: 'make a token of another',
      statement: sql`insert into token values (${id}, ${stage.by}, 'x', ${id}, ${NOW}, ${NOW})`,
      by: [],
    },
    {
      title: 'open a session',
      statement: sql`insert into session values ('x', ${personId}, ${NOW}, ${NOW}, ${NOW})`,
      by: [],
    },
    { title: 'change the settings', statement: sql`update setting set version = version + 1`, by: administrator },
    {
      title: 'make a day off',
      statement: sql`insert into calendar_day values ('2026-07-07', 'off', 'x')`,
      by: administrator,
    },
    {
      title: 'teach a name of a commune',
      statement: sql`insert into alias (id, unit_id, text) values (${id}, ${unit.daLat}, 'x')`,
      by: ['officer@ministry', 'officer@lamDong', 'officer@daLat'],
    },
    {
      title: 'teach a name of a body outside',
      statement: sql`insert into alias (id, external_unit_id, text) values (${id}, ${external}, 'x')`,
      by: everybody.filter((who) => who.startsWith('officer@')),
    },
    {
      title: 'forget a name of a commune',
      statement: sql`update alias set removed_at = ${NOW} where id = ${taught}`,
      by: ['officer@ministry', 'officer@lamDong', 'officer@daLat'],
    },
    { title: 'delete a name', statement: sql`delete from alias`, by: [] },
    {
      title: 'name a group of a province',
      statement: sql`insert into unit_group (id, name, below) values (${id}, 'x', ${unit.lamDong})`,
      by: ['officer@ministry', 'officer@lamDong'],
    },
    {
      title: 'list a commune among the members of a province’s group',
      statement: sql`insert into unit_group_member (unit_group_id, ordinal, unit_id) values (${taught}, 9, ${unit.daLat})`,
      by: ['officer@ministry', 'officer@lamDong'],
    },
    {
      title: 'list a unit elsewhere among the members of a province’s group',
      statement: sql`insert into unit_group_member (unit_group_id, ordinal, unit_id) values (${taught}, 9, ${unit.caMau})`,
      by: ['officer@ministry'],
    },
    {
      title: 'strike a member off a province’s group',
      statement: sql`delete from unit_group_member where unit_group_id = ${taught}`,
      by: ['officer@ministry', 'officer@lamDong'],
    },
    {
      title: 'fix a phrase for a province',
      statement: sql`insert into fixed_phrase (id, owner_id, kind, phrase, folded) values (${id}, ${unit.lamDong}, 'order', 'x', 'x')`,
      by: ['officer@ministry', 'officer@lamDong'],
    },
    {
      title: 'change a phrase of a province',
      statement: sql`update fixed_phrase set phrase = 'x' where id = ${taught}`,
      by: ['officer@ministry', 'officer@lamDong'],
    },
    {
      title: 'turn a phrase into another kind',
      statement: sql`update fixed_phrase set kind = 'never' where id = ${taught}`,
      by: [],
    },
    { title: 'delete a phrase', statement: sql`delete from fixed_phrase`, by: [] },
    {
      title: 'record an import into the register of the ministry',
      statement: sql`insert into import_run select ${id}, ${unit.ministry}, 'tasks', file_id, 'x', 'x', 'x', '{}', '{}', ${personId}, ${NOW} from directive where id = ${whole.id}`,
      by: office,
    },
    {
      title: 'record one of a file that one may not read',
      statement: sql`insert into import_run values (${id}, ${unit.caMau}, 'tasks', ${file}, 'x', 'x', 'x', '{}', '{}', ${personId}, ${NOW})`,
      by: [],
    },
    {
      title: 'record one in another’s name',
      statement: sql`insert into import_run select ${id}, ${unit.ministry}, 'tasks', file_id, 'x', 'x', 'x', '{}', '{}', ${stage.by}, ${NOW} from directive where id = ${whole.id}`,
      by: [],
    },
    { title: 'change an import', statement: sql`update import_run set sheet = 'y'`, by: [] },
    { title: 'delete an import', statement: sql`delete from import_run`, by: [] },
    {
      title: 'star a task of the province',
      statement: sql`insert into star values (${id}, ${task}, ${unit.lamDong}, ${personId}, ${NOW})`,
      by: ['leader@lamDong'],
    },
    {
      title: 'star in another’s name',
      statement: sql`insert into star values (${id}, ${task}, ${unit.lamDong}, ${stage.by}, ${NOW})`,
      by: [],
    },
    {
      title: 'star a task that one does not read',
      statement: sql`insert into star values (${id}, ${task}, ${unit.caMau}, ${personId}, ${NOW})`,
      by: [],
    },
    {
      title: 'take a star back',
      statement: sql`update star set removed_by = ${personId}, removed_at = ${NOW} where id = ${taught}`,
      by: ['leader@lamDong'],
    },
    {
      title: 'take one back in another’s name',
      statement: sql`update star set removed_by = ${stage.by}, removed_at = ${NOW} where id = ${taught}`,
      by: [],
    },
    { title: 'move a star to another task', statement: sql`update star set task_id = ${task}`, by: [] },
    { title: 'delete a star', statement: sql`delete from star`, by: [] },
    {
      title: 'note one’s own visit',
      statement: sql`insert into visit values (${personId}, ${NOW}, ${NOW})`,
      by: everybody,
    },
    {
      title: 'note the visit of another',
      statement: sql`insert into visit values (${stage.by}, ${NOW}, ${NOW})`,
      by: [],
    },
    { title: 'add a tier', statement: sql`insert into tier values (9, 'x')`, by: administrator },
    {
      title: 'keep a view for oneself',
      statement: sql`insert into saved_view (id, kind, name, filter, owner_id, ordinal) values (${id}, 'tasks', 'x', '{}', ${personId}, 0)`,
      by: everybody,
    },
    {
      title: 'keep one in another’s name',
      statement: sql`insert into saved_view (id, kind, name, filter, owner_id, ordinal) values (${id}, 'tasks', 'x', '{}', ${stage.by}, 0)`,
      by: [],
    },
    {
      title: 'share one in a province',
      statement: sql`insert into saved_view (id, kind, name, filter, owner_id, unit_id, ordinal) values (${id}, 'tasks', 'x', '{}', ${personId}, ${unit.lamDong}, 0)`,
      by: ['leader', 'officer', 'clerk', 'unit-head', 'focal-point', 'reporter'].map((role) => `${role}@lamDong`),
    },
    {
      title: 'change what another shares in a province',
      statement: sql`update saved_view set name = 'y' where id = ${taught}`,
      by: ['officer@lamDong', 'unit-head@lamDong'],
    },
    {
      title: 'take a view from where it is shared',
      statement: sql`update saved_view set unit_id = null where id = ${taught}`,
      by: [],
    },
    {
      title: 'take a view from its owner',
      statement: sql`update saved_view set owner_id = ${personId} where id = ${taught}`,
      by: [],
    },
    { title: 'delete a view', statement: sql`delete from saved_view`, by: [] },
    {
      title: 'number a unit',
      statement: sql`update unit set pos = 99, last = 99 where id = ${unit.daLat}`,
      by: administrator,
    },
    { title: 'give a unit an office', statement: sql`update unit set has_office = true`, by: administrator },
    {
      title: 'rename a unit',
      statement: sql`update unit_version set name = 'x' where unit_id = ${unit.daLat}`,
      by: administrator,
    },
  ]
}

test(
  'rows are written by whom the table of authority lets write, and by nobody else',
  withStage(async (stage, t) => {
    const wrong: string[] = []
    let tried = 0
    for (const { role, at, id } of each(stage.everyone)) {
      await as(stage, id, role, at, async (tx) => {
        for (const { title, statement, by } of writes(stage, id)) {
          const touched = await touch(tx, statement)
          const expected = by.includes(`${role}@${at}`)
          tried++
          if ((touched !== 'refused' && touched > 0) !== expected)
            wrong.push(`${title} by ${role} at ${at}: ${touched}`)
        }
      })
    }
    assert.deepEqual(wrong, [])
    t.diagnostic(`${tried} statements tried by role and relation`)
  }),
)

test(
  'what was said and done before the issue is the issuer’s, and what was said before the present lead had it is not the lead’s',
  withStage(async (stage) => {
    const { store, administration, assignment, task, by } = stage
    const { db } = store
    const say = async (at: Place, writtenAt: string) => {
      const id = newId()
      const unitId = administration.unit[at]
      await db.insertInto('message').values({ id, assignmentId: assignment, authorId: by, unitId, writtenAt }).execute()
      await db.insertInto('messageText').values({ messageId: id, revision: 1, text: 'x', writtenAt }).execute()
      await db.insertInto('messageMention').values({ messageId: id, personId: by }).execute()
      return id
    }
    const enter = async (subjectKind: string, subjectId: Id, command: string, recordedAt: string) => {
      const id = newId()
      const { rows } = await sql<{ version: number }>`select count(*)::int + 1 as version from journal_entry
        where subject_kind = ${subjectKind} and subject_id = ${subjectId}`.execute(db)
      const subjectVersion = rows[0]?.version ?? 1
      const about = { subjectKind, subjectId, subjectVersion, recordedAt, command, actorId: by }
      await db
        .insertInto('journalEntry')
        .values({ id, partition: 0, data: '{}', stateHash: 'x', hash: 'x', ...about })
        .execute()
      return id
    }
    // It was issued on the 13th, and given from Cà Mau to Lâm Đồng on the 15th.
    const all = each(stage.everyone).map(({ role, at }) => `${role}@${at}`)
    const held = ['leader', 'officer', 'unit-head', 'focal-point']
    const at = (...places: Place[]) => places.flatMap((place) => held.map((role) => `${role}@${place}`))
    const issuer = [...at('ministry'), 'auditor@ministry']
    const everyReader = [...issuer, ...at('lamDong', 'planning', 'personnel'), 'reporter@lamDong']
    const messages: [string, Id, string[]][] = [
      ['said by the office of the draft', await say('ministry', '2026-03-12T02:00:00Z'), issuer],
      ['said by the former lead', await say('caMau', '2026-03-14T02:00:00Z'), issuer],
      ['said by who cooperated before', await say('planning', '2026-03-14T02:00:00Z'), [...issuer, ...at('planning')]],
      [
        'said on the day of the change, before it',
        await say('personnel', '2026-03-15T01:00:00Z'),
        [...issuer, ...at('personnel')],
      ],
      ['said since', await say('planning', '2026-03-15T03:00:00Z'), everyReader],
    ]
    const steps: [string, Id, string[]][] = [
      ['drafted', await enter('assignment', assignment, 'assignment.draft', '2026-03-12T02:00:00Z'), issuer],
      ['issued', await enter('assignment', assignment, 'assignment.issue', '2026-03-13T02:00:00Z'), everyReader],
      ['given away', await enter('assignment', assignment, 'assignment.reassign', '2026-03-15T02:00:00Z'), everyReader],
      ['task edited', await enter('task', task, 'task.edit', '2026-03-12T02:00:00Z'), [...issuer, 'reporter@ministry']],
      [
        'task issued',
        await enter('task', task, 'task.issue', '2026-03-13T02:00:00Z'),
        [...everyReader, 'reporter@ministry'],
      ],
    ]
    const wrong: string[] = []
    for (const { role, at: place, id } of each(stage.everyone)) {
      const who = `${role}@${place}`
      await as(stage, id, role, place, async (tx) => {
        const shows = async (table: string, key: string, row: Id) =>
          (await sql`select 1 from ${sql.table(table)} where ${sql.ref(key)} = ${row}`.execute(tx)).rows.length > 0
        for (const [title, message, hearers] of messages)
          for (const [table, key] of [
            ['message', 'id'],
            ['message_text', 'message_id'],
            ['message_mention', 'message_id'],
          ] as const)
            if ((await shows(table, key, message)) !== hearers.includes(who)) wrong.push(`${who}: ${table}, ${title}`)
        for (const [title, entry, readers] of steps)
          if ((await shows('journal_entry', 'id', entry)) !== readers.includes(who)) wrong.push(`${who}: ${title}`)
        const since = '2026-03-01T00:00:00Z'
        const { rows } = await sql<{
          command: string
        }>`select command from app_changes(${since}) where command like 'assignment.%'`.execute(tx)
        const told = rows.map(({ command }) => command).toSorted()
        const page = await sql<{ command: string }>`
          select command from app_change_page(${since}, array['assignment.draft', 'assignment.issue', 'assignment.reassign'], 50, 0)`.execute(
          tx,
        )
        assert.deepEqual(page.rows.map(({ command }) => command).toSorted(), told, who)
        const expected = steps.slice(0, 3).flatMap(([title, , readers]) => (readers.includes(who) ? [title] : []))
        if (told.length !== expected.length) wrong.push(`${who}: told of ${told.join()}`)
      })
    }
    assert.deepEqual(wrong, [])
    assert.deepEqual(
      everyReader.filter((who) => !all.includes(who)),
      [],
      'nobody is named who is not there',
    )
  }),
)

test(
  'whoever spoke says more only in order, as long as the message stands, and only while still among those who read it',
  withStage(async (stage) => {
    const { assignment, administration, everyone } = stage
    const mine = everyone.get(loginOf('unit-head', 'lamDong')) ?? newId()
    const id = await storedMessage(administration, { assignmentId: assignment, by: mine, at: 'lamDong' })
    const more = (revision: number) => sql`insert into message_text values (${id}, ${revision}, 'y', ${NOW})`
    const name = sql`insert into message_mention values (${id}, ${stage.by})`
    const tries = (at: Place, role: Role, withdrawn = false) =>
      as(stage, mine, role, at, async (tx) => {
        if (withdrawn)
          await sql`update message set withdrawn_at = ${NOW}, withdrawn_reason = 'x' where id = ${id}`.execute(tx)
        const touched: (number | 'refused')[] = []
        for (const statement of [more(2), more(3), name]) touched.push(await touch(tx, statement))
        return touched
      })
    const none = ['refused', 'refused', 'refused']
    assert.deepEqual(await tries('lamDong', 'unit-head'), [1, 'refused', 1])
    assert.deepEqual(await tries('lamDong', 'unit-head', true), none, 'what was withdrawn stays so')
    assert.deepEqual(await tries('caMau', 'unit-head'), none, 'who left the unit')
    assert.deepEqual(await tries('ministry', 'auditor'), none, 'who reads and takes no part')
  }),
)

test(
  'a directive is lost by whom no issued assignment of it names any more, and kept by whom another one names',
  withStage(async (stage) => {
    const { store, administration, parts, task, assignment, everyone } = stage
    const { unit } = administration
    const named = [unit.lamDong, unit.planning, unit.personnel]
    const rows = named.map((unitId) => ({ directiveId: parts.id, unitId }))
    await store.db
      .insertInto('directiveAddressee')
      .values(rows)
      .onConflict((clash) => clash.doNothing())
      .execute()
    const left = (change: (tx: Tx) => Promise<unknown>) =>
      as(stage, everyone.get(loginOf('officer', 'ministry')) ?? newId(), 'officer', 'ministry', async (tx) => {
        await change(tx)
        await sql`select app_forget_addressees(${parts.id}, ${named}::uuid[])`.execute(tx)
        const kept = await tx
          .selectFrom('directiveAddressee')
          .select('unitId')
          .where('directiveId', '=', parts.id)
          .execute()
        const ids = new Set<string>(kept.map(({ unitId }) => unitId))
        return (['lamDong', 'planning', 'personnel'] as const).filter((place) => ids.has(unit[place]))
      })
    const set = (values: string) => (tx: Tx) =>
      sql`update assignment set ${sql.raw(values)} where id = ${assignment}`.execute(tx)
    const other = { taskId: task, directiveId: parts.id, issuedBy: 'ministry' as const, by: stage.by, ordinal: 8 }
    assert.deepEqual(await left(async () => undefined), ['lamDong', 'planning', 'personnel'])
    const isRefused = (role: Role, at: Place, id: Id) =>
      as(stage, everyone.get(loginOf(role, at)) ?? newId(), role, at, async (tx) => {
        const forget = sql`select app_forget_addressees(${id}, ${named}::uuid[])`
        return (await touch(tx, forget)) === 'refused'
      })
    assert.equal(await isRefused('unit-head', 'lamDong', parts.id), true, 'only the unit that issued from it')
    assert.equal(await isRefused('officer', 'ministry', stage.whole.id), true, 'only of what it has issued from')
    assert.deepEqual(
      await left((tx) => sql`delete from assignment_cooperating where assignment_id = ${assignment}`.execute(tx)),
      ['lamDong', 'personnel'],
    )
    assert.deepEqual(await left(set('monitor_id = null')), ['lamDong', 'planning'])
    for (const state of ['withdrawn', 'superseded', 'merged'])
      assert.deepEqual(await left(set(`state = '${state}'`)), [])
    assert.deepEqual(await left(set("state = 'returned'")), ['lamDong', 'planning', 'personnel'])
    await storedAssignment(administration, { ...other, lead: 'caMau', cooperating: ['planning'], state: 'draft' })
    assert.deepEqual(await left(set("state = 'withdrawn'")), [], 'a draft names nobody')
    await storedAssignment(administration, { ...other, ordinal: 9, lead: 'planning', monitor: 'lamDong' })
    assert.deepEqual(await left(set("state = 'withdrawn'")), ['lamDong', 'planning'])
  }),
)

test(
  'a handler reports and changes the percentage, and nothing else of the assignment',
  withStage(async (stage) => {
    const { assignment, handler } = stage
    const report = sql`insert into report (id, assignment_id, kind, reported_on, recorded_at, reported_by, text) values (${newId()}, ${assignment}, 'progress', ${TODAY}, ${NOW}, ${handler}, 'x')`
    const change = (set: string) => sql`update assignment set ${sql.raw(set)} where id = ${assignment}`
    const tries = [
      report,
      change("percent = 50, state = 'in_progress'"),
      change("state = 'reported_complete'"),
      change('handler_id = null'),
      change("due_on = '2027-01-01'"),
    ]
    const by = (personId: Id, at: Place) =>
      as(stage, personId, 'inspector', at, async (tx) => {
        const touched: (number | 'refused')[] = []
        for (const statement of tries) touched.push(await touch(tx, statement))
        return touched
      })
    assert.deepEqual(await by(handler, 'lamDong'), [1, 1, 'refused', 'refused', 'refused'])
    assert.deepEqual(await by(handler, 'caMau'), ['refused', 0, 0, 0, 0], 'who left the unit has lost it')
    assert.deepEqual(await by(stage.by, 'lamDong'), ['refused', 0, 0, 0, 0], 'another of the same unit')
  }),
)

test(
  'nobody confirms own work or approves an own draft, not even as the owner of the database',
  withStage(async ({ store, assignment, draft, by, handler }) => {
    const set = (values: string, id: Id, personId: Id) =>
      undone(store, () =>
        sql`update assignment set ${sql.raw(values)} = ${personId} where id = ${id}`.execute(store.db),
      )
    await set('reported_by = drafted_by, confirmed_by', assignment, newId()).catch((error: { constraint?: string }) =>
      assert.notEqual(error.constraint, 'assignment_not_own_work'),
    )
    await assert.rejects(set('reported_by = drafted_by, confirmed_by', assignment, by), {
      constraint: 'assignment_not_own_work',
    })
    await assert.rejects(set('confirmed_by', assignment, handler), { constraint: 'assignment_not_own_work' })
    await assert.rejects(set('approved_by', draft, by), { constraint: 'assignment_not_own_approval' })
  }),
)

test(
  'credentials cannot be read under the application’s role',
  withStage(async (stage) => {
    const id = stage.everyone.get(loginOf('administrator', 'ministry')) ?? newId()
    await as(stage, id, 'administrator', 'ministry', async (tx) => {
      for (const column of ['password_hash', 'failed_sign_ins', 'locked_until'])
        assert.equal(await touch(tx, sql`select ${sql.ref(column)} from person`), 'refused', column)
      assert.equal(await touch(tx, sql`select key_hash from token`), 'refused')
      for (const table of CLOSED)
        assert.equal(await touch(tx, sql`select * from ${sql.table(table)}`), 'refused', table)
    })
  }),
)

test(
  'every table has row policies, or is open for a reason and read-only, or is the owner’s alone',
  withStore(async ({ db }) => {
    const { rows } = await sql<{ name: string; secured: boolean; reads: boolean; writes: boolean }>`
      select relname as name, relrowsecurity as secured, has_any_column_privilege('throughline_app', oid, 'select') as reads,
        has_any_column_privilege('throughline_app', oid, 'insert, update') or has_table_privilege('throughline_app', oid, 'delete, truncate') as writes
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') order by relname`.execute(
      db,
    )
    for (const { name, secured, reads, writes: isWritten } of rows) {
      const isOpen = name in OPEN
      if (CLOSED.includes(name)) assert.deepEqual([name, reads, isWritten], [name, false, false])
      else if (isOpen) assert.deepEqual([name, secured, isWritten], [name, false, false])
      else assert.ok(secured, `${name} has no row policies and is on no list of this test`)
    }
    const { rows: lax } =
      await sql`select rolname from pg_roles where rolname = 'throughline_app' and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole)`.execute(
        db,
      )
    assert.deepEqual(lax, [], 'the application’s role is nobody special')
  }),
)

test(
  'functions of the owner look for their tables where nobody else can put one',
  withStore(async ({ db }) => {
    const { rows } = await sql<{ name: string; config: string[] | null }>`
      select proname as name, proconfig as config from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`.execute(
      db,
    )
    assert.ok(rows.length >= 6)
    for (const { name, config } of rows) assert.deepEqual(config, ['search_path=public, pg_temp'], name)
  }),
)

test(
  'outside a request nobody is anybody: without settings the application’s role sees and writes nothing',
  withStage(async ({ store, cases, task }) => {
    await store.db.transaction().execute(async (tx) => {
      await sql`set local role throughline_app`.execute(tx)
      for (const { table, id, key = 'id' } of cases.flatMap(({ rows }) => rows))
        assert.deepEqual(
          (await sql`select 1 from ${sql.table(table)} where ${sql.ref(key)} = ${id}`.execute(tx)).rows,
          [],
          table,
        )
      const people = await sql`select app_people_found(array['handler'], '[]', ${TODAY}, 9)`.execute(tx)
      assert.deepEqual(people.rows, [])
      assert.equal(await touch(tx, sql`update task set action = 'x' where id = ${task}`), 0)
      assert.equal(await touch(tx, sql`insert into external_unit values (${newId()}, 'x', 'x')`), 'refused')
    })
  }),
)
