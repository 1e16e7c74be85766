import type { PlainDate } from '#core/kernel/plain-date.ts'
import { makeDate } from '#core/reading/dates-written.ts'
import { type Paragraph, isCapitals } from '#core/reading/paragraphs.ts'
import type { Metadata } from '#core/reading/reading.ts'
import { type SourceText, type Span, trimSpan, wording } from '#core/reading/source-text.ts'

/** Types of documents (Decree 30/2020/NĐ-CP, Appendix III) and those of the Party, with the abbreviation of their symbol. */
const TYPES: Readonly<Record<string, string>> = {
  'nghị quyết': 'NQ',
  'quyết định': 'QĐ',
  'chỉ thị': 'CT',
  'quy chế': 'QC',
  'quy định': 'QyĐ',
  'thông cáo': 'TC',
  'thông báo': 'TB',
  'hướng dẫn': 'HD',
  'chương trình': 'CTr',
  'kế hoạch': 'KH',
  'phương án': 'PA',
  'đề án': 'ĐA',
  'dự án': 'DA',
  'báo cáo': 'BC',
  'biên bản': 'BB',
  'tờ trình': 'TTr',
  'hợp đồng': 'HĐ',
  'công điện': 'CĐ',
  'bản ghi nhớ': 'BGN',
  'bản thỏa thuận': 'BTT',
  'giấy mời': 'GM',
  'kết luận': 'KL',
  'công văn': '',
  'nghị định': 'NĐ',
  'thông tư': 'TT',
  'phụ lục': '',
}
const SYMBOL = /(\d{1,5}(?:\/\d{4})?)\s?([/-])\s?((?:\p{Lu}[\p{L}\d]*)(?:[-/&](?:\p{Lu}|\d)[\p{L}\d]*)*)/u
/** How far into a document its head may reach. */
const HEAD = 4000
const AUTHORITY = /^(TM|KT|TL|TUQ|Q|T\/M|K\/T)\. ?/u

type Found<T> = { value: T; span: Span } | null

export function readMetadata(source: SourceText, paragraphs: readonly Paragraph[]): Metadata {
  const head = source.flat.slice(0, HEAD)
  const type = findType(source, paragraphs)
  const symbol = findSymbol(source, head)
  const dated = findPlaceAndDate(source, head)
  const number = symbol && /^\d+/u.exec(symbol.value)
  const notation = symbol?.value.slice((number?.[0] ?? '').length).replace(/^[/-]/u, '') ?? null
  return {
    symbol,
    number:
      symbol && number
        ? { value: number[0], span: { start: symbol.span.start, end: symbol.span.start + number[0].length } }
        : null,
    notation:
      symbol && notation
        ? { value: notation, span: { start: symbol.span.end - notation.length, end: symbol.span.end } }
        : null,
    type: type?.found ?? typeFromSymbol(symbol),
    issuer: findIssuer(source, paragraphs),
    place: dated.place,
    issuedOn: dated.date,
    subject: findSubject(source, paragraphs, type?.paragraph),
    signer: findSigner(source),
    urgency: findUrgency(source, head),
  }
}

function findSymbol(source: SourceText, head: string): Found<string> {
  const line = /(?:^|\n)[*\s]*Số *:?\s{0,3}(?=\d)/u.exec(source.text.slice(0, head.length))
  const at = line ? line.index + line[0].length : -1
  const own = at >= 0 ? SYMBOL.exec(head.slice(at, at + 60)) : null
  if (own && own.index <= 2)
    return { value: own[0].replace(/\s/gu, ''), span: { start: at + own.index, end: at + own.index + own[0].length } }
  const named =
    /(?:chỉ thị|công điện|thông báo|nghị quyết|quyết định|kế hoạch|công văn|kết luận)(?: số)? +(?=\d{1,5}[/-])/iu.exec(
      source.low.slice(0, 600),
    )
  if (!named || !/(?:vừa ký|đã ký|đã có|vừa có|vừa ban hành|\(theo) *$/u.test(source.low.slice(0, named.index)))
    return null
  const from = named.index + named[0].length
  const m = SYMBOL.exec(source.flat.slice(from, from + 60))
  return m && m.index === 0 ? { value: m[0].replace(/\s/gu, ''), span: { start: from, end: from + m[0].length } } : null
}

function findPlaceAndDate(source: SourceText, head: string): { place: Found<string>; date: Found<PlainDate> } {
  const m =
    /(?:^|\n)[*\s]*(\p{Lu}\p{L}+(?:[ \n]+\p{L}+){0,4}),\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/u.exec(
      source.text.slice(0, head.length),
    )
  const headed = m && makeDate(Number(m[4]), Number(m[3]), Number(m[2]))
  if (m?.[1] && headed) {
    const at = m.index + m[0].indexOf(m[1])
    const place = { start: at, end: at + m[1].length }
    return {
      place: { value: wording(source, place), span: place },
      date: {
        value: headed,
        span: { start: m.index + m[0].indexOf('ngày', at - m.index), end: m.index + m[0].length },
      },
    }
  }
  const passed = /(?:thông qua|ký|ban hành) ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})/u.exec(source.low.slice(-1500))
  const opening =
    /^.{0,200}?ngày (\d{1,2})[/.-](\d{1,2})[/.-](\d{4}),? .{0,60}?(?:đã có|đã ban hành|vừa ký|đã ký) (?:chỉ thị|công điện|nghị quyết|quyết định|thông báo|công văn|kết luận)/u.exec(
      source.low.slice(0, 300),
    ) ??
    /(?:công điện|chỉ thị|kết luận|thông báo|nghị quyết|quyết định|công văn)[^.]{0,40} ngày (\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/u.exec(
      source.low.slice(0, 260),
    )
  const found = opening ?? passed
  const offset = opening ? 0 : Math.max(0, source.low.length - 1500)
  const date = found ? makeDate(Number(found[3]), Number(found[2]), Number(found[1])) : null
  if (!found || !date) return { place: null, date: null }
  return {
    place: null,
    date: { value: date, span: { start: offset + found.index, end: offset + found.index + found[0].length } },
  }
}

function findType(
  source: SourceText,
  paragraphs: readonly Paragraph[],
): { found: NonNullable<Found<string>>; paragraph: number } | undefined {
  for (const [i, p] of paragraphs.slice(0, 30).entries()) {
    if (p.start > HEAD) break
    const low = source.low.slice(p.start, Math.min(p.end, p.start + 60))
    const type = Object.keys(TYPES).find((t) => low.startsWith(t) && !/\p{L}/u.test(low.charAt(t.length)))
    if (!type) continue
    const flat = source.flat.slice(p.start, p.end)
    if (
      isCapitals(flat.slice(0, type.length)) ||
      (i < 3 && /^\p{Lu}\p{Ll}+ [\p{Ll} ]+/u.test(flat) && !/[.;]$/u.test(flat))
    ) {
      return { found: { value: type, span: { start: p.start, end: p.start + type.length } }, paragraph: i }
    }
  }
  return undefined
}

function typeFromSymbol(symbol: Found<string>): Found<string> {
  const mark = symbol?.value.replace(/^\d+(?:\/\d{4})?[/-]/u, '').split(/[-/]/u)[0]
  const type = symbol
    ? Object.entries(TYPES).find(([, abbreviation]) => abbreviation !== '' && abbreviation === mark)?.[0]
    : undefined
  return symbol ? { value: type ?? 'công văn', span: symbol.span } : null
}

/** The last body named in capitals above the number: the one above it is the body to which it belongs. */
function findIssuer(source: SourceText, paragraphs: readonly Paragraph[]): Found<string> {
  let found: Span | undefined
  for (const p of paragraphs.slice(0, 12)) {
    if (p.start > 1500 || /^số ?:? ?\d/u.test(source.low.slice(p.start, p.start + 12))) break
    const flat = source.flat.slice(p.start, p.end)
    const before = flat.split(/CỘNG +HÒA|CỘNG +HOÀ|Độc lập|Số ?:/u)[0] ?? ''
    const low = source.low.slice(p.start, p.start + before.length).trim()
    if (!isCapitals(before) || Object.keys(TYPES).some((t) => low.startsWith(t))) continue
    const span = trimSpan(source, p.start, p.start + before.length)
    if (found && /^(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu) /u.test(low))
      found = { start: found.start, end: span.end }
    else if (ISSUERS.test(low) && !low.startsWith('đảng cộng sản')) found = span
  }
  return found ? { value: wording(source, found), span: found } : null
}

const ISSUERS =
  /^(?:ủy ban|bộ|sở|thủ tướng|chính phủ|văn phòng|quốc hội|tỉnh ủy|thành ủy|đảng|ban|cục|tổng cục|công an|hội đồng|viện|tòa|ngân hàng|huyện ủy|thanh tra|kiểm toán|chi cục|trường|mặt trận|liên đoàn|hội|đoàn|tổng công ty|tập đoàn)(?: |$)/u

function findSubject(source: SourceText, paragraphs: readonly Paragraph[], typeAt: number | undefined): Found<string> {
  const about = /(?:^|\n)\s*\*?(?:V\/v|Về việc|V\/V)\s/u.exec(source.text.slice(0, HEAD))
  if (typeAt === undefined) {
    const p = about ? paragraphs.find((x) => x.end > about.index + 2) : undefined
    return p ? { value: wording(source, p), span: { start: p.start, end: p.end } } : null
  }
  const type = paragraphs[typeAt]
  if (!type) return null
  const word = Object.keys(TYPES).find((t) => source.low.slice(type.start, type.end).startsWith(t)) ?? ''
  const rest = trimSpan(source, type.start + word.length, type.end)
  const span = rest.end - rest.start > 8 ? rest : paragraphs[typeAt + 1]
  if (!span || span.end - span.start > 600) return null
  return { value: wording(source, span), span: { start: span.start, end: span.end } }
}

/** The block at the foot: authority ("KT. BỘ TRƯỞNG"), position in capitals, then the name in title case. */
function findSigner(source: SourceText): Metadata['signer'] {
  const lines: Span[] = []
  let at = 0
  while (at < source.text.length) {
    let stop = source.text.indexOf('\n', at)
    if (stop < 0) stop = source.text.length
    const line = trimSpan(source, at, stop)
    if (line.end > line.start && line.end - line.start < 80) lines.push(line)
    else lines.length = Math.max(0, lines.length - 0)
    at = stop + 1
  }
  for (let i = lines.length - 1; i > 0; i--) {
    const line = lines[i]
    if (!line) continue
    const name = source.flat.slice(line.start, line.end)
    if (!/^(?:\p{Lu}\p{Ll}+ ){1,4}\p{Lu}\p{Ll}+$/u.test(name)) continue
    let first = i
    while (
      first > 0 &&
      i - first < 4 &&
      isCapitals(wording(source, lines[first - 1] ?? line)) &&
      !/:/u.test(wording(source, lines[first - 1] ?? line))
    )
      first--
    const top = lines[first]
    if (first === i || !top) continue
    const titles = lines.slice(first, i).map((l) => wording(source, l).replace(/,$/u, ''))
    const joined = titles.join(' ')
    if (
      !/CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|CỤC TRƯỞNG|CHỦ NHIỆM|BÍ THƯ|VĂN PHÒNG|TRƯỞNG|THỦ TRƯỞNG|THỨ TRƯỞNG|CHÁNH|VIỆN TRƯỞNG|THỐNG ĐỐC|TỔNG/u.test(
        joined,
      )
    )
      continue
    const authority = AUTHORITY.exec(titles[0] ?? '')
    return {
      name,
      position:
        authority && titles.length > 1
          ? titles
              .slice(1)
              .join(' ')
              .replace(/^CHỦ NHIỆM (?=PHÓ)/u, '')
          : joined.replace(AUTHORITY, ''),
      authority: authority ? (titles[0] ?? null) : null,
      span: { start: top.start, end: line.end },
    }
  }
  return null
}

function findUrgency(source: SourceText, head: string): Metadata['urgency'] {
  const m = /(?:^|\n)\s*\*{0,2}(HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)(?!\p{L})/u.exec(source.text.slice(0, head.length))
  if (!m?.[1]) return null
  const start = m.index + m[0].length - m[1].length
  const value = m[1].startsWith('H') ? 'hỏa tốc' : m[1].startsWith('T') ? 'thượng khẩn' : 'khẩn'
  return { value, span: { start, end: start + m[1].length } }
}
