import { isCapitals } from '#core/reading/paragraphs.ts'
import type { Metadata, SigningAuthority } from '#core/reading/reading.ts'
import { type SourceText, type Span, trimSpan, wording } from '#core/reading/source-text.ts'

/** "TM." for a body, "KT." for the head, "TL." by order, "TUQ." by authorisation, "Q." acting; the Party writes "T/M". */
const AUTHORITY = /^(?:(TM|KT|TL|TUQ|Q)\.|(T\/M|K\/T|T\/L)\.?) ?/u
const OFFICES =
  /CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|CHỦ NHIỆM|BÍ THƯ|VĂN PHÒNG|TRƯỞNG|CHÁNH|THỐNG ĐỐC|TỔNG|ỦY VIÊN|HIỆU TRƯỞNG|TƯ LỆNH/u
/** Police and army put the rank before the name (Decree 30/2020/NĐ-CP, Appendix I). */
const RANK = /^(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|[úu]y)|Đại úy) /u
const NAME = /^(?:\p{Lu}\p{Ll}+ ){1,4}\p{Lu}\p{Ll}+$/u
const SIGNED = /^\(? ?(?:đã ký|ký tên|ký, ghi rõ họ tên|chữ ký)[^)]*\)?$/u

/** The block at the foot: authority ("KT. BỘ TRƯỞNG"), position in capitals, then the name in title case. */
export function findSigner(source: SourceText): Metadata['signer'] {
  const lines = listShortLines(source)
  for (let i = lines.length - 1; i > 0; i--) {
    const line = lines[i]
    if (!line) continue
    const written = wording(source, line)
    const rank = RANK.exec(written)?.[0].trim() ?? null
    const name = written.replace(RANK, '')
    if (!NAME.test(name)) continue
    const titles: Span[] = []
    for (const above of lines.slice(Math.max(0, i - 6), i).toReversed()) {
      const words = wording(source, above)
      if (titles.length === 0 && SIGNED.test(words.toLowerCase())) continue
      if (titles.length > 4 || !isCapitals(words) || words.includes(':')) break
      titles.unshift(above)
    }
    const top = titles[0]
    const words = titles.map((t) => wording(source, t).replace(/,$/u, ''))
    if (!top || !OFFICES.test(words.join(' '))) continue
    const marks = words.flatMap((w) => authorityOf(w) ?? [])
    const last = words.findLastIndex((w) => authorityOf(w) !== undefined)
    const own = words.slice(last + 1).join(' ')
    return {
      name,
      position: (own === '' ? words.slice(last) : words.slice(last + 1))
        .join(' ')
        .replace(AUTHORITY, '')
        .replace(/^CHỦ NHIỆM (?=PHÓ)/u, ''),
      authority: last < 0 ? null : words.slice(0, endOfFirst(words, last)).join(' '),
      authorities: marks,
      rank,
      span: { start: top.start, end: line.end },
    }
  }
  return null
}

/** "TM. ỦY BAN" – "NHÂN DÂN" – "KT. CHỦ TỊCH": the first authority goes on to the next one. */
function endOfFirst(words: readonly string[], last: number): number {
  if (last === 0) return 1
  const next = words.findIndex((w, i) => i > 0 && authorityOf(w) !== undefined)
  return next < 0 ? 1 : next
}

function authorityOf(title: string): SigningAuthority | undefined {
  const m = AUTHORITY.exec(title)
  return m ? ((m[1] ?? m[2] ?? '').replace('/', '') as SigningAuthority) : undefined
}

function listShortLines(source: SourceText): Span[] {
  const lines: Span[] = []
  let at = 0
  while (at < source.text.length) {
    let stop = source.text.indexOf('\n', at)
    if (stop < 0) stop = source.text.length
    const line = trimSpan(source, at, stop)
    if (line.end > line.start && line.end - line.start < 80) lines.push(line)
    at = stop + 1
  }
  return lines
}
