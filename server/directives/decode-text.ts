import { ok, refuse, type Result } from '#core/kernel/result.ts'

/** The text of a .txt file: UTF-8, or UTF-16 that says so by its mark. Anything else is refused rather than guessed. */
export function decodeText(bytes: Uint8Array): Result<{ text: string }> {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return refuse({ code: 'file/not_utf8' })
  }
  if (text.trim() === '') return refuse({ code: 'file/empty_text' })
  if (text.includes('\u0000')) return refuse({ code: 'file/not_utf8' })
  return ok({ text: text.replaceAll('\r\n', '\n').normalize('NFC') })
}
