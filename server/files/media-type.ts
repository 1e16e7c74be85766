import { guessEncoding } from '#core/reading/guess-encoding.ts'
import { type ZipEntry, zipEntries } from '#server/files/zip-entries.ts'

/** The kinds of file the office takes in. */
export const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  /** Word, Excel and the like before 2007, and also a newer file that is locked with a password. */
  ole: 'application/x-ole-storage',
  doc: 'application/msword',
  rtf: 'application/rtf',
  odt: 'application/vnd.oasis.opendocument.text',
  png: 'image/png',
  jpeg: 'image/jpeg',
  tiff: 'image/tiff',
  text: 'text/plain',
} as const
export type MediaType = (typeof mediaTypes)[keyof typeof mediaTypes]

const SIGNATURES: readonly [MediaType, readonly number[]][] = [
  [mediaTypes.pdf, [0x25, 0x50, 0x44, 0x46, 0x2d]],
  [mediaTypes.png, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  [mediaTypes.jpeg, [0xff, 0xd8, 0xff]],
  [mediaTypes.tiff, [0x49, 0x49, 0x2a, 0x00]],
  [mediaTypes.tiff, [0x4d, 0x4d, 0x00, 0x2a]],
  // {\rtf
  [mediaTypes.rtf, [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** Some programs write a few bytes before a PDF's header; Acrobat allows 1,024 (PDF 1.7 reference, appendix H.3.4.1). */
const PDF_SEARCH_BYTES = 1024

/** What a file is, by its bytes and never by its name; undefined when it is none of the known kinds. */
export function detectMediaType(bytes: Uint8Array): MediaType | undefined {
  for (const [type, signature] of SIGNATURES) if (startsWith(bytes, signature)) return type
  if (startsWith(bytes, ZIP)) return officeTypeOf(bytes)
  if (startsWith(bytes, OLE)) return contains(bytes, utf16('WordDocument')) ? mediaTypes.doc : mediaTypes.ole
  if (Buffer.from(bytes.subarray(0, PDF_SEARCH_BYTES)).includes('%PDF-')) return mediaTypes.pdf
  return isText(bytes) ? mediaTypes.text : undefined
}

/** An OLE file that holds a password-locked Office document (MS-OFFCRYPTO 2.3.2: the stream EncryptedPackage). */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return startsWith(bytes, OLE) && contains(bytes, utf16('EncryptedPackage'))
}

export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP)
}

export function isOle(bytes: Uint8Array): boolean {
  return startsWith(bytes, OLE)
}

/** OpenDocument 1.2 part 3, 3.3: the file `mimetype` holds the media type and nothing else. */
function isOdt(entry: ZipEntry | undefined): boolean {
  const bytes = entry && entry.size === mediaTypes.odt.length ? entry.read() : undefined
  return bytes !== undefined && Buffer.from(bytes).toString('latin1') === mediaTypes.odt
}

/** The list of parts is read, and nothing is expanded but those few letters. */
function officeTypeOf(bytes: Uint8Array): MediaType | undefined {
  const entries = zipEntries(bytes)
  const parts = new Set(entries?.map(({ name }) => name.toLowerCase()))
  if (parts.has('content.xml') && isOdt(entries?.find(({ name }) => name === 'mimetype'))) return mediaTypes.odt
  if (!parts.has('[content_types].xml')) return undefined
  if ([...parts].some((name) => /^word\/document\d*\.xml$/.test(name))) return mediaTypes.docx
  if (parts.has('xl/workbook.xml')) return mediaTypes.xlsx
  return undefined
}

/** Text in an encoding of which the words are known, without control characters that no text has. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false
  const encoding = guessEncoding(bytes)
  if (encoding === 'unknown') return false
  if (encoding === 'tcvn3' || encoding === 'vni') return true
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return !/[^\P{Cc}\t\n\f\r]|\ufffe/u.test(text)
  } catch {
    return false
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

function contains(bytes: Uint8Array, part: Buffer): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(part)
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le')
}
