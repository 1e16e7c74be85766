import { typeAt } from '#core/reading/document-types.ts'
import { isCapitals } from '#core/reading/paragraphs.ts'
import { type SourceText, type Span, trimSpan, wording } from '#core/reading/source-text.ts'

/** The lines of the head end at the latest here. */
const MOST_LINES = 16
/** What stands to the right of the issuer, or above it in documents of the Party. */
const RIGHT_HALF =
  /CỘNG +H(?:ÒA|OÀ)|(?:XÃ +)?(?:HỘI +)?CHỦ +NGHĨA|Độc lập|ĐẢNG +CỘNG +SẢN +VIỆT +NAM|Số ?:|\p{Lu}\p{Ll}[\p{L} ]*, *ngày /u
const BODY =
  /^(?:ủy ban|bộ|sở|thủ tướng|chính phủ|văn phòng|quốc hội|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng|ban|cục|tổng cục|công an|hội đồng|viện|tòa|ngân hàng|thanh tra|kiểm toán|chi cục|trường|học viện|mặt trận|liên đoàn|tổng liên đoàn|hội|đoàn|tổng công ty|tập đoàn|chi bộ|quân khu|bộ đội|trung tâm|kho bạc|bảo hiểm|phòng|vụ|thường trực)(?: |$)/u
const MARKS = /^(?:hỏa tốc|thượng khẩn|khẩn|mật|tối mật|tuyệt mật|dự thảo|sao y|sao lục|kính gửi)/u
/** A line with which the name of the line above goes on. */
const GOES_ON =
  /^(?:(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu)(?! ủy)|và|của|về|khóa|nhiệm kỳ|trung ương|việt nam|toàn quốc)(?: |$)/u
const OPEN_END = /(?:^| )(?:và|của|về|thủ tướng|ủy ban|[,-])$/u

/**
 * The body that issues: the last one named in capitals above the number; the one above it is the body to which it belongs. Names
 * may take several lines, and "ĐẢNG CỘNG SẢN VIỆT NAM" above a body of the Party is the motto and not the body.
 */
export function findIssuer(source: SourceText): { value: string; span: Span } | null {
  let found: { span: Span; lines: string[] } | undefined
  let open = false
  let unfinished = false
  let at = 0
  for (let n = 0; n < MOST_LINES && at < Math.min(source.text.length, 1500); n++) {
    let stop = source.text.indexOf('\n', at)
    if (stop < 0) stop = source.text.length
    const line = trimSpan(source, at, stop)
    at = stop + 1
    if (line.end === line.start || /^[-–_=. ]*$/u.test(source.flat.slice(line.start, line.end))) continue
    if (/^số ?:? ?(?:\d|\/|\.)/u.test(source.low.slice(line.start, line.start + 12))) break
    const flat = source.flat.slice(line.start, line.end)
    const left = flat.split(RIGHT_HALF)[0] ?? ''
    const span = trimSpan(source, line.start, line.start + left.length)
    const low = source.low.slice(span.start, span.end)
    if (typeAt(low) !== undefined) {
      if (isCapitals(left)) break
      continue
    }
    if (left.trim() === '') continue
    if (!isCapitals(left) || MARKS.test(low)) {
      open = false
      continue
    }
    if (found && (GOES_ON.test(low) || (open && !BODY.test(low)) || unfinished)) {
      // What names no body by itself is the rest of the name above: "VĂN PHÒNG CHÍNH" – "PHỦ".
      found = { span: { start: found.span.start, end: span.end }, lines: [...found.lines, wording(source, span)] }
    } else if (BODY.test(low)) found = { span, lines: [wording(source, span)] }
    else {
      open = false
      continue
    }
    open = true
    unfinished = OPEN_END.test(low)
  }
  return found ? { value: found.lines.join(' '), span: found.span } : null
}
