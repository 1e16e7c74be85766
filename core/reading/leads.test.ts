import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '#core/reading/read-directive.ts'

function tasks(text: string) {
  return readDirective(text).commitments.filter((c) => !c.exhortation)
}

function leads(text: string): string[][] {
  return tasks(text).map((c) => c.lead)
}

test('a heading that points back ("nêu trên", "theo chức năng") still obliges those it names', () => {
  assert.deepEqual(
    leads(`1. Giám đốc Sở Y tế, Chủ tịch UBND các xã nêu trên:
a) Rà soát, lập danh sách các hộ phải di dời, báo cáo trước ngày 10/5/2026.
2. Các sở, ngành theo chức năng, nhiệm vụ được giao:
a) Kiểm tra các công trình đang thi công, gửi kết quả về Sở Xây dựng trước ngày 12/5/2026.`),
    [['Giám đốc Sở Y tế', 'Chủ tịch UBND các xã'], ['Các sở, ngành']],
  )
})

test('"A chỉ đạo:" and "A lãnh đạo B:" oblige A in what follows', () => {
  assert.deepEqual(
    leads(`1. Giám đốc Sở Xây dựng chỉ đạo:
a) Kiểm tra các cầu yếu, báo cáo kết quả trước ngày 10/5/2026.
2. Đảng ủy UBND tỉnh lãnh đạo UBND tỉnh:
a) Ban hành kế hoạch sắp xếp trụ sở trong tháng 6/2026.`),
    [['Giám đốc Sở Xây dựng'], ['Đảng ủy UBND tỉnh']],
  )
})

test('documents of the Party number "I-", "1-", "1.1-"', () => {
  const reading = readDirective(`II- Nhiệm vụ, giải pháp
1- Ban Tổ chức Tỉnh ủy:
- Xây dựng đề án tinh giản biên chế, trình Ban Thường vụ trước ngày 30/6/2026.
2- Các huyện ủy, thành ủy, đảng ủy trực thuộc xây dựng kế hoạch thực hiện trước ngày 15/5/2026.`)
  assert.deepEqual(
    reading.commitments.map((c) => c.lead),
    [['Ban Tổ chức Tỉnh ủy'], ['Các huyện ủy, thành ủy, đảng ủy trực thuộc']],
  )
  assert.equal(reading.passages.find((p) => p.start === reading.commitments[0]?.start)?.kind ?? 'dash', 'dash')
  assert.match(reading.commitments[1]?.quote ?? '', /^Các huyện ủy/u)
})

test('one item of a list says nothing of who is obliged by the next one', () => {
  assert.deepEqual(
    leads(`1. Lĩnh vực văn hóa
- Trung tâm Y tế tổ chức tiêm phòng cho trẻ em, xong trước ngày 20/7/2026.
2. Lĩnh vực nội chính
- Rà soát các vụ khiếu nại kéo dài, lập danh sách trước ngày 25/7/2026.`),
    [['Trung tâm Y tế'], []],
  )
})

test('who does it may stand behind the task: in a sentence of its own or in a bracket', () => {
  const [first, second] = tasks(`1. Lĩnh vực kinh tế
- Kiểm tra tiến độ thu hoạch lúa, báo cáo trước ngày 20/7/2026. Giao Phòng Nông nghiệp chủ trì, phối hợp với Trạm Khuyến nông.
- Tổng hợp kết quả giải ngân 6 tháng (Phòng Tài chính chủ trì, hoàn thành trước ngày 10/7/2026).`)
  assert.deepEqual([first?.lead, first?.cooperating], [['Phòng Nông nghiệp'], ['Trạm Khuyến nông']])
  assert.deepEqual([second?.lead, second?.deadline?.iso], [['Phòng Tài chính'], '2026-07-10'])
})

test('those ordered may be listed with semicolons', () => {
  assert.deepEqual(
    leads(
      'Yêu cầu Thủ trưởng các phòng, ban, ngành; Chủ tịch UBND các xã rà soát, báo cáo kết quả trước ngày 05/8/2026.',
    ),
    [['Thủ trưởng các phòng, ban, ngành', 'Chủ tịch UBND các xã']],
  )
})

test('a title before the colon is no verb, though it begins with the word of one', () => {
  assert.deepEqual(
    leads('Thanh tra an toàn bức xạ: Ủy ban nhân dân các huyện chủ trì, lập danh sách cơ sở trước ngày 05/8/2026.'),
    [['Ủy ban nhân dân các huyện']],
  )
})

test('a bare title belongs to the next one, and "Hậu cần" is no modal', () => {
  assert.deepEqual(leads('Bí thư, Chủ tịch UBND các xã rà soát, báo cáo kết quả trước ngày 05/8/2026.'), [
    ['Bí thư, Chủ tịch UBND các xã'],
  ])
  assert.deepEqual(leads('Phòng Hậu cần bố trí kinh phí, phương tiện phục vụ đợt cao điểm trước ngày 05/8/2026.'), [
    ['Phòng Hậu cần'],
  ])
})

test('a heading ends its line, whatever small word it ends with', () => {
  assert.deepEqual(
    leads(`4. Sở Nội vụ
Chủ trì, phối hợp với Sở Tài chính rà soát biên chế, báo cáo kết quả trước ngày 05/8/2026.`),
    [['Sở Nội vụ']],
  )
})

test('labelled fields may stand in one line, and the office of a committee is one body', () => {
  const [row] = tasks(
    'Xây dựng mô hình tự quản tại địa bàn. Đơn vị chủ trì: Phòng Tham mưu; đơn vị phối hợp: Công an các xã. Thời gian hoàn thành: trước ngày 15/11/2026.',
  )
  assert.deepEqual(
    [row?.lead, row?.cooperating, row?.deadline?.iso, row?.action],
    [['Phòng Tham mưu'], ['Công an các xã'], '2026-11-15', 'Xây dựng mô hình tự quản tại địa bàn'],
  )
  const [cell] = tasks(`| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
| 1 | Phủ sóng 5G tại các khu công nghiệp | Văn phòng UBND tỉnh | Các xã | 15/6/2026 |`)
  assert.deepEqual(
    [cell?.lead, cell?.action, cell?.deadline?.iso, cell?.deadline?.kind],
    [['Văn phòng UBND tỉnh'], 'Phủ sóng 5G tại các khu công nghiệp', '2026-06-15', 'by'],
  )
})

test('names of the police and of other bodies hold words that are verbs elsewhere', () => {
  assert.deepEqual(
    leads(`- Phòng Cảnh sát quản lý hành chính về trật tự xã hội rà soát, báo cáo trước ngày 05/8/2026.
- Ủy ban An toàn giao thông tỉnh cử đoàn công tác kiểm tra hiện trường trước ngày 06/8/2026.
- Đài Truyền hình thành phố xây dựng chuyên mục, phát sóng trước ngày 07/8/2026.`),
    [
      ['Phòng Cảnh sát quản lý hành chính về trật tự xã hội'],
      ['Ủy ban An toàn giao thông tỉnh'],
      ['Đài Truyền hình thành phố'],
    ],
  )
})

test('classes may be joined by dashes', () => {
  assert.deepEqual(
    leads('Thủ trưởng các sở - ngành, Chủ tịch UBND các quận - huyện rà soát, báo cáo kết quả trước ngày 05/8/2026.'),
    [['Thủ trưởng các sở - ngành', 'Chủ tịch UBND các quận - huyện']],
  )
})

test('behind a colon names follow a class of bodies, and what is asked follows one body', () => {
  const [several, one] = leads(`- Bộ trưởng các Bộ: Giao thông vận tải, Công an rà soát, báo cáo trước ngày 05/8/2026.
- Bảo hiểm xã hội tỉnh: Xác thực thông tin, báo cáo kết quả trước ngày 06/8/2026.`)
  assert.deepEqual(several, ['Bộ trưởng các Bộ: Giao thông vận tải, Công an'])
  assert.deepEqual(one, ['Bảo hiểm xã hội tỉnh'])
})

test('an item with items of its own lends its lead to these, and not to the next item', () => {
  assert.deepEqual(
    leads(`2. Nhóm tiện ích
- Công an tỉnh chủ trì:
+ Lập danh sách người chưa có căn cước, báo cáo trước ngày 05/8/2026.
- Rà soát dữ liệu tài khoản, gửi kết quả trước ngày 06/8/2026.`),
    [['Công an tỉnh'], []],
  )
})

test('the one who praises and then orders is not obliged', () => {
  const [one] = readDirective(
    'Chủ tịch UBND tỉnh Lê Văn An biểu dương kết quả đạt được, đồng thời yêu cầu thời gian tới Sở Y tế rà soát, báo cáo trước ngày 05/8/2026.',
  ).commitments
  assert.deepEqual(one?.lead, ['Sở Y tế'])
})

test('an office named in apposition stands between the lead and its verb', () => {
  assert.deepEqual(
    leads('Sở Nội vụ - cơ quan thường trực Ban Chỉ đạo tham mưu, trình UBND tỉnh kế hoạch trước ngày 05/8/2026.'),
    [['Sở Nội vụ']],
  )
})

test('"Đối với" before people names who is obliged, before a matter it does not', () => {
  assert.deepEqual(
    leads(`2. Đối với đội ngũ giáo viên
- Lập danh sách học sinh cần hỗ trợ, báo cáo trước ngày 05/8/2026.
3. Đối với công tác tuyên truyền
- Biên soạn tài liệu hỏi đáp, phát hành trước ngày 06/8/2026.`),
    [['đội ngũ giáo viên'], []],
  )
})

test('a column of those in charge makes a header, and a deputy is somebody', () => {
  const [row] = tasks(`| Thời gian | Nội dung | Cá nhân, đơn vị phụ trách |
| 15/8/2026 | Khai mạc lớp tập huấn cho cán bộ cơ sở | Phòng Nội vụ |`)
  assert.deepEqual([row?.lead, row?.action], [['Phòng Nội vụ'], 'Khai mạc lớp tập huấn cho cán bộ cơ sở'])
  assert.deepEqual(
    leads(`2. Phó Giám đốc phụ trách
- Phê duyệt danh sách học viên, báo cáo trước ngày 05/8/2026.`),
    [['Phó Giám đốc phụ trách']],
  )
})

test('"chỉ thị" orders, and names may say a word twice or hold a plan', () => {
  assert.deepEqual(
    leads(`Giám đốc Công an tỉnh chỉ thị Thủ trưởng các đơn vị thực hiện các nội dung sau:
1. Rà soát, lập danh sách các cơ sở kinh doanh, báo cáo trước ngày 05/8/2026.
2. Phòng Công tác Đảng và công tác chính trị xây dựng kế hoạch tuyên truyền trước ngày 06/8/2026.
3. Phòng Tài chính - Kế hoạch tham mưu bố trí kinh phí trước ngày 07/8/2026.`),
    [['Thủ trưởng các đơn vị'], ['Phòng Công tác Đảng và công tác chính trị'], ['Phòng Tài chính - Kế hoạch']],
  )
})

test('what a body is said to be in brackets is no part of its name', () => {
  assert.deepEqual(
    leads(`- Phòng Nông nghiệp (cơ quan thường trực Ban Chỉ huy) tổng hợp thiệt hại, báo cáo trước ngày 05/8/2026.
- Đài Truyền thanh huyện tăng thời lượng phát thanh, kịp thời đưa tin về mưa lũ.`),
    [['Phòng Nông nghiệp'], ['Đài Truyền thanh huyện']],
  )
})
