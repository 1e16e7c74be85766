import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  likenessOf,
  rarestOf,
  rarity,
  shinglesOf,
  targetLikenessOf,
  type ToDo,
  wordShare,
} from '#core/directives/look-alike.ts'
import type { TargetFields } from '#core/directives/proposal.ts'
import { fold } from '#core/kernel/fold.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'

// Of 20,000 tasks these many hold the pair; what is not named is held by a middling number.
const COUNTS = new Map(
  Object.entries({
    'bao cao': 6000,
    'cao ket': 5000,
    'ket qua': 5500,
    'qua thuc': 3000,
    'thuc hien': 7000,
    'xay dung': 5000,
    'ke hoach': 4000,
    'dung ke': 2000,
    'ra soat': 3000,
    'hien cong': 1500,
    'cong tac': 4000,
    'tiem chung': 20,
    'tuyen quan': 25,
    'bien che': 150,
    'tru so': 120,
  }),
)
const weight = rarity(20_000, COUNTS)

function toDo(
  action: string,
  { leads = ['y-te'], dueOn = null as string | null, quote = null as string | null } = {},
): ToDo {
  return { folded: fold(action), leads: new Set(leads), dueOn: dueOn as PlainDate | null, quote }
}

const ORDER = 'Rà soát, bố trí đủ biên chế cho đơn vị cấp xã, báo cáo kết quả thực hiện'

test('the same order to the same unit in two directives is the same', () => {
  const again = toDo('rà soát, bố trí đủ biên chế cho các đơn vị cấp xã và báo cáo kết quả thực hiện')
  const likeness = likenessOf(toDo(ORDER), again, weight)
  assert.ok(likeness && likeness.share > 0.7, `${likeness?.share}`)
  assert.equal(likeness.sameLead, true)
})

test('the same verb with another object is another order', () => {
  assert.equal(
    likenessOf(
      toDo('Báo cáo kết quả thực hiện công tác tiêm chủng'),
      toDo('Báo cáo kết quả thực hiện công tác tuyển quân'),
      weight,
    ),
    undefined,
  )
  assert.equal(
    likenessOf(toDo('Xây dựng kế hoạch tiêm chủng mở rộng'), toDo('Xây dựng kế hoạch sửa chữa trụ sở'), weight),
    undefined,
  )
})

test('the same words to another unit are another task; where a lead is not known it says nothing', () => {
  assert.equal(likenessOf(toDo(ORDER), toDo(ORDER, { leads: ['tai-chinh'] }), weight), undefined)
  const likeness = likenessOf(toDo(ORDER, { leads: [] }), toDo(ORDER, { leads: ['tai-chinh'] }), weight)
  assert.deepEqual(likeness, { share: 1, sameLead: false, sameDue: false, sameQuote: false })
})

test('what is worded half alike is the same only where lead or day are the same, too', () => {
  const [mine, theirs] = ['Rà soát trụ sở làm việc của đơn vị', 'Rà soát trụ sở làm việc của cơ quan']
  const share = wordShare(fold(mine), fold(theirs), weight)
  assert.ok(share >= 0.6 && share < 0.75, `${share}`)
  assert.equal(likenessOf(toDo(mine, { leads: [] }), toDo(theirs, { leads: [] }), weight), undefined)
  assert.equal(likenessOf(toDo(mine), toDo(theirs), weight)?.sameLead, true)
  const day = { leads: [], dueOn: '2026-06-30' }
  assert.equal(likenessOf(toDo(mine, day), toDo(theirs, day), weight)?.sameDue, true)
})

test('a sentence that another directive repeats is the same, though a person has worded its task shorter', () => {
  const quote = 'Giao Sở Y tế rà soát, bố trí đủ biên chế cho đơn vị cấp xã trước ngày 30/6.'
  const mine = toDo('Rà soát, bố trí đủ biên chế cho đơn vị cấp xã', { quote, leads: [] })
  const theirs = toDo('Bố trí đủ biên chế cấp xã', { quote: quote.toUpperCase(), leads: [] })
  assert.equal(likenessOf(mine, theirs, weight)?.sameQuote, true)
  assert.equal(likenessOf(mine, { ...theirs, quote: null }, weight), undefined)
})

test('nothing is like nothing', () => {
  assert.equal(likenessOf(toDo('', { leads: [] }), toDo('', { leads: [] }), weight), undefined)
  assert.deepEqual([...shinglesOf('báo'), ...shinglesOf('')], [])
})

test('what is looked up are the pairs that fewest tasks hold, and only those that some task holds', () => {
  const counts = new Map([...COUNTS, ['qua tiem', 0]])
  assert.deepEqual(rarestOf(fold('báo cáo kết quả tiêm chủng'), counts, 2), ['tiem chung', 'cao ket'])
})

const TARGET: TargetFields = {
  indicator: 'tỷ lệ hồ sơ giải quyết đúng hạn',
  direction: 'reach',
  comparator: '>=',
  value: 95,
  valueMax: null,
  unit: '%',
  baseline: null,
  due: '2027-12-31',
}

test('the same level of the same indicator by the same day is the same target', () => {
  const again = { ...TARGET, indicator: 'Tỷ lệ hồ sơ được giải quyết đúng hạn', comparator: null }
  assert.equal(targetLikenessOf(TARGET, again)?.sameDue, true)
})

test('another level, another measure, another year or another indicator is another target', () => {
  assert.equal(targetLikenessOf(TARGET, { ...TARGET, value: 90 }), undefined)
  assert.equal(targetLikenessOf(TARGET, { ...TARGET, unit: 'hồ sơ' }), undefined)
  assert.equal(targetLikenessOf(TARGET, { ...TARGET, due: '2030-12-31' }), undefined)
  assert.equal(targetLikenessOf(TARGET, { ...TARGET, indicator: 'tỷ lệ đơn vị đạt chuẩn' }), undefined)
})
