import { child, childrenOf, isOn, valueOf, type XmlNode } from '#server/directives/docx-xml.ts'

/** Says what Word prints in front of a numbered paragraph. To be asked once for each paragraph, in the order of the document. */
export type NumberLabels = (paragraphProperties: XmlNode | undefined) => string

interface Level {
  format: string
  /** The list of a custom format, such as `001, 002, 003, ...`. */
  pattern: string | undefined
  text: string
  start: number
  /** 1-based level whose use starts this one again; 0 never; undefined any higher level. */
  restart: number | undefined
  legal: boolean
  separator: string
  style: string | undefined
}

interface List {
  /** Lists with the same abstract definition count on together. */
  counting: string
  levels: ReadonlyMap<number, Level>
  /** Levels that this list starts again at its first use. */
  overrides: ReadonlyMap<number, number>
}

/** The alphabet in which Vietnamese documents letter their points (Decree 78/2025/NĐ-CP: điểm a, b, c, d, đ, e, g …). */
const VIETNAMESE_LETTERS = 'abcdđeghiklmnopqrstuvxy'
const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
const MAX_STYLE_DEPTH = 20

export function numberLabels(numbering: XmlNode | undefined, styles: XmlNode | undefined): NumberLabels {
  const styleNumbering = readStyles(styles)
  const lists = readLists(numbering, styleNumbering)
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  return (properties) => {
    const own = child(properties, 'w:numPr')
    const style = valueOf(properties, 'w:pStyle')
    const fromStyle = style === undefined ? undefined : styleNumbering.get(style)
    const listId = valueOf(own, 'w:numId') ?? fromStyle?.listId
    const list = listId === undefined ? undefined : lists.get(listId)
    if (listId === undefined || list === undefined) return ''
    const ownLevel = valueOf(own, 'w:ilvl') ?? fromStyle?.level
    const at = ownLevel === undefined ? levelOfStyle(list, style) : Number(ownLevel)
    const level = list.levels.get(at)
    if (level === undefined) return ''

    const counts = counters.get(list.counting) ?? []
    counters.set(list.counting, counts)
    if (!begun.has(listId)) {
      begun.add(listId)
      for (const [overridden, start] of list.overrides) counts[overridden] = start - 1
    }
    counts[at] = (counts[at] ?? level.start - 1) + 1
    for (const [lower, { restart }] of list.levels) {
      if (lower > at && (restart === undefined || at < restart)) counts[lower] = undefined
    }
    const label = labelOf(list, level, at, counts)
    return label === '' ? '' : label + level.separator
  }
}

function labelOf(list: List, level: Level, at: number, counts: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') return '-'
  if (level.format === 'none' && !/%\d/.test(level.text)) return level.text
  return level.text.replace(/%(\d)/g, (_, digit: string) => {
    const of = Number(digit) - 1
    const shown = list.levels.get(of)
    if (shown === undefined || of > at) return ''
    const count = counts[of] ?? shown.start
    return level.legal ? String(count) : formatNumber(count, shown.format, shown.pattern)
  })
}

/** A number as Word prints it; formats that no Vietnamese document uses appear as decimal numbers. */
function formatNumber(count: number, format: string, pattern?: string): string {
  switch (format) {
    case 'none':
      return ''
    case 'decimalZero':
      return String(count).padStart(2, '0')
    case 'lowerRoman':
      return roman(count)
    case 'upperRoman':
      return roman(count).toUpperCase()
    case 'lowerLetter':
      return letters(count, 'abcdefghijklmnopqrstuvwxyz')
    case 'upperLetter':
      return letters(count, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    case 'custom':
      return custom(count, pattern ?? '')
    default:
      return String(count)
  }
}

/** `001, 002, 003, ...` counts with leading zeros, `a, b, c, d, đ, ...` with the letters of a Vietnamese document. */
function custom(count: number, pattern: string): string {
  const items = pattern.split(',').map((item) => item.trim())
  const [first = ''] = items
  if (/^0*\d$/.test(first)) return String(count).padStart(first.length, '0')
  if (items.includes('đ')) return letters(count, VIETNAMESE_LETTERS)
  if (items.includes('Đ')) return letters(count, VIETNAMESE_LETTERS.toUpperCase())
  const listed = items.filter((item) => item !== '' && item !== '...' && item !== '…')
  return listed[count - 1] ?? String(count)
}

/** After the last letter Word doubles it: aa, bb, cc. */
function letters(count: number, alphabet: string): string {
  if (count < 1) return String(count)
  const letter = alphabet[(count - 1) % alphabet.length] ?? ''
  return letter.repeat(Math.min(Math.ceil(count / alphabet.length), 10))
}

function roman(count: number): string {
  if (count < 1 || count > 32_767) return String(count)
  let rest = count
  let text = ''
  for (const [value, letter] of ROMAN) {
    for (; rest >= value; rest -= value) text += letter
  }
  return text
}

function levelOfStyle(list: List, style: string | undefined): number {
  for (const [at, level] of list.levels) if (style !== undefined && level.style === style) return at
  return 0
}

type StyleNumbering = ReadonlyMap<string, { listId: string; level: string | undefined }>

/** The numbering that paragraph and list styles carry, their own or that of the style they are based on. */
function readStyles(styles: XmlNode | undefined): StyleNumbering {
  const byId = new Map(childrenOf(styles, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]))
  const numbering = new Map<string, { listId: string; level: string | undefined }>()
  for (const id of byId.keys()) {
    let level: string | undefined
    let style = byId.get(id)
    for (let depth = 0; style !== undefined && depth < MAX_STYLE_DEPTH; depth++) {
      const properties = child(child(style, 'w:pPr'), 'w:numPr')
      level ??= valueOf(properties, 'w:ilvl')
      const listId = valueOf(properties, 'w:numId')
      if (listId !== undefined) {
        numbering.set(id, { listId, level })
        break
      }
      style = byId.get(valueOf(style, 'w:basedOn') ?? '')
    }
  }
  return numbering
}

function readLists(numbering: XmlNode | undefined, styles: StyleNumbering): Map<string, List> {
  const abstracts = new Map(
    childrenOf(numbering, 'w:abstractNum').map((abstract) => [abstract.attributes['w:abstractNumId'] ?? '', abstract]),
  )
  const instances = new Map(childrenOf(numbering, 'w:num').map((num) => [num.attributes['w:numId'] ?? '', num]))
  const lists = new Map<string, List>()
  for (const [id, instance] of instances) {
    let counting = valueOf(instance, 'w:abstractNumId') ?? ''
    let abstract = abstracts.get(counting)
    // A list that takes its levels from a list style: style → its list → that list's definition.
    const linked = valueOf(abstract, 'w:numStyleLink')
    if (linked !== undefined) {
      counting = valueOf(instances.get(styles.get(linked)?.listId ?? ''), 'w:abstractNumId') ?? counting
      abstract = abstracts.get(counting)
    }
    const levels = new Map(childrenOf(abstract, 'w:lvl').map(readLevel))
    const overrides = new Map<number, number>()
    for (const override of childrenOf(instance, 'w:lvlOverride')) {
      const at = Number(override.attributes['w:ilvl'] ?? 0)
      const replaced = child(override, 'w:lvl')
      if (replaced !== undefined) levels.set(at, readLevel(replaced)[1])
      const start = valueOf(override, 'w:startOverride')
      if (start !== undefined) overrides.set(at, Number(start))
    }
    lists.set(id, { counting, levels, overrides })
  }
  return lists
}

function readLevel(level: XmlNode): [number, Level] {
  // Custom formats stand in a choice, with a plain format for older programs.
  const choice = child(child(level, 'mc:AlternateContent'), 'mc:Choice')
  const format = child(choice, 'w:numFmt') ?? child(level, 'w:numFmt')
  const suffix = valueOf(level, 'w:suff') ?? 'tab'
  const restart = valueOf(level, 'w:lvlRestart')
  return [
    Number(level.attributes['w:ilvl'] ?? 0),
    {
      format: format?.attributes['w:val'] ?? 'decimal',
      pattern: format?.attributes['w:format'],
      text: valueOf(level, 'w:lvlText') ?? '',
      start: Number(valueOf(level, 'w:start') ?? 1),
      restart: restart === undefined ? undefined : Number(restart),
      legal: isOn(level, 'w:isLgl'),
      separator: suffix === 'nothing' ? '' : ' ',
      style: valueOf(level, 'w:pStyle'),
    },
  ]
}
