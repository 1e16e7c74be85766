import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '#core/kernel/id.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import { anAdministration, everyRoleAt } from '#server/testing/administration.ts'
import { withOneStore } from '#server/testing/harness.ts'
import { type Call, signedIn, testApp } from '#server/testing/signed-in.ts'

const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })

async function heard(call: Call, id: Id): Promise<string[]> {
  const { body, text } = await call('GET', `/assignments/${id}/messages`)
  assert.ok(body.items, text)
  return body.items.map((message: { text: string }) => message.text)
}

async function told(call: Call, path: string): Promise<string[]> {
  const { body, text } = await call('GET', path)
  assert.ok(body.history, text)
  return body.history.map(({ command }: { command: string }) => command)
}

test(
  'an addressee learns nothing of the draft, and a later lead nothing of what the former lead said; the issuer hears it all',
  withOneStore(async (store) => {
    const administration = await anAdministration(store)
    const { lamDong, caMau, planning } = administration.unit
    await everyRoleAt(administration, ['ministry', 'planning', 'lamDong', 'caMau'])
    const running = await testApp(store)
    try {
      const as = (login: string) => signedIn(running.app, login)
      const [office, former, later, cooperating] = [
        as('officer.ministry'),
        as('unit-head.lamdong'),
        as('unit-head.camau'),
        as('unit-head.planning'),
      ]
      const at = (time: string) => running.setClock(`2026-03-16T${time}:00Z` as Instant)
      const unit = (id: Id) => ({ kind: 'unit', id })
      const draft = {
        action: 'Rà soát biên chế',
        deliverable: null,
        deadline: null,
        source: 'giao ban',
        leads: [unit(lamDong)],
        cooperating: [unit(planning)],
        monitorId: null,
      }
      at('02:10')
      const { body: task } = await office('POST', '/tasks', { body: draft })
      const id = task.assignments[0].id as Id
      const say = async (call: Call, text: string) => {
        const said = await call('POST', `/assignments/${id}/messages`, { body: { text, mentions: [] } })
        assert.equal(said.status, 200, said.text)
      }
      await say(office, 'Lâm Đồng khó xong trong tháng 5.')
      const edit = { body: { action: 'Rà soát toàn bộ biên chế' }, headers: ifMatch(task.version) }
      const edited = await office('PATCH', `/tasks/${task.id}`, edit)
      assert.equal(edited.status, 200, edited.text)
      at('02:20')
      const issued = await office('POST', `/tasks/${task.id}/issue`, { headers: ifMatch(edited.body.version) })
      assert.equal(issued.status, 200, issued.text)
      assert.deepEqual(await heard(former, id), [])
      assert.deepEqual(await told(former, `/assignments/${id}`), ['assignment.issue'])
      assert.deepEqual(await told(former, `/tasks/${task.id}`), ['task.issue'])
      const whole = ['assignment.draft', 'assignment.redraft', 'assignment.issue']
      assert.deepEqual(await told(office, `/assignments/${id}`), whole)
      assert.deepEqual(await told(office, `/tasks/${task.id}`), ['task.draft', 'task.edit', 'task.issue'])
      at('02:30')
      await say(former, 'Không đủ người.')
      await say(cooperating, 'Đã góp ý.')
      const send = async (call: Call, command: string, body: object) => {
        const { body: now } = await call('GET', `/assignments/${id}`)
        const done = await call('POST', `/assignments/${id}/${command}`, { body, headers: ifMatch(now.version) })
        assert.equal(done.status, 200, done.text)
      }
      at('02:40')
      await send(former, 'return', { reason: 'không đủ người' })
      await send(office, 'reassign', { lead: unit(caMau), reason: 'chuyển' })
      at('02:50')
      await say(later, 'Đã nhận.')
      assert.deepEqual(await heard(later, id), ['Đã nhận.'])
      assert.deepEqual(await heard(cooperating, id), ['Đã góp ý.', 'Đã nhận.'])
      const all = ['Lâm Đồng khó xong trong tháng 5.', 'Không đủ người.', 'Đã góp ý.', 'Đã nhận.']
      assert.deepEqual(await heard(office, id), all)
      assert.equal((await former('GET', `/assignments/${id}/messages`)).status, 404, 'former holders keep nothing')
    } finally {
      await running.close()
    }
  }),
)
