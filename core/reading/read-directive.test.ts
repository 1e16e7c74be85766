import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '#core/reading/read-directive.ts'

const PLAN = `ỦY BAN NHÂN DÂN
TỈNH AN THÁI
Số: 12/KH-UBND
An Thái, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Cải cách thủ tục hành chính năm 2026
II. NHIỆM VỤ
1. Sở Nội vụ
a) Chủ trì, phối hợp với Sở Tài chính và các đơn vị liên quan xây dựng Đề án vị trí việc làm, trình Ủy ban nhân dân tỉnh trước ngày 30/6/2026.
b) Tăng cường, nâng cao nhận thức của cán bộ, công chức về cải cách hành chính.
2. Ủy ban nhân dân các xã, phường:
- Rà soát, niêm yết công khai thủ tục hành chính; định kỳ hằng quý báo cáo Ủy ban nhân dân tỉnh (qua Sở Nội vụ) kết quả thực hiện.
- Phấn đấu tỷ lệ hồ sơ giải quyết đúng hạn đạt trên 95% trong năm 2026.
III. TỔ CHỨC THỰC HIỆN
Giao Sở Nội vụ theo dõi, đôn đốc việc thực hiện Kế hoạch này./.
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn An
`
const plan = readDirective(PLAN)
const tasks = plan.commitments.filter((c) => !c.exhortation)
const find = (words: string) => plan.commitments.find((c) => c.quote.includes(words))

test('the lead of an item is the body of the heading above it', () => {
  const c = find('Đề án vị trí việc làm')
  assert.deepEqual(c?.lead, ['Sở Nội vụ'])
  assert.equal(c?.lead_in_quote, false)
  assert.deepEqual(c?.cooperating, ['Sở Tài chính', 'các đơn vị liên quan'])
})

test('a commitment carries its date and cites its passage', () => {
  const c = find('Đề án vị trí việc làm')
  assert.equal(c?.deadline?.iso, '2026-06-30')
  assert.equal(c?.deadline?.kind, 'by')
  assert.equal(plan.passages.find((p) => p.id === c?.passage)?.citation, 'điểm a mục II.1')
  assert.match(c?.deliverable ?? '', /^Đề án vị trí việc làm/u)
})

test('words of mere encouragement are an exhortation', () => {
  assert.equal(find('nâng cao nhận thức')?.exhortation, true)
})

test('one who only receives a report takes no part', () => {
  const c = find('báo cáo Ủy ban nhân dân tỉnh')
  assert.deepEqual(c?.lead, ['Ủy ban nhân dân các xã, phường'])
  assert.deepEqual(c?.cooperating, [])
  assert.equal(c?.deadline?.kind, 'recurring')
})

test('"giao X theo dõi" obliges X, and the list of recipients obliges nobody', () => {
  assert.deepEqual(find('theo dõi, đôn đốc')?.lead, ['Sở Nội vụ'])
  assert.ok(tasks.every((c) => !/Như trên|Lưu/u.test(c.quote)))
})

test('a level with a number is a target', () => {
  const [target] = plan.targets
  assert.equal(plan.targets.length, 1)
  assert.equal(target?.value, 95)
  assert.equal(target?.comparator, '>=')
  assert.equal(target?.direction, 'reach')
  assert.equal(target?.due, '2026-12-31')
  assert.equal(target?.indicator, 'tỷ lệ hồ sơ giải quyết đúng hạn')
})

test('the head and the foot of the document are its metadata', () => {
  const { metadata } = plan
  assert.equal(metadata.symbol?.value, '12/KH-UBND')
  assert.equal(metadata.number?.value, '12')
  assert.equal(metadata.notation?.value, 'KH-UBND')
  assert.equal(metadata.type?.value, 'kế hoạch')
  assert.equal(metadata.place?.value, 'An Thái')
  assert.equal(metadata.issuedOn?.value, '2026-01-05')
  assert.deepEqual(
    [metadata.signer?.name, metadata.signer?.position, metadata.signer?.authority],
    ['Nguyễn Văn An', 'PHÓ CHỦ TỊCH', 'KT. CHỦ TỊCH'],
  )
})

test('"A chỉ đạo B": A is obliged; under a heading "Chỉ đạo B:" both are', () => {
  const r = readDirective(
    '1. Bộ Y tế:\n- Chỉ đạo Tổng công ty Dược:\n+ Hoàn thành kho dự trữ thuốc trước ngày 30/9/2026.\n2. Bộ Công Thương chỉ đạo Cục Hóa chất rà soát danh mục hóa chất trước ngày 01/8/2026.',
  )
  assert.deepEqual(
    r.commitments.map((c) => c.lead),
    [['Bộ Y tế', 'Tổng công ty Dược'], ['Bộ Công Thương']],
  )
  assert.deepEqual(r.commitments[0]?.flags, ['two-leads'])
})

test('a row of an assignment table is one commitment, its cells are its fields', () => {
  const r = readDirective(
    '| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Sản phẩm | Thời gian hoàn thành |\n| 1 | Xây dựng cơ sở dữ liệu cán bộ | Bộ Nội vụ | Các bộ, ngành; địa phương | Cơ sở dữ liệu | 12/2026 |',
  )
  const [c] = r.commitments
  assert.deepEqual(c?.lead, ['Bộ Nội vụ'])
  assert.equal(c?.deliverable, 'Cơ sở dữ liệu')
  assert.equal(c?.deadline?.iso, '2026-12-31')
  assert.ok(c?.quote.startsWith('Xây dựng') && c.quote.endsWith('12/2026'))
})

test('a block "Nội dung – Cơ quan chủ trì – Thời gian" is one commitment', () => {
  const r = readDirective(
    'II. NỘI DUNG\n1. Tổ chức tập huấn nghiệp vụ cho công chức\n- Cơ quan chủ trì: Sở Tư pháp.\n- Cơ quan phối hợp: Sở Nội vụ, các sở, ngành liên quan.\n- Thời gian thực hiện: Quý II năm 2026.',
  )
  const [c] = r.commitments
  assert.equal(r.commitments.length, 1)
  assert.deepEqual(c?.lead, ['Sở Tư pháp'])
  assert.deepEqual(c?.cooperating, ['Sở Nội vụ', 'các sở, ngành liên quan'])
  assert.equal(c?.deadline?.iso, '2026-06-30')
})

test('hard wraps inside a sentence do not cut it', () => {
  const wrapped =
    'Giao Sở Tài chính chủ trì, phối hợp với\nSở Xây dựng tham mưu Ủy ban nhân\ndân tỉnh bố trí kinh phí trước ngày\n10/5/2026.'
  const [c] = readDirective(
    `${'Dòng đầu của một văn bản có ngắt dòng cứng,\n'.repeat(8)}kết thúc.\n${wrapped}`,
  ).commitments
  assert.deepEqual(c?.cooperating, ['Sở Xây dựng'])
  assert.equal(c?.deadline?.iso, '2026-05-10')
})

test('what was done is not to be done', () => {
  const r = readDirective('I. KẾT QUẢ\nSở Y tế đã tổ chức 12 lớp tập huấn, tỷ lệ tiêm chủng đạt 97%.')
  assert.deepEqual([r.commitments, r.targets], [[], []])
})

test('two clauses with their own subjects are two commitments', () => {
  const r = readDirective(
    '1. Giao Sở Y tế xây dựng kế hoạch trước ngày 01/3/2026; Sở Tài chính thẩm định dự toán trước ngày 15/3/2026.',
  )
  assert.deepEqual(
    r.commitments.map((c) => [c.lead[0], c.deadline?.iso]),
    [
      ['Sở Y tế', '2026-03-01'],
      ['Sở Tài chính', '2026-03-15'],
    ],
  )
})

test('a list of those obliged that is cut by semicolons is one list', () => {
  const [c] = readDirective(
    '1. Giám đốc các sở; Chủ tịch Ủy ban nhân dân các xã, phường căn cứ nhiệm vụ được giao xây dựng kế hoạch trước ngày 15/02/2026.',
  ).commitments
  assert.deepEqual(c?.lead, ['Giám đốc các sở', 'Chủ tịch Ủy ban nhân dân các xã, phường'])
})

test('items numbered inside a sentence are commitments of their own', () => {
  const r = readDirective(
    'Bộ trưởng yêu cầu Thủ trưởng các đơn vị: (1) Rà soát nhiệm vụ được giao, báo cáo trước ngày 15/3/2026; (2) Xây dựng kế hoạch khắc phục, trình Bộ trưởng trước ngày 20/3/2026.',
  )
  assert.deepEqual(
    r.commitments.map((c) => [c.lead[0], c.deadline?.iso]),
    [
      ['Thủ trưởng các đơn vị', '2026-03-15'],
      ['Thủ trưởng các đơn vị', '2026-03-20'],
    ],
  )
})

test('the one who is quoted as ordering is not the one obliged', () => {
  const [c] = readDirective(
    'Phát biểu kết luận, Giám đốc Công an tỉnh yêu cầu Công an các đơn vị, địa phương lập danh sách, báo cáo trước ngày 10/6/2026.',
  ).commitments
  assert.deepEqual(c?.lead, ['Công an các đơn vị, địa phương'])
})

test('a sentence that only dates the one before belongs to it', () => {
  const r = readDirective('Giao Sở Xây dựng chủ trì lập quy hoạch phân khu. Hoàn thành trong quý III năm 2026.')
  assert.equal(r.commitments.length, 1)
  assert.equal(r.commitments[0]?.deadline?.iso, '2026-09-30')
})

test('a clause that only dates the one before belongs to it, however many words the dates have', () => {
  const r = readDirective(
    'Giao Sở Xây dựng kiểm tra hiện trạng trụ sở; hoàn thành trong thời gian từ ngày 12 tháng 10 đến hết ngày 31 tháng 10 năm 2026.',
  )
  assert.equal(r.commitments.length, 1)
  const [one] = r.commitments
  assert.equal(one?.action, 'kiểm tra hiện trạng trụ sở')
  assert.equal(one.deadline?.text, 'trong thời gian từ ngày 12 tháng 10 đến hết ngày 31 tháng 10 năm 2026')
  assert.equal(one.deadline.iso, '2026-10-31')
})

test('a table of indicators gives a target for each row, due as the row above them says', () => {
  const r = readDirective(
    '| TT | Chỉ tiêu | Đơn vị | Kết quả | Cơ quan chủ trì |\n| I | Đến năm 2030 | | | |\n| 1 | Tỷ lệ hồ sơ trực tuyến | % | ≥ 80 | Bộ Nội vụ |\n| 2 | Xếp hạng chính phủ số | Thứ bậc | ≤ 50 | Bộ Nội vụ |',
  )
  assert.deepEqual(
    r.targets.map((t) => [t.indicator, t.comparator, t.value, t.unit, t.due]),
    [
      ['Tỷ lệ hồ sơ trực tuyến', '>=', 80, '%', '2030-12-31'],
      ['Xếp hạng chính phủ số', '<=', 50, 'Thứ bậc', '2030-12-31'],
    ],
  )
})

test('targets of one sentence keep their own values, ranges and directions', () => {
  const r = readDirective(
    'Phấn đấu kéo giảm từ 3 đến 5% tội phạm về trật tự xã hội; tỷ lệ điều tra, khám phá đạt trên 85%; duy trì tỷ lệ che phủ rừng ổn định ở mức 42%.',
  )
  assert.deepEqual(
    r.targets.map((t) => [t.direction, t.comparator, t.value, t.value_max]),
    [
      ['decrease', '>=', 3, 5],
      ['reach', '>=', 85, null],
      ['maintain', '=', 42, null],
    ],
  )
})

test('a short order with a date is no line of the letterhead', () => {
  for (const words of [
    'Giao Sở Nội vụ báo cáo kết quả trước ngày 01/7/2026.',
    'Yêu cầu các Sở báo cáo trước ngày 20/4/2026.',
  ])
    assert.equal(readDirective(words).commitments.filter((c) => !c.exhortation).length, 1, words)
  const [place] = readDirective(
    'Hà Nội, ngày 02 tháng 3 năm 2026\nGiao Sở Y tế báo cáo trước ngày 20/4/2026.',
  ).commitments
  assert.equal(place?.quote, 'Giao Sở Y tế báo cáo trước ngày 20/4/2026')
})

test('a heading that points at bodies named elsewhere is flagged: they are not the whole group', () => {
  const [one] = readDirective(
    'Bộ trưởng yêu cầu:\n1. Giám đốc Sở Nội vụ các tỉnh, thành phố nêu trên:\na) Rà soát trụ sở bị ngập, báo cáo Bộ trước ngày 20/11/2026.\n',
  ).commitments
  assert.deepEqual(one?.flags, ['named-above'])
  const [all] = readDirective(
    'Bộ trưởng yêu cầu:\n1. Giám đốc Sở Nội vụ các tỉnh, thành phố:\na) Rà soát trụ sở bị ngập, báo cáo Bộ trước ngày 20/11/2026.\n',
  ).commitments
  assert.deepEqual(all?.flags, [])
})
