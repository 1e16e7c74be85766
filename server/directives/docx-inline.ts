import { child, isOn, type XmlNode } from '#server/directives/docx-xml.ts'

export interface Inline {
  text: string
  /** Text boxes anchored in the paragraph; they are read after it. */
  boxes: XmlNode[]
  /** Notes of the whole document in the order in which they are cited. */
  cited: { kind: 'footnote' | 'endnote'; id: string }[]
}

/** Not part of what is read: deleted text, codes of fields, properties, pronunciation. */
const SKIPPED = new Set(
  'w:del w:moveFrom w:delText w:instrText w:delInstrText w:fldData w:pPr w:rPr w:sdtPr w:sdtEndPr w:rt w:tbl'.split(
    ' ',
  ),
)
const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
}
/** Characters of the Wingdings fonts that carry meaning in forms: boxes, ticks, dashes and arrows. */
const WINGDINGS: Readonly<Record<string, string>> = {
  F0A8: '☐',
  F06F: '☐',
  F0FE: '☑',
  F052: '☑',
  F0FD: '☒',
  F0FC: '✓',
  F0E0: '→',
  F0F0: '⇨',
}
const SOFT_HYPHEN = /\u00ad/g

/** The text of a paragraph. Appends the notes that it cites to `cited` and marks each with its place in that list. */
export function inlineText(paragraph: XmlNode, cited: Inline['cited']): Inline {
  const inline: Inline = { text: '', boxes: [], cited }
  for (const node of paragraph.children) add(node, inline)
  return inline
}

function add(node: XmlNode, inline: Inline): void {
  if (SKIPPED.has(node.name)) return
  const character = CHARACTERS[node.name]
  if (character !== undefined) inline.text += character
  else if (node.name === 'w:t' || node.name === 'm:t') inline.text += textOf(node)
  else if (node.name === 'w:sym') inline.text += symbol(node)
  else if (node.name === 'w:txbxContent') inline.boxes.push(node)
  else if (node.name === 'w:footnoteReference') cite('footnote', node, inline)
  else if (node.name === 'w:endnoteReference') cite('endnote', node, inline)
  else if (node.name === 'mc:AlternateContent') {
    const chosen = child(node, 'mc:Choice') ?? child(node, 'mc:Fallback')
    if (chosen !== undefined) add(chosen, inline)
  } else if (node.name !== 'w:r' || !isOn(child(node, 'w:rPr'), 'w:vanish')) {
    for (const inner of node.children) add(inner, inline)
  }
}

/** Without `xml:space="preserve"` the blanks at both ends do not count; a line break in the file is a blank. */
function textOf(node: XmlNode): string {
  const text = node.text.replace(SOFT_HYPHEN, '').replace(/[\r\n\t]+/g, ' ')
  return node.attributes['xml:space'] === 'preserve' ? text : text.trim()
}

function symbol(node: XmlNode): string {
  const code = (node.attributes['w:char'] ?? '').toUpperCase()
  if (/^wingdings/i.test(node.attributes['w:font'] ?? '')) return WINGDINGS[code] ?? ''
  const point = Number.parseInt(code, 16)
  // The private area repeats the font's own letters; without the font they mean nothing.
  return point > 0 && (point < 0xe000 || point > 0xf8ff) && point <= 0xffff ? String.fromCodePoint(point) : ''
}

function cite(kind: 'footnote' | 'endnote', node: XmlNode, inline: Inline): void {
  inline.cited.push({ kind, id: node.attributes['w:id'] ?? '' })
  inline.text += `[${inline.cited.length}]`
}
