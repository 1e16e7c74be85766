import { writeXlsx } from 'hucre/xlsx'
import type { ImportKind } from '#core/imports/column-role.ts'

interface Column {
  head: string
  width: number
  /** What belongs into it, for the sheet of instructions. */
  says: string
  example: string
}

const TASKS: readonly Column[] = [
  { head: 'STT', width: 6, says: 'Số thứ tự; không bắt buộc.', example: '1' },
  {
    head: 'Nội dung nhiệm vụ',
    width: 60,
    says: 'Bắt buộc. Mỗi nhiệm vụ một dòng; một nhiệm vụ nhiều đơn vị chủ trì thì gộp ô này qua các dòng.',
    example: 'Rà soát, bố trí đủ biên chế cấp xã',
  },
  {
    head: 'Cơ quan chủ trì',
    width: 34,
    says: 'Bắt buộc. Một đơn vị, hoặc một nhóm như “Sở Phát triển Cơ sở các tỉnh, thành phố”. Nêu nhiều đơn vị thì khi nhập hệ thống hỏi: mỗi đơn vị một lượt giao, hay đơn vị đầu chủ trì.',
    example: 'Vụ Tổ chức và Nhân sự',
  },
  {
    head: 'Cơ quan phối hợp',
    width: 34,
    says: 'Các đơn vị cách nhau bằng dấu chấm phẩy hoặc xuống dòng.',
    example: 'Vụ Kế hoạch - Tài chính; Vụ Pháp chế',
  },
  {
    head: 'Thời hạn',
    width: 18,
    says: 'Ngày (30/6/2026), kỳ (Quý II/2026, Tháng 6/2026), hoặc “Hằng tháng”, “Thường xuyên”. Để trống nếu không có.',
    example: '30/6/2026',
  },
  { head: 'Sản phẩm', width: 28, says: 'Báo cáo, kế hoạch, dự thảo… nếu có.', example: 'Báo cáo kết quả rà soát' },
  {
    head: 'Kết quả',
    width: 24,
    says: 'Dòng ghi “Đã hoàn thành”, “Xong”, “100%” được bỏ qua và đếm riêng. Nội dung khác được giữ trong ghi chú nguồn.',
    example: 'Đang thực hiện',
  },
  {
    head: 'Văn bản chỉ đạo',
    width: 30,
    says: 'Số, ký hiệu của văn bản giao. Thay cho cột này, có thể ghi một dòng tiêu đề phía trên, ví dụ “I. Chỉ thị số 12/CT-BPTCS ngày 05/01/2026 về …”.',
    example: '12/CT-BPTCS',
  },
  { head: 'Ngày văn bản', width: 14, says: 'Ngày ban hành của văn bản chỉ đạo.', example: '05/01/2026' },
]

const DIRECTIVES: readonly Column[] = [
  { head: 'STT', width: 6, says: 'Số thứ tự; không bắt buộc.', example: '1' },
  { head: 'Số, ký hiệu', width: 22, says: 'Bắt buộc.', example: '12/CT-BPTCS' },
  { head: 'Ngày ban hành', width: 14, says: 'Ngày, tháng, năm.', example: '05/01/2026' },
  { head: 'Loại văn bản', width: 16, says: 'Để trống thì lấy theo ký hiệu.', example: 'Chỉ thị' },
  { head: 'Cơ quan ban hành', width: 34, says: 'Tên cơ quan.', example: 'Bộ Phát triển Cơ sở' },
  { head: 'Trích yếu', width: 60, says: 'Bắt buộc.', example: 'Về việc rà soát biên chế cấp xã' },
  { head: 'Người ký', width: 24, says: 'Họ và tên.', example: 'Nguyễn Văn A' },
  { head: 'Ngày đến', width: 14, says: 'Để trống thì lấy ngày nhập.', example: '06/01/2026' },
  { head: 'Độ khẩn', width: 12, says: 'Khẩn, thượng khẩn, hoả tốc.', example: '' },
]

const COLUMNS: Readonly<Record<ImportKind, readonly Column[]>> = { tasks: TASKS, directives: DIRECTIVES }
const SHEETS: Readonly<Record<ImportKind, string>> = { tasks: 'Nhiệm vụ', directives: 'Văn bản' }

export function templateName(kind: ImportKind): string {
  return kind === 'tasks' ? 'mau-nhap-nhiem-vu.xlsx' : 'mau-nhap-van-ban.xlsx'
}

const HEAD_STYLE = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E5EFF6' } },
  alignment: { wrapText: true, vertical: 'center' },
} as const
const WRAPPED = { alignment: { wrapText: true, vertical: 'top' } } as const

/** A table to fill in, and a sheet that says how. The first sheet holds nothing but the head, so that no example is ever taken over. */
export function templateOf(kind: ImportKind): Promise<Uint8Array> {
  const columns = COLUMNS[kind]
  const guide = [
    ['Cột', 'Ghi thế nào', 'Ví dụ'],
    ...columns.map(({ head, says, example }) => [head, says, example]),
    [null, null, null],
    ['Lưu ý', 'Tên cột có thể đổi; khi nhập, hệ thống đoán theo chữ và cho chọn lại. Dòng trống được bỏ qua.', null],
    ['Giới hạn', 'Tệp .xlsx không đặt mật khẩu, tối đa 20 MB, 5.000 dòng, 60 cột.', null],
  ]
  const bold = columns.map((_, at): [string, { style: typeof HEAD_STYLE }] => [`0,${at}`, { style: HEAD_STYLE }])
  const wrapped = guide.flatMap((row, at) =>
    row.map((_, column): [string, { style: typeof HEAD_STYLE | typeof WRAPPED }] => [
      `${at},${column}`,
      { style: at === 0 ? HEAD_STYLE : WRAPPED },
    ]),
  )
  return writeXlsx({
    sheets: [
      {
        name: SHEETS[kind],
        rows: [columns.map(({ head }) => head)],
        columns: columns.map(({ width }) => ({ width })),
        cells: new Map(bold),
        freezePane: { rows: 1 },
      },
      {
        name: 'Hướng dẫn',
        rows: guide,
        columns: [{ width: 22 }, { width: 80 }, { width: 36 }],
        cells: new Map(wrapped),
      },
    ],
  })
}
