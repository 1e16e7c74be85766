/** Why a unit returns what it was given. */
export const RETURNED: readonly string[] = [
  'Nội dung thuộc nhiệm vụ của đơn vị khác, đề nghị xem lại đơn vị chủ trì.',
  'Đơn vị không quản lý số liệu này; đề nghị giao đơn vị đang chủ trì hệ thống.',
  'Nội dung trùng với nhiệm vụ đơn vị đang thực hiện theo kế hoạch đã được phê duyệt.',
  'Thời hạn được giao trước thời điểm có số liệu chính thức; đề nghị điều chỉnh thời hạn hoặc đơn vị chủ trì.',
  'Trên địa bàn không có đối tượng thuộc phạm vi của nhiệm vụ.',
  'Việc cần hai đơn vị cùng chịu trách nhiệm; đề nghị tách nội dung và ghi rõ phần của từng đơn vị.',
  'Sản phẩm yêu cầu vượt thẩm quyền ban hành của đơn vị; đề nghị Văn phòng tham mưu cấp có thẩm quyền.',
]

/** What the office answers when it gives it again. */
export const UPHELD: readonly string[] = [
  'Sau khi xem xét, giữ nguyên đơn vị chủ trì; Văn phòng sẽ làm việc với các đơn vị phối hợp để cung cấp số liệu.',
  'Lãnh đạo đã cho ý kiến: đơn vị tiếp tục chủ trì, nội dung ngoài thẩm quyền thì đề xuất để xử lý.',
  'Đã làm rõ phạm vi nhiệm vụ; phần trùng với kế hoạch đã phê duyệt được tính vào kết quả chung.',
]
export const MOVED: readonly string[] = [
  'Chuyển đơn vị chủ trì theo chức năng, nhiệm vụ được giao.',
  'Theo ý kiến của Lãnh đạo Bộ tại cuộc họp giao ban, giao đơn vị quản lý số liệu chủ trì.',
]

/** Why the office sends a report back. */
export const SENT_BACK: readonly string[] = [
  'Báo cáo chưa nêu số liệu theo từng đơn vị cấp xã, đề nghị bổ sung.',
  'Bằng chứng kèm theo không mở được hoặc thiếu chữ ký; đề nghị gửi lại.',
  'Số liệu tại bảng tổng hợp lệch với nội dung báo cáo, đề nghị rà soát và thống nhất.',
  'Chưa có sản phẩm theo yêu cầu; báo cáo mới nêu việc đang làm.',
  'Thiếu biên bản kiểm tra thực tế và ảnh chụp theo yêu cầu tại văn bản giao việc.',
  'Báo cáo chưa làm rõ nguyên nhân các nội dung chậm và thời hạn khắc phục.',
  'Đề nghị nêu rõ số đã phúc tra và số tự báo cáo.',
]

/** Why a due date is moved. */
export const MOVED_DUE: readonly string[] = [
  'Điều chỉnh thời hạn theo ý kiến của Lãnh đạo tại cuộc họp giao ban, do số liệu của cơ quan phối hợp gửi chậm.',
  'Lùi thời hạn để thống nhất với thời điểm chốt số liệu của quý.',
  'Địa bàn bị ảnh hưởng bởi mưa lũ, điều chỉnh thời hạn để bảo đảm khả thi.',
  'Điều chỉnh theo tiến độ của văn bản hướng dẫn mới được ban hành.',
  'Rút ngắn thời hạn để kịp phục vụ hội nghị sơ kết.',
]

export const WITHDRAWN: readonly string[] = [
  'Nhiệm vụ không còn phù hợp sau khi có chỉ đạo mới của Lãnh đạo.',
  'Nội dung đã được giải quyết tại cuộc họp liên ngành, không cần thực hiện tiếp.',
  'Giao nhầm đơn vị khi phân rã nhiệm vụ; thu hồi để giao lại.',
  'Đơn vị đã hoàn thành nội dung tương tự trước khi được giao.',
]
export const SUPERSEDED: readonly string[] = [
  'Nội dung được thay thế bằng nhiệm vụ mới có phạm vi và thời hạn rõ hơn.',
  'Văn bản mới giao lại nhiệm vụ này, thời hạn và sản phẩm theo văn bản mới.',
]
export const MERGED: readonly string[] = [
  'Gộp vào nhiệm vụ cùng nội dung của đơn vị để báo cáo một lần.',
  'Hai nhiệm vụ dùng chung một bộ số liệu, gộp để giảm số báo cáo.',
]
