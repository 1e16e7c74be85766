import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LookAlike } from '#core/directives/look-alike.ts'
import { anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { withStore } from '#server/testing/harness.ts'
import { type Call, signedIn, testApp } from '#server/testing/signed-in.ts'

const ORDER = 'Giao Cục Kế hoạch chủ trì rà soát, bố trí đủ biên chế cho đơn vị cấp xã trước ngày 30/6/2026'
const TARGET = 'Phấn đấu đến hết năm 2027 tỷ lệ hồ sơ giải quyết đúng hạn đạt ít nhất 95%'
const OTHERS = `Giao Cục Kế hoạch xây dựng kế hoạch sửa chữa trụ sở làm việc trước ngày 30/7/2026.
Giao Cục Tổ chức báo cáo kết quả tuyển dụng trước ngày 15/8/2026.`

interface Office {
  ministry: Call
  province: Call
  leader: Call
  register: (text: string, by?: Call) => Promise<string>
  alike: (id: string, by?: Call) => Promise<LookAlike[]>
  acceptAll: (id: string, by?: Call) => Promise<void>
}

function withOffices(body: (office: Office) => Promise<void>) {
  return withStore(async (store) => {
    await everyRoleAt(await anAdministration(store), ['ministry', 'lamDong'])
    const { app, close } = await testApp(store)
    const ministry = signedIn(app, loginOf('officer', 'ministry'))
    try {
      await body({
        ministry,
        province: signedIn(app, loginOf('officer', 'lamDong')),
        leader: signedIn(app, loginOf('leader', 'ministry')),
        register: async (text, by = ministry) => {
          const made = await by('POST', '/directives', { body: { text, evenIfSame: true } })
          assert.equal(made.status, 200, made.text)
          return made.body.id
        },
        alike: async (id, by = ministry) => {
          const answer = await by('GET', `/directives/${id}/look-alikes`)
          assert.equal(answer.status, 200, answer.text)
          return answer.body.items
        },
        acceptAll: async (id, by = ministry) => {
          for (const one of (await by('GET', `/directives/${id}/proposals`)).body.items) {
            const headers = { 'if-match': `"${one.version}"` }
            const body = { leads: one.kind === 'target' ? undefined : leadsOf(one) }
            // oxlint-disable-next-line no-await-in-loop
            const accepted = await by('POST', `/proposals/${one.id}/accept`, { body, headers })
            assert.equal(accepted.status, 200, accepted.text)
          }
        },
      })
    } finally {
      await close()
    }
  })
}

function leadsOf(proposal: { matches: { lead: { candidates: { kind: string; id: string }[] }[] } }) {
  return proposal.matches.lead.flatMap(({ candidates }) => candidates.slice(0, 1).map(({ kind, id }) => ({ kind, id })))
}

test(
  'an order that has become a task is pointed out when another directive gives it again, with why and from where',
  withOffices(async ({ register, alike, acceptAll, leader }) => {
    const first = await register(`Số: 01/CT-BPTCS\n1. ${ORDER}.\n${OTHERS}`)
    assert.deepEqual(await alike(first), [], 'what is only proposed is like nothing yet')
    await acceptAll(first)
    const second = await register(`Số: 02/CT-BPTCS\n1. ${ORDER}.`)
    const [found, ...more] = await alike(second)
    assert.deepEqual(more, [])
    assert.ok(found)
    assert.deepEqual(
      [found.kind, found.directiveId, found.symbol, found.dueOn, found.class],
      ['task', first, '01/CT-BPTCS', '2026-06-29', 'not_counted'],
    )
    assert.deepEqual([found.likeness.sameLead, found.likeness.sameDue], [true, true])
    assert.ok(found.likeness.share > 0.9, `${found.likeness.share}`)
    assert.match(found.code ?? '', /^NV-\d+$/)
    assert.equal((await alike(second, leader)).length, 1, 'whoever reads proposals reads what they are like')
  }),
)

test(
  'an accepted target is pointed out when another directive sets it again',
  withOffices(async ({ register, alike, acceptAll }) => {
    const first = await register(`Số: 01/KH-BPTCS\n${TARGET}.`)
    await acceptAll(first)
    const second = await register(
      `Số: 02/KH-BPTCS\n${TARGET}.\nPhấn đấu đến hết năm 2027 có ít nhất 95% đơn vị đạt chuẩn.`,
    )
    const found = await alike(second)
    assert.deepEqual(
      found.map(({ kind, directiveId }) => [kind, directiveId]),
      [['target', first]],
    )
  }),
)

test(
  'an office is not told of the tasks of an office above it',
  withOffices(async ({ register, alike, acceptAll, province }) => {
    await acceptAll(await register(`${ORDER}.`))
    const own = await register(`${ORDER}.`, province)
    assert.deepEqual(await alike(own, province), [])
  }),
)
