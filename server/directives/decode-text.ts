import type { IntakeNote } from '#core/directives/intake-note.ts'
import { ok, refuse, type Result } from '#core/kernel/result.ts'
import { guessEncoding } from '#core/reading/guess-encoding.ts'
import { decodeLegacy, guessLegacy, latinText, type LegacyEncoding } from '#core/reading/legacy-encoding.ts'

export interface ReadText {
  text: string
  notes: IntakeNote[]
}

/**
 * The text of a .txt file: UTF-8, UTF-16, or one of the two encodings of before Unicode, whose words then prove it.
 * Anything else is refused rather than guessed.
 */
export function decodeText(bytes: Uint8Array): Result<ReadText> {
  const encoding = guessEncoding(bytes)
  if (encoding === 'unknown') return refuse({ code: 'file/not_utf8' })
  if (encoding === 'tcvn3' || encoding === 'vni') return ok(inUnicode(latinText(bytes), encoding))
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return refuse({ code: 'file/not_utf8' })
  }
  if (text.trim() === '') return refuse({ code: 'file/empty_text' })
  if (text.includes('\u0000')) return refuse({ code: 'file/not_utf8' })
  return ok(decodeShown(text))
}

/** Words copied out of a legacy font keep their codes ("Céng hßa"), although the file itself is Unicode. */
export function decodeShown(text: string): ReadText {
  const encoding = guessLegacy(text)
  return encoding === undefined ? { text: tidy(text), notes: [] } : inUnicode(text, encoding)
}

function inUnicode(shown: string, encoding: LegacyEncoding): ReadText {
  const { text, lost } = decodeLegacy(shown, encoding)
  return { text: tidy(text), notes: [`decoded_${encoding}`, ...(lost === null ? [] : (['capitals_lost'] as const))] }
}

/** Half of a surrogate pair is no letter, and the store takes none. */
function tidy(text: string): string {
  return text.normalize('NFC').toWellFormed()
}
