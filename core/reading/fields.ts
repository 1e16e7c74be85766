import { isCapitals } from '#core/reading/paragraphs.ts'
import type { Placed } from '#core/reading/passages.ts'
import { listSentences } from '#core/reading/sentences.ts'
import { type SourceText, type Span, trimSpan } from '#core/reading/source-text.ts'
import { readFrame } from '#core/reading/subject.ts'
import { listTokens } from '#core/reading/tokens.ts'
import type { Row } from '#core/reading/tables.ts'

type FieldRole = 'content' | 'lead' | 'cooperating' | 'time' | 'product'

const LABELS: readonly [RegExp, FieldRole][] = [
  [
    /^(?:các )?(?:cơ quan|đơn vị|bộ phận|tổ chức|lực lượng)?,?(?: đơn vị)? ?(?:chủ trì,? )?phối hợp(?: thực hiện)? ?:/u,
    'cooperating',
  ],
  [
    /^(?:các )?(?:cơ quan|đơn vị|bộ phận|người|tổ chức)?,?(?: đơn vị)? ?(?:chủ trì(?: thực hiện| tham mưu| soạn thảo| trình)?|thực hiện|chịu trách nhiệm|đầu mối|tham mưu)(?: thực hiện)? ?:/u,
    'lead',
  ],
  [/^(?:phân công|trách nhiệm)(?: thực hiện)? ?:/u, 'lead'],
  [/^(?:thời gian|thời hạn|tiến độ|thời điểm)(?:,? \p{L}+){0,5} ?:/u, 'time'],
  [/^(?:thời gian|thời hạn)(?: (?:thực hiện|hoàn thành|ban hành|trình))(?= )/u, 'time'],
  [
    /^(?:sản phẩm|kết quả|dự kiến sản phẩm|kết quả đầu ra|sản phẩm đầu ra|hình thức sản phẩm)(?: (?:thực hiện|đầu ra|dự kiến|hoàn thành))? ?:/u,
    'product',
  ],
  [
    /^(?:nội dung|nhiệm vụ|nội dung công việc|nội dung hoạt động)(?: (?:thực hiện|chủ yếu|cụ thể|triển khai|công việc))? ?:/u,
    'content',
  ],
]

interface Field {
  index: number
  role: FieldRole
  value: Span
  /** The other fields of the same line: "Đơn vị chủ trì: …; đơn vị phối hợp: …". */
  more: Field[]
}

/** A label inside a line stands behind one of these. */
const BEFORE_LABEL =
  /[;.(–-] *(?=(?:các )?(?:cơ quan|đơn vị|bộ phận|tổ chức|lực lượng|thời gian|thời hạn|tiến độ|phân công|sản phẩm) ?[^:;.]{0,40}:)/gu
const LONGEST_LINE = 3000
const SHORTEST_TASK = 12

/** Blocks "Nội dung: … Cơ quan chủ trì: … Cơ quan phối hợp: … Thời gian thực hiện: …" under one item. */
export function listFieldBlocks(source: SourceText, placed: readonly Placed[]): { rows: Row[]; covered: Set<number> } {
  const fields = new Map<number, Field>()
  const tails = new Map<number, Row>()
  for (const p of placed) {
    const field = p.row ? undefined : findField(source, p)
    if (field) fields.set(p.index, field)
    const tail = field || p.row ? undefined : findTail(source, p)
    if (tail) tails.set(p.index, tail)
  }
  const rows: Row[] = []
  const covered = new Set<number>()
  for (const first of fields.values()) {
    if (covered.has(first.index) || first.role === 'content') continue
    const p = placed[first.index]
    if (!p) continue
    const block = blockOf(source, placed, fields, p)
    if (!block) continue
    const timed = block.fields.some((f) => f.role === 'time' && f.value.end > f.value.start)
    if (!timed && block.fields.some((f) => f.role === 'lead' && orders(source, f.value))) continue
    const cells: Row['cells'] = { task: block.task }
    for (const f of block.fields) if (f.role !== 'content') cells[f.role] ??= f.value
    const end = Math.max(...block.fields.map((f) => f.value.end))
    if (!cells.lead && !cells.time) continue
    rows.push({ paragraph: block.head, cells, groups: [], quote: { start: block.task.start, end } })
    for (let i = block.head; i <= block.last; i++) covered.add(i)
  }
  for (const [index, row] of tails) {
    if (covered.has(index)) continue
    rows.push(row)
    covered.add(index)
  }
  return { rows, covered }
}

function findField(source: SourceText, p: Placed): Field | undefined {
  const low = source.low.slice(p.body, Math.min(p.end, p.body + 80))
  for (const [label, role] of LABELS) {
    const m = label.exec(low)
    if (!m) continue
    const inner = listInner(source, p, p.body + m[0].length)
    const value = trimSpan(source, p.body + m[0].length, inner[0]?.before ?? p.end)
    return { index: p.index, role, value, more: inner.map((i) => i.field) }
  }
  return undefined
}

/** The labelled fields inside a line, from a place in it; `before` is where the sign before the label stands. */
function listInner(source: SourceText, p: Placed, from: number): { before: number; field: Field }[] {
  const low = source.low.slice(from, Math.min(p.end, from + LONGEST_LINE))
  const found: { before: number; start: number; role: FieldRole }[] = []
  for (const m of low.matchAll(BEFORE_LABEL)) {
    const at = m.index + m[0].length
    const rest = low.slice(at, at + 80)
    for (const [label, role] of LABELS) {
      const words = label.exec(rest)
      if (!words?.[0].endsWith(':')) continue
      found.push({ before: from + m.index, start: from + at + words[0].length, role })
      break
    }
  }
  return found.map(({ before, start, role }, i) => ({
    before,
    field: { index: p.index, role, value: valueOf(source, start, found[i + 1]?.before ?? p.end), more: [] },
  }))
}

function valueOf(source: SourceText, start: number, end: number): Span {
  const value = trimSpan(source, start, end)
  while (value.end > value.start && /[ .;,)]/u.test(source.flat.charAt(value.end - 1))) value.end--
  return value
}

/** "Xây dựng … Đơn vị chủ trì: …; thời gian: …": the labelled fields close the line of the task itself. */
function findTail(source: SourceText, p: Placed): Row | undefined {
  const inner = listInner(source, p, p.body)
  const first = inner[0]
  if (!first || !inner.some(({ field }) => field.role === 'lead') || first.before - p.body < SHORTEST_TASK)
    return undefined
  const task = valueOf(source, p.body, first.before)
  const cells: Row['cells'] = { task }
  for (const { field } of inner) if (field.role !== 'content') cells[field.role] ??= field.value
  const end = Math.max(...inner.map(({ field }) => field.value.end))
  return { paragraph: p.index, cells, groups: [], quote: { start: task.start, end } }
}

/** A field that holds whole sentences ("Cơ quan thực hiện: Sở X tiến hành rà soát …; các sở … gửi kết quả …") is read as text. */
function orders(source: SourceText, value: Span): boolean {
  const sentence = listSentences(source, value.start, value.end)[0]
  const clause = sentence?.clauses[0]
  if (!clause) return false
  const tokens = listTokens(source, clause.start, clause.end)
  const frame = readFrame(tokens)
  const verb = tokens[frame.predicate]
  const last = frame.lead.at(-1)
  return verb !== undefined && last !== undefined && verb.start - last.end < 4 && value.end - value.start > 90
}

function blockOf(
  source: SourceText,
  placed: readonly Placed[],
  fields: ReadonlyMap<number, Field>,
  first: Placed,
): { head: number; last: number; task: Span; fields: Field[] } | undefined {
  const mine: Field[] = []
  let last = first.index
  for (let i = first.index; i < placed.length; i++) {
    const f = fields.get(i)
    const p = placed[i]
    if (!p || p.parent !== first.parent || p.afterGap) {
      if (p && i > first.index && p.level > first.level && !f) continue
      break
    }
    if (!f) break
    if (i > first.index && mine.some((m) => m.role === f.role && f.role !== 'product')) break
    mine.push(f, ...f.more)
    last = i
  }
  let head = first.index - 1
  let content: Field | undefined
  const above = placed[first.parent]?.marker?.kind
  const underHeading = above === 'roman' || above === 'letter' || above === 'article' || first.parent < 0
  while (
    head >= 0 &&
    placed[head] &&
    (placed[head]?.parent === first.parent || (placed[head]?.level ?? 0) > first.level) &&
    head !== first.parent
  ) {
    const f = fields.get(head)
    if (f?.role === 'content') content = f
    if (!placed[head]?.marker && !f) break
    if (f && f.role !== 'content') return undefined
    if ((underHeading || first.marker === undefined) && placed[head]?.marker && !f) break
    head--
  }
  if (head < 0) return undefined
  const top = placed[head]
  if (!top || top.row) return undefined
  const body = trimSpan(source, top.body, top.end)
  if (isCapitals(source.flat.slice(body.start, body.end))) return undefined
  const task =
    content && source.low.startsWith('nội dung thực hiện', placed[content.index]?.body ?? 0) ? content.value : body
  if (task.end <= task.start) return undefined
  if (content) mine.push(content)
  return { head, last, task, fields: mine }
}
