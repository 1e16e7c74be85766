import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { Role } from '#core/people/role.ts'
import type { Tx } from '#server/db/store.ts'
import { enterScope } from '#server/http/scope.ts'
import { listDuties } from '#server/tasks/duties.ts'
import { type Administration, anAdministration, people, type Place, TODAY } from '#server/testing/administration.ts'
import { undone, withStore } from '#server/testing/harness.ts'
import { storedAssignment, storedTask } from '#server/testing/stored.ts'
import { loadUnitRegister } from '#server/units/unit-register.ts'

const LOGINS = [
  ['officer', 'ministry'],
  ['leader', 'ministry'],
  ['unit-head', 'lamDong'],
  ['clerk', 'lamDong'],
  ['unit-head', 'caMau'],
] as const satisfies [Role, Place][]

interface Stage {
  administration: Administration
  ids: Record<string, Id>
  /** The duties of a role at a place, as `kind code`. */
  duties: (role: Role, at: Place, before?: (tx: Tx) => Promise<unknown>) => Promise<string[]>
  give: (draft: Partial<Parameters<typeof storedAssignment>[1]> & { lead: Place | 'external' }) => Promise<Id>
}

function withStage(body: (stage: Stage) => Promise<void>) {
  return withStore(async (store) => {
    const administration = await anAdministration(store)
    const made = await people(
      administration,
      LOGINS.map(([role, at]) => ({ login: `${role}@${at}`, roles: [{ role, at }] })),
    )
    const ids = Object.fromEntries(LOGINS.map(([role, at], index) => [`${role}@${at}`, made[index] as Id]))
    const by = ids['officer@ministry'] as Id
    const register = await loadUnitRegister(store.db, TODAY)
    let tasks = 0
    const names = new Map<Id, string>()
    await body({
      administration,
      ids,
      async give(draft) {
        const taskId = await storedTask(administration, { owner: 'ministry', by })
        names.set(taskId, `task ${++tasks}`)
        const id = await storedAssignment(administration, { taskId, issuedBy: 'ministry', by, ...draft })
        names.set(id, `assignment ${tasks}`)
        return id
      },
      duties: (role, at, before) =>
        undone(store, () =>
          store.db.transaction().execute(async (tx) => {
            await before?.(tx)
            const roles = [{ role, unitId: administration.unit[at] }]
            const personId = ids[`${role}@${at}`] as Id
            const actor = { personId, roles, mustChangePassword: false, sessionHash: null }
            await enterScope(tx, actor, register, TODAY)
            const found = await listDuties({ tx, register, today: TODAY, actor })
            return found.map((duty) => `${duty.kind} ${names.get(duty.id)}`)
          }),
        ),
    })
  })
}

test(
  'the lead answers what was issued to it and works on what it took; nobody else’s lead is told',
  withStage(async ({ give, duties }) => {
    await give({ lead: 'lamDong' })
    await give({ lead: 'lamDong', state: 'in_progress' })
    await give({ lead: 'lamDong', state: 'confirmed' })
    assert.deepEqual(await duties('unit-head', 'lamDong'), ['answer assignment 1', 'work assignment 2'])
    assert.deepEqual(await duties('unit-head', 'caMau'), [])
  }),
)

test(
  'the office confirms what is reported, gives what came back to another, and records what an external lead owes',
  withStage(async ({ give, duties, ids }) => {
    await give({ lead: 'lamDong', state: 'reported_complete', reportedBy: ids['unit-head@lamDong'] as Id })
    await give({ lead: 'caMau', state: 'returned' })
    await give({ lead: 'external', state: 'in_progress' })
    assert.deepEqual((await duties('officer', 'ministry')).toSorted(), [
      'confirm assignment 1',
      'reassign assignment 2',
      'work assignment 3',
    ])
    assert.deepEqual(await duties('unit-head', 'caMau'), [])
  }),
)

test(
  'drafts are one duty for a task: approved by a leader who did not draft them, issued by the office when nothing is to be approved',
  withStage(async ({ give, duties, ids, administration }) => {
    await give({ lead: 'lamDong', state: 'draft' })
    const second = await give({ lead: 'caMau', state: 'draft' })
    const needsApproval = (tx: Tx) => sql`update assignment set needs_approval = true where id = ${second}`.execute(tx)
    const { taskId } = await administration.store.db
      .selectFrom('assignment')
      .select('taskId')
      .where('id', '=', second)
      .executeTakeFirstOrThrow()
    const by = ids['officer@ministry'] as Id
    const again = { lead: 'lamDong', issuedBy: 'ministry', state: 'draft', ordinal: 2 } as const
    await storedAssignment(administration, { taskId: taskId as Id, by, ...again })
    assert.deepEqual(await duties('officer', 'ministry'), ['issue task 1', 'issue task 2'])
    assert.deepEqual(await duties('leader', 'ministry'), [])
    assert.deepEqual(await duties('leader', 'ministry', needsApproval), ['approve task 2'])
    assert.deepEqual(await duties('unit-head', 'lamDong'), [], 'a draft is nobody’s before it is issued')
  }),
)

test(
  'whoever does the work is told, in whatever role at the lead',
  withStage(async ({ give, duties, ids }) => {
    await give({ lead: 'lamDong', state: 'in_progress', handlerId: ids['clerk@lamDong'] as Id })
    await give({ lead: 'lamDong', state: 'in_progress' })
    assert.deepEqual(await duties('clerk', 'lamDong'), ['work assignment 1'])
  }),
)

test(
  'the report that is due tomorrow is a duty, however many other assignments are due before it',
  withStage(async ({ give, duties, administration }) => {
    const { store } = administration
    const reporting = (day: string) => JSON.stringify([{ from: null, rule: { kind: 'dates', on: [day] } }])
    const far: Id[] = []
    for (let n = 0; n < 60; n++) far.push(await give({ lead: 'lamDong', state: 'in_progress' }))
    const soon = await give({ lead: 'lamDong', state: 'in_progress' })
    const set = { issuedOn: '2026-03-02', answerFrom: '2026-03-02' }
    await store.db
      .updateTable('assignment')
      .set({ ...set, dueOn: '2026-04-01', reporting: reporting('2026-06-30') })
      .where('id', 'in', far)
      .execute()
    await store.db
      .updateTable('assignment')
      .set({ ...set, dueOn: '2026-12-31', reporting: reporting('2026-03-17') })
      .where('id', '=', soon)
      .execute()
    const found = await duties('unit-head', 'lamDong')
    assert.deepEqual(
      found.filter((duty) => duty.startsWith('progress')),
      ['progress assignment 61'],
    )
  }),
)
