import type { PlainDate } from '#core/kernel/plain-date.ts'
import { makeDate } from '#core/reading/dates-written.ts'
import { typeAt, typeOfSymbol } from '#core/reading/document-types.ts'
import { findIssuer } from '#core/reading/letterhead.ts'
import { type Paragraph, isCapitals } from '#core/reading/paragraphs.ts'
import type { Metadata } from '#core/reading/reading.ts'
import { listAddressees, listRecipients } from '#core/reading/recipients.ts'
import { listRelations } from '#core/reading/relations.ts'
import { findSigner } from '#core/reading/signature.ts'
import { type SourceText, type Span, trimSpan, wording } from '#core/reading/source-text.ts'

const SYMBOL = /(\d{1,5}(?:\/\d{4})?)\s?([/–-])\s?((?:\p{Lu}[\p{L}\d]*)(?:[-/&](?:\p{Lu}|\d)[\p{L}\d]*)*)/u
/** How far into a document its head may reach. */
const HEAD = 4000
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
    type: type?.found ?? (symbol && { value: typeOfSymbol(symbol.value), span: symbol.span }),
    issuer: findIssuer(source),
    place: dated.place,
    issuedOn: dated.date,
    subject: findSubject(source, paragraphs, type?.paragraph),
    signer: findSigner(source),
    urgency: findUrgency(source, head),
    addressees: listAddressees(source),
    recipients: listRecipients(source),
    relations: listRelations(source, paragraphs, symbol?.value),
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
    const type = typeAt(low)
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

function findSubject(source: SourceText, paragraphs: readonly Paragraph[], typedBy: number | undefined): Found<string> {
  const about = /(?:^|\n)\s*\*?(?:V\/v|Về việc|V\/V)\s/u.exec(source.text.slice(0, HEAD))
  if (typedBy === undefined) {
    const p = about ? paragraphs.find((x) => x.end > about.index + 2) : undefined
    return p ? { value: wording(source, p), span: { start: p.start, end: p.end } } : null
  }
  const type = paragraphs[typedBy]
  if (!type) return null
  const word = typeAt(source.low.slice(type.start, type.end)) ?? ''
  const rest = trimSpan(source, type.start + word.length, type.end)
  const span = rest.end - rest.start > 8 ? rest : paragraphs[typedBy + 1]
  if (!span || span.end - span.start > 600) return null
  return { value: wording(source, span), span: { start: span.start, end: span.end } }
}

function findUrgency(source: SourceText, head: string): Metadata['urgency'] {
  const m =
    /(?:^|\n|CÔNG ĐIỆN |ĐIỆN |Độ khẩn *: *)\s*\*{0,2}(HỎA TỐC|HOẢ TỐC|Hỏa tốc|Hoả tốc|THƯỢNG KHẨN|Thượng khẩn|KHẨN|Khẩn)(?=[ \t]*(?:$|[\n*,.;:]|HẸN GIỜ))/mu.exec(
      source.text.slice(0, head.length),
    )
  if (!m?.[1]) return null
  const start = m.index + m[0].length - m[1].length
  const value = m[1].startsWith('H') ? 'hỏa tốc' : m[1].startsWith('T') ? 'thượng khẩn' : 'khẩn'
  return { value, span: { start, end: start + m[1].length } }
}
