import type { SourceText, Span } from '#core/reading/source-text.ts'

/** Verbs that bring something into being, and the kinds of things that an office can be shown. */
const MAKING =
  /(?:xây dựng|ban hành|lập|hoàn thiện|soạn thảo|biên soạn|trình|sửa đổi|bổ sung|tham mưu|thành lập|kiện toàn|công bố|cung cấp|gửi|tổng hợp|phê duyệt|đề xuất|chuẩn bị|tổ chức|hoàn thành|triển khai|hình thành|có|phát hành|khởi công|công khai)/u
const THINGS =
  /(?:(?:các|những|một số|\d{1,3}) )?(?:(?:dự thảo|hồ sơ|bộ|quyết định|đề cương|bản) )?(?:kế hoạch|đề án|dự án|chương trình|phương án|nghị định|thông tư|nghị quyết|quyết định|quy định|quy chế|báo cáo|danh mục|danh sách|dự thảo|hồ sơ|văn bản|đề cương|tờ trình|tiêu chí|dự toán|quy trình|kịch bản|tiêu chuẩn|quy chuẩn|quy hoạch|chính sách|luật|pháp lệnh|hội nghị|hội thảo|tọa đàm|lễ|chiến dịch|ban chỉ đạo|tổ công tác|quỹ|cơ sở dữ liệu|nền tảng|hệ thống|cổng|phần mềm|ứng dụng|tài liệu|sổ tay|cẩm nang|giáo trình|đề tài|trung tâm|hướng dẫn|giải pháp|cơ chế|công văn|đoàn kiểm tra|kết quả rà soát|bản đồ|mô hình|chỉ thị|công điện|chuyên đề|phong trào|kết luận|hợp đồng|biên bản|tổng kết|sơ kết)(?!\p{L})/u
const AFTER_MAKING = new RegExp(`${MAKING.source}(?:[^.;]{0,70}?[ ,])(${THINGS.source})`, 'u')

/** What has to exist afterwards, in the words of the text: from the thing's name to the next break. */
export function findDeliverable(source: SourceText, action: Span): Span | undefined {
  const low = source.low.slice(action.start, Math.min(action.end, action.start + 600))
  const m = AFTER_MAKING.exec(low)
  if (!m?.[1]) return undefined
  const at = m.index + m[0].length - m[1].length
  const rest = low.slice(at + m[1].length)
  const stop = rest.search(
    /[,;.(:]| (?:để|nhằm|trước|trong|theo|tại|đến|gửi|báo cáo|trình|bảo đảm|đảm bảo|phù hợp|và|hoàn thành|khi|sau|cho|từ|đối với|được|do|làm|có) /u,
  )
  const end = action.start + at + m[1].length + (stop < 0 ? Math.min(rest.length, 120) : Math.min(stop, 120))
  return { start: action.start + at, end }
}
