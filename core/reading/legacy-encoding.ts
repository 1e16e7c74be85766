import { isVietnameseSyllable } from '#core/reading/vietnamese-syllable.ts'

/**
 * The two ways in which Vietnamese was stored before Unicode (TCVN 6909:2001), and still is in files of the nineties and of the two
 * thousands. Both lie in fonts: the file says Windows-1252, the font draws other letters. So both are decoded from the letters that
 * Windows-1252 shows ("Céng hßa x· héi" is TCVN3, "Coäng hoøa xaõ hoäi" is VNI).
 */
export type LegacyEncoding = 'tcvn3' | 'vni'

/** What a decoding could not know, because the font said it. */
export interface Decoded {
  text: string
  lost: 'capitals' | null
}

/** Windows-1252 at 0x80–0x9F; elsewhere it is Latin-1. The five codes without a letter stay what they are. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Bytes as Windows-1252 shows them. */
export function latinText(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192)).replace(
      /[\u0080-\u009f]/g,
      (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? c,
    )
  return text
}

/** TCVN 5712:1993, set VN3 ("ABC", fonts named .Vn…): one code for each small letter, seven for capitals without tone. */
export const TCVN3: ReadonlyMap<string, string> = tableOf(
  '¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \u00adư ®đ µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ Ìè Îẻ Ïẽ Ðé Ñẹ Òề Óể Ôễ Õế Öệ ×ì Øỉ ' +
    'Üĩ Ýí Þị ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ',
)

/** VNI for Windows (fonts named VNI-…): the plain letter, then a code for its marks; a few letters have a code of their own. */
export const VNI: ReadonlyMap<string, string> = vniTable()

const VNI_LETTER = new RegExp([...VNI.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu')
const TONED = /[àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/u
const EVERY_TONED = new RegExp(TONED, 'gu')

/**
 * TCVN3 has no toned capitals: a font of capitals (.VnTimeH) draws the small codes as capitals. Where the font is known it decides;
 * elsewhere a word or a line whose other letters are all capitals is read as capitals, and that this was a guess is said.
 */
export function decodeTcvn3(latin: string, font: 'small' | 'capitals' | 'unknown' = 'unknown'): Decoded {
  const text = latin.replace(/[\u00a1-\u00fe]/g, (c) => TCVN3.get(c) ?? c)
  if (font === 'capitals') return { text: text.toUpperCase(), lost: null }
  if (font === 'small') return { text, lost: null }
  return { text: text.replace(/[^\n\r]+/g, raiseCapitals), lost: TONED.test(text) ? 'capitals' : null }
}

function raiseCapitals(line: string): string {
  const untoned = line.replace(/[^\p{L}]/gu, '').replace(EVERY_TONED, '')
  // A line of capitals; "Số: 12/KH-BCA" only looks like one.
  if (/^\p{Lu}{4,}$/u.test(untoned)) return line.toUpperCase().replace(/^SỐ(?= *:? *\d)/u, 'Số')
  // "CéNG" but not "Bé", which may be BỘ or Bộ.
  return line.replace(/\p{L}+/gu, (word) => {
    const rest = word.replace(EVERY_TONED, '')
    return /^\p{Lu}{2,}$/u.test(rest) ? word.toUpperCase() : word
  })
}

/**
 * Some programs write the ư of TCVN3, a soft hyphen in Windows-1252, as a plain hyphen: "n-ớc". Of decoded words, a hyphen is ư where
 * that makes a syllable: in "động-Th-ơng" the second, not the first.
 */
export function hornsFromHyphens(decoded: string): string {
  return decoded.replace(/(?:\p{L}|-)*-(?:\p{L}|-)*/gu, (word) => {
    const [first = '', ...rest] = word.split('-')
    let [done, last] = ['', first]
    for (const part of rest) {
      if (part + last !== '' && isVietnameseSyllable(`${last}ư${part}`)) last = `${last}ư${part}`
      else [done, last] = [`${done}${last}-`, part]
    }
    return done + last
  })
}

/** The longest match first: "öù" is ứ before it is ư and a stray ù. */
export function decodeVni(latin: string): Decoded {
  return { text: latin.replace(VNI_LETTER, (stored) => VNI.get(stored) ?? stored), lost: null }
}

export function decodeLegacy(latin: string, encoding: LegacyEncoding): Decoded {
  return encoding === 'tcvn3' ? decodeTcvn3(latin) : decodeVni(latin)
}

/** Texts with fewer words that only a legacy encoding explains say too little to be judged. */
const FEW_WORDS = 3
/** How much of a text is judged: some thirty pages. */
const SAMPLE = 100_000
/** Letters of Vietnamese that Windows-1252 does not have: a text that shows one is not in a legacy encoding. */
const UNICODE_LETTER = /[\u0300-\u036f\u1ea0-\u1ef9ăđĩũơưĂĐĨŨƠƯ]/u
/** QĐ, NĐ, HĐND: no syllables in any encoding. */
const ABBREVIATION = /^[B-DF-HJ-NP-TV-XZĐ]+$/
const WORD = { tcvn3: /[A-Za-z\u00a1-\u00ff]+/g, vni: /[A-Za-z\u00c0-\u00ff]+/g }

/** Which legacy encoding a text shown as Windows-1252 is in, if any: almost every word with marks must become a syllable. */
export function guessLegacy(latin: string): LegacyEncoding | undefined {
  const sample = latin.slice(0, SAMPLE)
  if (UNICODE_LETTER.test(sample)) return undefined
  const [a, b] = [scoreOf(sample, 'tcvn3'), scoreOf(sample, 'vni')]
  const best = b.share > a.share ? b : a
  return best.marked >= FEW_WORDS && best.share >= 0.85 && best.shareOfAll >= 0.6 ? best.encoding : undefined
}

/** Of the words with marks, and of all words, the share that are Vietnamese syllables once decoded. */
function scoreOf(latin: string, encoding: LegacyEncoding) {
  let [words, syllables, marked, markedSyllables] = [0, 0, 0, 0]
  for (const [word] of latin.matchAll(WORD[encoding])) {
    const decoded = decodeLegacy(word, encoding).text
    if (ABBREVIATION.test(decoded)) continue
    const isMarked = /[\u00a1-\u00ff]/.test(word)
    // What the table leaves as it is, it does not explain; í and ì are themselves in VNI.
    const isExplained = !isMarked || decoded !== word || (encoding === 'vni' && /[íì]/i.test(word))
    const isSyllable = isExplained && isVietnameseSyllable(decoded)
    words += 1
    if (isSyllable) syllables += 1
    if (isMarked) marked += 1
    if (isMarked && isSyllable) markedSyllables += 1
  }
  return { encoding, marked, share: markedSyllables / (marked || 1), shareOfAll: syllables / (words || 1) }
}

function tableOf(pairs: string): Map<string, string> {
  return new Map(pairs.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]))
}

/** Marks in the order of the tones: huyền, hỏi, ngã, sắc, nặng; behind plain letters, behind â ê ô, behind ă. */
function vniTable(): Map<string, string> {
  const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
  const table = new Map<string, string>()
  const add = (stored: string, letter: string) => {
    const composed = letter.normalize('NFC')
    const [first = '', mark = ''] = stored
    for (const [base, capital] of [
      [first, false],
      [first.toUpperCase(), true],
    ] as const)
      for (const one of new Set([mark, mark.toUpperCase()]))
        table.set(base + one, capital ? composed.toUpperCase() : composed)
  }
  const toned = (base: string, letter: string, marks: string) =>
    Array.from(marks).forEach((mark, i) => add(base + mark, letter + (TONES[i] ?? '')))
  for (const letter of 'aeouy') toned(letter, letter, 'øûõùï')
  for (const letter of 'aeo') {
    add(`${letter}â`, `${letter}\u0302`)
    toned(letter, `${letter}\u0302`, 'àåãáä')
  }
  add('aê', 'ă')
  toned('a', 'ă', 'èúüéë')
  for (const [base, letter] of [
    ['ô', 'ơ'],
    ['ö', 'ư'],
  ] as const) {
    add(base, letter)
    toned(base, letter, 'øûõùï')
  }
  for (const [stored, letter] of ['ñđ', 'ìì', 'æỉ', 'óĩ', 'íí', 'òị', 'îỵ'].map((pair) => Array.from(pair)))
    add(stored ?? '', letter ?? '')
  return table
}
