import type { Quantity } from '#core/reading/quantity.ts'
import type { TargetDirection } from '#core/reading/reading.ts'
import { bareSpan } from '#core/reading/sentences.ts'
import { type SourceText, type Span, trimSpan } from '#core/reading/source-text.ts'

/** Whether the number is a change or a level, as the words before it say. */
export function directionOf(before: string, whole: string): TargetDirection {
  if (/duy trì|giữ (?:ổn định|vững|mức)|ổn định (?:ở )?mức/u.test(whole)) return 'maintain'
  if (/xuống (?:còn|dưới|mức)|tăng lên|nâng lên|lên mức/u.test(whole)) return 'reach'
  const near = before.slice(-46)
  if (
    /(?<!tốc độ )tăng(?! trưởng)(?: thêm)?(?: bình quân| trung bình)?(?: hằng năm| hàng năm| mỗi năm)?(?: ít nhất| tối thiểu| khoảng| trên| từ| thêm)* ?$/u.test(
      near,
    )
  )
    return 'increase'
  if (
    /^(?:(?:phấn đấu|quyết tâm|mục tiêu|làm|tiếp tục) *)*(?:kéo |cắt )?giảm(?! nghèo)|kéo giảm|tiết kiệm|cắt giảm/u.test(
      before,
    ) ||
    /giảm(?: ít nhất| tối thiểu| khoảng| trên| từ| bình quân| hằng năm| hàng năm)* ?$/u.test(near)
  )
    return 'decrease'
  if (/^(?:tăng(?! trưởng)|bổ sung)/u.test(before.trim())) return 'increase'
  return 'reach'
}

/** A verb that says nothing of what is counted: "cấp 100% thẻ căn cước". */
const VERB_ALONE =
  /^(?:tập trung |tiếp tục |chủ động )?(?:cấp|kích hoạt|làm sạch|rà soát|xử lý|giải quyết|số hóa|kết nối|tiêm|phủ sóng|lắp đặt|hoàn thành|thu hồi|khắc phục|tiết kiệm|cắt giảm|vận động|bắt|bắt, vận động đầu thú|triển khai|thực hiện|bảo đảm|đảm bảo|xây dựng|xây dựng, nhân rộng|thành lập|kết nạp|tổ chức|(?:tổ chức )?chuyển hóa(?: thành công)?)(?: (?:cho|tại|ở|với|được))?$/u

/** What is measured: the words before the number, or, where a verb alone stands there, those behind it. */
export function indicatorOf(source: SourceText, clause: Span, q: Quantity): Span | null {
  const before = source.low.slice(clause.start, Math.max(clause.start, q.start))
  const lead =
    /^(?:(?:mỗi năm|hằng năm|hàng năm|phấn đấu|quyết tâm|bảo đảm|đảm bảo|đạt được|hoàn thành(?: cao nhất)?|góp phần đạt|góp phần|mục tiêu|chỉ tiêu|(?:đến|tới|trong) (?:hết |cuối )?năm \d{4} ?[:,]?|(?:đến|trước|chậm nhất) (?:hết )?(?:ngày )?\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})? ?[:,]?|trong (?:tháng|quý) [\divx]+(?:\/\d{4})? ?[:,]?|năm \d{4},?|kéo giảm|giảm|tăng(?! trưởng| thu)|năm nay|đến hết|tới \d{4}|là|phải|có|đạt|thực hiện|tập trung|thúc đẩy|với|vượt|và|đón|phục vụ|trong đó,?)(?!\p{L}) *)+/u.exec(
      before,
    )?.[0].length ?? 0
  const tail =
    /(?: +(?:đạt|tăng|giảm|là|ở mức|từ|trên|dưới|khoảng|ít nhất|tối thiểu|bình quân|hằng năm|hàng năm|của|có|còn|xuống|lên|và|vượt|thêm|duy trì|ổn định|giữ|giữ vững|tăng thêm|tại|ở|chính phủ giao|năm \d{4}|cả nước|vượt mục tiêu|:))+ *$/u.exec(
      before,
    )
  const head = trimSpan(source, clause.start + lead, clause.start + (tail?.index ?? before.length))
  const after = source.low.slice(q.end, clause.end)
  const verbal = VERB_ALONE.test(source.low.slice(head.start, head.end)) && /\p{L}{2}.*\p{L}/u.test(after)
  if (head.end - head.start > 3 && !verbal) return bareSpan(source, head)
  const stop = after.search(/ so với| trong năm| năm \d{4}|, hoàn thành| trở lên|$/u)
  // "35 hộ nghèo": what is counted is part of what is measured.
  const from = q.counted && q.unit !== '' ? q.end - q.unit.length : q.end
  const behind = trimSpan(source, from, q.end + Math.max(0, stop))
  return behind.end - behind.start > 2 ? behind : null
}
