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

test(
  'a draft with a day and a schedule of its own keeps them when its task is edited, and the others follow the task',
  withStore(async (store) => {
    const administration = await anAdministration(store)
    await everyRoleAt(administration, ['ministry'])
    const { unit } = administration
    const running = await testApp(store)
    try {
      const officer = signedIn(running.app, loginOf('officer', 'ministry'))
      const at = (id: string) => ({ kind: 'unit', id })
      const by = (iso: string) => ({ text: `đến ${iso}`, kind: 'by', iso })
      const friday = { kind: 'weeks', every: 1, weekday: 5 }
      const monthly = { kind: 'months', every: 1, day: 25 }
      const body = {
        action: 'Rà soát',
        deliverable: null,
        deadline: by('2026-05-31'),
        source: 'nhập tay',
        leads: [at(unit.lamDong), at(unit.caMau), at(unit.planning)],
        cooperating: [],
        monitorId: null,
        reporting: friday,
      }
      const drafted = await officer('POST', '/tasks', { body })
      assert.equal(drafted.status, 200, drafted.text)
      const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })
      const open = async () => {
        const { body: task } = await officer('GET', `/tasks/${drafted.body.id}`)
        const drafts = task.assignments.filter(({ state }: { state: string }) => state === 'draft')
        return Promise.all(
          drafts.map(async ({ id }: { id: string }) => (await officer('GET', `/assignments/${id}`)).body),
        )
      }
      const own = (await open()).find(({ lead }) => lead.id === unit.caMau)
      const revised = await officer('POST', `/assignments/${own.id}/revise`, {
        body: { dueOn: '2026-04-15', deadlineText: 'trước lễ', reporting: monthly, reason: 'tỉnh xa' },
        headers: ifMatch(own.version),
      })
      assert.equal(revised.status, 200, revised.text)
      let version = 1
      const edit = async (changes: object) => {
        const edited = await officer('PATCH', `/tasks/${drafted.body.id}`, { body: changes, headers: ifMatch(version) })
        assert.equal(edited.status, 200, edited.text)
        version = edited.body.version
        assert.deepEqual(edited.body.reporting, (changes as { reporting?: object }).reporting ?? friday)
        const drafts = await open()
        return Object.fromEntries(drafts.map((one) => [one.lead.id, [one.dueOn, one.deadlineText, one.reporting]]))
      }
      const kept = ['2026-04-15', 'trước lễ', monthly]
      const asTask = ['2026-05-31', null, friday]
      // What a form sends: everything, and only the words are other.
      assert.deepEqual(await edit({ action: 'Rà soát lại', deadline: by('2026-05-31'), reporting: friday }), {
        [unit.lamDong]: asTask,
        [unit.caMau]: kept,
        [unit.planning]: asTask,
      })
      const tuesday = { ...friday, weekday: 2 }
      assert.deepEqual(await edit({ deadline: by('2026-06-30'), reporting: tuesday }), {
        [unit.lamDong]: ['2026-06-30', null, tuesday],
        [unit.caMau]: kept,
        [unit.planning]: ['2026-06-30', null, tuesday],
      })
      const [first] = (await open()).filter(({ lead }) => lead.id === unit.lamDong)
      assert.deepEqual(first.history.at(-1).changes, [
        { field: 'dueOn', from: { kind: 'day', day: '2026-05-31' }, to: { kind: 'day', day: '2026-06-30' } },
        { field: 'reporting', from: { kind: 'reporting', rule: friday }, to: { kind: 'reporting', rule: tuesday } },
      ])
      assert.deepEqual(
        await edit({ reporting: tuesday, leads: [at(unit.caMau), at(unit.baoLoc), at(unit.planning)] }),
        {
          [unit.caMau]: kept,
          [unit.baoLoc]: ['2026-06-30', null, tuesday],
          [unit.planning]: ['2026-06-30', null, tuesday],
        },
      )
    } finally {
      await running.close()
    }
  }),
)

test(
  'a change of the settings is no wish for one unit: drafts go on following their task, and a day of its own stays even where the task comes to it',
  withStore(async (store) => {
    const administration = await anAdministration(store)
    await everyRoleAt(administration, ['ministry'])
    const { unit } = administration
    const running = await testApp(store)
    try {
      const officer = signedIn(running.app, loginOf('officer', 'ministry'))
      const administrator = signedIn(running.app, loginOf('administrator', 'ministry'))
      const at = (id: string) => ({ kind: 'unit', id })
      const before = (iso: string) => ({ text: `trước ngày ${iso}`, kind: 'by', iso })
      const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })
      const leads = [at(unit.lamDong), at(unit.caMau)]
      const body = {
        action: 'Rà soát',
        deliverable: null,
        deadline: before('2026-04-30'),
        source: 'nhập tay',
        leads,
        cooperating: [],
        monitorId: null,
      }
      const { body: task } = await officer('POST', '/tasks', { body })
      const drafts = async () => {
        const { assignments, version } = (await officer('GET', `/tasks/${task.id}`)).body
        const open = assignments.filter(({ state }: { state: string }) => state === 'draft')
        const of = (id: string) => open.find(({ lead }: { lead: { id: string } }) => lead.id === id)
        return { version, days: [of(unit.lamDong)?.dueOn, of(unit.caMau)?.dueOn], caMau: of(unit.caMau) }
      }
      const edit = async (changes: object) => {
        const { version } = await drafts()
        const edited = await officer('PATCH', `/tasks/${task.id}`, { body: changes, headers: ifMatch(version) })
        assert.equal(edited.status, 200, edited.text)
        return (await drafts()).days
      }
      const first = await drafts()
      assert.deepEqual(first.days, ['2026-04-29', '2026-04-29'])
      const own = { body: { dueOn: '2026-04-30', reason: 'xa' }, headers: ifMatch(first.caMau.version) }
      assert.equal((await officer('POST', `/assignments/${first.caMau.id}/revise`, own)).status, 200)

      const { body: settings } = await administrator('GET', '/settings')
      const changed = await administrator('PATCH', '/settings', {
        body: { beforeMeans: 'same-day' },
        headers: ifMatch(settings.version),
      })
      assert.equal(changed.status, 200, changed.text)
      const words = { action: 'Rà soát lại', deadline: before('2026-04-30') }
      assert.deepEqual(await edit(words), ['2026-04-29', '2026-04-30'], 'the words alone were edited')
      assert.deepEqual(await edit({ deadline: before('2026-05-20') }), ['2026-05-20', '2026-04-30'])
      assert.deepEqual(await edit({ leads: leads.toReversed() }), ['2026-05-20', '2026-04-30'])
      assert.deepEqual(await edit({ deadline: before('2026-05-25') }), ['2026-05-25', '2026-04-30'])
      assert.deepEqual(
        await edit({ deadline: before('2026-05-28'), leads: [...leads, at(unit.planning)] }),
        ['2026-05-28', '2026-04-30'],
        'who takes part and the deadline are edited at once',
      )
      assert.deepEqual(await edit({ deadline: before('2026-05-29') }), ['2026-05-29', '2026-04-30'])
    } finally {
      await running.close()
    }
  }),
)
