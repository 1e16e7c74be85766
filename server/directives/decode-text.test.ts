import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeShown, decodeText } from '#server/directives/decode-text.ts'

test('a text file in TCVN3 comes in Unicode with the file’s own line ends, and that capitals may be lost is noted', () => {
  const stored = 'Céng hßa x· héi chñ nghÜa ViÖt Nam\r\nGiao Së Y tÕ chñ tr×.'
  assert.deepEqual(decodeText(Buffer.from(stored, 'latin1')), {
    ok: true,
    value: {
      text: 'Cộng hòa xã hội chủ nghĩa Việt Nam\r\nGiao Sở Y tế chủ trì.',
      notes: ['decoded_tcvn3', 'capitals_lost'],
    },
  })
})

test('a text file in VNI comes in Unicode with all its letters', () => {
  const result = decodeText(Buffer.from('COÄNG HOØA xaõ hoäi chuû nghóa Vieät Nam', 'latin1'))
  assert.deepEqual(result, { ok: true, value: { text: 'CỘNG HÒA xã hội chủ nghĩa Việt Nam', notes: ['decoded_vni'] } })
})

test('words copied out of a legacy font into a Unicode file are decoded too', () => {
  assert.deepEqual(decodeText(Buffer.from('Coäng hoøa xaõ hoäi')), {
    ok: true,
    value: { text: 'Cộng hòa xã hội', notes: ['decoded_vni'] },
  })
})

test('a Unicode text is left as it is', () => {
  const text = 'Sở Y tế và café à la carte'
  assert.deepEqual(decodeShown(text), { text, notes: [] })
  assert.deepEqual(decodeText(Buffer.from(`\uFEFF${text}`, 'utf16le')), { ok: true, value: { text, notes: [] } })
})

test('what is in no known encoding, binary or empty is refused', () => {
  const codes = [
    Buffer.from('Les autorités régionales ont été informées de la réunion à Genève.', 'latin1'),
    Buffer.from([0, 1, 2, 3, 250, 251]),
    Buffer.from('a\u0000b\u0000c'),
    Buffer.from(' \n'),
  ].map((bytes) => {
    const result = decodeText(bytes)
    return result.ok ? 'read' : result.failure.code
  })
  assert.deepEqual(codes, ['file/not_utf8', 'file/not_utf8', 'file/not_utf8', 'file/empty_text'])
})
