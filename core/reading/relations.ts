import { DAY, readDay } from '#core/reading/dates-written.ts'
import type { Paragraph } from '#core/reading/paragraphs.ts'
import type { Relation, RelationKind } from '#core/reading/reading.ts'
import type { SourceText } from '#core/reading/source-text.ts'

/** From the closest to the loosest: a document named twice keeps the closest. */
const CLOSENESS: readonly RelationKind[] = ['answers', 'replaces', 'amends', 'implements', 'cites']
const REFERENCE =
  /(?:(?<type>nghị quyết liên tịch|thông tư liên tịch|nghị quyết|quyết định|chỉ thị|kết luận|quy chế|quy định|thông báo|thông tri|thông tư|nghị định|hướng dẫn|chương trình|kế hoạch|công điện|công văn|tờ trình|báo cáo|luật|pháp lệnh|văn bản) )?(?<mark>số:? ?)?(?<symbol>\d{1,5}(?:\/\d{4})? ?[/–-] ?\p{L}[\p{L}\d]*(?:[-/&–] ?\p{L}[\p{L}\d]*){0,5})/gu
const ITSELF =
  /(?:nghị quyết|quyết định|chỉ thị|quy chế|quy định|thông tư|nghị định|hướng dẫn|kế hoạch|công văn|văn bản|kết luận|thông báo|chương trình) này/u
const MOST = 300
const ITEMS: ReadonlySet<string> = new Set(['roman', 'number', 'article', 'letter', 'chapter', 'part', 'point'])
/** How far the title and the opening may reach where nothing is numbered. */
const OPENING = 3000

/**
 * The documents that the text names, and what it does to them. What it replaces or amends it says of itself ("Quyết định này thay
 * thế …") or in its title; an order to amend another document is a task, and only cites it. What it carries out stands in its
 * title or before its first item.
 */
export function listRelations(
  source: SourceText,
  paragraphs: readonly Paragraph[],
  own: string | undefined,
): Relation[] {
  const found = new Map<string, Relation>()
  const items = paragraphs.find((p) => p.marker && ITEMS.has(p.marker.kind))?.start ?? source.text.length
  const body = Math.min(items, OPENING)
  let p = 0
  for (const m of source.low.matchAll(REFERENCE)) {
    if (found.size >= MOST) break
    const words = m.groups?.['symbol'] ?? ''
    const at = m.index + m[0].length - words.length
    const written = source.flat.slice(at, at + words.length)
    if (!m.groups?.['mark'] && !m.groups?.['type']) continue
    if (!/[/–-] ?\p{Lu}/u.test(written)) continue
    const symbol = written.replace(/ /gu, '').replace(/–/gu, '-')
    if (symbol.toUpperCase() === own?.toUpperCase()) continue
    while (p + 1 < paragraphs.length && (paragraphs[p + 1]?.start ?? 0) <= m.index) p++
    const paragraph = paragraphs[p]
    const above = paragraphs[p - 1]
    const wrapped = above && m.index === paragraph?.body && !/[.;:!?/]/u.test(source.flat.charAt(above.end - 1))
    const start = Math.max((wrapped ? above.body : paragraph?.body) ?? 0, m.index - 400)
    const sentence = source.low.slice(start, m.index)
    const before = sentence.slice(Math.max(sentence.lastIndexOf('.'), sentence.lastIndexOf('!')) + 1)
    const opening = m.index < body
    const ownArticle = paragraph?.marker?.kind === 'article' || paragraph?.marker?.kind === 'number'
    const date = dateBehind(source, at + words.length)
    const kind = kindOf(before, source.low.slice(at, at + 160), opening, ownArticle)
    const one: Relation = {
      kind,
      symbol,
      date: date?.value ?? null,
      span: { start: m.index, end: date?.end ?? at + words.length },
    }
    const known = found.get(symbol.toUpperCase())
    const closer = !known || CLOSENESS.indexOf(kind) < CLOSENESS.indexOf(known.kind)
    if (closer) found.set(symbol.toUpperCase(), { ...one, date: one.date ?? known?.date ?? null })
    // A title in capitals writes "CT-TTG": the text below knows better.
    else if (known.symbol === symbol.toUpperCase()) found.set(symbol.toUpperCase(), { ...known, symbol })
  }
  return [...found.values()].toSorted((a, b) => a.span.start - b.span.start)
}

function kindOf(before: string, behind: string, opening: boolean, ownArticle: boolean): RelationKind {
  if (opening && /(?:phúc đáp|trả lời|đáp ứng đề nghị|theo đề nghị|xét đề nghị|nhận được|tiếp theo)(?= )/u.test(before))
    return 'answers'
  const itself =
    ITSELF.test(before) ||
    (opening && !/^\P{L}*căn cứ| đã /u.test(before)) ||
    (ownArticle && /^\P{L}*(?:sửa đổi|bãi bỏ|hủy bỏ|thay thế|bổ sung|đính chính|điều chỉnh)/u.test(before))
  if (itself) {
    if (/(?:thay thế|bãi bỏ|hủy bỏ|thay cho)(?= )/u.test(before)) return 'replaces'
    if (/(?:sửa đổi|bổ sung|điều chỉnh|đính chính|gia hạn)(?=[ ,])/u.test(before)) return 'amends'
  }
  if (/hết hiệu lực/u.test(behind.split(/[.;]/u)[0] ?? '')) return 'replaces'
  if (opening && /(?:thực hiện|triển khai|thi hành|cụ thể hóa|quán triệt)(?= )/u.test(before)) return 'implements'
  return 'cites'
}

/** "… ngày 18/5/2022", "…, ngày 22 tháng 12 năm 2024" right behind a symbol. */
function dateBehind(source: SourceText, at: number) {
  const m = BEHIND.exec(source.low.slice(at, at + 48))
  const value = m ? readDay(m[1] ?? '', { year: undefined }) : null
  return m && value ? { value, end: at + m[0].length } : undefined
}

const BEHIND = new RegExp(`^ ?,? ?(ngày ${DAY.replace('(?:ngày )?', '')})`, 'u')
