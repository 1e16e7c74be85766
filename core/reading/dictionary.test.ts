import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Dictionary, EMPTY_DICTIONARY, listUnknownNames } from '#core/reading/dictionary.ts'
import { readDirective } from '#core/reading/read-directive.ts'

function read(text: string, dictionary: Partial<Dictionary>) {
  return readDirective(text, { dictionary: { ...EMPTY_DICTIONARY, ...dictionary } })
}

function rules(text: string, dictionary: Partial<Dictionary>): string[] {
  return read(text, dictionary).commitments.flatMap(({ evidence }) => evidence.map(({ rule }) => rule))
}

test('a name of the dictionary is the lead where reading by itself would take it for none', () => {
  const text = 'Nhóm 06 tham mưu kế hoạch kiểm tra, báo cáo trước ngày 20/3/2026.'
  assert.deepEqual(read(text, {}).commitments[0]?.lead, [])
  const [one] = read(text, { units: ['Nhóm 06'] }).commitments
  assert.deepEqual(one?.lead, ['Nhóm 06'])
  assert.equal(one?.action, 'tham mưu kế hoạch kiểm tra, báo cáo')
  assert.ok(one?.evidence.some(({ field, rule }) => field === 'lead' && rule === 'dictionary-unit'))
})

test('a name of the dictionary ends where it ends, and the verb behind it is a verb', () => {
  const text = 'Tổ giúp việc Ban Chỉ đạo lập danh sách các xã chưa đạt, gửi Sở Nội vụ trước ngày 20/3/2026.'
  const [one] = read(text, { units: ['Tổ giúp việc Ban Chỉ đạo'] }).commitments
  assert.deepEqual(one?.lead, ['Tổ giúp việc Ban Chỉ đạo'])
  assert.match(one?.action ?? '', /^lập danh sách/u)
})

test('names of the dictionary stand in a list with others', () => {
  const text = 'Sở Nội vụ và Nhóm 06 tổng hợp, báo cáo trước ngày 25/3/2026.'
  assert.deepEqual(read(text, { units: ['Nhóm 06'] }).commitments[0]?.lead, ['Sở Nội vụ', 'Nhóm 06'])
})

test('a name written with a capital is a name only with a capital, whatever the tone placement and the white space', () => {
  const lead = (text: string) => read(text, { units: ['Nhóm Hoà giải'] }).commitments[0]?.lead
  assert.deepEqual(lead('Nhóm  hòa giải tổng hợp, báo cáo kết quả trước ngày 25/3/2026.'), ['Nhóm hòa giải'])
  assert.deepEqual(lead('Giao nhóm hòa giải tổng hợp, báo cáo kết quả trước ngày 25/3/2026.') ?? [], [])
})

test('words of the dictionary open an order', () => {
  const text = 'Nhờ Sở Nội vụ tổng hợp, báo cáo kết quả trước ngày 20/3/2026.'
  assert.deepEqual(read(text, {}).commitments[0]?.lead ?? [], [])
  const [one] = read(text, { orders: ['nhờ'] }).commitments
  assert.deepEqual([one?.lead, one?.action], [['Sở Nội vụ'], 'tổng hợp, báo cáo kết quả'])
  assert.ok(one?.evidence.some(({ field, rule }) => field === 'task' && rule === 'dictionary-order'))
  const [unnamed] = read('Nhờ cung cấp số liệu dân cư của các xã trước ngày 20/3/2026.', {
    orders: ['nhờ'],
  }).commitments
  assert.deepEqual(unnamed?.lead, [])
  assert.match(unnamed?.action ?? '', /^cung cấp số liệu/u)
})

test('words that open an order are none where neither a body nor a verb follows', () => {
  assert.deepEqual(rules('Nhờ sự chỉ đạo của Tỉnh ủy, tỷ lệ hồ sơ đúng hạn đạt 95%.', { orders: ['nhờ'] }), [])
})

test('a sentence with words of exhortation is an exhortation, though it has a lead and a date', () => {
  const text = 'Sở Nội vụ rà soát, bảo đảm rõ người, rõ việc trước ngày 20/3/2026.'
  assert.equal(read(text, {}).commitments[0]?.exhortation, false)
  const [one] = read(text, { exhortations: ['rõ người, rõ việc'] }).commitments
  assert.equal(one?.exhortation, true)
  assert.ok(one?.evidence.some(({ rule }) => rule === 'dictionary-exhortation'))
})

test('a sentence with words of "never" is proposed neither as a commitment nor as a target', () => {
  const text =
    'Các đơn vị nghiêm túc triển khai thực hiện, báo cáo Sở Nội vụ trước ngày 20/3/2026. Phấn đấu tỷ lệ hồ sơ đúng hạn đạt trên 95% trong năm 2026.'
  const all = read(text, {})
  assert.deepEqual([all.commitments.length > 0, all.targets.length], [true, 1])
  const none = read(text, { never: ['nghiêm túc triển khai thực hiện', 'tỷ lệ hồ sơ'], exhortations: ['phấn đấu'] })
  assert.deepEqual([none.commitments, none.targets], [[], []])
})

test('with an empty dictionary, and with one whose words do not stand in the text, reading is what it is without', () => {
  const text = `KẾ HOẠCH
II. NHIỆM VỤ
1. Sở Nội vụ
a) Chủ trì, phối hợp với Sở Tài chính xây dựng Đề án vị trí việc làm, trình Ủy ban nhân dân tỉnh trước ngày 30/6/2026.
b) Tăng cường, nâng cao nhận thức của cán bộ, công chức.
- Phấn đấu tỷ lệ hồ sơ giải quyết đúng hạn đạt trên 95% trong năm 2026.`
  const without = JSON.stringify(readDirective(text))
  assert.equal(JSON.stringify(read(text, {})), without)
  const elsewhere = ['một cụm từ không có trong văn bản']
  const words = { units: elsewhere, orders: elsewhere, exhortations: elsewhere, never: elsewhere }
  assert.equal(JSON.stringify(read(text, words)), without)
})

test('of the names in the register only those are taught that reading does not know', () => {
  assert.deepEqual(listUnknownNames(['Sở Nội vụ', 'Nhóm 06', 'Nhóm 06', 'bộ', 'UBND tỉnh Lâm Đồng']), ['Nhóm 06'])
})
