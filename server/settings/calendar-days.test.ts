import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { withStore } from '#server/testing/harness.ts'
import { signedIn, testApp } from '#server/testing/signed-in.ts'

test(
  'the office sets days apart from the official calendar, each of a kind that its weekday allows, and the journal says so',
  withStore(async (store) => {
    await everyRoleAt(await anAdministration(store), ['ministry'])
    await store.db
      .insertInto('calendarDay')
      .values([{ day: '2026-09-02', kind: 'off', basis: 'Quốc khánh' }])
      .execute()
    const { app, close } = await testApp(store)
    const administrator = signedIn(app, loginOf('administrator', 'ministry'))
    try {
      const { version } = (await administrator('GET', '/settings')).body
      const set = (calendarDays: unknown[], at: number) =>
        administrator('PATCH', '/settings', { body: { calendarDays }, headers: { 'if-match': `"${at}"` } })
      const off = { day: '2026-03-18', kind: 'off', basis: 'Thông báo 12/TB' }
      const ordinary = { day: '2026-09-02', kind: 'ordinary', basis: 'trực báo cáo' }
      assert.equal((await set([{ ...off, day: '2026-03-21' }], version)).body.code, 'settings/off_anyway')
      assert.equal((await set([{ ...off, kind: 'make-up' }], version)).body.code, 'settings/worked_anyway')
      assert.equal((await set([off, off], version)).body.code, 'settings/day_twice')
      assert.equal((await set([{ ...off, basis: ' ' }], version)).body.code, 'request/invalid')
      const changed = await set([off, ordinary], version)
      assert.equal(changed.status, 200, changed.text)
      const { items } = (await administrator('GET', '/calendar-days')).body
      assert.deepEqual(items, [
        { ...off, own: true },
        { ...ordinary, own: true },
      ])
      const entry = await store.db
        .selectFrom('journalEntry')
        .select('data')
        .where('command', '=', 'settings.change')
        .executeTakeFirstOrThrow()
      assert.deepEqual(entry.data, { calendarDays: [off, ordinary] })
      // What a change does not name stays as it is.
      const headers = { 'if-match': `"${changed.body.version}"` }
      const days = await administrator('PATCH', '/settings', { body: { answerWithinDays: 5 }, headers })
      assert.equal(days.body.calendarDays.length, 2)
      // Back to the official calendar.
      assert.equal((await set([], days.body.version)).status, 200)
      assert.deepEqual((await administrator('GET', '/calendar-days')).body.items, [
        { day: '2026-09-02', kind: 'off', basis: 'Quốc khánh', own: false },
      ])
    } finally {
      await close()
    }
  }),
)
