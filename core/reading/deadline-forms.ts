import { DAY, HALF, MONTH, QUARTER, YEAR } from '#core/reading/dates-written.ts'
import type { DeadlineKind } from '#core/reading/reading.ts'

/** A form of words that says when. */
export interface Form {
  form: string
  kind: DeadlineKind
  weight: number
  at: RegExp
  /** The form cannot occur without one of these; looking for them first saves most of the time. */
  needs: readonly string[]
}

const PERIOD = `(?:${HALF}|${MONTH}|${QUARTER}|${YEAR})`
const BEFORE = '(?:xong trước|trước|chậm nhất|muộn nhất|không muộn hơn|không quá|hạn cuối|thời hạn|hạn chót)'
const HOUR = String.raw`(?:\d{1,2} ?(?:giờ|h|g) ?(?:\d{1,2})?(?: ?(?:phút|[’'′]))?,? *(?:sáng|chiều)?,? *)`
const EVERY =
  '(?:(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|quí|năm|ngày|kỳ)|của (?:tháng|quý|năm) (?:báo cáo|sau|trước|tiếp theo|kế tiếp)|năm báo cáo|tháng báo cáo)'
const RHYTHM =
  '(?:(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|quí|năm|ngày|kỳ)|của (?:tháng|quý|năm) (?:báo cáo|sau|trước|tiếp theo|kế tiếp))'
const LEFT = String.raw`(?<![\p{L}\d/.,-])`

function form(name: string, kind: DeadlineKind, weight: number, source: string, needs: string): Form {
  return {
    form: name,
    kind,
    weight,
    at: new RegExp(`${LEFT}(?:${source})(?![\\p{L}\\d])`, 'gu'),
    needs: needs.split('|'),
  }
}

/** In the order in which they claim their words: a later form never takes words of an earlier one. */
export const DATED: readonly Form[] = [
  form(
    'a day of every period',
    'recurring',
    95,
    String.raw`(?:định kỳ,? )?${BEFORE}[^.;:,]{0,30}?\d{1,2}(?:/\d{1,2})?(?: (?:và|hoặc|,) ?\d{1,2}(?:/\d{1,2})?){0,3}(?: tháng \d{1,2})?[^.;:,\d]{0,24}?${EVERY}`,
    'hằng |hàng |mỗi |của tháng|của quý|của năm|báo cáo',
  ),
  form('an hour of every day', 'recurring', 95, `(?:trước|vào|lúc) ${HOUR}[^.;:]{0,20}?${EVERY}`, 'hằng |hàng |mỗi '),
  form(
    'this year and the years after',
    'recurring',
    94,
    `(?:từ )?${PERIOD},? và (?:các|những) năm (?:tiếp theo|sau|tiếp sau)`,
    'và các năm|và những năm',
  ),
  form(
    'from day to day',
    'in-period',
    90,
    `(?:(?:(?<!(?:chưa|đã) )hoàn thành )?trong (?:khoảng )?thời gian )?từ (?:hết )?${DAY} (?:đến|tới) (?:hết )?${DAY}`,
    'từ ',
  ),
  form(
    'from now to',
    'in-period',
    88,
    `từ (?:nay|bây giờ|hiện nay) (?:đến|tới) (?:hết |cuối )?(?:${DAY}|${PERIOD}|năm)`,
    'từ nay|bây giờ|hiện nay',
  ),
  form('before an hour of a day', 'by', 93, `${BEFORE}(?: là| vào| lúc)? ${HOUR}${DAY}`, 'giờ|h|g'),
  form(
    'before a day',
    'by',
    92,
    `${BEFORE}(?: là| vào| trước| trong| đến| hết| nhất){0,2} ${DAY}`,
    'trước|nhất|không quá|muộn|hạn',
  ),
  form(
    'before a period',
    'by',
    84,
    `${BEFORE}(?: là| vào| trước| trong| đến| hết| cuối| đầu){0,2} ${PERIOD}`,
    'trước|nhất|không quá|muộn|hạn',
  ),
  form('to a day', 'by', 86, `(?:đến|tới|hết|đến hết|vào) ${DAY}`, 'đến|tới|hết|vào'),
  form('the end of a month', 'by', 80, `(?:vào )?cuối (?:${MONTH}|${QUARTER})`, 'cuối '),
  form(
    'the beginning or the middle of a month',
    'by',
    80,
    `(?:vào )?(?:đầu|giữa|trung tuần|thượng tuần|hạ tuần|tuần (?:đầu|cuối|thứ \\S+)) (?:${MONTH}|${QUARTER})`,
    'đầu |giữa |tuần ',
  ),
  form('from a day', 'in-period', 70, `(?:kể )?từ ${DAY}`, 'từ '),
  form(
    'within a period',
    'in-period',
    82,
    `(?:ngay )?(?:trong|ngay|nội trong|(?<!(?:chưa|đã) )hoàn thành(?: trong| vào)?|xong(?: trong)?|vào) ${PERIOD}(?:,? ${PERIOD})?`,
    'trong|ngay|xong|vào|hoàn thành',
  ),
  form(
    'within a day',
    'by',
    85,
    `(?:ngay |nội )?(?:trong|(?<!(?:chưa|đã) )hoàn thành(?: trong| vào)?|xong(?: trong)?)(?: (?:sáng|chiều|tối|đêm))? ${DAY}`,
    'trong|xong|hoàn thành',
  ),
  form(
    'to the end of a period',
    'in-period',
    81,
    `(?:đến|tới|hết|đến hết|đến cuối|cuối) ${PERIOD}`,
    'đến|tới|hết|cuối',
  ),
  form(
    'within a span of time',
    'in-period',
    60,
    String.raw`trong (?:(?:thời gian|thời hạn|vòng|vòng thời gian)(?: tối đa)? \d{1,3}(?:-\d{1,3})? (?:ngày|tháng|giờ|tuần|năm)|\d{1,2} (?:ngày|giờ)(?= làm việc| kể từ| tính từ|[.;,]|$))(?: làm việc)?(?:,? (?:kể từ|tính từ|từ) (?:ngày|khi) [^.;:,]{4,90})?`,
    'trong ',
  ),
  form(
    'at most a span of time',
    'by',
    60,
    String.raw`(?:chậm nhất|muộn nhất|không quá|tối đa)(?: là| trong| sau){0,2} \d{1,2} (?:ngày|giờ|tuần)(?: làm việc)?,? (?:kể từ|tính từ|sau) [^.;:,]{4,90}`,
    'nhất|không quá|tối đa',
  ),
  form('a period in front', 'in-period', 79, `${PERIOD}(?=[,:])`, 'tháng|quý|quí|năm'),
]
export const OTHER: readonly Form[] = [
  form(
    'at a session',
    'by',
    78,
    String.raw`(?:tại|trước) (?:kỳ họp|phiên họp|hội nghị trung ương)(?: (?:bất thường|chuyên đề|thường lệ))? ?(?:lần )?(?:thứ |giữa năm|cuối năm|gần nhất|tới|tiếp theo)[^.;:,()]{0,60}(?:\([^)]{0,30}\))?`,
    'họp|hội nghị',
  ),
  form('at once after an event', 'by', 75, 'ngay (?:sau khi|khi) [^.;:,]{6,140}(?=$|[.;:,])', 'ngay '),
  form('after an event', 'by', 72, '(?:ngay )?sau khi [^.;:,]{16,140}(?=$|[.;:,])', 'sau khi'),
  form(
    'before an event',
    'by',
    55,
    'trước khi (?:thực hiện|sáp nhập|hợp nhất|kết thúc|bắt đầu|diễn ra)[^.;:,]{4,80}(?=$|[.;:,])',
    'trước khi',
  ),
  form('this period', 'in-period', 62, '(?:ngay )?trong (?:tuần|tháng|quý|năm) (?:này|nay)', ' này| nay'),
  form(
    'before a feast',
    'by',
    54,
    'trước (?:dịp )?(?:tết|mùa mưa|mùa bão|năm học|khai giảng|đại hội)[^.;:,]{0,60}',
    'trước ',
  ),
  form('before, during and after', 'in-period', 45, 'trước, trong và sau [^.;:]{4,100}', 'trước, trong'),
  form('after a meeting', 'by', 54, 'sau (?:hội nghị|đại hội|kỳ họp) (?:lần )?(?:thứ )[^.;:,]{1,80}', 'sau '),
  form(
    'when a text is issued',
    'by',
    53,
    'khi [^.;:]{10,120} (?:ban hành|có hiệu lực|được thông qua|được phê duyệt|kết thúc hoạt động)[^.;:]{0,60}',
    'khi ',
  ),
  form(
    'a rhythm',
    'recurring',
    58,
    `(?:định kỳ,? )?${RHYTHM}(?:,? (?:quý|năm|6 tháng|06 tháng|${RHYTHM}))*`,
    'hằng |hàng |mỗi |của |báo cáo',
  ),
  form(
    'periodically',
    'recurring',
    50,
    String.raw`định kỳ(?: (?:(?:\d{1,2}|một|hai|ba|sáu) )?(?:tháng|quý|năm|tuần)(?: ?(?:/|một) ?lần)?)?`,
    'định kỳ',
  ),
  form(
    'constantly',
    'recurring',
    48,
    '(?:thực hiện )?(?<!(?:chi|giáo dục|nghề|đầu tư|hoạt động) )thường xuyên(?:, liên tục)?',
    'thường xuyên',
  ),
  form('as soon as possible', 'immediate', 40, '(?:trong )?thời gian sớm nhất|sớm nhất có thể', 'sớm nhất'),
  form('urgently', 'immediate', 38, 'khẩn trương', 'khẩn trương'),
  form(
    'at once',
    'immediate',
    36,
    String.raw`(?<!(?:đặc biệt là|nhất là) )ngay(?! (?:từ|cả|tại|sau|trong|khi|trên|thẳng|trước|ở))(?! \p{L}+ ?, không)`,
    'ngay',
  ),
]
export const BARE_YEAR = form(
  'a bare year of work',
  'in-period',
  29,
  `(?<!(?:tháng \\d{1,2},?|luật|dự toán|nghị quyết|chỉ thị|đán|kỳ|so với|tổng kết|cuối|đầu|của) )${YEAR}`,
  'năm ',
)
