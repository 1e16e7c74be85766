import { fold } from '#core/kernel/fold.ts'

/** More words than a title has are no search. */
const MOST_WORDS = 12
const TONES = '[\\u0300\\u0301\\u0303\\u0309\\u0323]'
/** A tone may stand on either letter of oa, oe and uy: hoà and hòa. Not where the vowel has a mark of its own: hoặc. */
const TONE_BEHIND = new RegExp(`(o(?=[ae])|u(?=y))([aey])(${TONES})(?![\\u0302\\u0306\\u031b])`, 'gi')
const TONE_BEFORE = new RegExp(`(o(?=${TONES}[ae])|u(?=${TONES}y))(${TONES})([aey])(?![\\u0302\\u0306\\u031b])`, 'gi')

/** What somebody typed to find something. */
export interface SearchWords {
  /** Without accents. Each has to begin a word of what is found; the last may be unfinished. */
  plain: string[]
  /** Of every word that was typed with accents its ways of writing: what has them all comes first. Empty where none was. */
  marked: string[][]
  /**
   * Where what was typed is the number of a task ("nv 12") or an assignment ("nv 12.3"), with or without its letters and zeros. With them, or with
   * the second number, it is nothing else (`sure`); a number alone may as well be that of a directive.
   */
  code: { number: number; ordinal: number | null; sure: boolean } | null
}

export function readSearch(typed: string): SearchWords {
  const text = typed.normalize('NFC').trim()
  const words = (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS)
  const [, letters, number, ordinal] = /^(nv\W*)?0*(\d{1,9})(?:\.0*(\d{1,4}))?$/i.exec(text) ?? []
  const sure = letters !== undefined || ordinal !== undefined
  return {
    plain: words.map(fold).filter((word) => word !== ''),
    marked: words.filter(hasMarks).map((word) => spellings(word.toLowerCase())),
    code: number === undefined ? null : { number: Number(number), ordinal: ordinal ? Number(ordinal) : null, sure },
  }
}

/** A word in small letters with its tone where either school writes it: "hoà" as "hoà" and "hòa". */
export function spellings(word: string): string[] {
  const letters = word.normalize('NFD')
  const ways = [letters.replace(TONE_BEHIND, '$1$3$2'), letters.replace(TONE_BEFORE, '$1$3$2'), letters]
  return [...new Set(ways.map((way) => way.normalize('NFC')))].toSorted()
}

function hasMarks(word: string): boolean {
  return /\p{M}|đ/iu.test(word.normalize('NFD'))
}
