// The pictures, tables and notes of demo/evidence; the papers in official form are in demo/evidence-papers.ts.

const notice = (x: number, y: number, title: string, tone: string) =>
  `<g transform="translate(${x} ${y})"><rect width="150" height="200" fill="${tone}" stroke="#777"/><text x="75" y="24" font-size="12" font-weight="700" text-anchor="middle">${title}</text>${Array.from({ length: 11 }, (_, at) => `<rect x="14" y="${40 + at * 13}" width="${at % 4 === 3 ? 70 : 122}" height="4" fill="#9a9a9a"/>`).join('')}</g>`
const picture = (inner: string, caption: string) =>
  `<svg width="960" height="640"><rect width="960" height="640" fill="#e7e1d3"/><rect y="500" width="960" height="140" fill="#b59f80"/>${inner}<rect x="0" y="598" width="960" height="42" fill="#0009"/><text x="24" y="625" fill="#fff" font-size="18" font-family="Tinos">${caption}</text></svg>`

export const PHOTOS: readonly { file: string; svg: string }[] = [
  {
    file: 'anh-bang-niem-yet.png',
    svg: picture(
      `<rect x="120" y="70" width="720" height="400" fill="#3f6b57" stroke="#5d4630" stroke-width="12"/>${notice(148, 120, 'THỦ TỤC', '#fff')}${notice(319, 120, 'LỊCH TRỰC', '#fffbe8')}${notice(491, 120, 'MỨC PHÍ', '#fff')}${notice(663, 120, 'ĐƯỜNG DÂY NÓNG', '#fff')}`,
      'Bảng niêm yết tại trụ sở - ảnh minh hoạ',
    ),
  },
  {
    file: 'anh-noi-tiep-nhan-ho-so.png',
    svg: picture(
      `<rect x="60" y="330" width="840" height="170" fill="#8c6a48"/><rect x="60" y="318" width="840" height="16" fill="#6f5236"/>${[1, 2, 3, 4].map((n) => `<rect x="${40 + n * 190}" y="120" width="120" height="60" fill="#1f4e79"/><text x="${100 + n * 190}" y="158" fill="#fff" font-size="22" text-anchor="middle">QUẦY ${n}</text><rect x="${62 + n * 190}" y="250" width="76" height="56" fill="#333"/>`).join('')}`,
      'Bộ phận tiếp nhận và trả kết quả - ảnh minh hoạ',
    ),
  },
  {
    file: 'anh-tru-so-sau-sua-chua.png',
    svg: picture(
      `<rect x="180" y="180" width="600" height="320" fill="#f6efdc" stroke="#999"/><polygon points="150,180 480,80 810,180" fill="#a9432f"/>${[0, 1, 2, 3].map((n) => `<rect x="${220 + n * 140}" y="240" width="90" height="80" fill="#9cc3d9" stroke="#555"/>`).join('')}<rect x="430" y="370" width="100" height="130" fill="#6a4a2f"/><rect x="330" y="196" width="300" height="30" fill="#8c1d1d"/><text x="480" y="218" fill="#ffe9a8" font-size="18" text-anchor="middle">BAN PHÁT TRIỂN CƠ SỞ</text>`,
      'Trụ sở sau sửa chữa - ảnh minh hoạ',
    ),
  },
  {
    file: 'anh-lop-tap-huan.png',
    svg: picture(
      `<rect x="300" y="60" width="360" height="190" fill="#fff" stroke="#555" stroke-width="6"/><text x="480" y="140" font-size="24" text-anchor="middle">LỚP TẬP HUẤN</text><text x="480" y="176" font-size="17" text-anchor="middle">Kỹ năng tiếp dân và xử lý hồ sơ</text>${Array.from({ length: 14 }, (_, n) => `<circle cx="${100 + (n % 7) * 126}" cy="${380 + Math.floor(n / 7) * 110}" r="30" fill="#5b4a3f"/><rect x="${60 + (n % 7) * 126}" y="${408 + Math.floor(n / 7) * 110}" width="80" height="60" rx="18" fill="${['#38557a', '#7a3840', '#4d6b46'][n % 3]}"/>`).join('')}`,
      'Lớp tập huấn - ảnh minh hoạ',
    ),
  },
]

type Cell = string | number
export const SHEETS: readonly { file: string; name: string; title: string; head: Cell[]; rows: Cell[][] }[] = [
  sheet(
    'bieu-vi-tri-viec-lam.xlsx',
    'Vị trí việc làm',
    'BIỂU TỔNG HỢP VỊ TRÍ VIỆC LÀM CẤP XÃ',
    ['STT', 'Cụm xã', 'Vị trí', 'Đã có người', 'Còn thiếu'],
    ['Cụm 1', 'Cụm 2', 'Cụm 3', 'Cụm 4', 'Cụm 5'],
    [146, 138],
  ),
  sheet(
    'bieu-tru-so.xlsx',
    'Trụ sở',
    'BIỂU RÀ SOÁT HIỆN TRẠNG TRỤ SỞ',
    ['STT', 'Nhóm', 'Số trụ sở', 'Đã kiểm tra', 'Cần sửa chữa'],
    ['Độc lập', 'Dùng chung', 'Chưa có', 'Đang xây'],
    [64, 58],
  ),
  sheet(
    'bieu-ho-so.xlsx',
    'Hồ sơ',
    'BIỂU TỔNG HỢP GIẢI QUYẾT HỒ SƠ',
    ['STT', 'Lĩnh vực', 'Tiếp nhận', 'Đúng hạn', 'Quá hạn'],
    ['Hộ tịch', 'Chứng thực', 'Đất đai', 'Bảo trợ xã hội', 'Xây dựng'],
    [842, 811],
  ),
  sheet(
    'bieu-phan-anh.xlsx',
    'Phản ánh',
    'BIỂU TỔNG HỢP PHẢN ÁNH, KIẾN NGHỊ',
    ['STT', 'Nội dung', 'Tiếp nhận', 'Trả lời trong 24 giờ', 'Quá hạn'],
    ['Vệ sinh môi trường', 'Trật tự đô thị', 'Thủ tục hành chính', 'Hạ tầng'],
    [126, 121],
  ),
  sheet(
    'danh-sach-hoc-vien.xlsx',
    'Học viên',
    'BIỂU TỔNG HỢP HỌC VIÊN THEO LỚP',
    ['STT', 'Lớp', 'Đăng ký', 'Đạt yêu cầu', 'Chưa đạt'],
    ['Lớp 1', 'Lớp 2', 'Lớp 3', 'Lớp 4'],
    [86, 82],
  ),
  sheet(
    'bieu-doi-chieu-so-lieu.xlsx',
    'Đối chiếu',
    'BIỂU ĐỐI CHIẾU SỐ LIỆU',
    ['STT', 'Chỉ tiêu', 'Số của Ban', 'Số của Sở', 'Chênh lệch'],
    ['Vị trí có người', 'Trụ sở độc lập', 'Hồ sơ đúng hạn', 'Phản ánh đúng hạn', 'Vụ việc kéo dài'],
    [312, 309],
  ),
  sheet(
    'du-toan.xlsx',
    'Dự toán',
    'DỰ TOÁN KINH PHÍ (triệu đồng)',
    ['STT', 'Nội dung chi', 'Dự toán', 'Đã chi', 'Còn lại'],
    ['Sửa chữa', 'Thiết bị', 'Tập huấn', 'Tuyên truyền'],
    [480, 436],
  ),
  sheet(
    'bang-ke-khai-cong-chuc.xlsx',
    'Kê khai',
    'BẢNG TỔNG HỢP TRÌNH ĐỘ CÔNG CHỨC',
    ['STT', 'Trình độ', 'Số người', 'Đúng chuyên ngành', 'Cần bồi dưỡng'],
    ['Sau đại học', 'Đại học', 'Cao đẳng', 'Trung cấp'],
    [38, 31],
  ),
]

/** Rows that add up: the last column is what is left of the third after the fourth. */
function sheet(
  file: string,
  name: string,
  title: string,
  head: Cell[],
  labels: string[],
  [all, done]: [number, number],
) {
  const rows = labels.map((label, at): Cell[] => {
    const [of, part] = [Math.max(2, all - at * 7 - at), Math.max(1, done - at * 7 - at)]
    return [at + 1, label, of, part, of - part]
  })
  const total = (column: number) => rows.reduce((sum, row) => sum + Number(row[column]), 0)
  return { file, name, title, head, rows: [...rows, ['', 'Cộng', total(2), total(3), total(4)]] }
}

export const TEXTS: readonly { file: string; text: string }[] = [
  {
    file: 'nhat-ky-truc.txt',
    text: 'NHẬT KÝ TRỰC TIẾP NHẬN PHẢN ÁNH\n\nThứ Bảy: tiếp nhận 05 phản ánh, trả lời bước đầu 05, chuyển cơ quan chuyên môn 02.\nChủ nhật: tiếp nhận 03 phản ánh, trả lời bước đầu 03.\nNgười trực ký bàn giao ca lúc 17 giờ.\n',
  },
  {
    file: 'bien-ban-ban-giao-du-lieu.txt',
    text: 'BIÊN BẢN BÀN GIAO DỮ LIỆU\n\nSố tệp: 1.842. Dung lượng: 6,4 GB. Kiểm tra xác suất 10%: không có lỗi.\nMã đơn vị đã chuyển sang danh mục dùng chung.\nBên giao và bên nhận đã ký số.\n',
  },
  {
    file: 'ket-qua-kiem-tra-ket-noi.txt',
    text: 'KẾT QUẢ KIỂM TRA KẾT NỐI\n\nĐường truyền chính: 200 Mbps, ổn định. Đường dự phòng: 4G.\nMáy trạm: 12/12 cài phần mềm mới. Chứng thư số: 6/6 còn hiệu lực.\n',
  },
  {
    file: 'danh-sach-dau-moi.txt',
    text: 'DANH SÁCH ĐẦU MỐI PHỤ TRÁCH\n\nLãnh đạo phụ trách: Phó Trưởng Ban.\nTiếp nhận hồ sơ: 02 công chức. Tiếp công dân: 01 công chức. Số liệu: 01 công chức.\nThông tin liên hệ niêm yết tại trụ sở.\n',
  },
]
