import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AlignmentType,
  BorderStyle,
  DeletedTextRun,
  FootnoteReferenceRun,
  InsertedTextRun,
  LevelFormat,
  Paragraph,
  SoftHyphen,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { strToU8 } from 'fflate'
import { docxText } from '#server/directives/docx-text.ts'
import { aWordDocument, aWordDocumentOf, changedParts } from '#server/testing/a-word-document.ts'

function textOf(docx: Uint8Array): string {
  const result = docxText(docx)
  return result.ok ? result.value.text : assert.fail(result.failure.code)
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`

test('paragraphs stand in their order, with tabs and line breaks, without soft hyphens, in NFC', async () => {
  const docx = await aWordDocument([
    new Paragraph({ children: [new TextRun('Số: 15/QĐ-BNV'), new TextRun({ children: [new Tab(), 'Hà Nội'] })] }),
    new Paragraph({
      children: [new TextRun('Kính gửi:'), new TextRun({ text: 'Vụ Kế hoạch'.normalize('NFD'), break: 1 })],
    }),
    new Paragraph({ children: [new TextRun({ children: ['báo', new SoftHyphen(), ' cáo\u00ad'] })] }),
    ...Array.from({ length: 3 }, () => new Paragraph('')),
    new Paragraph('Hết & <xong>'),
  ])
  assert.equal(textOf(docx), 'Số: 15/QĐ-BNV\tHà Nội\nKính gửi:\nVụ Kế hoạch\nbáo cáo\n\nHết & <xong>')
})

test('automatic numbers are written out level by level', async () => {
  const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, start = 1) => ({
    level: at,
    format,
    text,
    start,
    alignment: AlignmentType.START,
  })
  const numbering = {
    config: [
      {
        reference: 'articles',
        levels: [
          level(0, LevelFormat.DECIMAL, 'Điều %1.'),
          level(1, LevelFormat.DECIMAL, '%2.'),
          level(2, LevelFormat.LOWER_LETTER, '%3)'),
        ],
      },
      {
        reference: 'parts',
        levels: [level(0, LevelFormat.UPPER_ROMAN, '%1.', 9), level(1, LevelFormat.DECIMAL, '%1.%2')],
      },
      { reference: 'dashes', levels: [level(0, LevelFormat.BULLET, '\uf0b7')] },
    ],
  }
  const item = (reference: string, at: number, text: string) =>
    new Paragraph({ text, numbering: { reference, level: at } })
  const docx = await aWordDocument(
    [
      item('articles', 0, 'Phạm vi'),
      item('articles', 1, 'Quyết định này quy định'),
      item('articles', 2, 'việc thứ nhất'),
      item('articles', 2, 'việc thứ hai'),
      item('articles', 1, 'Cơ quan'),
      item('articles', 2, 'bắt đầu lại'),
      item('articles', 0, 'Hiệu lực'),
      item('articles', 1, 'Từ ngày ký'),
      item('parts', 0, 'Nhiệm vụ'),
      item('parts', 1, 'Kinh tế'),
      item('parts', 0, 'Giải pháp'),
      item('dashes', 0, 'gạch đầu dòng'),
    ],
    { numbering },
  )
  assert.deepEqual(textOf(docx).split('\n'), [
    'Điều 1. Phạm vi',
    '1. Quyết định này quy định',
    'a) việc thứ nhất',
    'b) việc thứ hai',
    '2. Cơ quan',
    'a) bắt đầu lại',
    'Điều 2. Hiệu lực',
    '1. Từ ngày ký',
    'IX. Nhiệm vụ',
    'IX.1 Kinh tế',
    'X. Giải pháp',
    '- gạch đầu dòng',
  ])
})

test('numbers follow restarts, styles, custom letters with đ, and are not counted for what was deleted', async () => {
  const lvl = (at: number, rest: string) => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/>${rest}</w:lvl>`
  const letters = `<mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="a, b, c, d, đ, ..."/></mc:Choice>
    <mc:Fallback><w:numFmt w:val="lowerLetter"/></mc:Fallback></mc:AlternateContent>`
  const numbering = `
    <w:abstractNum w:abstractNumId="7">${lvl(0, '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>')}
      ${lvl(1, `${letters}<w:lvlText w:val="%2)"/>`)}</w:abstractNum>
    <w:abstractNum w:abstractNumId="8">${lvl(0, '<w:numFmt w:val="decimal"/><w:pStyle w:val="Khoan"/><w:suff w:val="nothing"/><w:lvlText w:val="(%1)"/>')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    <w:num w:numId="4"><w:abstractNumId w:val="8"/></w:num>`
  const item = (list: number, at: number, text: string, mark = '') =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>${mark}`)
  const gone = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
  const docx = changedParts(
    await aWordDocumentOf(
      [
        item(1, 0, run('một')),
        item(2, 0, run('cùng một dãy')),
        item(1, 0, '<w:del w:id="2"><w:r><w:delText>bỏ</w:delText></w:r></w:del>', gone),
        item(1, 0, run('ba')),
        ...['a', 'b', 'c', 'd', 'đ', 'e', 'g'].map((letter) => item(1, 1, run(letter))),
        item(3, 0, run('bắt đầu ở năm')),
        item(3, 0, run('sáu')),
        paragraph(run('theo kiểu'), '<w:pStyle w:val="Con"/>'),
        paragraph(run('không số'), '<w:numPr><w:numId w:val="0"/></w:numPr>'),
      ].join(''),
      numbering,
    ),
    (parts, xml) => {
      parts['word/styles.xml'] = strToU8(
        xml('word/styles.xml').replace(
          '</w:styles>',
          `<w:style w:styleId="Khoan"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
           <w:style w:styleId="Con"><w:basedOn w:val="Khoan"/></w:style></w:styles>`,
        ),
      )
    },
  )
  assert.deepEqual(textOf(docx).split('\n'), [
    '1. một',
    '2. cùng một dãy',
    '3. ba',
    'a) a',
    'b) b',
    'c) c',
    'd) d',
    'đ) đ',
    'e) e',
    'g) g',
    '5. bắt đầu ở năm',
    '6. sáu',
    '(1)theo kiểu',
    'không số',
  ])
})

test('a table is rows with bars; a letterhead without lines is read cell by cell', async () => {
  const cell = (...texts: string[]) => new TableCell({ children: texts.map((text) => new Paragraph(text)) })
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
  const docx = await aWordDocument([
    new Table({
      borders,
      rows: [
        new TableRow({
          children: [cell('BỘ NỘI VỤ', 'Số: 15/QĐ-BNV'), cell('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập')],
        }),
      ],
    }),
    new Table({
      rows: [
        new TableRow({ children: [cell('TT'), cell('Nhiệm vụ'), cell('Thời hạn')] }),
        new TableRow({ children: [cell('1'), cell('Xây dựng', 'đề án'), cell('')] }),
      ],
    }),
    new Paragraph('Sau bảng'),
  ])
  assert.deepEqual(textOf(docx).split('\n'), [
    'BỘ NỘI VỤ',
    'Số: 15/QĐ-BNV',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập',
    '| TT | Nhiệm vụ | Thời hạn |',
    '| 1 | Xây dựng đề án |  |',
    'Sau bảng',
  ])
})

test('inserted text stays, deleted text goes, a deleted paragraph mark joins, notes stand at the end', async () => {
  const revision = { id: 1, author: 'x', date: '2026-01-01T00:00:00Z' }
  const docx = await aWordDocument(
    [
      new Paragraph({
        children: [
          new TextRun('hoàn thành trước ngày '),
          new DeletedTextRun({ ...revision, text: '30/6' }),
          new InsertedTextRun({ ...revision, text: '31/7' }),
          new FootnoteReferenceRun(1),
        ],
      }),
    ],
    { footnotes: { 1: { children: [new Paragraph('Theo Nghị định 30')] } } },
  )
  assert.equal(textOf(docx), 'hoàn thành trước ngày 31/7[1]\n[1] Theo Nghị định 30')
  const joined = await aWordDocumentOf(
    paragraph(run('Giao Vụ '), '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>') + paragraph(run('Kế hoạch')),
  )
  assert.equal(textOf(joined), 'Giao Vụ Kế hoạch')
})

test('text boxes are read once, hidden text and codes of fields are not, and what is inside wrappers is', async () => {
  const box = (text: string) => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`
  const docx = await aWordDocumentOf(
    paragraph(
      `${run('Trước ')}<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="wps"><w:drawing><x:txbx xmlns:x="x">${box('HỎA TỐC')}</x:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>${box('HỎA TỐC')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('sau')}`,
    ) +
      paragraph(
        `<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:instrText> DATE </w:instrText></w:r>${run('ngày 5')}`,
      ) +
      `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph(`<w:hyperlink>${run('liên kết')}</w:hyperlink>`)}</w:sdtContent></w:sdt>` +
      paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:noBreakHyphen/><w:t> x </w:t></w:r>'),
  )
  assert.equal(textOf(docx), 'Trước sau\nHỎA TỐC\nngày 5\nliên kết\n☑-x')
})

test('another prefix, the strict namespace and another name of the main part make no difference', async () => {
  const docx = changedParts(await aWordDocument([new Paragraph('Kính gửi')]), (parts, xml) => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    parts['word/document2.xml'] = strToU8(
      `<q:document xmlns:q="${strict}"><q:body><q:p><q:r><q:t>Tên khác</q:t></q:r></q:p></q:body></q:document>`,
    )
    delete parts['word/document.xml']
    parts['_rels/.rels'] = strToU8(xml('_rels/.rels').replace('word/document.xml', '/word/document2.xml'))
  })
  assert.equal(textOf(docx), 'Tên khác')
})
