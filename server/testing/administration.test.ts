import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAdministration, everyRoleAt, loginOf, people } from '#server/testing/administration.ts'
import { undone, withStore } from '#server/testing/harness.ts'
import { signedIn, testApp } from '#server/testing/signed-in.ts'

test(
  'requests run in the test’s transaction, and what one of them did can be taken back',
  withStore(async (store) => {
    const administration = await anAdministration(store)
    await everyRoleAt(administration, ['ministry', 'lamDong', 'daLat'])
    await people(administration, [{ login: 'nobody', roles: [] }])
    const { app, close } = await testApp(store)
    try {
      const officer = signedIn(app, loginOf('officer', 'ministry'))
      assert.equal((await officer('GET', '/session')).body.roles[0].unit.name, 'Bộ Phát triển Cơ sở')
      const draft = {
        action: 'Rà soát',
        deliverable: null,
        deadline: null,
        source: 'nhập tay',
        cooperating: [],
        monitorId: null,
      }
      const leads = [{ kind: 'group', id: administration.group }]
      await undone(store, async () => {
        const { status, body } = await officer('POST', '/tasks', { body: { ...draft, leads } })
        assert.equal(status, 200, JSON.stringify(body))
        assert.equal(body.assignments.length, 2)
        assert.equal((await officer('GET', '/tasks')).body.total, 1)
      })
      assert.equal((await officer('GET', '/tasks')).body.total, 0)
      assert.equal((await signedIn(app, 'nobody')('GET', '/tasks')).status, 403)
      assert.equal((await signedIn(app)('GET', '/tasks')).status, 401)
    } finally {
      await close()
    }
  }),
)
