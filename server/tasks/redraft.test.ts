import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { withStore } from '#server/testing/harness.ts'
import { signedIn, testApp } from '#server/testing/signed-in.ts'

test(
  'an edited draft keeps the parts that the edit does not name',
  withStore(async (store) => {
    const administration = await anAdministration(store)
    await everyRoleAt(administration, ['ministry'])
    const { unit } = administration
    const running = await testApp(store)
    try {
      const officer = signedIn(running.app, loginOf('officer', 'ministry'))
      const at = (id: string) => ({ kind: 'unit', id })
      const draft = { action: 'Rà soát', deliverable: null, deadline: null, source: 'nhập tay', monitorId: unit.caMau }
      const people = { leads: [at(unit.lamDong)], cooperating: [at(unit.daLat)] }
      const drafted = await officer('POST', '/tasks', { body: { ...draft, ...people } })
      assert.equal(drafted.status, 200, drafted.text)
      const edit = async (version: number, body: object) => {
        const edited = await officer('PATCH', `/tasks/${drafted.body.id}`, {
          body,
          headers: { 'if-match': `"${version}"` },
        })
        assert.equal(edited.status, 200, edited.text)
        const [open] = edited.body.assignments.filter((one: { state: string }) => one.state === 'draft')
        const { body: found } = await officer('GET', `/assignments/${open.id}`)
        return [found.lead.id, found.cooperating.map(({ id }: { id: string }) => id), found.monitor?.id]
      }
      assert.deepEqual(await edit(1, { leads: [at(unit.baoLoc)] }), [unit.baoLoc, [unit.daLat], unit.caMau])
      assert.deepEqual(await edit(2, { cooperating: [] }), [unit.baoLoc, [], unit.caMau])
      assert.deepEqual(await edit(3, { monitorId: null }), [unit.baoLoc, [], undefined])
    } finally {
      await running.close()
    }
  }),
)
