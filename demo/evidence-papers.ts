/** What e2e/make-demo-evidence.ts draws: invented papers in official form that name no unit. */
export interface Paper {
  file: string
  office: string
  symbol: string
  kind: string
  about: string
  body: readonly string[]
  table?: readonly (readonly string[])[]
  signer: string
  /** Written as a .docx too. */
  word?: boolean
}

const SO = { office: 'SỞ PHÁT TRIỂN CƠ SỞ', signer: 'GIÁM ĐỐC' }
const BAN = { office: 'BAN PHÁT TRIỂN CƠ SỞ', signer: 'TRƯỞNG BAN' }
const BO = { office: 'BỘ PHÁT TRIỂN CƠ SỞ', signer: 'THỦ TRƯỞNG ĐƠN VỊ' }

export const DOCUMENTS: readonly Paper[] = [
  {
    ...SO,
    file: 'so-bao-cao-ket-qua.pdf',
    symbol: '214/BC-SPTCS',
    kind: 'BÁO CÁO',
    about: 'Kết quả thực hiện nhiệm vụ được giao',
    word: true,
    body: [
      'Thực hiện nhiệm vụ được Bộ Phát triển Cơ sở giao, Sở đã ban hành văn bản hướng dẫn, phân công lãnh đạo phụ trách và tổ chức thực hiện tại toàn bộ xã, phường, đặc khu trên địa bàn.',
      'Đến ngày báo cáo, các nội dung đã hoàn thành; số liệu do các Ban Phát triển Cơ sở tự báo cáo, Sở đã kiểm tra thực tế tại 10% số đơn vị và yêu cầu ba đơn vị bổ sung hồ sơ.',
      'Khó khăn chủ yếu là người thực hiện phải kiêm nhiệm, một số xã vùng sâu đường truyền chưa ổn định. Sở kiến nghị Bộ tiếp tục thống nhất biểu mẫu giữa các đơn vị thuộc Bộ.',
    ],
    table: [
      ['TT', 'Nội dung', 'Kế hoạch', 'Thực hiện', 'Ghi chú'],
      ['1', 'Số Ban đã triển khai', '100%', '100%', ''],
      ['2', 'Số Ban được kiểm tra thực tế', '10%', '11,3%', 'Có biên bản'],
      ['3', 'Số kiến nghị đã trả lời', '42', '40', 'Còn 02 vượt thẩm quyền'],
    ],
  },
  {
    ...SO,
    file: 'so-bao-cao-nhan-su.pdf',
    symbol: '318/BC-SPTCS',
    kind: 'BÁO CÁO',
    about: 'Tình hình bố trí vị trí việc làm tại cấp xã',
    body: [
      'Sở đã rà soát toàn bộ vị trí việc làm tại các Ban Phát triển Cơ sở theo hướng dẫn của Bộ. Phần lớn vị trí đã có người; các vị trí còn thiếu tập trung ở lĩnh vực tư pháp - hộ tịch, địa chính và công nghệ thông tin.',
      'Đối với vị trí còn thiếu, Sở trình cấp có thẩm quyền điều động, biệt phái hoặc bố trí kiêm nhiệm, có thời hạn cụ thể cho từng trường hợp.',
    ],
    table: [
      ['Lĩnh vực', 'Vị trí', 'Đã có người', 'Còn thiếu'],
      ['Tư pháp - hộ tịch', '146', '138', '08'],
      ['Địa chính - xây dựng', '152', '141', '11'],
      ['Công nghệ thông tin', '124', '109', '15'],
      ['Tiếp công dân', '124', '122', '02'],
    ],
  },
  {
    ...SO,
    file: 'so-bao-cao-tru-so.pdf',
    symbol: '402/BC-SPTCS',
    kind: 'BÁO CÁO',
    about: 'Kết quả rà soát hiện trạng trụ sở làm việc',
    word: true,
    body: [
      'Sở đã tổ chức kiểm tra, lập biên bản hiện trạng trụ sở của các Ban Phát triển Cơ sở, phân loại theo ba nhóm: đã có trụ sở độc lập, đang dùng chung và chưa có trụ sở.',
      'Các trụ sở dùng chung đều đã bố trí phòng tiếp công dân và nơi tiếp nhận hồ sơ riêng. Nhu cầu sửa chữa được xếp thứ tự ưu tiên theo mức độ xuống cấp.',
    ],
    table: [
      ['Nhóm', 'Số đơn vị', 'Tỷ lệ', 'Nhu cầu sửa chữa'],
      ['Trụ sở độc lập', '78', '76,5%', '14'],
      ['Dùng chung', '19', '18,6%', '09'],
      ['Chưa có trụ sở', '05', '4,9%', '05'],
    ],
  },
  {
    ...SO,
    file: 'so-bao-cao-phuc-vu-nguoi-dan.pdf',
    symbol: '275/BC-SPTCS',
    kind: 'BÁO CÁO',
    about: 'Kết quả giải quyết hồ sơ và trả lời phản ánh của người dân',
    body: [
      'Trong kỳ, các Ban Phát triển Cơ sở tiếp nhận hồ sơ tại bộ phận một cửa và trên môi trường điện tử; tỷ lệ giải quyết đúng hạn tăng so với kỳ trước, các hồ sơ quá hạn đều có văn bản xin lỗi.',
      'Phản ánh, kiến nghị được trả lời bước đầu trong 24 giờ; Sở giao ban trực tuyến hằng tuần với các đơn vị có tỷ lệ thấp.',
    ],
    table: [
      ['Chỉ tiêu', 'Kỳ trước', 'Kỳ này'],
      ['Hồ sơ giải quyết đúng hạn', '96,4%', '97,8%'],
      ['Hồ sơ nộp trực tuyến', '71,2%', '78,5%'],
      ['Phản ánh trả lời trong 24 giờ', '92,9%', '95,6%'],
    ],
  },
  {
    ...SO,
    file: 'so-danh-muc-vu-viec.pdf',
    symbol: '187/BC-SPTCS',
    kind: 'BÁO CÁO',
    about: 'Danh mục vụ việc khiếu nại kéo dài và phân công giải quyết',
    body: [
      'Sở báo cáo danh mục vụ việc khiếu nại kéo dài trên 12 tháng trên địa bàn; mỗi vụ việc có người chịu trách nhiệm và thời hạn giải quyết. Thông tin cá nhân của người khiếu nại không nêu trong báo cáo này.',
    ],
    table: [
      ['Vụ việc', 'Lĩnh vực', 'Phụ trách', 'Thời hạn'],
      ['Vụ việc 01', 'Bồi thường, hỗ trợ', 'Phó Giám đốc', 'Quý IV'],
      ['Vụ việc 02', 'Ranh giới đất ở', 'Trưởng Ban', 'Tháng 11'],
      ['Vụ việc 03', 'Chế độ, chính sách', 'Trưởng phòng', 'Tháng 12'],
    ],
  },
  {
    ...SO,
    file: 'so-ke-hoach.pdf',
    symbol: '96/KH-SPTCS',
    kind: 'KẾ HOẠCH',
    about: 'Triển khai nhiệm vụ trên địa bàn',
    body: [
      'Mục đích: cụ thể hóa nhiệm vụ được giao thành việc của từng đơn vị, rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm.',
      'Nội dung: giao chỉ tiêu đến từng Ban Phát triển Cơ sở; kiểm tra giữa kỳ; sơ kết, rút kinh nghiệm; biểu dương cách làm hay.',
      'Tổ chức thực hiện: Văn phòng Sở theo dõi, đôn đốc, tổng hợp; các phòng chuyên môn hướng dẫn theo lĩnh vực.',
    ],
  },
  {
    ...BAN,
    file: 'ban-bao-cao-ket-qua.pdf',
    symbol: '41/BC-BPTCS',
    kind: 'BÁO CÁO',
    about: 'Kết quả thực hiện nhiệm vụ Sở giao',
    word: true,
    body: [
      'Ban đã họp phân công công chức phụ trách, thông báo tại trụ sở và trên hệ thống truyền thanh, hoàn thành các nội dung được giao trước thời hạn.',
      'Hồ sơ, sổ theo dõi được lưu đầy đủ; số liệu đã đối chiếu với sổ gốc. Ban kiến nghị Sở hỗ trợ thêm một máy quét.',
    ],
  },
  {
    ...BAN,
    file: 'ban-bieu-ra-soat-tru-so.pdf',
    symbol: '52/BB-BPTCS',
    kind: 'BIỂU RÀ SOÁT',
    about: 'Hiện trạng trụ sở làm việc',
    body: ['Ban tự rà soát hiện trạng trụ sở, chịu trách nhiệm về tính chính xác của số liệu dưới đây.'],
    table: [
      ['Phòng', 'Diện tích (m2)', 'Hiện trạng', 'Đề nghị'],
      ['Tiếp nhận hồ sơ', '48', 'Còn tốt', ''],
      ['Tiếp công dân', '24', 'Thấm trần', 'Sửa chữa'],
      ['Làm việc', '96', 'Còn tốt', ''],
      ['Lưu trữ', '18', 'Chật, ẩm', 'Mở rộng'],
    ],
  },
  {
    ...BAN,
    file: 'ban-phieu-tu-cham-diem.pdf',
    symbol: '63/PC-BPTCS',
    kind: 'PHIẾU TỰ CHẤM ĐIỂM',
    about: 'Theo Bộ tiêu chí xã, phường, đặc khu đạt chuẩn',
    body: ['Hội đồng tự chấm điểm của Ban thống nhất kết quả như sau.'],
    table: [
      ['Nhóm tiêu chí', 'Điểm tối đa', 'Tự chấm'],
      ['Tổ chức, nhân sự', '20', '17'],
      ['Trụ sở, thiết bị', '15', '12'],
      ['Phục vụ người dân', '30', '26'],
      ['Giải quyết phản ánh, khiếu nại', '20', '17'],
      ['Số liệu, báo cáo', '15', '13'],
    ],
  },
  {
    ...BO,
    file: 'bo-to-trinh.pdf',
    symbol: '128/TTr-BPTCS',
    kind: 'TỜ TRÌNH',
    about: 'Về việc ban hành văn bản hướng dẫn',
    body: [
      'Kính gửi: Lãnh đạo Bộ. Đơn vị được giao chủ trì xin trình dự thảo văn bản sau khi đã lấy ý kiến các đơn vị thuộc Bộ và địa phương; các ý kiến được tổng hợp, tiếp thu, giải trình tại phụ lục kèm theo.',
      'Nội dung chính: phạm vi áp dụng, trách nhiệm của từng cấp, thời hạn thực hiện và chế độ báo cáo. Kinh phí trong dự toán được giao, không phát sinh biên chế.',
    ],
  },
  {
    ...BO,
    file: 'bo-bao-cao-tong-hop.pdf',
    symbol: '231/BC-BPTCS',
    kind: 'BÁO CÁO',
    about: 'Tổng hợp kết quả thực hiện của các địa phương',
    word: true,
    body: [
      'Đơn vị đã tổng hợp báo cáo của 34 địa phương. Nhìn chung các địa phương thực hiện nghiêm túc, báo cáo có số liệu và bằng chứng kèm theo; một số địa phương gửi chậm, phải đôn đốc bằng văn bản.',
      'Đề xuất: tiếp tục phúc tra số liệu tại địa phương có biến động lớn; gửi kết quả đối chiếu để địa phương giải trình.',
    ],
    table: [
      ['Nhóm địa phương', 'Số lượng', 'Gửi đúng hạn', 'Gửi chậm'],
      ['Thành phố', '07', '06', '01'],
      ['Tỉnh đồng bằng', '13', '11', '02'],
      ['Tỉnh miền núi', '14', '11', '03'],
    ],
  },
  {
    ...BO,
    file: 'bo-thong-bao-kiem-tra.pdf',
    symbol: '57/TB-BPTCS',
    kind: 'THÔNG BÁO',
    about: 'Kết quả kiểm tra tại địa phương',
    body: [
      'Đoàn kiểm tra đã làm việc với Sở và một số Ban Phát triển Cơ sở, kiểm tra hồ sơ và thực tế tại nơi tiếp công dân. Ưu điểm: niêm yết đầy đủ, thái độ phục vụ đúng mực.',
      'Tồn tại: hai đơn vị lưu hồ sơ chưa đúng quy định, một đơn vị cập nhật số liệu chậm. Yêu cầu khắc phục và báo cáo trong 15 ngày làm việc.',
    ],
  },
]

const minutes = (file: string, about: string, body: readonly string[], of: typeof SO): Paper => ({
  ...of,
  file,
  symbol: '…/BB',
  kind: 'BIÊN BẢN',
  about,
  body: [
    'Hôm nay, tại trụ sở cơ quan, chúng tôi gồm đại diện các bên có tên dưới đây cùng lập biên bản với nội dung sau.',
    ...body,
    'Biên bản lập thành hai bản, các bên đọc lại, thống nhất và cùng ký tên.',
  ],
})

/** Drawn as a scanner gives them: a little askew, signed and sealed. */
export const MINUTES: readonly Paper[] = [
  minutes(
    'quet-bien-ban-ban-giao.jpg',
    'Bàn giao hồ sơ, tài liệu',
    [
      'Bên giao đã giao đủ hồ sơ theo danh mục; bên nhận đã kiểm đếm từng bộ, ghi nhận tình trạng vật lý và số trang.',
      'Các bộ hồ sơ hư hỏng được lập danh sách riêng để phục hồi.',
    ],
    BAN,
  ),
  minutes(
    'quet-bien-ban-kiem-tra.jpg',
    'Kiểm tra thực tế tại trụ sở',
    [
      'Đoàn đã kiểm tra nơi tiếp nhận hồ sơ, phòng tiếp công dân, sổ trực và bảng niêm yết.',
      'Kết quả: cơ bản bảo đảm yêu cầu; đề nghị bổ sung ghế chờ và biển chỉ dẫn.',
    ],
    SO,
  ),
  minutes(
    'quet-bien-ban-doi-thoai.jpg',
    'Đối thoại với người dân',
    [
      'Người chủ trì đã nghe ý kiến của các hộ dân, giải thích quy định và thống nhất các bước giải quyết.',
      'Các bên thống nhất thời hạn trả lời bằng văn bản là mười ngày làm việc.',
    ],
    BAN,
  ),
  minutes(
    'quet-bien-ban-nghiem-thu.jpg',
    'Nghiệm thu sửa chữa trụ sở',
    [
      'Khối lượng hoàn thành đúng hồ sơ thiết kế; chất lượng đạt yêu cầu, bảo hành mười hai tháng.',
      'Đồng ý nghiệm thu, đưa công trình vào sử dụng.',
    ],
    SO,
  ),
  minutes(
    'quet-bien-ban-hop.jpg',
    'Họp phân công nhiệm vụ',
    [
      'Cuộc họp thống nhất phân công công chức phụ trách từng nội dung, thời hạn và sản phẩm.',
      'Kết quả thực hiện được kiểm điểm tại cuộc họp giao ban hằng tuần.',
    ],
    BAN,
  ),
  minutes(
    'quet-bien-ban-doi-chieu.jpg',
    'Đối chiếu số liệu giữa Sở và Ban',
    [
      'Hai bên đối chiếu từng chỉ tiêu với sổ gốc, thống nhất số liệu và nguyên nhân chênh lệch.',
      'Số liệu sau đối chiếu là căn cứ để báo cáo.',
    ],
    SO,
  ),
]
