import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { BulkCommand, BulkOutcome } from '#core/tasks/bulk.ts'
import type { Store } from '#server/db/store.ts'
import { type Administration, anAdministration, everyRoleAt, type Place } from '#server/testing/administration.ts'
import { undone, withOneStore, withStore } from '#server/testing/harness.ts'
import { type Call, signedIn, type TestApp, testApp } from '#server/testing/signed-in.ts'
import { storedAssignment, storedDirective, storedTask } from '#server/testing/stored.ts'

interface Stage {
  store: Store
  administration: Administration
  everyone: Map<string, Id>
  running: TestApp
  as: (login: string) => Call
  given: (state?: string, lead?: Place, draft?: object) => Promise<Id>
}

function withStage(body: (stage: Stage) => Promise<void>) {
  return async (store: Store) => {
    const administration = await anAdministration(store)
    const everyone = await everyRoleAt(administration, ['ministry', 'planning', 'lamDong', 'daLat', 'caMau'])
    const by = everyone.get('officer.ministry') ?? assert.fail()
    const running = await testApp(store)
    const given: Stage['given'] = async (state = 'accepted', lead = 'lamDong', draft = {}) => {
      const taskId = await storedTask(administration, { owner: 'ministry', by })
      return storedAssignment(administration, { taskId, lead, issuedBy: 'ministry', by, state, ...draft })
    }
    try {
      await body({ store, administration, everyone, running, as: (login) => signedIn(running.app, login), given })
    } finally {
      await running.close()
    }
  }
}

async function bulk(call: Call, commands: object[]): Promise<BulkOutcome[]> {
  const { status, body, text } = await call('POST', '/assignments/bulk', { body: { commands } })
  assert.equal(status, 200, text)
  return body.outcomes
}

function said(outcomes: BulkOutcome[]): (string | true)[] {
  return outcomes.map(({ done, problem }) => done || (problem?.code ?? 'no reason'))
}

async function entriesOf({ store }: Stage, ids: Id[]): Promise<string[]> {
  const { rows } = await sql<{ command: string }>`
    select command from journal_entry where subject_id = any(${ids}::uuid[]) order by subject_id, subject_version`.execute(
    store.db,
  )
  return rows.map(({ command }) => command)
}

test(
  'of several commands each has its own outcome and its own entry; what is refused takes nothing else with it',
  withStore(
    withStage(async (stage) => {
      const { as, given, store, everyone } = stage
      const [first, elsewhere, closed, last] = [
        await given(),
        await given('accepted', 'caMau'),
        await given('withdrawn'),
        await given(),
      ]
      const personId = everyone.get('reporter.lamdong') ?? null
      const name = (id: Id) => ({ action: 'assign_handler', id, version: 1, personId })
      const outcomes = await bulk(as('unit-head.lamdong'), [first, elsewhere, closed, last].map(name))
      assert.deepEqual(said(outcomes), [true, 'request/not_found', 'assignment/closed', true])
      assert.deepEqual(outcomes[0]?.counter, { action: 'assign_handler', personId: null })
      assert.equal(outcomes[0]?.version, 2)
      const rows = await store.db.selectFrom('assignment').select(['id', 'handlerId', 'version']).execute()
      assert.deepEqual(
        [first, elsewhere, closed, last].map((id) => rows.find((row) => row.id === id)?.handlerId ?? null),
        [personId, null, null, personId],
      )
      assert.deepEqual(await entriesOf(stage, [first, elsewhere, closed, last]), [
        'assignment.assign_handler',
        'assignment.assign_handler',
      ])
    }),
  ),
)

test(
  'the counter-command puts back what was there, is journalled, and leaves alone what somebody has changed since',
  withStore(
    withStage(async (stage) => {
      const { as, given, administration } = stage
      const office = as('officer.ministry')
      const [one, two] = [await given(), await given('accepted', 'lamDong', { cooperating: ['planning'] })]
      const { caMau } = administration.unit
      const moved = await bulk(office, [
        { action: 'revise', id: one, version: 1, dueOn: '2026-06-01', reason: 'lùi hạn' },
        { action: 'add_cooperating', id: two, version: 1, unitIds: [caMau] },
      ])
      assert.deepEqual(said(moved), [true, true])
      assert.deepEqual(moved[0]?.counter, { action: 'revise', dueOn: '2026-04-20' })
      assert.deepEqual(moved[1]?.counter, { action: 'set_cooperating', unitIds: [administration.unit.planning] })
      // Meanwhile the second goes on.
      await office('POST', `/assignments/${two}/withdraw`, {
        body: { reason: 'thôi' },
        headers: { 'if-match': '"2"' },
      })
      const back = await bulk(
        office,
        moved.map(({ id, version, counter }) => ({ ...counter, id, version, reason: 'hoàn tác' })),
      )
      assert.deepEqual(said(back), [true, 'version/stale'])
      const { body } = await office('GET', `/assignments/${one}`)
      assert.deepEqual([body.dueOn, body.version], ['2026-04-20', 3])
      assert.deepEqual(await entriesOf(stage, [one]), ['assignment.revise', 'assignment.revise'])
    }),
  ),
)

test(
  'assignments that are issued together open their directive to whom they name and are written on their task',
  withStore(
    withStage(async (stage) => {
      const { as, administration, everyone, store } = stage
      const by = everyone.get('officer.ministry') ?? assert.fail()
      const directive = await storedDirective(administration, { owner: 'ministry', by })
      const taskId = await storedTask(administration, { owner: 'ministry', by, directive })
      const draft = (lead: Place, ordinal: number) =>
        storedAssignment(administration, {
          taskId,
          directiveId: directive.id,
          lead,
          issuedBy: 'ministry',
          by,
          state: 'draft',
          ordinal,
        })
      const [first, second] = [await draft('lamDong', 1), await draft('caMau', 2)]
      const issue = (id: Id) => ({ action: 'issue', id, version: 1 })
      assert.deepEqual(said(await bulk(as('officer.ministry'), [issue(first), issue(second)])), [true, true])
      const addressees = await store.db.selectFrom('directiveAddressee').select('unitId').execute()
      assert.equal(addressees.length, 2)
      assert.deepEqual(await entriesOf(stage, [taskId]), ['task.issue'])
      const { body } = await as('unit-head.lamdong')('GET', `/assignments/${first}`)
      assert.deepEqual([body.state, body.originalDueOn], ['issued', '2026-04-20'])
      // So does a unit that is named later.
      const { planning } = administration.unit
      const late = { action: 'add_cooperating', id: first, version: 2, unitIds: [planning] }
      assert.deepEqual(said(await bulk(as('officer.ministry'), [late])), [true])
      const reads = async (who: string) => (await as(who)('GET', `/directives/${directive.id}`)).status
      assert.equal(await reads('unit-head.planning'), 200)
      // What takes it back takes the directive back, too, and nothing from those whom an issued assignment still names.
      const back = { action: 'set_cooperating', id: first, version: 3, unitIds: [] }
      const withdraw = { action: 'withdraw', id: second, version: 2, reason: 'thôi' }
      assert.deepEqual(said(await bulk(as('officer.ministry'), [back, withdraw])), [true, true])
      const readers = [
        await reads('unit-head.planning'),
        await reads('unit-head.camau'),
        await reads('unit-head.lamdong'),
      ]
      assert.deepEqual(readers, [404, 404, 200])
    }),
  ),
)

test(
  'the same commands given again with one key are done once and answered alike, with what takes them back',
  withStore(
    withStage(async (stage) => {
      const { as, given, everyone } = stage
      const office = as('officer.ministry')
      const [one, closed] = [await given(), await given('withdrawn')]
      const revise = (id: Id) => ({ action: 'revise', id, version: 1, dueOn: '2026-06-01', reason: 'lùi hạn' })
      const call = (commands: object[], by = office) =>
        by('POST', '/assignments/bulk', { body: { commands }, headers: { 'idempotency-key': 'k' } })
      // The first answer is lost on the way.
      await call([revise(one), revise(closed)])
      const again = await call([revise(one), revise(closed)])
      assert.deepEqual(said(again.body.outcomes), [true, 'assignment/closed'])
      assert.deepEqual(await entriesOf(stage, [one, closed]), ['assignment.revise'])
      const other = await call([revise(one)])
      assert.deepEqual([other.status, other.body.code], [422, 'request/idempotency_key_reused'])
      const personId = everyone.get('reporter.lamdong') ?? null
      const theirs = await call([{ action: 'assign_handler', id: one, version: 2, personId }], as('unit-head.lamdong'))
      assert.deepEqual(said(theirs.body.outcomes), [true], 'a key is its holder’s own')
      const undo = again.body.outcomes.flatMap(({ id, version, counter }: BulkOutcome) =>
        counter ? [{ ...counter, id, version: (version ?? 0) + 1, reason: 'hoàn tác' }] : [],
      )
      assert.deepEqual(said(await bulk(office, undo)), [true])
      const { body } = await office('GET', `/assignments/${one}`)
      assert.deepEqual([body.dueOn, body.handler?.id], ['2026-04-20', personId])
    }),
  ),
)

test(
  'commands that are given again while they are still being done are done once',
  withStore(
    withStage(async (stage) => {
      const ids = [await stage.given('issued'), await stage.given('issued')]
      const commands = ids.map((id) => ({ action: 'accept', id, version: 1 }))
      const head = stage.as('unit-head.lamdong')
      const call = () =>
        head('POST', '/assignments/bulk', { body: { commands }, headers: { 'idempotency-key': 'twice' } })
      const both = await Promise.all([call(), call()])
      for (const { status, body } of both)
        assert.ok(
          status === 200
            ? body.outcomes.every(({ done }: BulkOutcome) => done)
            : body.code === 'request/idempotency_key_in_use',
        )
      assert.ok(both.some(({ status }) => status === 200))
      assert.deepEqual(said((await call()).body.outcomes), [true, true])
      assert.deepEqual(await entriesOf(stage, ids), ['assignment.accept', 'assignment.accept'])
    }),
  ),
)

const COMMANDS: Record<string, { path: string; state: string; body: object }> = {
  accept: { path: 'accept', state: 'issued', body: {} },
  confirm: { path: 'confirm', state: 'reported_complete', body: {} },
  withdraw: { path: 'withdraw', state: 'accepted', body: { reason: 'giao nhầm' } },
  revise: { path: 'revise', state: 'accepted', body: { dueOn: '2026-06-01', reason: 'lùi hạn' } },
  assign_handler: { path: 'handler', state: 'accepted', body: { personId: null } },
  set_cooperating: { path: 'cooperating', state: 'accepted', body: { unitIds: [] } },
}

test(
  'for every role, a command among others is let in or refused exactly as the same command alone',
  withOneStore(
    withStage(async ({ store, as, given, everyone }) => {
      const reportedBy = everyone.get('unit-head.lamdong') ?? assert.fail()
      const wrong: string[] = []
      const seen = new Set<string>()
      for (const [action, { path, state, body }] of Object.entries(COMMANDS)) {
        const draft = { cooperating: ['planning'], ...(state === 'reported_complete' ? { reportedBy } : {}) }
        const [id, closed] = [await given(state, 'lamDong', draft), await given('withdrawn')]
        for (const login of everyone.keys()) {
          for (const [row, version] of [
            [id, 1],
            [id, 7],
            [closed, 1],
          ] as const) {
            const alone = await undone(store, () =>
              as(login)('POST', `/assignments/${row}/${path}`, { body, headers: { 'if-match': `"${version}"` } }),
            )
            const among = await undone(store, () =>
              as(login)('POST', '/assignments/bulk', { body: { commands: [{ action, id: row, version, ...body }] } }),
            )
            const single = alone.status === 200 ? true : alone.body.code
            const together = among.status === 200 ? said(among.body.outcomes)[0] : among.body.code
            seen.add(String(single))
            // The first door of a single command is that of its deed, of several that of reading.
            const isSame = single === together || (single === 'person/not_entitled' && together === 'request/not_found')
            if (!isSame) wrong.push(`${action} by ${login}: ${single} alone, ${together} among others`)
          }
        }
      }
      assert.deepEqual(wrong, [])
      for (const code of ['true', 'person/not_entitled', 'version/stale', 'assignment/closed'])
        assert.ok(seen.has(code), code)
    }),
  ),
)

test(
  'no more than five hundred commands are taken, and a command without its reason is none',
  withOneStore(
    withStage(async ({ as, given }) => {
      const id = await given()
      const command: BulkCommand = { action: 'accept', id, version: 1 }
      const many = await as('unit-head.lamdong')('POST', '/assignments/bulk', {
        body: { commands: Array.from({ length: 501 }, () => command) },
      })
      assert.deepEqual([many.status, many.body.code], [400, 'request/invalid'])
      const bare = await as('officer.ministry')('POST', '/assignments/bulk', {
        body: { commands: [{ action: 'withdraw', id, version: 1 }] },
      })
      assert.deepEqual([bare.status, bare.body.code], [400, 'request/invalid'])
    }),
  ),
)
