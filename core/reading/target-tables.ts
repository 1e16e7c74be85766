import { type Anchor, readPeriodEnd } from '#core/reading/dates-written.ts'
import { listTimes } from '#core/reading/deadline.ts'
import { readNumber } from '#core/reading/quantity.ts'
import type { Comparator, Passage, ProposedTarget } from '#core/reading/reading.ts'
import { type SourceText, type Span, trimSpan, wording } from '#core/reading/source-text.ts'
import type { Row } from '#core/reading/tables.ts'

/** A value cell: an optional sign, a number or a range, an optional percent sign, then anything ("Đông Nam Á"). */
const VALUE =
  /^ *(≥|>=|≤|<=|>|<|trên|dưới|ít nhất|tối thiểu|tối đa|khoảng|đạt|từ)? *(\d[\d.,]*)(?: ?%)?(?: ?[-–] ?| đến )?(\d[\d.,]*)?/u
const SIGNS: Record<string, Comparator | null> = {
  '≥': '>=',
  '>=': '>=',
  '>': '>=',
  trên: '>=',
  'ít nhất': '>=',
  'tối thiểu': '>=',
  '≤': '<=',
  '<=': '<=',
  '<': '<=',
  dưới: '<=',
  'tối đa': '<=',
  khoảng: null,
  đạt: '=',
}

/** Rows of a table of indicators: name, unit of measure, value; the due date stands in the row above them. */
export function listTableTargets(
  source: SourceText,
  rows: readonly Row[],
  passages: readonly Passage[],
  anchor: Anchor,
): ProposedTarget[] {
  const out: ProposedTarget[] = []
  for (const row of rows) {
    const { indicator, value, measure } = row.cells
    if (!indicator || !value) continue
    const due = dueOf(source, row, anchor)
    for (const part of splitCell(source, value)) {
      const m = VALUE.exec(source.low.slice(part.start, part.end))
      const number = m?.[2] ? readNumber(m[2].replace(/[.,]$/u, '')) : undefined
      if (!m || number === undefined) continue
      const max = m[3] ? (readNumber(m[3].replace(/[.,]$/u, '')) ?? null) : null
      const sign = m[1] ? SIGNS[m[1]] : undefined
      const at = part.start + m[0].lastIndexOf(m[2] ?? '')
      out.push({
        quote: source.text.slice(row.quote.start, endOf(row)),
        start: row.quote.start,
        end: endOf(row),
        passage: passages[row.paragraph]?.id ?? null,
        indicator: wording(source, indicator).replace(/[.;]$/u, ''),
        direction: /(?:^|[^ốc] [^ộ]*)(?<!tốc độ )tăng(?! trưởng)(?: trung bình| bình quân| thêm)*$/u.test(
          source.low.slice(indicator.start, indicator.end).trim(),
        )
          ? 'increase'
          : 'reach',
        comparator: sign === undefined ? (max === null ? '=' : '>=') : sign,
        value: number,
        value_max: max,
        unit: measure ? wording(source, measure) : /%/u.test(m[0]) ? '%' : '',
        baseline: null,
        due,
        confidence: 0.95,
        spans: { indicator, value: { start: at, end: at + (m[2] ?? '').length }, baseline: null, due: null },
        evidence: [{ field: 'target', rule: 'row of a table of indicators' }],
      })
    }
  }
  return out
}

function endOf(row: Row): number {
  return Math.max(row.quote.end, ...Object.values(row.cells).map((c) => c.end))
}

function splitCell(source: SourceText, cell: Span): Span[] {
  const out: Span[] = []
  let from = cell.start
  for (let at = cell.start; at <= cell.end; at++) {
    if (at < cell.end && source.flat.charAt(at) !== ';') continue
    const part = trimSpan(source, from, at)
    if (part.end > part.start) out.push(part)
    from = at + 1
  }
  return out
}

function dueOf(source: SourceText, row: Row, anchor: Anchor): string | null {
  const cell = row.cells.time
  for (const span of [...(cell ? [cell] : []), ...row.groups.toReversed()]) {
    const time = listTimes(source, span, anchor).find((t) => t.iso !== null)
    const iso = time?.iso ?? readPeriodEnd(source.low.slice(span.start, span.end), anchor)
    if (iso) return iso
  }
  return null
}
