import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'

/**
 * What words mean to reading because an office says so.
 *
 * unit         the name of a body, which may be lead
 * order        opens an order, as "giao" does
 * exhortation  a sentence with it is an exhortation and no task
 * never        a sentence with it is proposed as nothing
 */
export const PhraseKind = z.enum(['unit', 'order', 'exhortation', 'never'])
export type PhraseKind = z.infer<typeof PhraseKind>

/** Holds for the register of its owner and for those below. */
export const FixedPhrase = z.object({
  id: Id,
  ownerId: Id,
  kind: PhraseKind,
  phrase: z.string(),
  note: z.string().nullable(),
  version: z.int(),
})
export type FixedPhrase = z.infer<typeof FixedPhrase>

const WORD = /[\p{L}\p{M}\p{N}]+/gu

/**
 * Whether a phrase says enough to be looked for in every sentence: two words, one abbreviation for a name ("bộ" and "đoàn" are parts of a
 * hundred others), one word to open an order, which stands at the head of a clause only.
 */
export function saysEnough(kind: PhraseKind, phrase: string): boolean {
  const words = phrase.normalize('NFC').match(WORD) ?? []
  if (words.length > 1) return true
  if (kind === 'unit') return /^\p{Lu}{2,}$/u.test(words[0] ?? '')
  return kind === 'order' && words.length === 1
}

/** Under which two phrases are the same to reading, but for where the tone stands. */
export function phraseKey(phrase: string): string {
  return phrase.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
