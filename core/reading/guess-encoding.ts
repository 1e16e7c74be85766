import { guessLegacy, latinText } from '#core/reading/legacy-encoding.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'tcvn3' | 'vni' | 'unknown'

/** A legacy text is judged by its beginning, binary data are refused by any of their bytes. */
const SAMPLE_BYTES = 100_000

/**
 * The encoding of a Vietnamese text: by its mark, by the zero bytes that UTF-16 has on one side, by being UTF-8, or by its words.
 * `unknown` is what is no text, and text of Windows-1252 or another encoding in which the words are not Vietnamese.
 */
export function guessEncoding(bytes: Uint8Array): TextEncoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
    else if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a) {
      // In UTF-16 any byte can be half of a letter.
      if (zeros[0] === 0 && zeros[1] === 0) return 'unknown'
    }
  }
  const [even = 0, odd = 0] = zeros
  if (even + odd > 0) return utf16Side(even, odd, bytes.length)
  if (isUtf8(bytes)) return 'utf-8'
  return guessLegacy(latinText(bytes.subarray(0, SAMPLE_BYTES))) ?? 'unknown'
}

/** Blanks, digits and plain letters have one zero byte each: in Vietnamese text three letters of four. */
function utf16Side(even: number, odd: number, length: number): TextEncoding {
  if (length % 2 !== 0) return 'unknown'
  if (even === 0 && odd > length / 5) return 'utf-16le'
  if (odd === 0 && even > length / 5) return 'utf-16be'
  return 'unknown'
}

/** RFC 3629, section 4: no overlong forms, no surrogates, nothing above U+10FFFF. */
export function isUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at++] ?? 0
    if (first < 0x80) continue
    const more =
      first >= 0xc2 && first <= 0xdf ? 1 : first >= 0xe0 && first <= 0xef ? 2 : first >= 0xf0 && first <= 0xf4 ? 3 : 0
    if (more === 0) return false
    const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
    const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
    for (let i = 0; i < more; i++) {
      const next = bytes[at++] ?? 0
      if (next < (i === 0 ? low : 0x80) || next > (i === 0 ? high : 0xbf)) return false
    }
  }
  return true
}
