import type { Marker, MarkerKind } from '#core/reading/markers.ts'
import type { Paragraph } from '#core/reading/paragraphs.ts'
import type { Passage, PassageKind } from '#core/reading/reading.ts'

/** A paragraph in its place: `parent` is an index into the list. */
export interface Placed extends Paragraph {
  index: number
  parent: number
  level: number
  /** Which one it is among the items of its kind under the same parent, from 1. */
  ordinal: number
}

/** Kinds that always stand above others. What is not listed finds its level by where it first appears. */
const RANK: Record<MarkerKind, number> = {
  annex: 0,
  part: 1,
  chapter: 2,
  section: 3,
  letter: 4,
  article: 5,
  roman: 5,
  number: 6,
  subnumber: 6,
  row: 6,
  bracketed: 7,
  point: 7,
  dash: 9,
  plus: 9,
  star: 9,
}
const MAX_LEVEL = 40

/** Puts paragraphs under each other: a marker of a kind already open closes everything below that kind. Linear. */
export function placeParagraphs(paragraphs: readonly Paragraph[]): Placed[] {
  const out: Placed[] = []
  const open: { index: number; key: string; rank: number }[] = []
  const counts = new Map<string, number>()
  paragraphs.forEach((p, index) => {
    if (p.marker && !p.row) {
      const key = keyOf(p.marker)
      const rank = RANK[p.marker.kind]
      const same = open.findIndex((o) => o.key === key)
      if (same >= 0) open.length = same
      else {
        while ((open.at(-1)?.rank ?? 0) > rank) open.pop()
        if (p.marker.kind === 'subnumber') dropBelowNumber(open, p.marker.label, out)
      }
      if (open.length >= MAX_LEVEL) open.length = MAX_LEVEL - 1
      const parent = open.at(-1)?.index ?? -1
      const count = (counts.get(`${parent} ${p.marker.kind}`) ?? 0) + 1
      counts.set(`${parent} ${p.marker.kind}`, count)
      out.push({ ...p, index, parent, level: open.length, ordinal: count })
      open.push({ index, key, rank })
      return
    }
    const parent = p.row ? (open.find((o) => o.rank < 6)?.index ?? -1) : (open.at(-1)?.index ?? -1)
    out.push({ ...p, index, parent, level: p.row ? 0 : open.length, ordinal: 0 })
  })
  return out
}

function keyOf(marker: Marker): string {
  if (marker.kind === 'subnumber') return `number ${marker.label.split('.').length}`
  if (marker.kind === 'bracketed') return /\d/u.test(marker.label) ? 'bracketed number' : 'bracketed letter'
  return marker.kind
}

/** "2.1" belongs under an open "2", and not under the items of 1.x. */
function dropBelowNumber(
  open: { index: number; key: string; rank: number }[],
  label: string,
  placed: readonly Placed[],
): void {
  const head = label.split('.').slice(0, -1).join('.')
  const at = open.findLastIndex((o) => placed[o.index]?.marker?.label === head)
  if (at >= 0) open.length = at + 1
}

const KINDS: Record<MarkerKind, PassageKind> = {
  part: 'part',
  chapter: 'chapter',
  section: 'section',
  article: 'article',
  annex: 'part',
  roman: 'section',
  letter: 'part',
  number: 'clause',
  subnumber: 'clause',
  bracketed: 'point',
  point: 'point',
  dash: 'dash',
  plus: 'dash',
  star: 'dash',
  row: 'table-row',
}

export function toPassages(placed: readonly Placed[], headings: ReadonlySet<number>): Passage[] {
  const passages: Passage[] = []
  for (const p of placed) {
    const kind = p.row ? 'table-row' : p.marker ? KINDS[p.marker.kind] : headings.has(p.index) ? 'heading' : 'paragraph'
    passages.push({
      id: `p${p.index + 1}`,
      kind,
      label: p.marker?.label ?? '',
      citation: cite(placed, p),
      start: p.start,
      end: p.end,
      level: p.level,
      parent: p.parent < 0 ? null : `p${p.parent + 1}`,
    })
  }
  return passages
}

/** The citation in the way of Vietnamese law, from the smallest unit up: "điểm a khoản 2 Điều 5", "gạch đầu dòng thứ 2 mục II.4". */
function cite(placed: readonly Placed[], p: Placed): string {
  const parts: string[] = []
  let numbers: string[] = []
  const flush = (): void => {
    if (numbers.length > 0) parts.push(`mục ${numbers.join('.')}`)
    numbers = []
  }
  let at: Placed | undefined = p
  const underArticle = hasArticle(placed, p)
  while (at) {
    const m: Marker | undefined = at.marker
    if (m && !at.row) {
      if (m.kind === 'dash' || m.kind === 'plus' || m.kind === 'star') {
        parts.push(m.kind === 'plus' ? `dấu cộng thứ ${at.ordinal}` : `gạch đầu dòng thứ ${at.ordinal}`)
      } else if (m.kind === 'point' || m.kind === 'bracketed') parts.push(`điểm ${m.label}`)
      else if (m.kind === 'article') parts.push(`Điều ${m.label}`)
      else if (m.kind === 'chapter') parts.push(`Chương ${m.label}`)
      else if (m.kind === 'part') parts.push(`Phần ${m.label}`)
      else if (m.kind === 'annex') parts.push(`Phụ lục ${m.label}`)
      else if (m.kind === 'section') parts.push(`Mục ${m.label}`)
      else if (m.kind === 'row') parts.push(`dòng ${m.label}`)
      else if (underArticle && m.kind === 'number') parts.push(`khoản ${m.label}`)
      else if (m.kind === 'subnumber') {
        numbers.unshift(m.label)
        const head: Placed | undefined = placed[at.parent]
        if (head?.marker && m.label.startsWith(`${head.marker.label}.`)) at = head
      } else numbers.unshift(m.label)
      if (m.kind === 'letter' || m.kind === 'roman') flush()
    }
    at = placed[at.parent]
  }
  if (numbers.length > 0) {
    const rest = parts.splice(parts.findIndex((x) => /^(?:Chương|Phần|Phụ lục|Mục)/u.test(x)) >>> 0)
    flush()
    parts.push(...rest)
  }
  return parts.join(' ')
}

function hasArticle(placed: readonly Placed[], p: Placed): boolean {
  for (let at: Placed | undefined = p; at; at = placed[at.parent]) if (at.marker?.kind === 'article') return true
  return false
}
