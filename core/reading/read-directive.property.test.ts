import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readDirective } from '#core/reading/read-directive.ts'
import { Reading } from '#core/reading/reading.ts'

const FRAGMENTS = [
  'Giao Bộ Y tế chủ trì, phối hợp với Bộ Công an',
  'Ủy ban nhân dân các tỉnh, thành phố',
  ' rà soát, báo cáo Thủ tướng Chính phủ',
  ' trước ngày 15/12/2026',
  ' trong quý IV năm 2026',
  'phấn đấu đạt trên 95%',
  'tăng 3 - 5% so với năm 2025',
  '1. ',
  'a) ',
  '- ',
  '+ ',
  'II. NHIỆM VỤ',
  'Điều 5.',
  '| 1 | Xây dựng đề án | Bộ Nội vụ | 6/2026 |',
  '| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |',
  '- Cơ quan chủ trì: Sở Tư pháp.',
  '- Thời gian thực hiện: Năm 2026.',
  'Nơi nhận:',
  '[…]',
  '; ',
  ', ',
  '. ',
  ':',
  '(',
  ')',
  '“',
  '*',
  '\n',
  '\n\n',
  '\t',
  '\u00A0',
  '\uFEFF',
  'Số: 12/CT-TTg',
  'đã',
  'nếu có khó khăn, vướng mắc',
  'İstanbul',
  '𝐁ộ',
  'ﬁ',
  '漢字',
  '1.1.1.1.1.',
]
const text = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 60 }).map((parts) => parts.join('')),
  fc
    .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 40 })
    .map((parts) => parts.join('')),
)

test('every span is exact, whatever the text', () => {
  fc.assert(
    fc.property(text, (t) => {
      const r = readDirective(t)
      assert.equal(r.text, t.normalize('NFC'))
      for (const p of [...r.commitments, ...r.targets]) assert.equal(r.text.slice(p.start, p.end), p.quote)
      for (const p of r.passages) assert.ok(p.start >= 0 && p.start <= p.end && p.end <= r.text.length)
      for (const c of r.commitments) {
        const spans = [...c.spans.lead, ...c.spans.cooperating, c.spans.action, c.spans.deadline, c.spans.deliverable]
        for (const s of spans) if (s) assert.ok(s.start < s.end && s.end <= r.text.length)
      }
    }),
    { numRuns: 120 },
  )
})

test('reading a text again reads the same', () => {
  fc.assert(
    fc.property(text, (t) => {
      const once = readDirective(t)
      assert.deepEqual(readDirective(once.text), once)
    }),
    { numRuns: 60 },
  )
})

test('a decomposed text reads as the composed one', () => {
  fc.assert(
    fc.property(text, (t) =>
      assert.deepEqual(readDirective(t.normalize('NFD').normalize('NFC')), readDirective(t.normalize('NFD'))),
    ),
    { numRuns: 60 },
  )
})

test('a reading has the shape it promises', () => {
  fc.assert(
    fc.property(text, (t) => {
      Reading.parse(readDirective(t))
    }),
    { numRuns: 60 },
  )
})

test('time grows with the length of the text, not with its form', () => {
  const forms: Record<string, string> = {
    words: 'giao Bộ Công an chủ trì, phối hợp với ',
    brackets: '(((',
    figures: '1.000,5 % và 12/2027; ',
    bars: '| a ',
    letters: 'aaaa',
    numbers: '1. 1.1. a) - + ',
  }
  for (const [name, form] of Object.entries(forms)) {
    const started = performance.now()
    readDirective(form.repeat(Math.ceil(60_000 / form.length)))
    assert.ok(performance.now() - started < 10_000, name)
  }
})
