import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { guessEncoding, isUtf8 } from '#core/reading/guess-encoding.ts'
import { decodeTcvn3, decodeVni, TCVN3, VNI } from '#core/reading/legacy-encoding.ts'

const VOWELS = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y']
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const SMALL = ['đ', ...VOWELS.flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize('NFC')))].filter(
  (letter) => !/[a-z]/.test(letter),
)
const ALL = [...SMALL, ...SMALL.map((letter) => letter.toUpperCase())]
const CONSONANTS = Array.from('bcdghklmnpqrstvxBCDGHKLMNPQRSTVX .,-/0123456789\n')

function inverse(table: ReadonlyMap<string, string>): Map<string, string> {
  const out = new Map<string, string>()
  for (const [stored, letter] of table) if (!out.has(letter)) out.set(letter, stored)
  return out
}

function text(letters: readonly string[]) {
  return fc
    .array(fc.constantFrom(...letters, ...CONSONANTS, ...Array.from('aeiouyAEIOUY')), { maxLength: 60 })
    .map((list) => list.join(''))
}

test('there are 134 letters beyond the plain ones', () => {
  assert.equal(new Set(ALL).size, 134)
})

test('every letter and every text goes to VNI and back', () => {
  const stored = inverse(VNI)
  const encode = (s: string) =>
    Array.from(s)
      .map((c) => stored.get(c) ?? c)
      .join('')
  for (const letter of ALL) assert.equal(decodeVni(encode(letter)).text, letter)
  fc.assert(fc.property(text(ALL), (s) => assert.equal(decodeVni(encode(s)).text, s)))
})

test('every small letter and every text of them goes to TCVN3 and back', () => {
  const stored = inverse(TCVN3)
  const encode = (s: string) =>
    Array.from(s)
      .map((c) => stored.get(c) ?? c)
      .join('')
  const known = [...SMALL, ...Array.from('ĂÂÊÔƠƯĐ')]
  for (const letter of known) assert.equal(decodeTcvn3(encode(letter), 'small').text, letter)
  fc.assert(fc.property(text(known), (s) => assert.equal(decodeTcvn3(encode(s), 'small').text, s)))
})

test('any bytes have an encoding or none, and UTF-8 is what the platform decodes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      guessEncoding(bytes)
      let decodes = true
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      } catch {
        decodes = false
      }
      assert.equal(isUtf8(bytes), decodes)
    }),
    { numRuns: 500 },
  )
})
