import type { NumberLabels } from '#server/directives/docx-numbering.ts'
import { type Inline, inlineText } from '#server/directives/docx-inline.ts'
import { child, childrenOf, isOn, valueOf, type XmlNode } from '#server/directives/docx-xml.ts'

export interface DocumentParts {
  labels: NumberLabels
  styles: XmlNode | undefined
  /** The notes by kind and id. */
  footnotes: ReadonlyMap<string, XmlNode>
  endnotes: ReadonlyMap<string, XmlNode>
}

/** A table without lines is a means of layout (letterhead, signatures) when it is no larger than this. */
const LAYOUT_COLUMNS = 3
const LAYOUT_ROWS = 4
const MAX_STYLE_DEPTH = 20

/** The lines of a document in the order of reading, its notes at the end. */
export function documentLines(body: XmlNode, parts: DocumentParts): string[] {
  const cited: Inline['cited'] = []
  const lines = blockLines(body, parts, cited)
  // A note may cite another one, so the list may grow while it is read.
  for (let i = 0; i < cited.length; i++) {
    const note = cited[i]
    const content = note && (note.kind === 'footnote' ? parts.footnotes : parts.endnotes).get(note.id)
    if (content !== undefined) lines.push(`[${i + 1}] ${oneLine(blockLines(content, parts, cited))}`)
  }
  return lines
}

function blockLines(container: XmlNode, parts: DocumentParts, cited: Inline['cited']): string[] {
  const lines: string[] = []
  /** The text of paragraphs whose mark was deleted: it goes on in the next paragraph. */
  let carried = ''
  for (const block of blocksIn(container)) {
    if (block.name === 'w:tbl') {
      lines.push(...tableLines(block, parts, cited))
      continue
    }
    const properties = child(block, 'w:pPr')
    const { text, boxes } = inlineText(block, cited)
    if (child(child(properties, 'w:rPr'), 'w:del') !== undefined) {
      carried += text
      continue
    }
    lines.push(...`${parts.labels(properties)}${carried}${text}`.split('\n'))
    carried = ''
    for (const box of boxes) lines.push(...blockLines(box, parts, cited))
  }
  if (carried !== '') lines.push(carried)
  return lines
}

/** Paragraphs and tables, also those inside content controls, insertions and alternatives; not what was deleted. */
function* blocksIn(container: XmlNode): Generator<XmlNode> {
  for (const node of container.children) {
    if (node.name === 'w:p' || node.name === 'w:tbl') yield node
    else if (node.name === 'mc:AlternateContent') {
      const chosen = child(node, 'mc:Choice') ?? child(node, 'mc:Fallback')
      if (chosen !== undefined) yield* blocksIn(chosen)
    } else if (['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag'].includes(node.name)) {
      yield* blocksIn(node)
    }
  }
}

function tableLines(table: XmlNode, parts: DocumentParts, cited: Inline['cited']): string[] {
  const rows = partsOf(table, 'w:tr')
    .filter((row) => child(child(row, 'w:trPr'), 'w:del') === undefined)
    .map((row) => partsOf(row, 'w:tc').filter((cell) => child(child(cell, 'w:tcPr'), 'w:cellDel') === undefined))
  if (isLayout(table, rows, parts.styles)) return rows.flat().flatMap((cell) => blockLines(cell, parts, cited))
  return rows.flatMap((row) => {
    const cells = row.map((cell) => oneLine(blockLines(cell, parts, cited)))
    return cells.some((cell) => cell !== '') ? [`| ${cells.join(' | ')} |`] : []
  })
}

/** Rows of a table, or cells of a row, also inside content controls. */
function partsOf(parent: XmlNode, name: string): XmlNode[] {
  return parent.children.flatMap((node) => {
    if (node.name === name) return [node]
    return ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'].includes(node.name) ? partsOf(node, name) : []
  })
}

/** One cell: its lines side by side. A table inside it gives up its bars, which would look like cells of the outer one. */
function oneLine(lines: readonly string[]): string {
  return lines
    .map((line) => (line.startsWith('| ') && line.endsWith(' |') ? line.slice(2, -2).replaceAll(' | ', ' ') : line))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A frame of one column, or a small table without lines whose cells hold several paragraphs: read cell by cell, not in rows. */
function isLayout(table: XmlNode, rows: readonly XmlNode[][], styles: XmlNode | undefined): boolean {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  if (columns <= 1) return true
  if (columns > LAYOUT_COLUMNS || rows.length > LAYOUT_ROWS || hasLines(table, rows, styles)) return false
  return rows.flat().some((cell) => [...blocksIn(cell)].length > 1)
}

function hasLines(table: XmlNode, rows: readonly XmlNode[][], styles: XmlNode | undefined): boolean {
  const properties = child(table, 'w:tblPr')
  const own = child(properties, 'w:tblBorders')
  if (own !== undefined) return visibleSides(own) > 0
  let style = styleOf(styles, valueOf(properties, 'w:tblStyle'))
  for (let depth = 0; style !== undefined && depth < MAX_STYLE_DEPTH; depth++) {
    const borders = child(child(style, 'w:tblPr'), 'w:tblBorders')
    if (borders !== undefined) return visibleSides(borders) > 0
    style = styleOf(styles, valueOf(style, 'w:basedOn'))
  }
  // One line is the rule below a name in a letterhead, two make a cell of a table.
  return rows.flat().some((cell) => visibleSides(child(child(cell, 'w:tcPr'), 'w:tcBorders')) > 1)
}

function styleOf(styles: XmlNode | undefined, id: string | undefined): XmlNode | undefined {
  return id === undefined
    ? undefined
    : childrenOf(styles, 'w:style').find((style) => style.attributes['w:styleId'] === id)
}

function visibleSides(borders: XmlNode | undefined): number {
  return borders?.children.filter(({ name }) => isOn(borders, name) && valueOf(borders, name) !== 'nil').length ?? 0
}
