import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { newId } from '#server/clock.ts'
import { type Administration, anAdministration, people } from '#server/testing/administration.ts'
import { withFreshStore, withOneStore, withStore } from '#server/testing/harness.ts'
import { type Call, signedIn, testApp } from '#server/testing/signed-in.ts'

function withPeople(body: (as: (login: string) => Call, administration: Administration) => Promise<void>) {
  return async (store: Administration['store']) => {
    const administration = await anAdministration(store)
    await people(administration, [
      { login: 'lan', roles: [{ role: 'focal-point', at: 'lamDong' }] },
      { login: 'head', roles: [{ role: 'unit-head', at: 'lamDong' }] },
      { login: 'binh', roles: [{ role: 'reporter', at: 'lamDong' }] },
      { login: 'office', roles: [{ role: 'officer', at: 'ministry' }] },
      { login: 'elsewhere', roles: [{ role: 'unit-head', at: 'caMau' }] },
    ])
    const running = await testApp(store)
    try {
      await body((login) => signedIn(running.app, login), administration)
    } finally {
      await running.close()
    }
  }
}

const OVERDUE = { kind: 'assignments', name: 'Quá hạn của Sở', filter: { class: 'open_overdue' } }

async function add(call: Call, body: object): Promise<{ id: Id; version: number }> {
  const answer = await call('POST', '/saved-views', { body: { ...OVERDUE, ...body } })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}

async function namesOf(call: Call): Promise<string[]> {
  const { body } = await call('GET', '/saved-views?kind=assignments')
  return body.items.map(({ name }: { name: string }) => name)
}

const change = (call: Call, { id, version }: { id: Id; version: number }, body: object) =>
  call('PATCH', `/saved-views/${id}`, { body, headers: { 'if-match': `"${version}"` } })

const remove = (call: Call, { id, version }: { id: Id; version: number }) =>
  call('DELETE', `/saved-views/${id}`, { headers: { 'if-match': `"${version}"` } })

test(
  'a view is its author’s alone until it is shared in a unit, and then of those who hold a role there',
  withStore(
    withPeople(async (as, { unit }) => {
      const view = await add(as('lan'), {})
      for (const login of ['head', 'binh', 'office', 'elsewhere']) assert.deepEqual(await namesOf(as(login)), [])
      assert.equal((await change(as('lan'), view, { unitId: unit.lamDong })).status, 200)
      for (const login of ['lan', 'head', 'binh']) assert.deepEqual(await namesOf(as(login)), [OVERDUE.name], login)
      for (const login of ['office', 'elsewhere']) assert.deepEqual(await namesOf(as(login)), [], login)
    }),
  ),
)

test(
  'a shared view is changed by its author, or by whoever keeps the views of the unit; only the author moves it',
  withStore(
    withPeople(async (as, { unit, store }) => {
      const view = await add(as('lan'), { unitId: unit.lamDong })
      const byOther = await change(as('binh'), view, { name: 'Khác' })
      assert.deepEqual([byOther.status, byOther.body.code], [403, 'person/not_entitled'])
      const moved = await change(as('head'), view, { unitId: null })
      assert.deepEqual([moved.status, moved.body.code], [409, 'view/not_owner'])
      const byHead = await change(as('head'), view, {
        name: 'Quá hạn',
        filter: { state: 'in_progress', class: 'open_overdue' },
      })
      assert.deepEqual([byHead.status, byHead.body.version, byHead.body.name], [200, 2, 'Quá hạn'])
      const stale = await change(as('lan'), view, { name: 'Của tôi' })
      assert.deepEqual([stale.status, stale.body.code], [412, 'version/stale'])
      const second = { id: view.id, version: 2 }
      assert.equal((await remove(as('binh'), second)).status, 403)
      assert.equal((await remove(as('head'), view)).status, 412, 'what another has changed is looked at before it goes')
      assert.equal((await remove(as('head'), second)).status, 200)
      assert.deepEqual(await namesOf(as('lan')), [])
      const { rows } = await sql<{ command: string }>`
        select command from journal_entry where subject_id = ${view.id} order by subject_version`.execute(store.db)
      assert.deepEqual(
        rows.map(({ command }) => command),
        ['saved_view.add', 'saved_view.change', 'saved_view.remove'],
      )
    }),
  ),
)

test(
  'one shares where one holds a role and nowhere else, and hides what one shared',
  withOneStore(
    withPeople(async (as, { unit }) => {
      const strange = await as('lan')('POST', '/saved-views', { body: { ...OVERDUE, unitId: unit.caMau } })
      assert.deepEqual([strange.status, strange.body.code], [403, 'person/not_entitled'])
      const view = await add(as('lan'), { unitId: unit.lamDong })
      assert.equal((await change(as('lan'), view, { unitId: null })).status, 200)
      assert.deepEqual(await namesOf(as('head')), [])
    }),
  ),
)

test(
  'a view that its list would not understand is not kept',
  withOneStore(
    withPeople(async (as) => {
      for (const [kind, filter, key] of [
        ['assignments', { clas: 'open_overdue' }, 'clas'],
        ['assignments', { class: 'overdue' }, 'class'],
        ['assignments', { limit: '50' }, 'limit'],
        ['tasks', { class: 'open_overdue' }, 'class'],
        ['directives', { state: 'half-read' }, 'state'],
      ] as const) {
        const { status, body } = await as('lan')('POST', '/saved-views', { body: { ...OVERDUE, kind, filter } })
        assert.deepEqual([status, body.code, body.key], [409, 'view/filter_unknown', key])
      }
    }),
  ),
)

test(
  'one’s own views stand first, in the order one gave them; no more than fifty are kept',
  withOneStore(
    withPeople(async (as, { unit }) => {
      const [first, second] = [await add(as('lan'), { name: 'Một' }), await add(as('lan'), { name: 'Hai' })]
      await add(as('head'), { name: 'Anh', unitId: unit.lamDong })
      assert.deepEqual(await namesOf(as('lan')), ['Một', 'Hai', 'Anh'])
      await change(as('lan'), first, { ordinal: 9 })
      assert.deepEqual(await namesOf(as('lan')), ['Hai', 'Một', 'Anh'])
      assert.ok(second)
      for (let n = 2; n < 50; n++) await add(as('lan'), { name: `${n}` })
      const { status, body } = await as('lan')('POST', '/saved-views', { body: OVERDUE })
      assert.deepEqual([status, body.code, body.limit], [409, 'view/too_many', 50])
    }),
  ),
)

test(
  'of several changes of one view at the same time one is kept, and the others are told that it has changed',
  withFreshStore(
    withPeople(async (as, { unit }) => {
      const view = await add(as('lan'), { unitId: unit.lamDong })
      const names = ['Một', 'Hai', 'Ba', 'Bốn']
      const answers = await Promise.all(names.map((name, n) => change(as(n % 2 ? 'lan' : 'head'), view, { name })))
      assert.deepEqual(
        answers.map(({ status }) => status).toSorted((a, b) => a - b),
        [200, 412, 412, 412],
      )
    }),
  ),
)

test(
  'who shared a view and left the unit is offered no change that would be refused, and may still take it back',
  withStore(
    withPeople(async (as, { unit, store }) => {
      const view = await add(as('lan'), { unitId: unit.lamDong })
      await sql`update role_grant set to_on = '2026-03-01' from person p where p.id = person_id and p.login = 'lan'`.execute(
        store.db,
      )
      await sql`insert into role_grant (id, person_id, role, unit_id, from_on)
        select ${newId()}, id, 'unit-head', ${unit.caMau}, '2026-03-01' from person where login = 'lan'`.execute(
        store.db,
      )
      const { body } = await as('lan')('GET', '/saved-views?kind=assignments')
      assert.deepEqual([body.items.length, body.items[0].mayChange], [1, false])
      const changed = await change(as('lan'), view, { name: 'Khác' })
      assert.deepEqual([changed.status, changed.body.code], [403, 'person/not_entitled'])
      const back = await change(as('lan'), view, { unitId: null })
      assert.deepEqual([back.status, back.body.mayChange], [200, true], back.text)
    }),
  ),
)
