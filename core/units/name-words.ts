import { fold } from '#core/kernel/fold.ts'

/** One word of a name: `plain` without accents, `marked` with them but with the tone at the end, so that hoà and hòa are one word. */
export interface Word {
  plain: string
  marked: string
}

/** What a directive puts before a name and what follows from it. */
export interface ReadName {
  words: Word[]
  /** The name was that of a post: "Giám đốc Sở …" means the Sở. */
  byPosition: boolean
  /** "… có liên quan": only some of those named are meant, so a person must choose. */
  qualified: boolean
  /** Whether accents were written at all; without them nothing that differs only by accents can be told apart. */
  hasMarks: boolean
}

/** Abbreviations of the language; those of an organisation (PTCS) are learned from short names and from the office's dictionary. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  UBND: 'ủy ban nhân dân',
  HĐND: 'hội đồng nhân dân',
  TP: 'thành phố',
  TPHCM: 'thành phố Hồ Chí Minh',
  HCM: 'Hồ Chí Minh',
  VP: 'văn phòng',
  TW: 'trung ương',
  MTTQ: 'mặt trận tổ quốc',
  LĐLĐ: 'liên đoàn lao động',
  LHPN: 'liên hiệp phụ nữ',
}

/** Post and the word with which its body begins; null where the body follows in full ("Giám đốc Sở …"). */
const POSITIONS: readonly (readonly [post: string, body: string | null])[] = [
  ['tổng cục trưởng', 'tổng cục'],
  ['cục trưởng', 'cục'],
  ['vụ trưởng', 'vụ'],
  ['viện trưởng', 'viện'],
  ['chánh văn phòng', 'văn phòng'],
  ['chánh thanh tra', 'thanh tra'],
  ['trưởng ban', 'ban'],
  ['trưởng phòng', 'phòng'],
  ['trưởng công an', 'công an'],
  ['bộ trưởng', 'bộ'],
  ['thứ trưởng', 'bộ'],
  ['hiệu trưởng', 'trường'],
  ['tổng giám đốc', null],
  ['giám đốc', null],
  ['chủ tịch', null],
  ['thủ trưởng', null],
  ['lãnh đạo', null],
  ['người đứng đầu', null],
]
const LEAD_INS = ['đồng chí', 'tập thể', 'phó']
/** "các đồng chí Giám đốc Sở" are several Sở. */
const PLURAL_LEAD_IN = 'các đồng chí'
const QUALIFIERS = ['có liên quan', 'liên quan', 'được phân công', 'được giao', 'theo phân công', 'khác']
const ENUMERATOR = /^\s*(?:\d{1,2}[.)]|[a-zđ]\)|[-–—+*•])\s+/iu
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

const POSITION_WORDS = POSITIONS.map(([post, body]) => ({
  post: readWords(post),
  body: body === null ? [] : readWords(body),
}))
const LEAD_IN_WORDS = LEAD_INS.map((text) => readWords(text))
const PLURAL_LEAD_IN_WORDS = readWords(PLURAL_LEAD_IN)
const PLURAL = readWords('các')
const QUALIFIER_WORDS = QUALIFIERS.map((text) => readWords(text))

/** The words of a text: abbreviations written out, "và" left out (it is a dash or a comma elsewhere), numbers without leading zeros. */
export function readWords(text: string, memo?: Map<string, Word>): Word[] {
  const words: Word[] = []
  for (const [raw] of text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    let word = memo?.get(raw)
    if (!word) {
      const long = ABBREVIATIONS[raw.toUpperCase()] ?? (raw === 'TƯ' && /\p{Ll}/u.test(text) ? 'trung ương' : undefined)
      if (long !== undefined) {
        words.push(...readWords(long, memo))
        continue
      }
      word = wordOf(raw)
      memo?.set(raw, word)
    }
    if (word.plain !== 'va' || (word.marked !== 'va' && word.marked !== 'va\u0300')) words.push(word)
  }
  return words
}

function wordOf(raw: string): Word {
  const number = /^0+(\d+)$/.exec(raw)
  if (number?.[1] !== undefined) return { plain: number[1], marked: number[1] }
  const decomposed = raw.toLowerCase().normalize('NFD')
  const tones = decomposed.match(TONES)?.join('') ?? ''
  return { plain: fold(raw), marked: decomposed.replace(TONES, '') + tones }
}

/** Reads a name as a directive writes it, down to the name of the body; words after the first `mostWords` are left out. */
export function readName(written: string, mostWords: number): ReadName {
  let words = readWords(written.replace(ENUMERATOR, '')).slice(0, mostWords)
  // Of what was written, not of the abbreviations in it: "xa thanh an, tp.hcm" has none.
  const hasMarks = /\p{M}|đ/iu.test(written.normalize('NFD'))
  const isPlural = startsWith(words, PLURAL_LEAD_IN_WORDS)
  if (isPlural) words = words.slice(PLURAL_LEAD_IN_WORDS.length)
  let byPosition = false
  for (let again = true; again; ) {
    again = false
    for (const lead of LEAD_IN_WORDS) {
      if (words.length > lead.length && startsWith(words, lead)) {
        words = words.slice(lead.length)
        again = true
      }
    }
    const position = POSITION_WORDS.find(({ post }) => startsWith(words, post))
    if (!position) continue
    const rest = words.slice(position.post.length)
    const bodyFollows = startsWith(rest, position.body) || rest[0]?.plain === 'cac'
    if (rest.length === 0 && position.body.length === 0) break
    words = bodyFollows ? rest : [...position.body, ...rest]
    byPosition = true
    again = bodyFollows
  }
  if (isPlural && words[0]?.plain !== 'cac') words = [...PLURAL, ...words]
  const qualifier = QUALIFIER_WORDS.find(
    (tail) => words.length > tail.length && startsWith(words.slice(-tail.length), tail),
  )
  return { words: qualifier ? words.slice(0, -qualifier.length) : words, byPosition, qualified: !!qualifier, hasMarks }
}

/** Accents decide only where they are written: "thủ trưởng" is no "thứ trưởng", but "thu truong" may be either. */
export function startsWith(words: readonly Word[], start: readonly Word[]): boolean {
  return start.length <= words.length && start.every((word, at) => isLike(words[at], word))
}

function isLike(written: Word | undefined, word: Word): boolean {
  return written?.plain === word.plain && (written.marked === word.marked || written.marked === written.plain)
}

export function plainKey(words: readonly Word[]): string {
  return words.map((word) => word.plain).join(' ')
}

/** `same` accents, `bare` where they were left out, `other` where they contradict. Both must have the same plain words. */
export type Accents = 'same' | 'bare' | 'other'

export function compareAccents(written: readonly Word[], name: readonly Word[]): Accents {
  let accents: Accents = 'same'
  for (const [at, word] of written.entries()) {
    if (word.marked === name[at]?.marked) continue
    if (word.marked !== word.plain) return 'other'
    accents = 'bare'
  }
  return accents
}
