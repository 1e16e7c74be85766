import { Phrases } from '#core/reading/tokens.ts'

/** Words with which the name of a body or the title of its head begins, when written with a capital. */
export const HEADS = new Phrases({
  head: `bộ|sở|ban|cục|tổng cục|chi cục|vụ|viện|ủy ban|ubnd|hđnd|ubmttq|ubtvqh|ubkt|bcđ|hội đồng|văn phòng|công an|quân khu|quân đội|quân chủng|bộ đội|bộ chỉ huy|bộ tư lệnh|ngân hàng|nhnn
|đài|thông tấn xã|ttxvn|vtv|vov|vovtv|kiểm toán|tòa án|viện kiểm sát|thanh tra|đảng ủy|đảng đoàn|đảng bộ|đảng|phó|giáo viên|đội trưởng|kế toán trưởng|ban cán sự|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|thường trực|mặt trận|hội|hiệp hội
|liên minh|liên hiệp|tổng liên đoàn|liên đoàn|đoàn|trung tâm|trường|đại học|học viện|tổng công ty|tập đoàn|công ty|tổ|chủ tịch|phó chủ tịch|giám đốc|tổng giám đốc|thủ trưởng|bộ trưởng|thứ trưởng
|chánh|trưởng|người đứng đầu|lãnh đạo|cấp ủy|chính quyền|chính phủ|quốc hội|thủ tướng|phó thủ tướng|tỉnh|thành phố|huyện|quận|thị xã|xã|phường|địa phương|lực lượng|ngành|cơ quan|đơn vị|tổ chức|doanh nghiệp
|kho bạc|bảo hiểm xã hội|bhxh|hải quan|thuế|điện lực|báo|cổng|chi nhánh|phòng|đội|trạm|bệnh viện|đồng chí|chủ đầu tư|chủ rừng|tổ trưởng|chủ nhiệm|bí thư|tổng thư ký|vksnd|tand|cơ sở|đoàn thanh niên
|tổng bí thư|đại biểu|cán bộ|công chức|vpcp|evn|pvn|nxb|hiệu trưởng|cấp|tổng cục trưởng|cục trưởng|vụ trưởng|chi bộ|viện trưởng|chánh án|tổng kiểm toán|thống đốc|tư lệnh|chỉ huy trưởng|trưởng ban|trưởng phòng|kcn|kho|khối|quân ủy|tỉnh đoàn|thành đoàn|btl|bđbp|mttq|bch|bchqs|lđlđ|btv|bql|ban quản lý|thành viên|toàn|tổng cty|nhà trường|nhà máy|chủ phương tiện|người sử dụng lao động`,
})

/** What looks like a head and is none. */
export const NOT_HEADS = new Phrases({
  no: `tổ chức thực hiện|tổ chức|báo cáo|đoàn kết|hội nghị|hội nhập|ban hành|bộ máy|vụ việc|trường hợp|ngành nghề|phòng chống|phòng ngừa|phòng,|phòng tránh|đơn giản|cơ sở dữ liệu|cơ sở vật chất|đội ngũ|trưởng thành|báo động|đài thọ|hội họp|hội thảo|đảng viên
|tổ quốc|thuế suất|cấp bách|cấp giấy|cấp phép|cấp nước|cấp phát|cấp cứu|bộ tiêu chí|bộ chỉ số|bộ thủ tục|bộ tài liệu|bộ luật|bộ cơ chế|trường học|thanh tra,|thanh tra việc|thanh tra các|thanh tra chuyên ngành|kiểm toán việc|lãnh đạo,|lãnh đạo việc|lãnh đạo thực hiện|lãnh đạo triển khai|lãnh đạo chỉ đạo|cấp,|xã hội|cấp thẻ|cấp đổi|toàn văn|toàn dân|cổng thông tin|ban đầu|ban đêm|thành phố thông minh|chính phủ số|chính quyền số|chính quyền điện tử|chính phủ điện tử
|cơ sở hạ tầng|khối lượng|tổ chức lại|hội chợ|toàn tuyến|toàn trình|toàn diện|toàn quốc|viện trợ|viện dẫn|trạm biến áp|đoàn kiểm tra`,
})
export const STILL_HEADS = new Phrases({
  yes: `tổ chức đảng|tổ chức chính trị|tổ chức tín dụng|tổ chức, cá nhân|tổ chức, đơn vị|cổng thông tin điện tử chính phủ|hội nghị thường trực|tổ chức thành viên`,
})

/** Kinds of bodies named as a class: "các sở, ban, ngành", "UBND các xã, phường". */
export const CLASSES = new Phrases({
  territory: `tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|thôn|bản|khu phố|tổ dân phố|cấp|huyện đảo`,
  body: `bộ|sở|ban|ngành|cơ quan|đơn vị|địa phương|đoàn thể|tổ chức|cá nhân|doanh nghiệp|hội|đoàn|trường|phòng|trung tâm|hiệp hội|hợp tác xã|ủy ban|ubnd|hđnd|cục|tổng cục|vụ|viện|công ty|tổng công ty|tập đoàn|ngân hàng
|đồng chí|thành viên|chủ đầu tư|chủ rừng|hãng|lực lượng|cấp ủy|chi bộ|đảng bộ|đảng ủy|tổ|đội|cán bộ|công chức|viên chức|chiến sĩ|chiến sỹ|đảng viên|đại biểu|ủy viên|đảng đoàn|ban cán sự|nhà mạng|nhà đầu tư|nhà thầu|chủ hộ|hộ|cơ sở|bệnh viện|báo|đài|kênh|quân khu|đồng bào|quận ủy|huyện ủy|tỉnh ủy|thành ủy
|thủ trưởng|giám đốc|chủ tịch|trưởng|lãnh đạo|người đứng đầu|bộ trưởng|khối|liên đoàn|học viện|trường học|nhà trường|chủ phương tiện|chủ tàu|chi nhánh|chi cục|chính quyền|công an|cảng vụ|ban quản lý|quân chủng|bên|cụm|kiểm lâm|phó chủ tịch|tiểu ban|mặt trận|nhà khoa học|hội đồng|chủ thể|kho bạc|phân hiệu|hợp tác|khu|vùng|dự án`,
})
/** The classes that go on with the expression before them: "các bộ, ngành, địa phương". */
export const CONTINUING = new Phrases({
  territory: `tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|thôn|bản|khu phố|tổ dân phố|huyện đảo`,
  body: `bộ|sở|ban|ngành|phòng|cơ quan|đơn vị|địa phương|đoàn thể|tổ chức|cá nhân|doanh nghiệp|hội|đoàn|trường|hợp tác xã|đại lý|công chức|viên chức|chiến sĩ|chiến sỹ|viện|học viện|cục|tổng cục|hộ gia đình|đồng bào|ban đảng|tập đoàn|tổng công ty|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|đảng bộ|tổ chức đảng|đảng đoàn|ban cán sự đảng|công an`,
})
export const PLURALS = new Set(['các', 'những', 'mọi', 'mỗi', 'từng', 'toàn', 'toàn thể', 'hai'])
/** Lower-case openings that name a body by themselves, wherever they stand. */
export const LOWER_HEADS = new Phrases({
  head: `ubnd|ủy ban nhân dân|ủy ban mặt trận|công an|chính quyền địa phương|chính quyền|lực lượng|cơ quan|đơn vị|chủ đầu tư|tỉnh|thành phố|huyện|địa phương|lãnh đạo|người đứng đầu|thủ trưởng|giám đốc|chủ tịch|cấp ủy|đồng chí|bộ trưởng|trung tâm|ngành|sở|bộ|ban chỉ đạo|ban quản lý|văn phòng|doanh nghiệp|hội đồng nhân dân|đảng ủy|tổ công tác|chủ rừng|đại biểu|mặt trận|ngân hàng|xã|phường|quận|hội|liên đoàn|toàn ngành|bộ đội|đảng bộ|cán bộ|đoàn thanh niên|phòng|trường|nhà trường|đồng bào|chi cục|cục|tổ chức thành viên|bí thư|thường trực|chủ nhiệm|đội`,
})

/** Words that end the name of a body, whatever follows. */
export const CLOSERS = new Phrases({
  stop: `chỉ thị|dự hội nghị|dự họp|dự cuộc họp|dự buổi|cũng|đều|luôn|không chỉ|đóng vai|theo|căn cứ|trên cơ sở|trong phạm vi|trong quá trình|trong thời gian|để|nhằm|khi|với vai trò|với tư cách|đã|đang|vừa|sẽ|là|thì|mà|rằng|như sau|sau đây|chịu|có|được|bị|cần|phải|không để|không được|không yêu cầu|không tổ chức|không quá|về việc|nào|tại buổi|tại cuộc|nếu|vào|bằng|qua|thông qua|tại hội nghị|trong thời gian tới|trước ngày|hoàn thành|tùy theo|trong trường hợp|do|nêu|nghiêm|xin|khẳng định|chỉ rõ|nêu rõ|phát biểu|kết luận|có ý kiến|cho biết|cho rằng|nhấn mạnh|đề nghị|yêu cầu|lưu ý|biết|ghi nhận|đánh giá|tập trung|định kỳ|hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|hằng tuần|hàng tuần|hằng ngày|hàng ngày|trong công tác|trong việc|trong đó|trong năm|trong tháng|trong quý|từ ngày|đến ngày|ngoài|tiếp tục|thường xuyên`,
})
/** Titles that are no body by themselves: "Bí thư, Chủ tịch UBND các xã". */
export const BARE_TITLES = new Set(
  'bí thư|phó bí thư|giám đốc|thủ trưởng|chủ tịch|phó chủ tịch|trưởng ban|trưởng phòng|cục trưởng|vụ trưởng|người đứng đầu|chủ nhiệm'.split(
    '|',
  ),
)
export const RELATIVES = new Phrases({
  relative: `có liên quan|có chức năng|có thẩm quyền|có điều kiện|có đất|có rừng|được giao chủ trì|được giao nhiệm vụ chủ trì|được giao nhiệm vụ|được giao|được phân công chủ trì thực hiện nhiệm vụ|được phân công chủ trì|được phân công|có biên giới|có biển|có trụ sở|khác có liên quan|chưa có|chưa|có tên|có dự án|sử dụng|có đông|có tàu|đăng ký|quản lý|có nhiệm vụ liên quan|bị ảnh hưởng|không thuộc`,
})

/** What bodies of the police are for, behind "cảnh sát": verbs elsewhere. */
export const POLICE_FIELDS = new Phrases({
  field: `quản lý hành chính về trật tự xã hội|quản lý hành chính|điều tra tội phạm|điều tra|phòng cháy, chữa cháy và cứu nạn, cứu hộ|phòng cháy, chữa cháy|phòng cháy chữa cháy và cứu nạn cứu hộ|phòng cháy chữa cháy|phòng cháy và chữa cháy|phòng, chống tội phạm|phòng chống tội phạm|bảo vệ|thi hành án`,
})

/** Two-word verbs that are also parts of names: "Ban Văn hóa thông tin", "Ban Quản lý". */
export const NAME_WORDS = new Set([
  'thông tin',
  'truyền thông',
  'đào tạo',
  'đầu tư',
  'giáo dục',
  'có liên',
  'khuyến khích',
  'hậu cần',
  'truyền hình',
  'giao thông',
  'giao dịch',
  'cấp cứu',
  'cấp nước',
])
/** "cơ quan quản lý", "đơn vị thi công": what kind of body it is, and not what it does. */
export const AGENTS = new Set([
  'cơ quan',
  'đơn vị',
  'tổ chức',
  'bộ phận',
  'lực lượng',
  'doanh nghiệp',
  'cơ sở',
  'nhà máy',
  'đoàn thể',
  'công ty',
  'trung tâm',
])
/** Behind a verb these open its object or say how: it belongs to no name. */
export const OBJECT_OPENINGS = new Set(
  'các|những|tốt|nghiêm|việc|đầy|đúng|một|nội|đồng|có|công|nhiệm|toàn|ngay'.split('|'),
)
export const AGENT_VERBS = new Set([
  'quản lý',
  'sử dụng',
  'thi công',
  'thực hiện',
  'soạn thảo',
  'thẩm định',
  'cung cấp',
  'khai thác',
  'vận hành',
  'tham mưu',
  'thẩm tra',
  'thanh tra',
  'kiểm tra',
  'điều tra',
  'bảo vệ',
  'kiểm định',
  'giám sát',
  'chức năng',
  'kiểm toán',
  'tư vấn',
  'kiểm nghiệm',
  'thử nghiệm',
  'thi hành',
  'đo đạc',
])

export const ONE_WORD_VERBS = new Set(
  'lập|gửi|trình|cấp|đưa|giao|có|làm|nắm|tiếp|phải|cần|sẽ|cùng|sớm|giúp|tạo|cử|xét|mời|tăng'.split('|'),
)
