import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { withStore } from '#server/testing/harness.ts'
import { signedIn, testApp } from '#server/testing/signed-in.ts'
import { storedAssignment, storedTask } from '#server/testing/stored.ts'

test(
  'a leader stars as many priorities as the setting allows; those below see them on what they read, and each star is in the journal',
  withStore(async (store) => {
    const administration = await anAdministration(store)
    const everyone = await everyRoleAt(administration, ['ministry', 'lamDong', 'caMau'])
    const by = everyone.get(loginOf('officer', 'ministry')) ?? assert.fail()
    const tasks = [0, 1, 2].map(() => storedTask(administration, { owner: 'ministry', by }))
    const [first, second, third] = await Promise.all(tasks)
    assert.ok(first && second && third)
    for (const taskId of [first, second])
      await storedAssignment(administration, { taskId, lead: 'lamDong', issuedBy: 'ministry', by })
    const { app, close } = await testApp(store)
    const as = (role: Parameters<typeof loginOf>[0], at: Parameters<typeof loginOf>[1]) =>
      signedIn(app, loginOf(role, at))
    const leader = as('leader', 'ministry')
    const stars = async (call: typeof leader) =>
      (await call('GET', '/stars')).body.items.map((star: { taskId: string }) => star.taskId)
    try {
      const changed = await as('administrator', 'ministry')('PATCH', '/settings', {
        body: { starsAtMost: 2 },
        headers: { 'if-match': '"0"' },
      })
      assert.equal(changed.status, 200, changed.text)
      assert.deepEqual((await leader('PUT', `/tasks/${first}/star`)).body, { starred: true, stars: 1, atMost: 2 })
      assert.equal((await leader('PUT', `/tasks/${first}/star`)).body.code, 'task/starred_already')
      assert.equal((await leader('PUT', `/tasks/${third}/star`)).status, 200)
      const tooMany = await leader('PUT', `/tasks/${second}/star`)
      assert.deepEqual([tooMany.status, tooMany.body.code, tooMany.body.atMost], [409, 'task/too_many_stars', 2])
      // The third was not given to the province, and Cà Mau was given nothing.
      assert.deepEqual(await stars(as('unit-head', 'lamDong')), [first])
      assert.deepEqual(await stars(as('unit-head', 'caMau')), [])
      // A province has priorities of its own, which are not the ministry's.
      assert.equal((await as('leader', 'lamDong')('PUT', `/tasks/${second}/star`)).status, 200)
      assert.deepEqual((await stars(leader)).toSorted(), [first, third].toSorted())
      assert.equal((await as('officer', 'ministry')('PUT', `/tasks/${second}/star`)).status, 403)
      assert.deepEqual((await leader('DELETE', `/tasks/${third}/star`)).body, { starred: false, stars: 1, atMost: 2 })
      assert.equal((await leader('DELETE', `/tasks/${third}/star`)).body.code, 'task/not_starred')
      const entries = await store.db
        .selectFrom('journalEntry')
        .select(['command', 'subjectVersion'])
        .where('subjectKind', '=', 'star')
        .orderBy('id')
        .execute()
      assert.deepEqual(entries.map(({ command, subjectVersion }) => `${command} ${subjectVersion}`).toSorted(), [
        'star.add 1',
        'star.add 1',
        'star.add 1',
        'star.remove 2',
      ])
    } finally {
      await close()
    }
  }),
)

test(
  'a list of priorities has the assignments of the starred tasks in the reader’s line, and a number and its list agree',
  withStore(async (store) => {
    const administration = await anAdministration(store)
    const everyone = await everyRoleAt(administration, ['ministry', 'lamDong', 'caMau'])
    const by = everyone.get(loginOf('officer', 'ministry')) ?? assert.fail()
    const made = [0, 1, 2].map(() => storedTask(administration, { owner: 'ministry', by }))
    const [ofMinistry, ofLamDong, ofNobody] = await Promise.all(made)
    assert.ok(ofMinistry && ofLamDong && ofNobody)
    for (const taskId of [ofMinistry, ofLamDong, ofNobody])
      for (const [at, lead] of (['lamDong', 'caMau'] as const).entries())
        await storedAssignment(administration, { taskId, lead, issuedBy: 'ministry', by, ordinal: at + 1 })
    const { app, close } = await testApp(store)
    const as = (role: Parameters<typeof loginOf>[0], at: Parameters<typeof loginOf>[1]) =>
      signedIn(app, loginOf(role, at))
    type Person = ReturnType<typeof as>
    const rows = async (call: Person, query = '') =>
      (await call('GET', `/assignments?starred=true${query}`)).body as {
        total: number
        items: { taskId: string; lead: { id: string } }[]
      }
    const tasksOf = async (call: Person) =>
      [...new Set((await rows(call)).items.map(({ taskId }) => taskId))].toSorted()
    try {
      assert.deepEqual(await tasksOf(as('officer', 'ministry')), [])
      assert.equal((await as('leader', 'ministry')('PUT', `/tasks/${ofMinistry}/star`)).status, 200)
      assert.equal((await as('leader', 'lamDong')('PUT', `/tasks/${ofLamDong}/star`)).status, 200)
      // The ministry's holds below it; a province's is neither the ministry's nor another province's.
      assert.deepEqual(await tasksOf(as('officer', 'ministry')), [ofMinistry])
      assert.deepEqual(await tasksOf(as('unit-head', 'lamDong')), [ofMinistry, ofLamDong].toSorted())
      assert.deepEqual(await tasksOf(as('unit-head', 'caMau')), [ofMinistry])
      for (const [call, total] of [
        [as('officer', 'ministry'), 2],
        [as('unit-head', 'lamDong'), 2],
        [as('unit-head', 'caMau'), 1],
      ] as const) {
        const { items, total: counted } = await rows(call)
        assert.deepEqual([items.length, counted], [total, total])
        assert.equal((await call('GET', '/assignments/counts?starred=true')).body.total, total)
        const groups = (await call('GET', '/assignments/groups?by=lead&starred=true')).body.items
        assert.equal(
          groups.reduce((sum: number, group: { total: number }) => sum + group.total, 0),
          total,
        )
      }
      const [own] = (await rows(as('unit-head', 'caMau'))).items
      assert.deepEqual([own?.lead.id, own?.taskId], [administration.unit.caMau, ofMinistry])
      const sheet = await as('officer', 'ministry')('GET', '/assignments/sheet?columns=starred,lead&sort=code')
      const marked = sheet.body.rows.filter(([star]: string[]) => star === '★')
      assert.deepEqual([sheet.body.rows.length, marked.length], [6, 2])
      const said = await as('officer', 'ministry')('GET', '/assignments/sheet?starred=true&columns=code')
      assert.deepEqual(said.body.filters, ['Trọng điểm'])
      // What is taken back is none any more.
      assert.equal((await as('leader', 'ministry')('DELETE', `/tasks/${ofMinistry}/star`)).status, 200)
      assert.deepEqual(await tasksOf(as('unit-head', 'caMau')), [])
    } finally {
      await close()
    }
  }),
)
