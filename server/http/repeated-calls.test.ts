import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listEndpoints } from '#core/api.ts'
import type { Id } from '#core/kernel/id.ts'
import { newId } from '#server/clock.ts'
import { anAdministration, everyRoleAt, loginOf, people } from '#server/testing/administration.ts'
import { withStore } from '#server/testing/harness.ts'
import { type Call, signedIn, testApp } from '#server/testing/signed-in.ts'
import { storedAssignment, storedDirective, storedTask } from '#server/testing/stored.ts'

interface Stage {
  one: Call
  two: Call
  unit: Record<'caMau' | 'lamDong', Id>
  proposal: Id
  assignment: Id
  countTasks: () => Promise<number>
}

function withTwoOfficers(body: (stage: Stage) => Promise<void>) {
  return withStore(async (store) => {
    const administration = await anAdministration(store)
    const everyone = await everyRoleAt(administration, ['ministry'])
    await people(administration, [{ login: 'second', roles: [{ role: 'officer', at: 'ministry' }] }])
    const by = everyone.get(loginOf('officer', 'ministry')) ?? newId()
    const { proposal } = await storedDirective(administration, { owner: 'ministry', by })
    const taskId = await storedTask(administration, { owner: 'ministry', by })
    const assignment = await storedAssignment(administration, { taskId, lead: 'lamDong', issuedBy: 'ministry', by })
    const { app, close } = await testApp(store)
    const countTasks = async () => (await store.db.selectFrom('task').select('id').execute()).length
    const [one, two] = [signedIn(app, loginOf('officer', 'ministry')), signedIn(app, 'second')]
    try {
      await body({ one, two, unit: administration.unit, proposal, assignment, countTasks })
    } finally {
      await close()
    }
  })
}

const draft = (lead: Id, action = 'Rà soát') => {
  return {
    action,
    deliverable: null,
    deadline: null,
    source: 'nhập tay',
    leads: [{ kind: 'unit', id: lead }],
    cooperating: [],
    monitorId: null,
  }
}

test(
  'the same call made twice with one key makes one thing and gets one answer',
  withTwoOfficers(async ({ one, two, unit, countTasks }) => {
    const headers = { 'idempotency-key': 'k1' }
    const before = await countTasks()
    const first = await one('POST', '/tasks', { body: draft(unit.caMau), headers })
    const again = await one('POST', '/tasks', { body: draft(unit.caMau), headers })
    assert.equal(first.status, 200, first.text)
    assert.deepEqual(again.body, first.body)
    assert.equal(await countTasks(), before + 1)
    const other = await one('POST', '/tasks', { body: draft(unit.caMau, 'Việc khác'), headers })
    assert.deepEqual([other.status, other.body.code], [422, 'request/idempotency_key_reused'])
    const elsewhere = await one('POST', '/external-units', { body: { name: 'Kho bạc mới' }, headers })
    assert.equal(elsewhere.body.code, 'request/idempotency_key_reused')
    assert.equal(await countTasks(), before + 1)
    const theirs = await two('POST', '/tasks', { body: draft(unit.caMau), headers })
    assert.notEqual(theirs.body.id, first.body.id, 'a key is its holder’s own')
    assert.equal(await countTasks(), before + 2)
  }),
)

test(
  'of two people who have one proposal open, the second is told, and loses nothing of the first',
  withTwoOfficers(async ({ one, two, proposal }) => {
    const path = `/proposals/${proposal}`
    const edit = (call: Call, action: string, headers: Record<string, string>) =>
      call('PATCH', path, { body: { commitment: { action } }, headers })
    assert.deepEqual((await edit(one, 'không nêu bản', {})).status, 428)
    const first = await edit(one, 'của người thứ nhất', { 'if-match': '"1"' })
    assert.deepEqual([first.status, first.headers['etag']], [200, '"2"'], first.text)
    const second = await edit(two, 'của người thứ hai', { 'if-match': '"1"' })
    assert.deepEqual([second.status, second.body.code, second.body.version], [412, 'version/stale', 2])
    const rejected = await two('POST', `${path}/reject`, { body: {}, headers: { 'if-match': '"1"' } })
    assert.equal(rejected.status, 412)
    const third = await edit(two, 'của người thứ hai, sau khi đọc lại', { 'if-match': '"2"' })
    assert.equal(third.status, 200)
  }),
)

test(
  'of two people who act on one assignment, the second is told',
  withTwoOfficers(async ({ one, two, assignment }) => {
    const withdraw = (call: Call, headers: Record<string, string>) =>
      call('POST', `/assignments/${assignment}/withdraw`, { body: { reason: 'giao nhầm' }, headers })
    const revise = { dueOn: '2026-04-10', reason: 'sửa ngày' }
    assert.equal((await withdraw(two, {})).status, 428)
    const headers = { 'if-match': '"1"' }
    assert.equal((await one('POST', `/assignments/${assignment}/revise`, { body: revise, headers })).status, 200)
    assert.deepEqual((await withdraw(two, headers)).status, 412)
    assert.equal((await withdraw(two, { 'if-match': '"2"' })).status, 200)
  }),
)

test(
  'every call that demands a version says so when there is none, before anything else of it is looked at',
  withTwoOfficers(async ({ one }) => {
    const demanding = listEndpoints().filter(({ endpoint }) => endpoint.ifMatch)
    assert.ok(demanding.length > 20)
    for (const { name, endpoint } of demanding) {
      const bodies: Record<string, unknown> = {
        closeReading: { as: 'no-task' },
        return: { reason: 'r' },
        sendBack: { reason: 'r' },
        withdraw: { reason: 'r' },
        assignHandler: { personId: null },
        reportProgress: { text: 't' },
        reportComplete: { text: 't' },
        reassign: { lead: { kind: 'unit', id: newId() }, reason: 'r' },
        revise: { dueOn: null, reason: 'r' },
      }
      if (endpoint.may === 'person.manage' || endpoint.may === 'settings.manage') continue
      const body = bodies[name] ?? {}
      const { status, text } = await one(endpoint.method, endpoint.path.replace(':id', newId()), { body })
      // The door comes first: an officer approves, accepts and names nobody.
      const isElsewhere = ['assignment.approve', 'assignment.assign-handler'].includes(endpoint.may)
      assert.equal(status, isElsewhere ? 403 : 428, `${name}: ${text}`)
    }
  }),
)
