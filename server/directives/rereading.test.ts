import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Difference } from '#core/directives/rereading.ts'
import { checkSubjects } from '#server/journal/check-subjects.ts'
import { listStates } from '#server/journal/subjects.ts'
import { anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { withStore } from '#server/testing/harness.ts'
import { type Call, signedIn, testApp } from '#server/testing/signed-in.ts'

const FIRST = 'Giao Sở Y tế chủ trì xây dựng kế hoạch tiêm chủng, hoàn thành trước ngày 30/6'
const SECOND = 'Giao Sở Tài chính báo cáo Bộ kết quả giải ngân trước ngày 15/7'
const THIRD = 'Giao Sở Nội vụ rà soát biên chế các cơ quan trước ngày 01/8'
const TEXT = `BỘ PHÁT TRIỂN CƠ SỞ
Số: 12/CT-BPTCS
Hà Nội, ngày 02 tháng 03 năm 2026
CHỈ THỊ
Về việc tiêm chủng mở rộng
1. ${FIRST}.
2. ${SECOND}.
3. ${THIRD}.
`

interface Registered {
  officer: Call
  leader: Call
  id: string
  preview: () => Promise<{ version: number; differences: Difference[]; unchanged: number }>
  apply: (version: number, keys?: string[], by?: Call) => ReturnType<Call>
  proposals: () => Promise<{ id: string; quote: string; state: string; version: number; fields: never }[]>
  dateIn: (year: number) => Promise<void>
}

function withDirective(body: (directive: Registered) => Promise<void>) {
  return withStore(async (store) => {
    await everyRoleAt(await anAdministration(store), ['ministry'])
    const { app, close } = await testApp(store)
    const officer = signedIn(app, loginOf('officer', 'ministry'))
    try {
      const made = await officer('POST', '/directives', { body: { text: TEXT } })
      assert.equal(made.status, 200, made.text)
      const path = `/directives/${made.body.id}`
      await body({
        officer,
        leader: signedIn(app, loginOf('leader', 'ministry')),
        id: made.body.id,
        preview: async () => {
          const answer = await officer('GET', `${path}/rereading`)
          assert.equal(answer.status, 200, answer.text)
          return answer.body
        },
        apply: (version, keys, by = officer) =>
          by('POST', `${path}/rereading`, { body: keys ? { keys } : {}, headers: { 'if-match': `"${version}"` } }),
        proposals: async () => (await officer('GET', `${path}/proposals`)).body.items,
        dateIn: async (year) => {
          const { version } = (await officer('GET', path)).body
          const headers = { 'if-match': `"${version}"` }
          const dated = await officer('PATCH', path, { body: { issuedOn: `${year}-03-02` }, headers })
          assert.equal(dated.status, 200, dated.text)
        },
      })
      const entries = await store.db.selectFrom('journalEntry').selectAll().orderBy('id').execute()
      for (const kind of ['directive', 'proposal'] as const) {
        const own = entries.filter((entry) => entry.subjectKind === kind)
        assert.deepEqual(checkSubjects(kind, own, await listStates(store.db, kind)), [])
      }
    } finally {
      await close()
    }
  })
}

const dueOf = (content: Difference['before']) => (content?.kind === 'commitment' ? content.fields.deadline?.iso : null)

test(
  'a directive read again as it was shows no difference, and nothing can be applied',
  withDirective(async ({ preview, apply, proposals }) => {
    const { version, differences, unchanged } = await preview()
    assert.deepEqual([differences, unchanged], [[], (await proposals()).length])
    assert.equal((await apply(version)).body.code, 'rereading/nothing_to_change')
  }),
)

test(
  'a corrected day of issue changes deadlines without a year: the change is shown first, and made only where it is chosen',
  withDirective(async ({ preview, apply, proposals, dateIn }) => {
    const before = await proposals()
    await dateIn(2025)
    const { version, differences } = await preview()
    assert.deepEqual(
      differences.map((one) => [one.fields, dueOf(one.before), dueOf(one.after)]),
      [
        [['deadline'], '2026-06-30', '2025-06-30'],
        [['deadline'], '2026-07-15', '2025-07-15'],
        [['deadline'], '2026-08-01', '2025-08-01'],
      ],
    )
    assert.deepEqual(await proposals(), before, 'showing changes nothing')
    const [first] = differences
    const applied = await apply(version, [first?.key ?? ''])
    assert.deepEqual(applied.body, { version: version + 1, added: 0, withdrawn: 0, replaced: 1 })
    const after = await proposals()
    assert.deepEqual(
      after.map(({ id }) => before.some((one) => one.id === id)),
      [false, true, true],
    )
    assert.equal((await preview()).differences.length, 2)
    assert.equal((await apply(version + 1)).body.replaced, 2)
    assert.deepEqual((await preview()).differences, [])
  }),
)

test(
  'what a person has decided or edited stays as it is; the difference is only shown',
  withDirective(async ({ officer, preview, apply, proposals, dateIn }) => {
    const [first, second] = await proposals()
    assert.ok(first && second)
    const headers = { 'if-match': '"1"' }
    assert.equal((await officer('POST', `/proposals/${first.id}/reject`, { body: {}, headers })).status, 200)
    const edit = { commitment: { deliverable: 'Báo cáo' } }
    assert.equal((await officer('PATCH', `/proposals/${second.id}`, { body: edit, headers })).status, 200)
    await dateIn(2025)
    const { version, differences } = await preview()
    assert.deepEqual(
      differences.map(({ held, fields }) => [held, fields.includes('deadline')]),
      [
        ['rejected', true],
        ['edited', true],
        [null, true],
      ],
    )
    const held = differences.slice(0, 2).map(({ key }) => key)
    assert.equal((await apply(version, held)).body.code, 'rereading/not_as_shown')
    assert.equal((await apply(version)).body.replaced, 1)
    const now = await proposals()
    assert.deepEqual(
      now.slice(0, 2).map(({ id, state }) => [id, state]),
      [
        [first.id, 'rejected'],
        [second.id, 'proposed'],
      ],
    )
  }),
)

test(
  'nobody applies what he has not seen, nor to a directive that has changed since, nor without the right to decide',
  withDirective(async ({ leader, id, preview, apply, dateIn }) => {
    await dateIn(2025)
    const { version, differences } = await preview()
    await dateIn(2024)
    assert.equal((await apply(version)).status, 412)
    assert.equal(
      (
        await apply(
          version + 1,
          differences.map(({ key }) => key),
        )
      ).body.code,
      'rereading/not_as_shown',
    )
    assert.equal((await leader('GET', `/directives/${id}/rereading`)).status, 200)
    assert.equal((await apply(version + 1, undefined, leader)).status, 403)
  }),
)

test(
  'words that the office has taught since show what they would change, and change nothing until they are applied',
  withDirective(async ({ officer, preview, apply, proposals }) => {
    const taught = await officer('POST', '/phrases', { body: { kind: 'never', phrase: 'rà soát biên chế' } })
    assert.equal(taught.status, 200, taught.text)
    const { version, differences } = await preview()
    assert.deepEqual(
      differences.map(({ before, after }) => [before?.quote, after]),
      [[THIRD, null]],
    )
    const known = await proposals()
    assert.equal((await apply(version)).body.withdrawn, 1)
    const forgotten = await officer('DELETE', `/phrases/${taught.body.id}`, { headers: { 'if-match': '"1"' } })
    assert.equal(forgotten.status, 200, forgotten.text)
    const [back] = (await preview()).differences
    assert.deepEqual([back?.before, back?.after?.quote, back?.proposalId], [null, THIRD, null])
    assert.equal((await apply(version + 1)).body.added, 1)
    const again = await proposals()
    assert.deepEqual(
      again.map(({ quote }) => quote),
      known.map(({ quote }) => quote),
    )
    assert.equal((await preview()).unchanged, known.length)
  }),
)
