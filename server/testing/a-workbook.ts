import { writeXlsx } from 'hucre/xlsx'

type Value = string | number | Date | null

/** An .xlsx as an office keeps it; merges are written as Excel names them: A5:G5, rows from 1. */
export async function aWorkbook(
  rows: Value[][],
  merges: string[] = [],
  { name = 'Giao việc', hiddenRows = [] as number[] } = {},
): Promise<Buffer> {
  const rowDefs = new Map(hiddenRows.map((row) => [row - 1, { hidden: true }]))
  return Buffer.from(await writeXlsx({ sheets: [{ name, rows, merges: merges.map(mergeOf), rowDefs }] }))
}

function mergeOf(range: string) {
  const [, left = '', top = '', right = '', bottom = ''] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range) ?? []
  const column = (letter: string) => letter.charCodeAt(0) - 65
  return { startRow: Number(top) - 1, startCol: column(left), endRow: Number(bottom) - 1, endCol: column(right) }
}

export const HEAD = [
  'STT',
  'Nội dung nhiệm vụ',
  'Cơ quan chủ trì',
  'Cơ quan phối hợp',
  'Thời hạn',
  'Sản phẩm',
  'Kết quả',
]

/**
 * A typical table of an office over the small ministry of `anAdministration`: a title, headings that name directives, a task over three rows,
 * a group, a lead merged over two rows, dates as dates and as words, and one row that is done. Six tasks are open, with eight assignments.
 */
export const TYPICAL: { rows: Value[][]; merges: string[] } = {
  rows: [
    ['BỘ PHÁT TRIỂN CƠ SỞ', null, null, null, null, null, null],
    ['BẢNG TỔNG HỢP NHIỆM VỤ CHƯA HOÀN THÀNH', null, null, null, null, null, null],
    HEAD,
    [1, 2, 3, 4, 5, 6, 7],
    [
      'I. Chỉ thị số 12/CT-BPTCS ngày 05/01/2026 của Bộ Phát triển Cơ sở về rà soát biên chế',
      null,
      null,
      null,
      null,
      null,
      null,
    ],
    [
      1,
      'Rà soát biên chế cấp xã',
      'các Sở',
      'Cục Tổ chức',
      new Date(Date.UTC(2026, 5, 30)),
      'Báo cáo',
      'Đang thực hiện',
    ],
    [2, 'Kiểm tra trụ sở làm việc', 'Sở Lâm Đồng', 'Cục Kế hoạch; Kho bạc', 'Quý II/2026', null, null],
    [null, null, 'Sở Cà Mau', null, null, null, null],
    [3, 'Báo cáo tiến độ', 'Cục Kế hoạch', null, 'Hằng tháng', 'Báo cáo', null],
    [4, 'Ban hành kế hoạch', 'Cục Tổ chức', null, '15/01/2026', 'Kế hoạch', 'Đã hoàn thành'],
    ['II. Thông báo số 45/TB-BPTCS ngày 20/02/2026', null, null, null, null, null, null],
    [5, 'Tổng hợp số liệu', 'Cục Kế hoạch', 'Cục Tổ chức', 'Trước ngày 15/4/2026', null, null],
    [6, 'Tập huấn cán bộ', null, null, '30/9/2026', null, 'Chưa thực hiện'],
    ['III. Nhiệm vụ thường xuyên', null, null, null, null, null, null],
    [7, 'Trực tiếp nhận phản ánh', 'Sở Lâm Đồng', null, 'Thường xuyên', null, null],
  ],
  merges: ['A1:G1', 'A2:G2', 'A5:G5', 'A7:A8', 'B7:B8', 'D7:D8', 'E7:E8', 'A11:G11', 'C12:C13', 'A14:G14'],
}
