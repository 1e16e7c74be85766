import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant } from '#core/kernel/plain-date.ts'
import { anAdministration, everyRoleAt, loginOf, type Place } from '#server/testing/administration.ts'
import { withStore } from '#server/testing/harness.ts'
import { signedIn, testApp } from '#server/testing/signed-in.ts'
import { storedAssignment, storedDirective, storedTask } from '#server/testing/stored.ts'

test(
  'each reader is told what others have changed since the visit before with what the reader sees, and the list of a kind has as many as are counted',
  withStore(async (store) => {
    const administration = await anAdministration(store)
    const everyone = await everyRoleAt(administration, ['ministry', 'lamDong', 'caMau'])
    const by = everyone.get(loginOf('officer', 'ministry')) ?? assert.fail()
    const taskId = await storedTask(administration, { owner: 'ministry', by })
    const given = async (lead: Place, ordinal: number) =>
      storedAssignment(administration, { taskId, lead, issuedBy: 'ministry', by, ordinal })
    const [toLamDong, toCaMau] = [await given('lamDong', 1), await given('caMau', 2)]
    const { app, setClock, close } = await testApp(store)
    const as = (role: Parameters<typeof loginOf>[0], at: Place) => signedIn(app, loginOf(role, at))
    const leader = as('leader', 'ministry')
    const head = as('unit-head', 'lamDong')
    const counts = async (call: typeof leader, since: string) => {
      const { items } = (await call('GET', `/changes/counts?since=${since}`)).body
      for (const { kind, entries } of items) {
        const list = (await call('GET', `/changes?since=${since}&kind=${kind}`)).body
        assert.deepEqual([list.total, list.items.length], [entries, entries], kind)
      }
      return Object.fromEntries(items.map(({ kind, entries }: { kind: string; entries: number }) => [kind, entries]))
    }
    try {
      const first = (await leader('POST', '/visits')).body
      assert.deepEqual(first, { since: '2026-03-09T02:00:00Z', first: true })
      setClock('2026-03-16T03:30:00.000Z' as Instant)
      const accept = (call: typeof leader, id: string) =>
        call('POST', `/assignments/${id}/accept`, { body: {}, headers: { 'if-match': '"1"' } })
      assert.equal((await accept(head, toLamDong)).status, 200)
      setClock('2026-03-16T03:40:00.000Z' as Instant)
      assert.equal((await accept(as('unit-head', 'caMau'), toCaMau)).status, 200)
      // A directive of the day: registered by nobody who looks here.
      await storedDirective(administration, { owner: 'ministry', by, addressees: ['caMau'] })
      setClock('2026-03-16T05:00:00.000Z' as Instant)
      const { since } = (await leader('POST', '/visits')).body
      assert.equal(since, '2026-03-16T02:00:00.000Z')
      assert.deepEqual(await counts(leader, since), { accepted: 2 })
      assert.deepEqual(await counts(leader, '2026-03-16T01:59:00Z'), { registered: 1, accepted: 2 })
      assert.deepEqual(await counts(head, since), {}, 'one’s own deeds are no news, and those elsewhere are not seen')
      assert.deepEqual(await counts(as('focal-point', 'lamDong'), since), { accepted: 1 })
      assert.deepEqual(await counts(as('focal-point', 'caMau'), '2026-03-16T01:59:00Z'), { registered: 1, accepted: 1 })
      assert.deepEqual(await counts(as('administrator', 'ministry'), since), {})
      const [newest] = (await leader('GET', `/changes?since=${since}&kind=accepted&limit=1`)).body.items
      assert.deepEqual([newest.subject, newest.unit.name], ['assignment', 'Sở Cà Mau'])
    } finally {
      await close()
    }
  }),
)
