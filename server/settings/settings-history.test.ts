import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { withStore } from '#server/testing/harness.ts'
import { signedIn, testApp } from '#server/testing/signed-in.ts'

test(
  'the history of the settings says who changed which one from what to what, and only what really changed',
  withStore(async (store) => {
    await everyRoleAt(await anAdministration(store), ['ministry'])
    const { app, close } = await testApp(store)
    const administrator = signedIn(app, loginOf('administrator', 'ministry'))
    const change = async (body: object, version: number, path = '/settings', method = 'PATCH') => {
      const answer = await administrator(method, path, { body, headers: { 'if-match': `"${version}"` } })
      assert.equal(answer.status, 200, answer.text)
      return answer.body.version as number
    }
    try {
      const { version } = (await administrator('GET', '/settings')).body
      const second = await change({ answerWithinDays: 5, starsAtMost: 7, approvalFor: [] }, version)
      const third = await change({ answerWithinDays: 5, approvalFor: ['by-hand'] }, second)
      const basis = 'Luật 72/2025/QH15'
      const fourth = await change({ name: 'Cấp xã', from: '2026-04-01', basis }, third, '/tiers/3/rename', 'POST')
      await change({ name: 'Thôn, tổ dân phố', from: '2026-01-01', basis }, fourth, '/tiers', 'POST')
      const { items } = (await administrator('GET', '/settings/history')).body
      assert.deepEqual(
        items.map(({ name, from, to, by }: Record<string, unknown>) => [name, from, to, (by as { name: string }).name]),
        [
          [
            'add_tier',
            null,
            { number: 4, name: 'Thôn, tổ dân phố', from: '2026-01-01', basis },
            'administrator.ministry',
          ],
          ['rename_tier', null, { number: 3, name: 'Cấp xã', from: '2026-04-01', basis }, 'administrator.ministry'],
          ['approvalFor', [], ['by-hand'], 'administrator.ministry'],
          ['answerWithinDays', 3, 5, 'administrator.ministry'],
        ],
      )
      // The name of April is not yet that of 16 March.
      const tiers = (await administrator('GET', '/tiers')).body.items
      assert.deepEqual(
        tiers.map(({ number, name, units }: Record<string, unknown>) => [number, name, units]),
        [
          [1, 'Cấp 1', 1],
          [2, 'Cấp 2', 4],
          [3, 'Cấp 3', 4],
          [4, 'Thôn, tổ dân phố', 0],
        ],
      )
      assert.equal((await signedIn(app, loginOf('officer', 'ministry'))('GET', '/settings/history')).status, 403)
    } finally {
      await close()
    }
  }),
)
