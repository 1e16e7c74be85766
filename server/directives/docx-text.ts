import { ok, refuse, type Result } from '#core/kernel/result.ts'
import { type DocumentParts, documentLines } from '#server/directives/docx-blocks.ts'
import { numberLabels } from '#server/directives/docx-numbering.ts'
import { child, childrenOf, parseXml, type XmlNode } from '#server/directives/docx-xml.ts'
import { isEncryptedOffice, isOle, isZip } from '#server/files/media-type.ts'
import { type ZipEntry, zipEntries } from '#server/files/zip-entries.ts'

/** 20 MB, as for every file that is handed in. */
export const MAX_DOCX_BYTES = 20 * 1024 * 1024
/** What the parts that are read may expand to together: 1,000 pages of text take about 10 MB. */
export const MAX_XML_BYTES = 24 * 1024 * 1024
/** What the whole file may expand to, pictures included, and how many parts it may have. */
const MAX_EXPANDED_BYTES = 500 * 1024 * 1024
const MAX_ENTRIES = 10_000

export type DocxFailure =
  | { code: 'file/too_large'; limit: number }
  /** Expanded it would be larger, or have more parts, than any honest document. */
  | { code: 'file/expands_too_far'; limit: number }
  | { code: 'file/not_docx' }
  | { code: 'file/encrypted' }
  /** The format of Word before 2007 (.doc). */
  | { code: 'file/old_word' }
  | { code: 'file/broken' }
  | { code: 'file/empty_text' }

/**
 * The text of a Word document as it reads on paper: paragraphs in their order with their automatic numbers, tables as rows
 * `| a | b |`, text boxes behind their paragraph, notes at the end, without what was deleted under revision; in NFC.
 * Synchronous: 500 paragraphs (20 pages) take 50 ms, the first time 0.3 s, 40,000 paragraphs 3 s (2 cores, 2026-11-21).
 */
export function docxText(bytes: Uint8Array): Result<{ text: string }, DocxFailure> {
  if (bytes.length > MAX_DOCX_BYTES) return refuse({ code: 'file/too_large', limit: MAX_DOCX_BYTES })
  if (isOle(bytes)) return refuse({ code: isEncryptedOffice(bytes) ? 'file/encrypted' : 'file/old_word' })
  if (!isZip(bytes)) return refuse({ code: 'file/not_docx' })
  const entries = zipEntries(bytes)
  if (entries === undefined) return refuse({ code: 'file/broken' })
  if (entries.length > MAX_ENTRIES) return refuse({ code: 'file/expands_too_far', limit: MAX_ENTRIES })
  if (totalSize(entries) > MAX_EXPANDED_BYTES)
    return refuse({ code: 'file/expands_too_far', limit: MAX_EXPANDED_BYTES })

  const parts = new Map(entries.map((entry) => [entry.name, entry]))
  const main = mainPart(parts)
  if (main === undefined) return refuse({ code: 'file/not_docx' })
  const found = companions(parts, main.name)
  const wanted = [main, ...Object.values(found)].filter((entry) => entry !== undefined)
  if (wanted.some((entry) => entry.encrypted)) return refuse({ code: 'file/encrypted' })
  if (totalSize(wanted) > MAX_XML_BYTES) return refuse({ code: 'file/expands_too_far', limit: MAX_XML_BYTES })

  const body = child(read(main), 'w:body')
  const [numbering, styles, footnotes, endnotes] = [found.numbering, found.styles, found.footnotes, found.endnotes].map(
    read,
  )
  if (body === undefined) return refuse({ code: 'file/broken' })
  // Without its numbers a document reads, but wrongly: better none.
  if (found.numbering !== undefined && numbering === undefined) return refuse({ code: 'file/broken' })
  const document: DocumentParts = {
    labels: numberLabels(numbering, styles),
    styles,
    footnotes: notesOf(footnotes, 'w:footnote'),
    endnotes: notesOf(endnotes, 'w:endnote'),
  }
  const text = tidy(documentLines(body, document))
  return text === '' ? refuse({ code: 'file/empty_text' }) : ok({ text })
}

function totalSize(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0)
}

function read(entry: ZipEntry | undefined): XmlNode | undefined {
  const bytes = entry?.read()
  return bytes === undefined ? undefined : parseXml(bytes)
}

/** The part that the package names as its document; most programs call it word/document.xml. */
function mainPart(parts: ReadonlyMap<string, ZipEntry>): ZipEntry | undefined {
  const named = parts.get(target(parts, '_rels/.rels', '', 'officeDocument') ?? '')
  const main = named ?? parts.get('word/document.xml')
  return main !== undefined && /\.xml$/i.test(main.name) && !/^(?:xl|ppt)\//.test(main.name) ? main : undefined
}

function companions(parts: ReadonlyMap<string, ZipEntry>, main: string) {
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const rels = `${folder}_rels/${main.slice(folder.length)}.rels`
  const companion = (type: string) => parts.get(target(parts, rels, folder, type) ?? `${folder}${type}.xml`)
  return {
    numbering: companion('numbering'),
    styles: companion('styles'),
    footnotes: companion('footnotes'),
    endnotes: companion('endnotes'),
  }
}

/** The part to which a relationship of the given type points (transitional and strict types end alike). */
function target(parts: ReadonlyMap<string, ZipEntry>, rels: string, folder: string, type: string): string | undefined {
  const entry = parts.get(rels)
  if (entry === undefined || entry.size > MAX_XML_BYTES) return undefined
  const relationship = read(entry)?.children.find(({ attributes }) => attributes['Type']?.endsWith(`/${type}`))
  const path = relationship?.attributes['Target']
  return path?.startsWith('/') ? path.slice(1) : path === undefined ? undefined : folder + path
}

function notesOf(part: XmlNode | undefined, name: string): Map<string, XmlNode> {
  return new Map(childrenOf(part, name).map((note) => [note.attributes['w:id'] ?? '', note]))
}

/** No blanks at the ends of lines, never more than one empty line, one form of each letter. */
function tidy(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '')
    .normalize('NFC')
}
