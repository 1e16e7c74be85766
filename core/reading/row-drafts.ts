import type { Anchor } from '#core/reading/dates-written.ts'
import { DAY, readDay, readPeriodEnd } from '#core/reading/dates-written.ts'
import { type FoundTime, listTimes } from '#core/reading/deadline.ts'
import type { Draft, DraftContext } from '#core/reading/draft.ts'
import { type SourceText, type Span, trimSpan } from '#core/reading/source-text.ts'
import { readFrame } from '#core/reading/subject.ts'
import type { Row } from '#core/reading/tables.ts'
import { listTokens } from '#core/reading/tokens.ts'
import { findNamedUnits } from '#core/reading/units-named.ts'

/** A row of an assignment table, or a block of labelled lines, as one draft. */
export function draftFromRow(context: DraftContext, row: Row): Draft | undefined {
  const { source, anchor } = context
  const task = row.cells.task
  if (!task) return undefined
  const tokens = listTokens(source, task.start, Math.min(task.end, task.start + 4000))
  const frame = readFrame(tokens)
  const all = row.cells.lead ? listUnitsInCell(source, row.cells.lead) : []
  const presiding = row.cells.lead ? endOfPresiding(source, row.cells.lead) : -1
  const lead = presiding > 0 ? all.filter((u) => u.end <= presiding) : all
  const cooperating = [
    ...all.filter((u) => !lead.includes(u)),
    ...(row.cells.cooperating ? listUnitsInCell(source, row.cells.cooperating) : []),
  ]
  const time = row.cells.time ? timeInCell(source, row.cells.time, anchor) : undefined
  return {
    ...row.quote,
    paragraph: row.paragraph,
    tokens,
    frame,
    lead: lead.length > 0 ? lead : frame.lead,
    leadFrom: lead.length > 0 ? 'cell' : frame.lead.length > 0 ? 'clause' : 'none',
    cooperating,
    monitor: [],
    times: time ? [time] : listTimes(source, task, anchor),
    inheritedTime: undefined,
    introduces: false,
    product: row.cells.product,
    task,
    fromTable: true,
    place: {
      item: true,
      hasItems: false,
      preamble: false,
      news: false,
      afterOrder: false,
      afterRequest: false,
      underOrder: false,
    },
  }
}

/** The bodies of a cell: a list by commas and semicolons, sometimes with nothing between two names. */
export function listUnitsInCell(source: SourceText, cell: Span): Span[] {
  const out: Span[] = []
  for (const part of cellParts(source, cell)) {
    const tokens = listTokens(source, part.start, part.end)
    let at = 0
    let any = false
    while (at < tokens.length) {
      const t = tokens[at]
      if (!t) break
      if (t.low === 'phối' && tokens[at + 1]?.low === 'hợp') break
      const named = findNamedUnits(tokens, at)
      if (named) {
        out.push(...named.units)
        any = true
        at = named.next
        if (tokens[at] && tokens[at]?.kind === 'word')
          at = nextSeparator(
            tokens.map((x) => x.low),
            at,
          )
      } else at++
    }
    if (
      !any &&
      part.end - part.start > 1 &&
      part.end - part.start < 120 &&
      /\p{L}{2}/u.test(source.flat.slice(part.start, part.end))
    )
      out.push(part)
  }
  return out
}

function nextSeparator(words: readonly string[], at: number): number {
  let i = at
  while (i < words.length && !/^[,;]$/u.test(words[i] ?? '')) i++
  return i
}

/** "Bộ Thông tin và Truyền thông Bộ Khoa học và Công nghệ": two cells' lines run together. */
function cellParts(source: SourceText, cell: Span): Span[] {
  const flat = source.flat.slice(cell.start, cell.end)
  const out: Span[] = []
  let from = 0
  for (const m of flat.matchAll(
    /(?<=[\p{Ll}\d)] +)(?<!(?:các|của|thuộc|và|trực thuộc|với|ở|tại|bộ phận|hoặc|,) +)(?<!(?:^|[,;] *)(?:Chánh )?(?:Văn phòng|Thanh tra|Chủ tịch|Phó Chủ tịch|Thường trực|Lãnh đạo|Giám đốc|Bộ trưởng|Thứ trưởng|Thủ trưởng|Trưởng|Ban cán sự đảng|Ban Cán sự đảng|Đảng ủy|Đảng uỷ|Đảng bộ|Công an|Cơ quan|Người đứng đầu) +)(?=(?:Bộ|Sở|UBND|Ủy ban|Uỷ ban|Các|Công an|Văn phòng|Cục|Tổng cục) \p{L})/gu,
  )) {
    const span = trimSpan(source, cell.start + from, cell.start + m.index)
    if (span.end > span.start) out.push(span)
    from = m.index
  }
  const span = trimSpan(source, cell.start + from, cell.end)
  if (span.end > span.start) out.push(span)
  return out
}

/** "Sở Nội vụ chủ trì, phối hợp với …; Sở Tư pháp …": who stands behind "chủ trì" or "phối hợp" takes part. */
function endOfPresiding(source: SourceText, cell: Span): number {
  const at = source.low.slice(cell.start, cell.end).search(/ (?:chủ trì|phối hợp)(?:[ ,]|$)/u)
  return at < 0 ? -1 : cell.start + at
}

const BARE_DAY = new RegExp(`^${DAY}$`, 'u')

/** The time of a cell: the whole cell is the deadline's wording. */
export function timeInCell(source: SourceText, cell: Span, anchor: Anchor): FoundTime | undefined {
  const words = source.low
    .slice(cell.start, cell.end)
    .replace(/ +/gu, ' ')
    .trim()
    .replace(/[.;,]+$/u, '')
  if (words === '' || words === '-') return undefined
  let end = cell.end
  while (end > cell.start && /[ .;,]/u.test(source.flat.charAt(end - 1))) end--
  const span = { start: cell.start, end }
  const base: FoundTime = {
    ...span,
    kind: 'in-period',
    iso: null,
    startsOn: null,
    rule: null,
    event: null,
    hour: null,
    form: 'the cell of time',
    weight: 99,
  }
  if (/tiếp theo|thường xuyên|định kỳ|h[àằ]ng (?:năm|tháng|quý|quí|tuần|ngày)|mỗi (?:năm|quý|tháng)/u.test(words))
    return { ...base, kind: 'recurring', rule: words }
  const times = listTimes(source, cell, anchor).filter((t) => t.weight >= 54)
  const dated = times.filter((t) => t.iso !== null).sort((a, b) => b.start - a.start)
  const best = dated[0] ?? times[0]
  if (best && best.kind !== 'recurring') return { ...best, ...span, kind: best.kind, weight: 99 }
  if (/^(?:sau|khi|theo|ngay sau|trước khi|tùy)/u.test(words)) return { ...base, kind: 'by', event: words }
  if (BARE_DAY.test(words)) return { ...base, kind: 'by', iso: readDay(words, anchor) }
  const period = readPeriodEnd(/^(?:19|20)\d{2}/u.test(words) ? `năm ${words}` : words, anchor)
  if (period !== null) return { ...base, iso: period }
  if (/khẩn trương|^ngay/u.test(words)) return { ...base, kind: 'immediate' }
  return best ? { ...best, ...span } : undefined
}
