import type { Quantity } from '#core/reading/quantity.ts'
import { bareSpan } from '#core/reading/sentences.ts'
import type { SourceText, Span } from '#core/reading/source-text.ts'

/** A clause about a number reaches no farther than this. */
const REACH = 600

/** The words that belong to one number, behind `from`: a target's quote. */
export function clauseAround(source: SourceText, whole: Span, q: Quantity, from: number): Span {
  const sentence = { start: Math.max(whole.start, q.start - REACH), end: Math.min(whole.end, q.end + REACH) }
  const low = source.low.slice(sentence.start, sentence.end)
  const at = q.start - sentence.start
  let start = Math.max(0, from - sentence.start)
  let depth = 0
  for (let i = at - 1; i >= start; i--) {
    const c = low.charAt(i)
    if (c === ')') depth++
    else if (c === '(') {
      if (depth === 0) {
        if (/^\(\s*(?:phấn đấu|đạt|mục tiêu)/u.test(low.slice(i))) start = i + 1
      } else depth--
    } else if (depth > 0) continue
    else if (c === ';' || (c === ':' && at - i > 8)) {
      start = i + 1
      break
    } else if (
      c === ',' &&
      /^, *(?:trong đó,? )?(?:phấn đấu|quyết tâm|bảo đảm|đảm bảo|kéo giảm|giảm|tăng |tỷ lệ|tỉ lệ|mục tiêu|mỗi|góp phần|hoàn thành|đạt |thực hiện|quy mô|tốc độ|tổng |số |thu |phát triển)/u.test(
        low.slice(i, i + 30),
      )
    ) {
      start = i + 1
      break
    } else if (c === ',' && !/\d/u.test(low.charAt(i + 1)) && at - i > 160) {
      start = i + 1
      break
    }
  }
  const cue = Math.max(
    low.lastIndexOf('phấn đấu', at),
    low.lastIndexOf('quyết tâm', at),
    low.lastIndexOf('kéo giảm', at),
  )
  if (cue > start) start = cue
  const aim = low.lastIndexOf('mục tiêu', at)
  if (aim - start > 80) start = aim
  const link = low.slice(start, at).search(/ và (?=mục tiêu|tới|đến năm|phấn đấu)/u)
  if (link > 0) start += link + 4
  const bare =
    /^[ ]*(?:(?:phấn đấu|quyết tâm|bảo đảm|đảm bảo|có|đạt|đến hết năm \d{4}|đến năm \d{4}|năm \d{4}|ít nhất|tối thiểu|trên|≥|[ :,])+)?$/u.test(
      low.slice(start, at),
    )
  let end = q.end - sentence.start
  depth = 0
  for (; end < low.length; end++) {
    const c = low.charAt(end)
    if (c === '(') depth++
    if (c === ')') {
      if (depth === 0) break
      depth--
    }
    if (depth === 0 && (c === ';' || (c === ',' && !/\d/u.test(low.charAt(end + 1))))) {
      if (
        c === ',' &&
        bare &&
        !/^, *(?:\d|ít nhất|tối thiểu|trên|dưới|phấn đấu|tỷ lệ|tỉ lệ|trong đó|bảo đảm|đảm bảo|mỗi)/u.test(
          low.slice(end, end + 24),
        )
      )
        continue
      if (c === ',' && /^, *hoàn thành (?:trong|trước)/u.test(low.slice(end, end + 24))) continue
      break
    }
    if (
      depth === 0 &&
      low.startsWith(' và ', end) &&
      /^ và (?:tới|đến năm|phấn đấu|mục tiêu|góp phần|(?:\p{L}+ ){0,4}\d)/u.test(low.slice(end, end + 40))
    )
      break
  }
  return bareSpan(source, { start: sentence.start + start, end: sentence.start + end })
}
