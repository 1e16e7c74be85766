/** What a sentence says for or against its being a task, whatever stands around it. */
export const SIGNS: readonly [string, RegExp][] = [
  [
    'liable',
    /chịu trách nhiệm(?! (?:tổ chức|theo dõi|xây dựng|triển khai|chủ trì|hướng dẫn|tham mưu|phối hợp|báo cáo|lập|kiểm tra|rà soát))/u,
  ],
  [
    'carry out this text',
    /(?:triển khai|thực hiện|thi hành)[^.;]{0,60}(?:(?:chỉ thị|kế hoạch|công điện|quyết định|nghị quyết|thông báo|kết luận|công văn|chương trình|quy chế|quy định)(?: số [^ ]+)? này|nhiệm vụ (?:được (?:giao|phân công)|theo phân công|của (?:cơ quan|đơn vị)))|căn cứ (?:nội dung |vào )?(?:chỉ thị|kế hoạch|công điện|quyết định|nghị quyết|thông báo|kết luận|công văn|chương trình) này[^.;]{0,60}(?:tổ chức |triển khai )thực hiện|(?:tổ chức|triển khai)(?: tổ chức)? thực hiện(?: nghiêm túc| nghiêm)?(?: (?:nội dung|nhiệm vụ|ý kiến chỉ đạo)[^.;,]{0,40})?$/u,
  ],
  [
    'reports a result',
    /(?:đã|được) (?:đạt|hoàn thành|triển khai|thực hiện|ban hành|có|chỉ đạo|tổ chức|phê duyệt|thông qua)|so với cùng kỳ|ước đạt/u,
  ],
  [
    'writes a text',
    /(?:xây dựng|ban hành|lập|hoàn thiện|soạn thảo|trình|sửa đổi|bổ sung|tham mưu)[^.;]{0,60}(?:kế hoạch|đề án|chương trình|phương án|nghị định|thông tư|nghị quyết|quyết định|quy định|quy chế|báo cáo|danh mục|dự thảo|hồ sơ|văn bản|đề cương|tờ trình|bộ tiêu chí|dự toán|quy trình|kịch bản|tiêu chuẩn|quy chuẩn|quy hoạch|chính sách|luật|chiến lược)/u,
  ],
  [
    'reports',
    /(?:báo cáo|gửi|trình) (?:kết quả|về|thủ tướng|chính phủ|ủy ban|ubnd|bộ|sở|cấp|quốc hội|ban|tình hình|chủ tịch|thường trực|cơ quan|lãnh đạo|bằng|đột xuất|định kỳ)/u,
  ],
  ['watches', /theo dõi|đôn đốc|giám sát|kiểm tra|thanh tra|nắm (?:chắc |tình )/u],
  ['labelled content', /^(?:nội dung|cơ quan thực hiện|cơ quan chủ trì|thời gian)[^:]{0,20}:/u],
  ['if any', /\(nếu có\)|khi có yêu cầu|nội dung khác|nhiệm vụ khác/u],
  ['is', / là (?:một|những|nhiệm vụ|cơ sở|điều kiện|yếu tố|nội dung|tiêu chí|năm|địa phương)/u],
  ['appeals', /kêu gọi|mong muốn|chung tay|đồng bào|mọi tầng lớp/u],
  [
    'list opening',
    /(?:một số|các)? ?(?:nhiệm vụ|nội dung|giải pháp|công việc|vấn đề|yêu cầu)[^.;]{0,40}(?:sau|sau đây|như sau)/u,
  ],
  ['not clause', /^(?:không|chưa)/u],
  ['goal', /phấn đấu|mục tiêu|quyết tâm/u],
  ['to be so that', /(?:bảo đảm|đảm bảo|nhằm|góp phần)/u],
]

/**
 * Set phrases of official style that order nothing, however they are worded: what was done in years gone by, legal effect, what is enacted herewith, where the
 * money comes from, notes for information.
 */
const ORDERS_NOTHING = [
  /có hiệu lực (?:thi hành )?(?:kể )?từ|chịu trách nhiệm thi hành/u,
  /thông báo (?:để|đến|tới).{0,200} biết(?:,| và|$)/u,
  /^(?:nay )?(?:ban hành|phê duyệt|công bố) (?:kèm )?theo .{0,60} này/u,
  /^(?:kinh phí|nguồn kinh phí|nguồn vốn|ngân sách|chi phí)[^;]{0,160} (?:được|do|từ|lấy)(?= )/u,
  /(?:những năm|thời gian|năm|tháng|nhiệm kỳ) (?:vừa )?qua,? [^;]{0,120} đã /u,
  /^(?:trong )?trường hợp cần thiết,? (?:có thể )?/u,
  /^(?:phê bình|ghi nhận|đánh giá cao|hoan nghênh|cảm ơn|chúc mừng|chia buồn|bày tỏ)(?= )/u,
  /^theo (?:báo cáo|số liệu|thống kê|dự báo|đánh giá|ông|bà|đại diện) (?!.*(?:yêu cầu|giao|đề nghị|phải|cần) )/u,
  /^(?:[^;:]{0,120}, [^;:,]{0,60})?(?:cơ bản )?(?:thống nhất|đồng ý|nhất trí|tán thành)(?: về)? (?:với|chủ trương|về|nội dung|theo|đề nghị|các)(?= )(?!.*(?:giao|yêu cầu|đề nghị|chủ trì|trước ngày|thực hiện) )/u,
  /^(?!.*(?:phấn đấu|kéo giảm|yêu cầu|giao|phải|cần) ).*(?:so với|so) (?:cùng kỳ|(?:tháng|quý|năm) trước)/u,
]
/** Those that oblige to nothing that could be followed up: what to do if difficulties arise, other duties. */
const ONLY_EXHORTS = [
  /^(?:(?:trong )?quá trình [^,;]{0,80},? ?)?(?:[^,;]{0,80} )?(?:nếu|khi|trường hợp) (?:có |gặp |phát sinh )+[^;]{0,60}(?:khó khăn|vướng mắc|vấn đề)/u,
  /(?:báo cáo|phản ánh)[^;]{0,200} (?:nếu|khi) (?:có |gặp |phát sinh )+(?:những )?(?:khó khăn|vướng mắc|vấn đề|phát sinh)/u,
  /^(?:nếu|trường hợp|những (?:việc|vấn đề)|vấn đề)? ?vượt (?:quá )?thẩm quyền/u,
  /^(?:triển khai |thực hiện )(?:các |những |một số )?(?:nhiệm vụ|nội dung|công việc) khác/u,
]

/** What a set phrase decides by itself; it is not weighed. */
export function verdictOf(words: string): 'nothing' | 'exhorts' | undefined {
  if (ORDERS_NOTHING.some((phrase) => phrase.test(words))) return 'nothing'
  return ONLY_EXHORTS.some((phrase) => phrase.test(words)) ? 'exhorts' : undefined
}
