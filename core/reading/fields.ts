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
  [
    /^(?:thời gian|thời hạn|tiến độ|thời điểm)(?: (?:thực hiện|hoàn thành|ban hành|trình|tổ chức|triển khai|thực hiện, hoàn thành|báo cáo|xong))?(?: dự kiến)? ?:/u,
    'time',
  ],
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
}

/** Blocks "Nội dung: … Cơ quan chủ trì: … Cơ quan phối hợp: … Thời gian thực hiện: …" under one item. */
export function listFieldBlocks(source: SourceText, placed: readonly Placed[]): { rows: Row[]; covered: Set<number> } {
  const fields = new Map<number, Field>()
  for (const p of placed) {
    const field = p.row ? undefined : findField(source, p)
    if (field) fields.set(p.index, field)
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
  return { rows, covered }
}

function findField(source: SourceText, p: Placed): Field | undefined {
  const low = source.low.slice(p.body, Math.min(p.end, p.body + 80))
  for (const [label, role] of LABELS) {
    const m = label.exec(low)
    if (m) return { index: p.index, role, value: trimSpan(source, p.body + m[0].length, p.end) }
  }
  return undefined
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
    mine.push(f)
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
  const task =
    content && source.low.startsWith('nội dung thực hiện', placed[content.index]?.body ?? 0) ? content.value : body
  if (task.end <= task.start) return undefined
  if (content) mine.push(content)
  return { head, last, task, fields: mine }
}
