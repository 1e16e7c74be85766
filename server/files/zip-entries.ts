import { crc32 } from 'node:zlib'
import { inflateSync } from 'fflate'

/** One file inside a ZIP archive as its directory announces it. */
export interface ZipEntry {
  name: string
  /** Bytes when expanded, as announced. */
  size: number
  encrypted: boolean
  /** Expands the file. Never more than `size` bytes; undefined when they are not what the directory announces. */
  read(): Uint8Array | undefined
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
/** The record itself and the longest comment that may follow it (APPNOTE 4.3.16). */
const END_RECORD_BYTES = 22
const END_SEARCH_BYTES = END_RECORD_BYTES + 65_535
const STORED = 0
const DEFLATED = 8

/** The directory of an archive; undefined when it is damaged. Archives of 4 GB and more (ZIP64) are not read. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - END_RECORD_BYTES
  while (end >= 0 && end >= bytes.length - END_SEARCH_BYTES && view.getUint32(end, true) !== END_OF_DIRECTORY) end--
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) return undefined
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined
    const nameLength = view.getUint16(at + 28, true)
    const entry: DirectoryEntry = {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      size: entry.size,
      encrypted: (entry.flags & 1) === 1,
      read: () => expand(bytes, view, entry),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

interface DirectoryEntry {
  flags: number
  method: number
  checksum: number
  packed: number
  size: number
  offset: number
}

function expand(bytes: Uint8Array, view: DataView, entry: DirectoryEntry): Uint8Array | undefined {
  const { offset } = entry
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_HEADER) return undefined
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) return undefined
  const expanded =
    entry.method === STORED ? packed : entry.method === DEFLATED ? inflate(packed, entry.size) : undefined
  // fflate does not look at the checksum, and a flipped bit may turn "30 ngày" into "70 ngày".
  return expanded?.length === entry.size && crc32(expanded) === entry.checksum ? expanded : undefined
}

function inflate(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateSync(packed, { out: new Uint8Array(size) })
  } catch {
    return undefined
  }
}
