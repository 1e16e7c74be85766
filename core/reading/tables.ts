import type { Placed } from '#core/reading/passages.ts'
import { type SourceText, type Span, trimSpan } from '#core/reading/source-text.ts'
import { listTokens } from '#core/reading/tokens.ts'
import { namesUnit } from '#core/reading/units-named.ts'

export type ColumnRole =
  | 'number'
  | 'task'
  | 'indicator'
  | 'lead'
  | 'cooperating'
  | 'product'
  | 'time'
  | 'measure'
  | 'value'
  | 'other'

export interface Row {
  /** Index of the paragraph in which the row begins. */
  paragraph: number
  cells: Partial<Record<ColumnRole, Span>>
  /** Heading rows of the table that stand above this one, the nearest last. */
  groups: Span[]
  /** From the first word of the task (or indicator) to the last cell. */
  quote: Span
}

const ROLES: readonly [RegExp, ColumnRole][] = [
  [/^(?:tt|stt|số tt|số thứ tự)$/u, 'number'],
  [/phối hợp|tham gia|thẩm tra/u, 'cooperating'],
  [
    /chủ trì|cơ quan thực hiện|đơn vị thực hiện|chịu trách nhiệm|cơ quan trình|đơn vị chủ|đầu mối|cơ quan tham mưu|người thực hiện|phân công|phụ trách|đảm nhiệm/u,
    'lead',
  ],
  [/thời gian|thời hạn|tiến độ|hoàn thành|hạn/u, 'time'],
  [/^đơn vị(?: tính)?$|^đvt$|^đơn vị đo/u, 'measure'],
  [/chỉ tiêu|chỉ số|mục tiêu/u, 'indicator'],
  [/kết quả|sản phẩm|hồ sơ/u, 'product'],
  [/nhiệm vụ|nội dung|công việc|hoạt động|tên văn bản|đề án|tên|giải pháp/u, 'task'],
  [/năm 20\d\d|giá trị|kế hoạch/u, 'value'],
]
const BARE_TIME =
  /^(?:(?:hoàn thành )?(?:trước|trong|đến|hết|từ|sau|quý|quí|tháng|năm|giai đoạn)(?: |$)|thường xuyên|hằng |hàng |định kỳ|nhiệm vụ thường xuyên|\d{1,2}[/-]\d{4}$|(?:19|20)\d{2}$|theo (?:tiến độ|kế hoạch)|khi )/u

/** Rows of tables with bars ("| 1 | Xây dựng … | Bộ Nội vụ | 6/2025 |"), with or without a header. */
export function listBarredRows(source: SourceText, placed: readonly Placed[]): Row[] {
  const rows: Row[] = []
  let header: (ColumnRole | undefined)[] | undefined
  let groups: Span[] = []
  let previous = -2
  for (const p of placed) {
    if (!p.row) continue
    if (p.index !== previous + 1 || p.afterGap) {
      if (p.index !== previous + 1) header = undefined
      groups = []
    }
    previous = p.index
    const cells = cellsOf(source, p)
    const filled = cells.filter((c) => c.end > c.start)
    const roles = headerOf(source, cells)
    if (roles) {
      header = roles
      continue
    }
    if (filled.every((c) => /^[-: ]*$/u.test(source.flat.slice(c.start, c.end)))) continue
    const words = filled.filter((c) => !/^[\dIVXivx.a-z)]{0,6}$/u.test(source.flat.slice(c.start, c.end)))
    if (words.length <= 1) {
      const group = words[0]
      if (group) groups = [...(isTopGroup(source, filled) ? [] : groups.slice(0, 1)), group]
      continue
    }
    const row = readRow(source, p.index, cells, header)
    if (row) rows.push({ ...row, groups: [...groups] })
  }
  return rows
}

function isTopGroup(source: SourceText, filled: readonly Span[]): boolean {
  const first = filled[0]
  return first === undefined || filled.length === 1 || /^[IVX]+\.?$/u.test(source.flat.slice(first.start, first.end))
}

function cellsOf(source: SourceText, p: Placed): Span[] {
  const out: Span[] = []
  let from = p.start + 1
  for (let at = p.start + 1; at <= p.end; at++) {
    if (at < p.end && source.flat.charAt(at) !== '|') continue
    if (at < p.end || at > from) out.push(trimSpan(source, from, at))
    from = at + 1
  }
  return out
}

function headerOf(source: SourceText, cells: readonly Span[]): (ColumnRole | undefined)[] | undefined {
  const texts = cells.map((c) => source.low.slice(c.start, c.end))
  if (texts.some((t) => t.length > 70)) return undefined
  const roles = texts.map(roleOf)
  const known = new Set(roles.filter((r) => r !== undefined))
  const content = known.has('task') || known.has('indicator')
  if (
    known.size < 3 ||
    !content ||
    !texts
      .slice(0, 2)
      .some((t) => /^(?:tt|stt|số tt|số thứ tự|#)$/u.test(t) || /nhiệm vụ|nội dung|chỉ tiêu|tên|công việc/u.test(t))
  )
    return undefined
  if (known.has('indicator') && known.has('measure')) return roles.map((r) => (r === 'product' ? 'value' : r))
  return roles
}

export function roleOf(title: string): ColumnRole | undefined {
  return title === '' ? undefined : ROLES.find(([words]) => words.test(title))?.[1]
}

function readRow(
  source: SourceText,
  paragraph: number,
  cells: readonly Span[],
  header: readonly (ColumnRole | undefined)[] | undefined,
): Omit<Row, 'groups'> | undefined {
  const found: Partial<Record<ColumnRole, Span>> = {}
  const roles = header && header.length >= 3 ? alignRoles(source, cells, header) : guessRoles(source, cells)
  cells.forEach((cell, i) => {
    const role = roles[i]
    if (role && cell.end > cell.start) found[role] ??= cell
  })
  const content = found.task ?? found.indicator
  const last = cells.filter((c, i) => c.end > c.start && roles[i] !== undefined && roles[i] !== 'other').at(-1)
  if (!content || !last) return undefined
  return {
    paragraph,
    cells: found,
    quote: { start: content.start, end: Math.max(content.end, lastOf(found) ?? last.end) },
  }
}

function lastOf(found: Partial<Record<ColumnRole, Span>>): number | undefined {
  if (found.time) return found.time.end
  const ends = Object.values(found).map((s) => s.end)
  return ends.length > 0 ? Math.max(...ends) : undefined
}

/** A row with a cell less than its header has lost the number or an empty first cell. */
function alignRoles(
  source: SourceText,
  cells: readonly Span[],
  header: readonly (ColumnRole | undefined)[],
): (ColumnRole | undefined)[] {
  const first = cells[0]
  const numbered = first !== undefined && /^[\dIVXa-z.)]{0,7}$/u.test(source.flat.slice(first.start, first.end))
  if (header[0] === 'number' && !numbered) return header.slice(1)
  return [...header]
}

export function guessRoles(source: SourceText, cells: readonly Span[]): ColumnRole[] {
  let leads = 0
  let content = false
  return cells.map((cell) => {
    const low = source.low.slice(cell.start, cell.end)
    if (/^[\dIVXivx.a-z)]{0,7}$/u.test(low)) return 'number'
    if (BARE_TIME.test(low) && low.length < 80) return 'time'
    if (content && namesUnit(listTokens(source, cell.start, cell.end), 0)) return leads++ === 0 ? 'lead' : 'cooperating'
    if (!content) {
      content = true
      return 'task'
    }
    return 'product'
  })
}

/** Tables whose cells stand on lines of their own: header words one by one, then number, task, bodies, time. */
export function listFlattenedRows(
  source: SourceText,
  placed: readonly Placed[],
): { rows: Row[]; covered: Set<number> } {
  const rows: Row[] = []
  const covered = new Set<number>()
  let inTable = false
  for (let i = 0; i < placed.length; i++) {
    const p = placed[i]
    if (!p || p.row) continue
    const low = source.low.slice(p.start, Math.min(p.end, p.start + 200))
    if (
      /(?:cơ quan|đơn vị) chủ trì/u.test(low) &&
      /(?:phối hợp|thời gian|thời hạn)/u.test(`${low} ${nextLow(source, placed[i + 1])}`) &&
      !low.includes(':') &&
      low.length < 160
    ) {
      inTable = true
      covered.add(i)
      continue
    }
    if (!inTable) continue
    if (p.afterGap && p.marker?.kind !== 'row') inTable = false
    if (!inTable || p.marker?.kind !== 'row') continue
    let stop = i + 1
    while (
      stop < placed.length &&
      !placed[stop]?.marker &&
      !placed[stop]?.row &&
      !placed[stop]?.afterGap &&
      stop < i + 30
    )
      stop++
    const end = placed[stop - 1]?.end ?? p.end
    const cells = lineCells(source, p.marker.kind === 'row' ? p.start + p.marker.length : p.body, end)
    const roles = guessRoles(source, cells)
    const row = readRowAs(source, i, cells, roles)
    if (row) {
      rows.push(row)
      for (let k = i; k < stop; k++) covered.add(k)
    }
  }
  return { rows, covered }
}

function nextLow(source: SourceText, p: Placed | undefined): string {
  return p ? source.low.slice(p.start, Math.min(p.end, p.start + 120)) : ''
}

function readRowAs(
  source: SourceText,
  paragraph: number,
  cells: readonly Span[],
  roles: readonly ColumnRole[],
): Row | undefined {
  const found: Partial<Record<ColumnRole, Span>> = {}
  cells.forEach((cell, i) => {
    const role = roles[i]
    if (role && cell.end > cell.start) found[role] ??= cell
  })
  const last = cells.at(-1)
  if (!found.task || !found.lead || !last) return undefined
  void source
  return { paragraph, cells: found, groups: [], quote: { start: found.task.start, end: last.end } }
}

/** Lines joined to cells: a line that opens with a body or a time begins a new one. */
function lineCells(source: SourceText, start: number, end: number): Span[] {
  const out: Span[] = []
  let at = start
  while (at < end) {
    let stop = source.text.indexOf('\n', at)
    if (stop < 0 || stop > end) stop = end
    const line = trimSpan(source, at, stop)
    at = stop + 1
    if (line.end <= line.start) continue
    const last = out.at(-1)
    const low = source.low.slice(line.start, line.end)
    const before = last ? source.flat.slice(last.start, last.end) : ''
    const capital = /^\p{Lu}/u.test(source.flat.charAt(line.start))
    const opens =
      capital &&
      !/(?:[,;]| và| của| các)$/u.test(before) &&
      (BARE_TIME.test(low) || namesUnit(listTokens(source, line.start, Math.min(line.end, line.start + 80)), 0))
    if (last && !opens) last.end = line.end
    else out.push({ ...line })
  }
  return out
}
