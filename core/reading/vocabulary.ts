import { lowerInPlace } from '#core/reading/source-text.ts'
import { Phrases } from '#core/reading/tokens.ts'

/**
 * The words of Vietnamese official style that the rules know, by what they do in a sentence. Lower case, NFC, old tone placement
 * (ủy, hòa), as in `SourceText.low`. Collected from directives of the years 2002-2025; see docs of the corpus for the kinds.
 */

/** Acts that leave something to check: without one of these, a sentence is an exhortation unless it has a date or a figure. */
const CONCRETE = `kiểm tra|thanh tra|kiểm soát|rà soát|lập|thiết lập|ban hành|báo cáo|trình|bố trí|tổ chức|xây dựng|tham mưu|đề xuất|kiến nghị
|hướng dẫn|thẩm định|thẩm tra|phê duyệt|công bố|công khai|theo dõi|đôn đốc|tổng hợp|giám sát|điều tra|xử lý|thống kê|đánh giá|sửa đổi|bổ sung
|hoàn thiện|hoàn thành|hoàn tất|hoàn chỉnh|chỉnh sửa|chỉnh trang|tiêm phòng|nhập dữ liệu|số hóa|chuẩn hóa|cung cấp|gửi|thông báo|tiếp nhận|phân công|thành lập|kiện toàn|thu hồi|sơ kết|tổng kết|khen thưởng|biểu dương
|tuyên truyền|phổ biến|vận động|hỗ trợ|huy động|tháo gỡ|giải quyết|nghiên cứu|cập nhật|kết nối|chia sẻ|số hóa|nâng cấp|chuẩn bị|cắt giảm|điều chỉnh
|bàn giao|tập huấn|bồi dưỡng|đào tạo|triển khai|thực hiện|xác định|xem xét|quyết định|quy định|soạn thảo|biên soạn|in ấn|phát hành|cấp|mở|khởi công
|đưa|giao|phân bổ|giải ngân|thu|nộp|chi|cân đối|lồng ghép|tích hợp|công nhận|kê khai|đăng ký|ký|ký kết|đàm phán|điều phối|điều động|luân chuyển
|tuyển dụng|tuyển chọn|bầu|bổ nhiệm|sắp xếp|sáp nhập|hợp nhất|giải thể|chuyển đổi|chuyển giao|di dời|sơ tán|cưỡng chế|tạm dừng|dừng|đình chỉ|chấm dứt
|bãi bỏ|hủy bỏ|thay thế|đơn giản hóa|tái cấu trúc|cụ thể hóa|thể chế hóa|chỉ đạo|lãnh đạo|quản lý|vận hành|khai thác|sử dụng|bảo trì|sửa chữa|khắc phục
|cải tạo|phục hồi|tu bổ|trồng|phòng|chống|phòng chống|phòng ngừa|ngăn chặn|phát hiện|đấu tranh|trấn áp|tấn công|truy quét|truy nã|tuần tra|bắt|khởi tố|truy tố
|xét xử|xác minh|làm rõ|trao đổi|thống nhất|giải trình|trả lời|làm việc|tiếp|đối thoại|lấy ý kiến|góp ý|tham gia|tham vấn|khảo sát|đo đạc|điều tra cơ bản|phân tích
|dự báo|cảnh báo|nắm|nắm chắc|nắm tình hình|thường trực|trực|ứng trực|dự trữ|cung ứng|niêm yết|bình ổn|mua|mua sắm|đấu thầu|đấu giá|lựa chọn|thí điểm
|nhân rộng|phát động|kỷ niệm|thăm|tặng|hỗ trợ|chi trả|giúp|giúp đỡ|chăm lo|thẩm vấn|rút kinh nghiệm|kiểm điểm|quy hoạch|thiết kế|thi công|nghiệm thu
|quyết toán|thanh toán|kiểm toán|giới thiệu|quảng bá|xúc tiến|thu hút|hình thành|phối hợp|chủ trì|làm đầu mối|là đầu mối|là cơ quan|đầu mối|định hướng
|kêu gọi|lưu trữ|bảo quản|bảo vệ|bảo đảm|đảm bảo|đề nghị|yêu cầu|quán triệt|học tập|nghiên cứu|đăng tải|đưa tin|thông tin|phát sóng|truyền thông|kiểm định|kiểm đếm
|tính toán|xác nhận|xác lập|phân loại|phân cấp|phân quyền|ủy quyền|tiêm|xét nghiệm|khám|điều trị|cách ly|khoanh vùng|dập|tiêu hủy|nhập|xuất|vận chuyển|lắp đặt|đầu tư
|tập hợp|bổ trí|quyên góp|ủng hộ|cứu trợ|tìm kiếm|cứu nạn|cứu hộ|kéo dài|miễn|giảm|gia hạn|hoãn|chốt|đối chiếu|đề ra|đặt|cắm|giao ban|họp|tính|tận dụng|hạn chế|tránh
|cử|tăng|xác thực|kích hoạt|làm sạch|tạo lập|định danh|phủ sóng|cài đặt|treo|dán|trích|nhắc nhở|xét duyệt|thông qua|tạm ứng|truy thu|thu gom|nạo vét|gia cố|chằng chống|khử trùng|truy vết|giám định|kỷ luật|biệt phái|sát hạch|xếp loại
|niêm phong|tịch thu|tạm giữ|xử phạt|xử lý nghiêm|thoái vốn|cổ phần hóa|bồi thường|tái định cư|giải phóng mặt bằng|triệu tập|mời|trao|vinh danh|quét|sao lưu|đối soát|rà quét|thử nghiệm|kiểm nghiệm|thu hoạch|gieo trồng|gieo cấy|xuống giống
|phân luồng|điều tiết|giải tỏa|tháo dỡ|phá dỡ|tu sửa|duy tu|bảo dưỡng|tôn tạo|khoanh định|đo vẽ|cắm mốc|sinh hoạt|tư vấn|kết nạp|khai trừ|miễn nhiệm|cách chức|điều chuyển|trợ cấp|cấp phát|cấp phép|quy tập|ký cam kết|cam kết|dừng ngay
|hoãn|lùi|tập kết|kiểm kê|kê biên|thông tuyến|khơi thông dòng chảy|tuyên dương|phúc tra|tổng rà soát|phản biện|đánh số|chuyển tải|phân bố|phê chuẩn
|không để|không được|không yêu cầu|nghiêm cấm|cấm|kiềm chế|kéo giảm|làm|có|chuyển|tạo|dành|ưu tiên|kịp thời|khuyến khích|động viên|tôn vinh|đổi|ra quân|chấn chỉnh|kiên quyết thay thế|thay`

/** Verbs of mere encouragement. */
const SOFT = `tăng cường|nâng cao|đẩy mạnh|phát huy|chú trọng|quan tâm|giữ vững|đề cao|coi trọng|thúc đẩy|phấn đấu|quyết tâm|nêu cao|đoàn kết
|chịu trách nhiệm|cải thiện|củng cố|đổi mới|phát triển|bám sát|siết chặt|xiết chặt|nhận thức|thấm nhuần|nêu gương|thi đua|gương mẫu|giữ gìn|duy trì|tích cực|nỗ lực
|khắc ghi|gắn bó|xác định rõ|làm tốt|mở rộng|đa dạng hóa|hoàn thành tốt|hoàn thành xuất sắc|hoàn thành thắng lợi|tiếp thu|nghiêm túc|lưu ý|hưởng ứng|chung tay|chung sức|đồng hành|tin tưởng
|thực hiện nghiêm|thực hiện tốt|thực hiện có hiệu quả|thực hiện hiệu quả|thực hiện đầy đủ|thực hiện đồng bộ|thực hiện đúng|thực hiện nghiêm túc|thực hiện quyết liệt|chấp hành|tuân thủ|chấp hành nghiêm
|đẩy nhanh|tập trung cao độ|quyết liệt|đi đầu|tiên phong|khơi dậy|lan tỏa|khơi thông|tranh thủ|phát triển mạnh`

/** What may stand before the verb and changes nothing about what it orders. */
const MODIFIERS = `tiếp tục|tập trung|chủ động|khẩn trương|kịp thời|thường xuyên|nghiêm túc|tích cực|định kỳ|trực tiếp|sớm|nhanh chóng|chỉ|cùng|cũng|sẽ|quyết liệt|đồng loạt
|kiên quyết|tuyệt đối|triệt để|hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|hằng tuần|hàng tuần|hằng ngày|hàng ngày|từng bước|linh hoạt|sẵn sàng|cơ bản|tổ chức|tiến hành|trước mắt|đồng thời
|nhất là|phải|cần|cần phải|không ngừng|đặc biệt|thống nhất|hết sức|đồng bộ|liên tục|kiên trì|thực sự|nghiêm|mạnh mẽ|ngay|chặt chẽ|khẩn cấp|nghiêm khắc|quyết tâm|nỗ lực|phấn đấu|xem xét|nghiên cứu|cố gắng|ưu tiên`

const MODALS = `có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|cần|cần phải|phải|sẽ|cần tiếp tục|nên|được giao|làm đầu mối|là đầu mối|là cơ quan|không được|chủ trì|phối hợp|chịu trách nhiệm chính`

/** "theo chức năng …", "trên cơ sở …": stands between the subject and its verb, or before both. */
const ADVERBIALS = `theo chức năng|theo nhiệm vụ|theo thẩm quyền|theo lĩnh vực|theo phạm vi|theo phân công|theo quy định|theo đúng|theo|căn cứ|trên cơ sở|trong phạm vi|trong thời gian|trong quá trình|trong trường hợp|trong năm
|trong tháng|trong quý|trong|với vai trò|với tư cách|với|để|nhằm|khi|sau khi|ngay sau khi|ngay sau|trước khi|đối với|tại|từ|đến|đến hết|thực hiện|thời gian tới|qua|thông qua|nếu|trường hợp|bằng|tùy theo|tùy
|ngoài|về|vào|trước|cùng với|bên cạnh|ngoài việc|phát huy|xuất phát|năm|tháng|quý|hiện nay|từ nay|kể từ|dịp|nhân dịp|do|vì|gắn với|bám sát`

const CONNECTORS = `đồng thời|bên cạnh đó|ngoài ra|trong đó|cụ thể|cụ thể là|theo đó|đặc biệt|đặc biệt là|do vậy|vì vậy|do đó|vì thế|cùng với đó|từ đó|qua đó|mặt khác|tiếp đó|trước mắt|trước hết|tuy nhiên|song song với đó|song song đó|bên cạnh việc
|thứ nhất|thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|thứ tám|thứ chín|thứ mười|một là|hai là|ba là|bốn là|năm là|sáu là|bảy là|tám là|chín là|mười là|và|nhân dịp này|tại hội nghị|cũng tại hội nghị|tại buổi làm việc|về phía|riêng|riêng đối với|nhất là|trên cơ sở đó|việc này|cuối cùng|đi đôi với đó|cùng với việc|tiếp theo|để làm được điều đó|nội dung|nội dung thực hiện|đồng thời là|mà|thì|rằng`

const ORDERS = `giao|giao nhiệm vụ cho|giao nhiệm vụ|yêu cầu|đề nghị|phân công|chỉ đạo|giao trách nhiệm|kêu gọi|đồng ý giao|kính đề nghị|trân trọng đề nghị|lưu ý|điện|chỉ thị|ủy quyền|giao cho|đề nghị các đồng chí|đòi hỏi|kính mong`

const PAST = 'đã|vừa|đang|từng|chưa|vẫn|vẫn còn|còn|đã được'

export const CONCRETE_VERBS = new Phrases({ concrete: CONCRETE })
export const SOFT_VERBS = new Phrases({ soft: SOFT })
export const PREDICATES = new Phrases({ soft: SOFT, modal: MODALS, concrete: CONCRETE, modifier: MODIFIERS })
export const VERB_MODIFIERS = new Phrases({ modifier: MODIFIERS })
export const ADVERBIAL_OPENINGS = new Phrases({ adverbial: ADVERBIALS })
export const CONNECTIVES = new Phrases({ connector: CONNECTORS })
export const ORDER_VERBS = new Phrases({ order: ORDERS })
export const PAST_SIGNS = new Phrases({ past: PAST })

/** Words before which a verb is part of a name or a noun: "ban chỉ đạo", "việc kiểm tra", "người sử dụng". */
const NOUN_MAKERS = new Set(`ban|chủ|đoàn|tổ|người|việc|sự|các|những|được|chưa|đã|đang|bị|mới`.split('|'))
const NOUN_PAIRS = new Set(
  `nhiệm vụ|công tác|quá trình|hoạt động|hội đồng|kết quả|cơ chế|chính sách|giải pháp|biện pháp|kế hoạch|chương trình|kinh nghiệm|phong trào|ý thức|năng lực|chất lượng|hiệu quả|tiến độ`.split(
    '|',
  ),
)

/** Whether the word before a verb makes a noun of it. */
export function makesNoun(before: string, beforeThat: string): boolean {
  return NOUN_MAKERS.has(before) || NOUN_PAIRS.has(`${beforeThat} ${before}`)
}

const LINE_OPENINGS = new Set(
  [...CONCRETE.split('|'), ...SOFT.split('|'), ...MODIFIERS.split('|')].map((v) => v.trim()).filter((v) => v !== ''),
)

/** Whether a line begins with the verb of an order: such a line opens a paragraph of its own. */
export function opensPredicate(line: string): boolean {
  const words = lowerInPlace(line.slice(0, 60)).split(/[^\p{L}]+/u)
  return [1, 2, 3].some((n) => LINE_OPENINGS.has(words.slice(0, n).join(' ')))
}
