const ALPHABET = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
// ngang, huyền, hỏi, ngã, sắc, nặng
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const LETTER_MARKS = /[\u0306\u0302\u031b]/

/**
 * A key whose plain byte order is Vietnamese dictionary order: the letters a ă â … u ư first, then the tones of the whole text; runs of
 * digits compare as numbers. Stored, because the embedded store has no Vietnamese collation.
 */
export function vietnameseOrder(text: string): string {
  let letters = ''
  let tones = ''
  const decomposed = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\d+/g, (digits) => digits.padStart(8, '0'))
  for (const character of decomposed) {
    if (character === 'đ') {
      letters += letterKey('đ')
      tones += '0'
      continue
    }
    const [base = '', ...marks] = character.normalize('NFD')
    const shape = marks.filter((mark) => LETTER_MARKS.test(mark)).join('')
    const tone = marks.find((mark) => TONES.includes(mark)) ?? ''
    letters += letterKey((base + shape).normalize('NFC'))
    tones += TONES.indexOf(tone)
  }
  return `${letters}\u0001${tones}`
}

function letterKey(letter: string): string {
  const rank = ALPHABET.indexOf(letter)
  if (rank >= 0) return String.fromCharCode(0x61 + rank)
  if (letter >= '0' && letter <= '9') return letter
  return /\s/.test(letter) ? ' ' : '!'
}

/** People, units, anything with a name, in Vietnamese order. */
export function byVietnameseOrder<T extends { name: string }>(items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: vietnameseOrder(item.name) }))
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item)
}
