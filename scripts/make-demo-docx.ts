// Writes demo/directives/ke-hoach-phu-luc.docx: a plan whose headings are numbered by Word and whose tasks stand in a table of its annex.
//   node scripts/make-demo-docx.ts
// A reader that takes only the text of a .docx loses both; the demo must show that ours does not.
import { writeFileSync } from 'node:fs'
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Header,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

const OUTPUT = new URL('../demo/directives/ke-hoach-phu-luc.docx', import.meta.url)
const COLUMNS = ['STT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Sản phẩm'] as const
const WIDTHS_MM = [12, 52, 30, 30, 22, 24]

const TASKS: readonly (readonly [task: string, lead: string, cooperating: string, due: string, deliverable: string])[] =
  [
    [
      'Xây dựng kịch bản, tiêu chí đánh giá Tháng cao điểm phục vụ người dân tại cấp xã',
      'Cục Dịch vụ công cơ sở',
      'Vụ Tiêu chuẩn cơ sở; Vụ Pháp chế',
      '30/11/2026',
      'Tài liệu hướng dẫn',
    ],
    [
      'Rà soát, bổ sung nhân sự trực tiếp nhận hồ sơ tại các xã, phường, đặc khu còn thiếu người',
      'Sở Phát triển Cơ sở các tỉnh, thành phố',
      'Vụ Tổ chức và Nhân sự',
      'Trước ngày 15 tháng 12 năm 2026',
      'Danh sách bố trí nhân sự',
    ],
    [
      'Kiểm tra điều kiện trụ sở, trang thiết bị của bộ phận tiếp nhận hồ sơ',
      'Cục Trụ sở và Hạ tầng',
      'Sở Phát triển Cơ sở các tỉnh, thành phố',
      'Tháng 12/2026',
      'Báo cáo kiểm tra',
    ],
    [
      'Tập huấn trực tuyến về tiếp nhận phản ánh và trả lời trong 24 giờ',
      'Trung tâm Bồi dưỡng cán bộ cơ sở',
      'Cục Tiếp nhận và Giải quyết phản ánh',
      'Chậm nhất ngày 25/12/2026',
      'Tài liệu, danh sách học viên',
    ],
    [
      'Tổ chức Tháng cao điểm: giải quyết đúng hạn từ 98% hồ sơ trở lên, trả lời trong 24 giờ từ 95% phản ánh trở lên',
      'Ban Phát triển Cơ sở các xã, phường, đặc khu',
      'Sở Phát triển Cơ sở các tỉnh, thành phố',
      'Từ ngày 01/3/2027 đến hết ngày 31/3/2027',
      'Báo cáo kết quả',
    ],
    [
      'Làm điểm tại tỉnh Lâm Đồng và tỉnh An Giang, rút kinh nghiệm trước khi triển khai trên toàn quốc',
      'Sở Phát triển Cơ sở tỉnh Lâm Đồng; Sở Phát triển Cơ sở tỉnh An Giang',
      'Văn phòng Bộ',
      'Quý I/2027',
      'Báo cáo tổng kết làm điểm',
    ],
    [
      'Công khai kết quả từng xã, phường, đặc khu trên cổng thông tin',
      'Trung tâm Dữ liệu và Chuyển đổi số',
      'Văn phòng Bộ',
      'Hằng tuần trong Tháng cao điểm',
      'Bảng kết quả',
    ],
    [
      'Tổng kết, đề nghị khen thưởng đơn vị có thành tích; kiến nghị xử lý đơn vị để tồn đọng',
      'Văn phòng Bộ',
      'Các đơn vị thuộc Bộ',
      'Trước ngày 20 tháng 4 năm 2027',
      'Báo cáo tổng kết, tờ trình khen thưởng',
    ],
  ]

const SECTIONS: readonly (readonly [heading: string, paragraphs: readonly string[]])[] = [
  [
    'MỤC ĐÍCH, YÊU CẦU',
    [
      'Tạo chuyển biến rõ nét về thái độ phục vụ và tiến độ giải quyết công việc của người dân tại xã, phường, đặc khu.',
      'Nhiệm vụ phải rõ người, rõ việc, rõ thời gian, rõ sản phẩm; kết quả phải có bằng chứng.',
    ],
  ],
  [
    'CHỈ TIÊU',
    [
      'Tỷ lệ hồ sơ được giải quyết đúng hạn trong Tháng cao điểm đạt từ 98% trở lên.',
      'Ít nhất 95% phản ánh, kiến nghị được trả lời bước đầu trong 24 giờ.',
      'Số vụ việc khiếu nại kéo dài đến ngày 31 tháng 3 năm 2027 giảm ít nhất 5% so với cuối năm 2025.',
    ],
  ],
  [
    'TỔ CHỨC THỰC HIỆN',
    [
      'Các đơn vị được giao chủ trì tại Phụ lục kèm theo Kế hoạch này tổ chức thực hiện đúng thời hạn.',
      'Sở Phát triển Cơ sở các tỉnh, thành phố ban hành kế hoạch của địa phương, gửi Bộ Phát triển Cơ sở trước ngày 30 tháng 11 năm 2026.',
      'Giao Văn phòng Bộ theo dõi, đôn đốc, tổng hợp kết quả, báo cáo Lãnh đạo Bộ trước ngày 05 hằng tháng.',
    ],
  ],
]

const FONT = 'Times New Roman'
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** Sizes are points; Word counts half points. */
function line(text: string, points: number, style: { bold?: boolean; italics?: boolean } = {}): TextRun {
  return new TextRun({ text, size: points * 2, font: FONT, ...style })
}

function centred(...runs: TextRun[]): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: runs })
}

function head(): Table {
  const cell = (widthMm: number, children: Paragraph[]): TableCell =>
    new TableCell({ width: { size: convertMillimetersToTwip(widthMm), type: WidthType.DXA }, children })
  const left = [centred(line('BỘ PHÁT TRIỂN CƠ SỞ', 12, { bold: true })), centred(line('Số: 52/KH-BPTCS', 13))]
  const right = [
    centred(line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, { bold: true })),
    centred(line('Độc lập - Tự do - Hạnh phúc', 13, { bold: true })),
    centred(line('Hà Nội, ngày 20 tháng 10 năm 2026', 13, { italics: true })),
  ]
  return new Table({
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    rows: [new TableRow({ children: [cell(65, left), cell(100, right)] })],
  })
}

function body(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: convertMillimetersToTwip(12.7) },
    spacing: { before: 120 },
    children: [line(text, 14)],
  })
}

/** The number comes from the list, not from the text: that is what this document is for. */
function numbered(text: string, level: number, instance: number): Paragraph {
  return new Paragraph({
    numbering: { reference: 'plan', level, instance },
    alignment: AlignmentType.JUSTIFIED,
    spacing: { before: 120 },
    children: [line(text, 14, { bold: level === 0 })],
  })
}

function annex(): (Paragraph | Table)[] {
  const cell = (text: string, at: number, bold = false): TableCell =>
    new TableCell({
      width: { size: convertMillimetersToTwip(WIDTHS_MM[at] ?? 20), type: WidthType.DXA },
      children: [new Paragraph({ children: [line(text, 12, { bold })] })],
    })
  const rows = TASKS.map((task, at) => [`${at + 1}`, ...task])
  return [
    new Paragraph({ children: [new PageBreak()] }),
    centred(line('Phụ lục', 14, { bold: true })),
    centred(line('DANH MỤC NHIỆM VỤ TRIỂN KHAI THÁNG CAO ĐIỂM', 14, { bold: true })),
    centred(
      line('(Kèm theo Kế hoạch số 52/KH-BPTCS ngày 20 tháng 10 năm 2026 của Bộ Phát triển Cơ sở)', 13, {
        italics: true,
      }),
    ),
    new Table({
      rows: [
        new TableRow({ tableHeader: true, children: COLUMNS.map((name, at) => cell(name, at, true)) }),
        ...rows.map((row) => new TableRow({ children: row.map((text, at) => cell(text, at)) })),
      ],
    }),
  ]
}

function plan(): Document {
  return new Document({
    title: 'Kế hoạch Tháng cao điểm phục vụ người dân tại cấp xã',
    creator: 'Bộ Phát triển Cơ sở (minh hoạ)',
    numbering: {
      config: [
        {
          reference: 'plan',
          levels: [
            { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.', alignment: AlignmentType.LEFT },
            { level: 1, format: LevelFormat.DECIMAL, text: '%2.', alignment: AlignmentType.LEFT },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
            margin: { top: '20mm', bottom: '20mm', left: '30mm', right: '15mm' },
          },
        },
        headers: {
          default: new Header({
            children: [centred(new TextRun({ children: [PageNumber.CURRENT], size: 26, font: FONT }))],
          }),
        },
        children: [
          head(),
          new Paragraph({ children: [] }),
          centred(line('KẾ HOẠCH', 14, { bold: true })),
          centred(line('Triển khai Tháng cao điểm phục vụ người dân tại cấp xã năm 2027', 14, { bold: true })),
          body(
            'Thực hiện Kế hoạch số 31/KH-BPTCS ngày 15 tháng 7 năm 2026, Bộ Phát triển Cơ sở ban hành Kế hoạch triển khai Tháng cao điểm phục vụ người dân tại cấp xã năm 2027 như sau:',
          ),
          ...SECTIONS.flatMap(([heading, paragraphs]) => [
            numbered(heading, 0, 0),
            ...paragraphs.map((text) => numbered(text, 1, 0)),
          ]),
          body(
            'Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị, địa phương phản ánh về Văn phòng Bộ để tổng hợp, báo cáo./.',
          ),
          new Paragraph({ spacing: { before: 240 }, children: [line('Nơi nhận:', 12, { bold: true, italics: true })] }),
          ...[
            '- Lãnh đạo Bộ;',
            '- Các đơn vị thuộc Bộ;',
            '- Sở Phát triển Cơ sở các tỉnh, thành phố;',
            '- Lưu: VT, DVC.',
          ].map((text) => new Paragraph({ children: [line(text, 11)] })),
          ...['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG', '', 'Mai Xuân Bình'].map((text) =>
            centred(line(text, 14, { bold: true })),
          ),
          ...annex(),
        ],
      },
    ],
  })
}

writeFileSync(OUTPUT, await Packer.toBuffer(plan()))
