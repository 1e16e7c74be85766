import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { Id } from '#core/kernel/id.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import { anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { withFreshStore, withStore } from '#server/testing/harness.ts'
import { signedIn, testApp } from '#server/testing/signed-in.ts'
import { storedAssignment, storedTask } from '#server/testing/stored.ts'

test(
  'of several edits of one message at the same time one is kept, and the others are told that it has changed',
  withFreshStore(async (store) => {
    const administration = await anAdministration(store)
    const ids = await everyRoleAt(administration, ['lamDong'])
    const login = loginOf('unit-head', 'lamDong')
    const by = ids.get(login) ?? assert.fail()
    const taskId = await storedTask(administration, { owner: 'ministry', by })
    const id = await storedAssignment(administration, { taskId, lead: 'lamDong', issuedBy: 'ministry', by })
    const running = await testApp(store)
    try {
      const head = signedIn(running.app, login)
      const said = await head('POST', `/assignments/${id}/messages`, { body: { text: 'Đang làm', mentions: [] } })
      assert.equal(said.status, 200, said.text)
      const edit = (text: string) =>
        head('PATCH', `/assignments/${id}/messages/${said.body.id}`, {
          body: { text, mentions: [] },
          headers: { 'if-match': '"1"' },
        })
      // Another has the message in hand until all of them wait for it.
      const held = Promise.withResolvers<void>()
      const holding = store.db.transaction().execute(async (tx) => {
        await tx.selectFrom('message').select('id').where('id', '=', said.body.id).forUpdate().execute()
        await held.promise
      })
      const edits = ['Một', 'Hai', 'Ba', 'Bốn'].map(edit)
      await setTimeout(300)
      held.resolve()
      await holding
      const answers = await Promise.all(edits)
      const codes = answers.map(({ status, body }) => (status === 200 ? 'kept' : String(body.code))).toSorted()
      assert.deepEqual(codes, ['kept', 'version/stale', 'version/stale', 'version/stale'])
    } finally {
      await running.close()
    }
  }),
)

test(
  'a mention is a duty until its assignment is opened or answered by somebody who had it before them',
  withStore(async (store) => {
    const administration = await anAdministration(store)
    const ids = await everyRoleAt(administration, ['ministry', 'lamDong'])
    const by = ids.get(loginOf('officer', 'ministry')) ?? assert.fail()
    const head = ids.get(loginOf('unit-head', 'lamDong')) ?? assert.fail()
    const taskId = await storedTask(administration, { owner: 'ministry', by })
    const id = await storedAssignment(administration, { taskId, lead: 'lamDong', issuedBy: 'ministry', by })
    const running = await testApp(store)
    try {
      const [asker, asked] = [loginOf('officer', 'ministry'), loginOf('unit-head', 'lamDong')]
      const at = (second: number) => running.setClock(`2026-03-16T02:00:0${second}.000Z` as Instant)
      const write = async (login: string, mentions: Id[], shown?: Instant) => {
        const body = { text: 'Đề nghị cho biết tiến độ', mentions, shown }
        const answer = await signedIn(running.app, login)('POST', `/assignments/${id}/messages`, { body })
        assert.equal(answer.status, 200, answer.text)
      }
      const mentions = async () => {
        const { body } = await signedIn(running.app, asked)('GET', '/duties')
        return body.items.filter(({ kind }: { kind: string }) => kind === 'mention').length
      }
      const read = async () => (await signedIn(running.app, asked)('GET', `/assignments/${id}/messages`)).body
      at(0)
      await write(asker, [head])
      assert.equal(await mentions(), 1)
      at(1)
      const first = await read()
      at(2)
      await write(asker, [head])
      at(3)
      await write(asked, [])
      assert.equal(await mentions(), 1, 'who says of nothing that it was shown has read nothing')
      await write(asked, [], first.asOf)
      assert.equal(await mentions(), 1, 'what was said while the answer was written was not before its writer')
      assert.deepEqual(
        (await read()).items.map(({ unread }: { unread: boolean }) => unread),
        [false, true, false, false],
      )
      const openings = async () => {
        const { body } = await signedIn(running.app, asker)('GET', `/assignments/${id}/seen`)
        return body.items.map(({ firstAt, lastAt }: { firstAt: string; lastAt: string }) => [firstAt, lastAt])
      }
      const third = '2026-03-16T02:00:03.000Z'
      assert.deepEqual(await openings(), [[third, third]], 'nobody has opened it before the request that says so')
      const { asOf } = await read()
      const yearZero = { body: { shown: '0000-01-01T00:00:00Z' } }
      assert.equal((await signedIn(running.app, asker)('POST', `/assignments/${id}/seen`, yearZero)).status, 200)
      assert.equal(
        (await openings()).flat().every((one: string) => one === third),
        true,
      )
      at(4)
      await write(asked, [], asOf)
      assert.equal(await mentions(), 0)
      at(5)
      await write(asker, [head])
      const opened = await signedIn(running.app, asked)('POST', `/assignments/${id}/seen`, { body: { shown: asOf } })
      assert.equal(opened.status, 200, opened.text)
      assert.equal((await read()).unread, 1, 'the same of a page that is open')
      await signedIn(running.app, asked)('POST', `/assignments/${id}/seen`, { body: {} })
      await write(asked, [], first.asOf)
      assert.equal((await read()).unread, 0, 'what was read once stays read')
    } finally {
      await running.close()
    }
  }),
)
