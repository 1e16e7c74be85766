import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirective } from '#core/reading/read-directive.ts'
import { pdfText } from '#server/directives/pdf-text.ts'
import { aPdf, type Drawn, drawnLines, drawnTable, widthOf } from '#server/testing/a-pdf.ts'

const LEFT = 85
const RIGHT = 540

async function textOf(pdf: Uint8Array): Promise<string> {
  const read = await pdfText(pdf)
  return read.ok ? read.value.text : assert.fail(read.failure.code)
}

/** Text set as Decree 30/2020/NĐ-CP has it: first lines indented, wrapped at the right margin. */
function paragraph(text: string, y: number, size = 12): { drawn: Drawn[]; next: number } {
  const drawn: Drawn[] = []
  let line = ''
  let at = y
  const flush = () => {
    drawn.push({ text: line, x: drawn.length === 0 ? LEFT + 36 : LEFT, y: at, size })
    at += size * 1.3
    line = ''
  }
  for (const word of text.split(' ')) {
    const room = RIGHT - LEFT - (drawn.length === 0 ? 36 : 0)
    if (line !== '' && widthOf(`${line} ${word}`, size) > room) flush()
    line = line === '' ? word : `${line} ${word}`
  }
  flush()
  return { drawn, next: at + 6 }
}

function paragraphs(texts: readonly string[], y: number): Drawn[] {
  let at = y
  return texts.flatMap((text) => {
    const { drawn, next } = paragraph(text, at)
    at = next
    return drawn
  })
}

function centred(text: string, middle: number, y: number, size = 12): Drawn {
  return { text, x: middle - widthOf(text, size) / 2, y, size }
}

const LETTERHEAD: Drawn[] = [
  centred('UBND TỈNH AN BÌNH', 160, 70, 11),
  centred('SỞ NỘI VỤ', 160, 86, 11),
  { rule: [140, 90, 180, 90] },
  centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 400, 71, 11),
  centred('Độc lập - Tự do - Hạnh phúc', 400, 88, 12),
  { rule: [330, 92, 470, 92] },
  centred('Số: 15/KH-SNV', 160, 112, 12),
  centred('An Bình, ngày 05 tháng 01 năm 2026', 400, 113, 12),
  centred('KẾ HOẠCH', 312, 150, 13),
  centred('Triển khai công tác cải cách hành chính năm 2026', 312, 168, 13),
  centred('trên địa bàn tỉnh An Bình', 312, 186, 13),
]
const ORDER =
  '1. Sở Y tế chủ trì, phối hợp với Sở Tài chính và Ủy ban nhân dân các xã, phường xây dựng kế hoạch khám sức khỏe định kỳ cho người cao tuổi, trình Ủy ban nhân dân tỉnh trước ngày 30/6/2026.'
const SECOND = '2. Giao Văn phòng theo dõi.'

test('a plan of two pages reads as its head, its paragraphs and its signature', async () => {
  const signature: Drawn[] = [
    ...drawnLines(LEFT, 700, ['Nơi nhận:', '- Như trên;', '- Lưu: VT.'], 10, 13),
    centred('KT. GIÁM ĐỐC', 430, 700),
    centred('PHÓ GIÁM ĐỐC', 430, 716),
    centred('Trần Văn Bình', 430, 790),
  ]
  const pdf = aPdf([
    [...LETTERHEAD, ...paragraphs([ORDER], 220)],
    [centred('2', 312, 45), ...paragraphs([SECOND], 80), ...signature],
  ])
  const text = await textOf(pdf)
  assert.deepEqual(text.split('\n'), [
    'UBND TỈNH AN BÌNH',
    'SỞ NỘI VỤ',
    'Số: 15/KH-SNV',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'An Bình, ngày 05 tháng 01 năm 2026',
    'KẾ HOẠCH',
    'Triển khai công tác cải cách hành chính năm 2026 trên địa bàn tỉnh An Bình',
    ORDER,
    SECOND,
    'Nơi nhận:',
    '- Như trên;',
    '- Lưu: VT.',
    'KT. GIÁM ĐỐC',
    'PHÓ GIÁM ĐỐC',
    'Trần Văn Bình',
  ])
  const { metadata, commitments } = readDirective(text)
  assert.equal(metadata.symbol?.value, '15/KH-SNV')
  assert.equal(metadata.issuer?.value, 'SỞ NỘI VỤ')
  assert.equal(metadata.issuedOn?.value, '2026-01-05')
  assert.equal(metadata.subject?.value, 'Triển khai công tác cải cách hành chính năm 2026 trên địa bàn tỉnh An Bình')
  assert.equal(metadata.signer?.name, 'Trần Văn Bình')
  assert.deepEqual(commitments[0]?.lead, ['Sở Y tế'])
  assert.equal(commitments[0]?.deadline?.iso, '2026-06-30')
})

test('a paragraph that goes on on the next page is one, and the pages say where they begin', async () => {
  const { drawn } = paragraph(ORDER, 700)
  const [first, second] = [drawn.slice(0, 2), drawn.slice(2)]
  const lifted = second.map((one, i) => ('text' in one ? { ...one, y: 80 + i * 16 } : one))
  const read = await pdfText(aPdf([[...first], [centred('2', 312, 45), ...lifted]]))
  assert.ok(read.ok)
  assert.equal(read.value.text, ORDER)
  const [one, two] = read.value.pages
  assert.equal(ORDER.slice(two?.start, two?.end), lifted.map((line) => ('text' in line ? line.text : '')).join(' '))
  assert.equal(one?.end, (two?.start ?? 0) - 1)
})

test('a table reads row by row, and its head stands once though it returns on the next page', async () => {
  const xs = [85, 120, 300, 420, 540]
  const head = ['TT', 'Nhiệm vụ', 'Chủ trì', 'Thời hạn']
  const pdf = aPdf([
    [
      { text: 'PHỤ LỤC', x: 280, y: 80 },
      ...drawnTable(xs, [100, 120, 160], [head, ['1', 'Xây dựng kế hoạch\nkhám sức khỏe', 'Sở Y tế', 'Quý I/2026']]),
    ],
    [
      ...drawnTable(
        xs,
        [100, 120, 140, 180],
        [head, ['', 'cho người cao tuổi', '', ''], ['2', 'Tổng kết', 'Sở Nội vụ', 'Tháng\n12/2026']],
      ),
    ],
  ])
  assert.equal(
    await textOf(pdf),
    [
      'PHỤ LỤC',
      '| TT | Nhiệm vụ | Chủ trì | Thời hạn |',
      '| 1 | Xây dựng kế hoạch khám sức khỏe cho người cao tuổi | Sở Y tế | Quý I/2026 |',
      '| 2 | Tổng kết | Sở Nội vụ | Tháng 12/2026 |',
    ].join('\n'),
  )
})

test('a cell over several columns stands once, one over several rows in its first row', async () => {
  const rules: Drawn[] = [
    { rule: [100, 100, 400, 100] },
    { rule: [100, 120, 400, 120] },
    { rule: [200, 140, 400, 140] },
    { rule: [100, 160, 400, 160] },
    { rule: [100, 100, 100, 160] },
    { rule: [200, 120, 200, 160] },
    { rule: [300, 120, 300, 160] },
    { rule: [400, 100, 400, 160] },
  ]
  const at = (text: string, x: number, y: number): Drawn => ({ text, x, y, size: 10 })
  const cells = [
    at('Nhóm nhiệm vụ thể chế', 105, 112),
    at('Sở Y tế', 105, 135),
    at('Kế hoạch', 205, 132),
    at('Quý I', 305, 132),
  ]
  const more = [at('Báo cáo', 205, 152), at('Quý II', 305, 152)]
  assert.equal(
    await textOf(aPdf([[...rules, ...cells, ...more]])),
    '| Nhóm nhiệm vụ thể chế |\n| Sở Y tế | Kế hoạch | Quý I |\n|  | Báo cáo | Quý II |',
  )
})

test('columns of a page are read one after the other, also where their lines are not level', async () => {
  const column = (name: string) => Array.from({ length: 7 }, (_, i) => `${name} dòng thứ ${i + 1} của cột này dài`)
  const pdf = aPdf([[...drawnLines(60, 100, column('Trái'), 12, 15), ...drawnLines(310, 107, column('Phải'), 12, 15)]])
  const words = (await textOf(pdf)).replaceAll('\n', ' ')
  assert.equal(words, [...column('Trái'), ...column('Phải')].join(' '))
})

test('numbers of pages and lines that return in the margins are no text', async () => {
  const page = (n: number): Drawn[] => [
    centred(`- ${n} -`, 312, 40),
    { text: 'Mở từ hệ thống văn bản điện tử', x: 85, y: 820, size: 9 },
    ...drawnLines(85, 100, [`Nội dung của trang thứ ${n} dài vừa phải.`]),
  ]
  const text = await textOf(aPdf([page(1), page(2), page(3)]))
  assert.doesNotMatch(text, /- \d -|hệ thống văn bản/)
  assert.match(text, /trang thứ 3/)
})

test('fonts of TCVN3 and VNI are decoded, and TCVN3 capitals come from the font', async () => {
  const read = await pdfText(
    aPdf([
      [
        { text: 'ñy ban nh©n d©n tØnh', x: 85, y: 100, font: '.VnTimeH' },
        { text: 'Giao Së Y tÕ chñ tr×, th\u00ad viÖn, n\u00adíc', x: 85, y: 130, font: '.VnTime' },
        { text: 'Coäng hoøa xaõ hoäi, ngöôøi', x: 85, y: 160, font: 'VNI-Times' },
      ],
    ]),
  )
  assert.ok(read.ok)
  assert.deepEqual(read.value.text.split('\n'), [
    'ỦY BAN NHÂN DÂN TỈNH',
    'Giao Sở Y tế chủ trì, thư viện, nước',
    'Cộng hòa xã hội, người',
  ])
  assert.deepEqual(read.value.notes, ['decoded_tcvn3', 'decoded_vni'])
})

test('a page lying on its side is read upright, and decomposed letters are composed', async () => {
  const lines = ['Phụ lục nằm ngang của kế hoạch', 'Dòng thứ hai của phụ lục này']
  const pdf = aPdf([lines.map((text, i) => ({ text: text.normalize('NFD'), x: 100, y: 200 + i * 30, turned: true }))])
  assert.equal(await textOf(pdf), lines.join('\n'))
})

test('a page without letters among others is noted', async () => {
  const page = drawnLines(85, 100, ['Ủy ban nhân dân tỉnh yêu cầu các sở, ngành báo cáo trước ngày 30/6/2026.'], 12)
  const read = await pdfText(aPdf([page, [{ rule: [10, 10, 100, 10] }]]))
  assert.ok(read.ok)
  assert.deepEqual(read.value.notes, ['pages_without_text'])
})
