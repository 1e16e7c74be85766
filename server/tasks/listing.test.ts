import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { addDays } from '#core/kernel/plain-date.ts'
import type { Role } from '#core/people/role.ts'
import { AssignmentFilter, type AssignmentFilterText, DueSpan, OPEN_STATES } from '#core/tasks/assignment-filter.ts'
import { AssignmentListQuery, AssignmentSort } from '#core/tasks/assignment-list.ts'
import { AssignmentState } from '#core/tasks/assignment.ts'
import { LatenessClass } from '#core/tasks/lateness.ts'
import { tally } from '#core/tasks/rates.ts'
import type { Tx } from '#server/db/store.ts'
import { enterScope } from '#server/http/scope.ts'
import { countAssignments } from '#server/tasks/count-assignments.ts'
import { latenessOf } from '#server/tasks/describe.ts'
import { groupAssignments } from '#server/tasks/group-assignments.ts'
import { listAssignments } from '#server/tasks/list-assignments.ts'
import { type Administration, anAdministration, people, type Place, TODAY } from '#server/testing/administration.ts'
import { assignmentsOfAllKinds } from '#server/testing/assignments-of-all-kinds.ts'
import { undone, withStore } from '#server/testing/harness.ts'
import { loadUnitRegister, type UnitRegister } from '#server/units/unit-register.ts'

interface Reader {
  tx: Tx
  register: UnitRegister
  today: typeof TODAY
  actor: { personId: Id; roles: { role: Role; unitId: Id }[]; mustChangePassword: boolean; sessionHash: null }
}
interface Stage {
  administration: Administration
  handlers: Id[]
  directives: Id[]
  as: <T>(who: Who, work: (reader: Reader) => Promise<T>) => Promise<T>
}
type Who = readonly (readonly [Role, Place])[]

const OFFICE: Who = [['officer', 'ministry']]
const READERS: Who[] = [
  OFFICE,
  [['auditor', 'ministry']],
  // Most of the country, and not all of it.
  [
    ['unit-head', 'lamDong'],
    ['unit-head', 'caMau'],
  ],
  [['unit-head', 'lamDong']],
  [['focal-point', 'daLat']],
  [['clerk', 'lamDong']],
]

function withStage(tasks: number, body: (stage: Stage) => Promise<void>) {
  return withStore(async (store) => {
    const administration = await anAdministration(store)
    const [by, ...handlers] = await people(administration, [
      { login: 'someone', roles: [] },
      { login: 'Bình', roles: [{ role: 'clerk', at: 'lamDong' }] },
      { login: 'An', roles: [{ role: 'clerk', at: 'daLat' }] },
    ])
    if (!by) throw new Error('nobody was made')
    const { directives } = await assignmentsOfAllKinds(administration, { by, handlers }, tasks)
    const register = await loadUnitRegister(store.db, TODAY)
    const as: Stage['as'] = (who, work) =>
      undone(store, () =>
        store.db.transaction().execute(async (tx) => {
          const roles = who.map(([role, at]) => ({ role, unitId: administration.unit[at] }))
          const actor = { personId: handlers[0] ?? by, roles, mustChangePassword: false, sessionHash: null }
          await enterScope(tx, actor, register, TODAY)
          return work({ tx, register, today: TODAY, actor })
        }),
      )
    await body({ administration, handlers, directives, as })
  })
}

interface Row {
  id: Id
  taskId: Id
  number: number
  ordinal: number
  folded: string
  leadId: Id
  directiveId: Id | null
  handlerId: Id | null
  state: AssignmentState
  issuedOn: typeof TODAY | null
  originalDueOn: typeof TODAY | null
  dueOn: typeof TODAY | null
  reportedOn: typeof TODAY | null
  exitedOn: typeof TODAY | null
}

/** What the policies show, without any of the code under test. */
async function shownTo(tx: Tx): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select a.id, a.task_id as "taskId", t.number, a.ordinal, t.folded, coalesce(a.lead_id, a.external_lead_id) as "leadId", a.directive_id as "directiveId",
      a.handler_id as "handlerId", a.state, a.issued_on as "issuedOn", a.original_due_on as "originalDueOn", a.due_on as "dueOn",
      a.reported_on as "reportedOn", a.exited_on as "exitedOn"
    from assignment a join task t on t.id = a.task_id`.execute(tx)
  return rows
}

function wants(filter: AssignmentFilter, row: Row, register: UnitRegister): boolean {
  const lateness = latenessOf(row, TODAY)
  return (
    (filter.q === undefined || row.folded.includes('bao cao thue')) &&
    (filter.state?.includes(row.state) ?? true) &&
    (filter.class?.includes(lateness.class) ?? true) &&
    (!filter.awaiting || lateness.awaitingConfirmation) &&
    (filter.lead === undefined || row.leadId === filter.lead) &&
    (filter.within === undefined || register.path(row.leadId).includes(filter.within)) &&
    (filter.directive === undefined || (row.directiveId ?? 'none') === filter.directive) &&
    (filter.handler === undefined || (row.handlerId ?? 'none') === filter.handler) &&
    (filter.due === undefined || isWithin(filter.due, row)) &&
    (filter.dueFrom === undefined || (row.dueOn !== null && row.dueOn >= filter.dueFrom)) &&
    (filter.dueTo === undefined || (row.dueOn !== null && row.dueOn <= filter.dueTo))
  )
}

/** Written out for 16 March 2026. */
function isWithin(due: DueSpan, { state, dueOn }: Row): boolean {
  if (dueOn === null) return false
  if (due === 'past') return dueOn < '2026-03-16'
  if (due === 'month') return dueOn >= '2026-03-01' && dueOn <= '2026-03-31'
  return OPEN_STATES.some((open) => open === state) && dueOn >= '2026-03-16' && dueOn <= '2026-03-23'
}

function filters({
  administration: { unit, external },
  handlers,
  directives,
}: Stage): fc.Arbitrary<AssignmentFilterText> {
  const day = fc.integer({ min: -8, max: 8 }).map((days) => addDays(TODAY, days))
  const someOf = (options: readonly string[]) => fc.subarray([...options], { minLength: 1, maxLength: 4 }).map(String)
  return fc.record(
    {
      q: fc.constant('báo cáo thuế'),
      state: someOf(AssignmentState.options),
      class: someOf(LatenessClass.options),
      awaiting: fc.constant('true' as const),
      lead: fc.constantFrom(unit.daLat, unit.lamDong, unit.planning, external),
      within: fc.constantFrom(unit.lamDong, unit.caMau, unit.ministry, unit.daLat),
      directive: fc.constantFrom('none' as const, ...directives),
      handler: fc.constantFrom('none' as const, ...handlers),
      due: fc.constantFrom(...DueSpan.options),
      dueFrom: day,
      dueTo: day,
    },
    { requiredKeys: [] },
  )
}
/** One or two conditions: more of them leave nothing to compare. */
function fewOf(filter: AssignmentFilterText, pick: number): AssignmentFilterText {
  const entries = Object.entries(filter)
  return Object.fromEntries(
    entries.filter((_, index) => (index + pick) % Math.max(1, Math.ceil(entries.length / 2)) === 0),
  )
}

test(
  'a list, its counts and its groups show the same assignments, those that the policies show and the filter wants',
  withStage(40, async (stage) => {
    for (const who of READERS)
      await stage.as(who, async (reader) => {
        const shown = await shownTo(reader.tx)
        assert.ok(shown.length > 0 && shown.length <= 200, 'one page holds all')
        const all = await countAssignments({ ...reader, query: {} })
        assert.deepEqual(all.classes, tally(shown.map((row) => latenessOf(row, TODAY).class)))
        assert.equal(all.tasks, new Set(shown.map(({ taskId }) => taskId)).size)
        await fc.assert(
          fc.asyncProperty(filters(stage), fc.nat(5), async (many, pick) => {
            const text = fewOf(many, pick)
            const filter = AssignmentFilter.parse(text)
            const wanted = shown.filter((row) => wants(filter, row, reader.register))
            const list = await listAssignments({
              ...reader,
              query: AssignmentListQuery.parse({ ...text, limit: 200, counts: 'page' }),
            })
            assert.deepEqual(idsOf(list.items), idsOf(wanted))
            const counts = await countAssignments({ ...reader, query: filter })
            assert.equal(counts.total, wanted.length)
            assert.equal(counts.tasks, new Set(wanted.map(({ taskId }) => taskId)).size)
            const late = wanted.map((row) => latenessOf(row, TODAY))
            assert.deepEqual(counts.classes, tally(late.map((one) => one.class)))
            assert.equal(counts.awaiting, late.filter((one) => one.awaitingConfirmation).length)
            const states = Object.groupBy(wanted, ({ state }) => state)
            for (const state of AssignmentState.options)
              assert.equal(counts.states[state] ?? 0, states[state]?.length ?? 0)
            for (const by of ['lead', 'directive', 'handler'] as const) {
              const { items } = await groupAssignments({ ...reader, query: { ...filter, by, limit: 1000, offset: 0 } })
              assert.equal(
                items.reduce((sum, { total }) => sum + total, 0),
                wanted.length,
              )
              for (const { key, total, tasks, classes } of items) {
                const own = wanted.filter((row) => (row[`${by}Id`] ?? 'none') === key)
                assert.deepEqual([total, tasks], [own.length, new Set(own.map(({ taskId }) => taskId)).size])
                assert.deepEqual({ ...tally([]), ...classes }, tally(own.map((row) => latenessOf(row, TODAY).class)))
              }
            }
          }),
          { numRuns: 25 },
        )
      })
  }),
)

test(
  'a number opens the list behind it: due soon, waiting, and each group by its key',
  withStage(30, async (stage) => {
    await stage.as(OFFICE, async (reader) => {
      const total = async (text: AssignmentFilterText) =>
        (await countAssignments({ ...reader, query: AssignmentFilter.parse(text) })).total
      const counts = await countAssignments({ ...reader, query: {} })
      assert.ok(counts.soon > 0 && counts.awaiting > 0)
      assert.equal(await total({ due: 'soon' }), counts.soon)
      assert.equal(await total({ awaiting: 'true' }), counts.awaiting)
      for (const by of ['lead', 'directive', 'handler'] as const) {
        const { items } = await groupAssignments({ ...reader, query: { by, limit: 1000, offset: 0 } })
        assert.ok(items.length > 2)
        for (const group of items) assert.equal(await total({ [by]: group.key }), group.total)
      }
    })
  }),
)

test(
  'groups come in the order of the register, of the latest directive and of names, and what has no key comes last',
  withStage(30, async (stage) => {
    const { unit, external } = stage.administration
    await stage.as(OFFICE, async (reader) => {
      const keys = async (by: 'lead' | 'directive' | 'handler') =>
        (await groupAssignments({ ...reader, query: { by, limit: 1000, offset: 0 } })).items.map(({ key }) => key)
      const places: Place[] = [
        'ministry',
        'planning',
        'personnel',
        'lamDong',
        'daLat',
        'baoLoc',
        'caMau',
        'namCan',
        'damDoi',
      ]
      assert.deepEqual(await keys('lead'), [...places.map((place) => unit[place]), external])
      const [binh, an] = stage.handlers
      assert.deepEqual(await keys('handler'), [an, binh, 'none'])
      assert.deepEqual(await keys('directive'), [...stage.directives.toReversed(), 'none'])
    })
  }),
)

async function pages(reader: Reader, text: object, limit: number): Promise<Id[][]> {
  const found: Id[][] = []
  let after: string | null | undefined
  do {
    const query = AssignmentListQuery.parse({ ...text, limit, counts: 'page', ...(after ? { after } : {}) })
    const page = await listAssignments({ ...reader, query })
    found.push(page.items.map(({ id }) => id as Id))
    after = page.next
  } while (after && found.length < 300)
  return found
}

test(
  'page after page gives what offsets give, in every order, with and without filters, for every reader',
  withStage(30, async (stage) => {
    const { unit } = stage.administration
    for (const who of READERS)
      await stage.as(who, async (reader) => {
        const shown = await shownTo(reader.tx)
        for (const sort of AssignmentSort.options)
          for (const text of [
            {},
            { state: 'in_progress,confirmed' },
            { q: 'bao cao thue' },
            { within: unit.lamDong },
            { class: 'open_overdue' },
            { class: 'open_in_term' },
            { q: 'bao cao thue', class: 'open_in_term' },
          ]) {
            const byPlace = await pages(reader, { ...text, sort }, 7)
            const byOffset: Id[] = []
            for (let offset = 0; offset < byPlace.flat().length + 7; offset += 7) {
              const query = AssignmentListQuery.parse({ ...text, sort, limit: 7, offset, counts: 'page' })
              byOffset.push(...(await listAssignments({ ...reader, query })).items.map(({ id }) => id as Id))
            }
            assert.deepEqual(byPlace.flat(), byOffset, `${JSON.stringify(who)}: ${sort} ${JSON.stringify(text)}`)
            const wanted = shown.filter((row) => wants(AssignmentFilter.parse(text), row, reader.register))
            assert.deepEqual(byOffset, inOrder(wanted, sort))
          }
      })
  }),
)

test(
  'a walk that ends early leaves nothing out',
  withStage(60, async (stage) => {
    for (const longest of [4, 12, 40])
      await stage.as([['unit-head', 'lamDong']], async (reader) => {
        await sql`set local role none`.execute(reader.tx)
        const { rows } = await sql<{ definition: string }>`
          select pg_get_functiondef('app_assignments_walked'::regproc) as definition`.execute(reader.tx)
        // How far a walk goes, and that it is tried in so small an office.
        const shorter = (rows[0]?.definition ?? '')
          .replace('integer := 20000', `integer := ${longest}`)
          .replace('longest / 4', '20000')
        assert.ok(shorter.includes(`:= ${longest};`) && shorter.includes('> 20000 or'))
        await sql.raw(shorter).execute(reader.tx)
        await sql`set local role throughline_app`.execute(reader.tx)
        const shown = await shownTo(reader.tx)
        for (const sort of AssignmentSort.options)
          for (const text of [{ state: 'issued,in_progress,confirmed,returned' }, { class: 'open_in_term' }, {}]) {
            const wanted = shown.filter((row) => wants(AssignmentFilter.parse(text), row, reader.register))
            const met = (await pages(reader, { ...text, sort }, 3)).flat()
            assert.deepEqual(met, inOrder(wanted, sort), `${longest}: ${sort} ${JSON.stringify(text)}`)
          }
      })
  }),
)

test(
  'the next page stays where it is when the row that ended the last one moves, leaves the filter or is withdrawn',
  withStage(30, async (stage) => {
    await stage.as(OFFICE, async (reader) => {
      const all = (await pages(reader, {}, 200)).flat()
      const first = await listAssignments({ ...reader, query: AssignmentListQuery.parse({ limit: 10 }) })
      await sql`set local role none`.execute(reader.tx)
      await sql`update assignment set due_on = '2030-01-01', state = 'withdrawn', exited_on = ${TODAY} where id = ${all[9]}`.execute(
        reader.tx,
      )
      await sql`set local role throughline_app`.execute(reader.tx)
      const second = await listAssignments({
        ...reader,
        query: AssignmentListQuery.parse({ limit: 10, after: first.next ?? '' }),
      })
      assert.deepEqual(
        second.items.map(({ id }) => id),
        all.slice(10, 20),
      )
    })
  }),
)

test(
  'a place of another order is refused, and so is a day that is none',
  withStage(5, async (stage) => {
    await stage.as(OFFICE, async (reader) => {
      const { next, items } = await listAssignments({ ...reader, query: AssignmentListQuery.parse({ limit: 2 }) })
      for (const [sort, after] of [
        ['code', next ?? ''],
        ['due', `2026-02-31.${items[0]?.taskId}.1`],
        ['due', '12.1'],
      ]) {
        const query = AssignmentListQuery.parse({ limit: 2, sort, after })
        await assert.rejects(listAssignments({ ...reader, query }), /request\/invalid/)
      }
    })
  }),
)

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id).toSorted()
}

function inOrder(rows: readonly Row[], sort: AssignmentSort): Id[] {
  const back = sort.startsWith('-') ? -1 : 1
  const byCode = (a: Row, b: Row) => back * (a.number - b.number || a.ordinal - b.ordinal)
  const undated = back === 1 ? '9999' : '0000'
  const due = (row: Row) => `${row.dueOn ?? undated}|${row.taskId}|${String(row.ordinal).padStart(5, '0')}`
  const byDue = (a: Row, b: Row) => back * (due(a) < due(b) ? -1 : 1)
  return rows.toSorted(sort.endsWith('code') ? byCode : byDue).map(({ id }) => id)
}

test(
  'what is counted for the whole country follows every change, also when its sums are gathered, and counts one by one for a day before the last change',
  withStage(30, async (stage) => {
    await stage.as(OFFICE, async (reader) => {
      const asOwner = async (statement: ReturnType<typeof sql>) => {
        await sql`set local role none`.execute(reader.tx)
        const answer = await statement.execute(reader.tx)
        await sql`set local role throughline_app`.execute(reader.tx)
        return answer.rows
      }
      const agrees = async (today: typeof TODAY) => {
        const shown = await shownTo(reader.tx)
        const counts = await countAssignments({ ...reader, today, query: {} })
        assert.deepEqual(counts.classes, tally(shown.map((row) => latenessOf(row, today).class)))
        assert.equal(counts.tasks, new Set(shown.map(({ taskId }) => taskId)).size)
        assert.equal(counts.soon, (await countAssignments({ ...reader, today, query: { due: 'soon' } })).total)
        assert.equal(counts.awaiting, (await countAssignments({ ...reader, today, query: { awaiting: true } })).total)
      }
      const days = [0, 1, 6, 30, -5].map((more) => addDays(TODAY, more))
      await asOwner(sql`update assignment set state = 'confirmed', reported_on = ${TODAY} where state = 'in_progress'`)
      for (const day of days) await agrees(day)
      await asOwner(sql`update assignment set due_on = due_on + 3, state = 'in_progress' where state = 'issued'`)
      await asOwner(
        sql`delete from assignment where id in (select id from assignment where ordinal > 1 order by id limit 20)`,
      )
      await asOwner(sql`select app_gather_tally()`)
      for (const day of days) await agrees(day)
      const [before] = await asOwner(sql`select count(*)::int as n from assignment_tally where n <> 0`)
      await asOwner(sql`select app_gather_tally()`)
      assert.deepEqual(await asOwner(sql`select count(*)::int as n from assignment_tally`), [before])
    })
  }),
)
