import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessEncoding } from '#core/reading/guess-encoding.ts'
import {
  decodeTcvn3,
  decodeVni,
  guessLegacy,
  hornsFromHyphens,
  latinText,
  TCVN3,
  VNI,
} from '#core/reading/legacy-encoding.ts'

/** Bytes of Windows-1252, for letters that it shares with Latin-1. */
function bytes(latin: string): Uint8Array {
  return Uint8Array.from(latin, (c) => c.charCodeAt(0))
}

test('the words at the head of every document, as published in both encodings', () => {
  const head = 'Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc'
  assert.equal(decodeTcvn3('Céng hßa x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc').text, head)
  assert.equal(decodeVni('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Ñoäc laäp - Töï do - Haïnh phuùc').text, head)
})

test('TCVN3 has a code for 67 small letters and 7 capitals, VNI for all 134 letters', () => {
  const letters = [...new Set(TCVN3.values())]
  assert.equal(letters.filter((letter) => letter === letter.toLowerCase()).length, 67)
  assert.equal(letters.length, 74)
  assert.equal(new Set(VNI.values()).size, 134)
})

test('ư of TCVN3 is the soft hyphen of Windows-1252, and not lost', () => {
  assert.equal(decodeTcvn3('Th\u00ad viÖn n\u00adíc').text, 'Thư viện nước')
})

test('a ư that came as a hyphen is found by its syllable', () => {
  const shown = 'N-ớc đ-ợc giao -u tiên; Lao động-Th-ơng binh - Xã hội, kinh tế-xã hội, số 12-CT'
  assert.equal(
    hornsFromHyphens(shown),
    'Nước được giao ưu tiên; Lao động-Thương binh - Xã hội, kinh tế-xã hội, số 12-CT',
  )
})

test('the longest match comes first in VNI', () => {
  assert.equal(
    decodeVni('ngöôøi, söù maïng, ÖÙng duïng, Ñöùc, nghóa vuï, lyù, kyõ').text,
    'người, sứ mạng, Ứng dụng, Đức, nghĩa vụ, lý, kỹ',
  )
})

test('the capitals of TCVN3 come from the font where it is known', () => {
  assert.deepEqual(decodeTcvn3('ñy ban nh©n d©n', 'capitals'), { text: 'ỦY BAN NHÂN DÂN', lost: null })
  assert.deepEqual(decodeTcvn3('ñy ban', 'small'), { text: 'ủy ban', lost: null })
})

test('where the font is not known, lines and words of capitals are raised, and that capitals may be lost is said', () => {
  assert.deepEqual(decodeTcvn3('CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM\nBé Y tÕ vµ CHÝNH PHñ\nSè: 06/CT-BYT'), {
    text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBộ Y tế và CHÍNH PHỦ\nSố: 06/CT-BYT',
    lost: 'capitals',
  })
  assert.equal(decodeTcvn3('§T, Q§').lost, null)
})

test('bytes of Windows-1252 show its signs', () => {
  assert.equal(latinText(Uint8Array.of(0x93, 0x41, 0x94, 0x96, 0x81, 0xe9)), '“A”–\u0081é')
})

test('a legacy text is told by its words', () => {
  assert.equal(guessEncoding(bytes('Giao Së Y tÕ chñ tr×, phèi hîp víi Së Tµi chÝnh x©y dùng kÕ ho¹ch')), 'tcvn3')
  assert.equal(
    guessEncoding(bytes('Giao Sôû Y teá chuû trì, phoái hôïp vôùi Sôû Taøi chính xaây döïng keá hoaïch')),
    'vni',
  )
  assert.equal(guessLegacy('Q§ sè 12/Q§-UBND cña UBND tØnh, H§ND tØnh'), 'tcvn3')
})

test('other languages of Western Europe are not taken for Vietnamese', () => {
  for (const text of [
    'Les autorités régionales ont été informées de la décision après la réunion à Genève, où le comité siège déjà.',
    'El informe técnico señala que la población rural creció según el último censo; además, la inversión aumentó.',
    'Die Behörden prüfen die Anträge für die Förderung ländlicher Räume und veröffentlichen später die Übersicht.',
    'A população do município não é conhecida; as eleições são em março, e a votação será às três.',
    'Århus kommune har besluttet, at skolerne skal være åbne før påske, også på øerne.',
  ]) {
    assert.equal(guessEncoding(bytes(text)), 'unknown', text)
    assert.equal(guessLegacy(text), undefined, text)
  }
})

test('Unicode is told by its form', () => {
  const text = 'Giao Sở Y tế chủ trì'
  const encoded = new TextEncoder().encode(text)
  const wide = Uint8Array.from(Array.from(text).flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8]))
  const swapped = wide.map((_, at) => wide[at ^ 1] ?? 0)
  assert.equal(guessEncoding(encoded), 'utf-8')
  assert.equal(guessEncoding(Uint8Array.of(0xff, 0xfe, ...wide)), 'utf-16le')
  assert.equal(guessEncoding(Uint8Array.of(0xfe, 0xff, ...swapped)), 'utf-16be')
  assert.equal(guessEncoding(wide), 'utf-16le')
  assert.equal(guessEncoding(swapped), 'utf-16be')
  assert.equal(guessLegacy('Anh và em có là ai, nhà ta ở đó'), undefined)
})

test('binary data, and Latin text of which nothing is known, are of no encoding', () => {
  assert.equal(guessEncoding(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)), 'unknown')
  assert.equal(guessEncoding(Uint8Array.of(0x4b, 0xed, 0x6e, 0x68)), 'unknown')
  assert.equal(guessEncoding(Uint8Array.of(0xc0, 0x80)), 'unknown')
  assert.equal(guessEncoding(Uint8Array.of(0xed, 0xa0, 0x80)), 'unknown')
  assert.equal(guessEncoding(Uint8Array.of(0xf4, 0x90, 0x80, 0x80)), 'unknown')
})
