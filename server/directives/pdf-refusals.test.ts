import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pdfText } from '#server/directives/pdf-text.ts'
import { aPdf, drawnLines } from '#server/testing/a-pdf.ts'

const PAGE = drawnLines(85, 100, ['Ủy ban nhân dân tỉnh yêu cầu các sở, ngành báo cáo trước ngày 30/6/2026.'], 12)

async function codeOf(pdf: Uint8Array, limits: Parameters<typeof pdfText>[1] = {}): Promise<string> {
  const read = await pdfText(pdf, limits)
  return read.ok ? 'read' : read.failure.code
}

test('a file that needs a password is refused as such', async () => {
  assert.equal(await codeOf(aPdf([PAGE], { locked: true })), 'file/pdf_encrypted')
})

test('what is no PDF, or only its beginning, is broken', async () => {
  const pdf = aPdf([PAGE])
  assert.equal(await codeOf(Buffer.from('%PDF-1.7\nnothing of the kind')), 'file/broken')
  assert.equal(await codeOf(pdf.subarray(0, 200)), 'file/broken')
  assert.equal(await codeOf(new Uint8Array()), 'file/broken')
})

test('a PDF that lost its table of objects at the end is still read', async () => {
  const pdf = aPdf([PAGE])
  const cut = pdf.subarray(0, Buffer.from(pdf).indexOf('startxref'))
  assert.equal(await codeOf(cut), 'read')
})

test('a scan has no text, also with a stamp on it; its pages are counted', async () => {
  const stamp = drawnLines(400, 40, ['Ký số: 05/01/2026'], 8)
  for (const pages of [
    [[], [], []],
    [stamp, [], []],
  ]) {
    const read = await pdfText(aPdf(pages))
    assert.ok(read.ok)
    assert.deepEqual([read.value.text, read.value.pages.length, read.value.notes], ['', 3, ['text_to_type']])
  }
})

test('letters that the file does not name are not guessed', async () => {
  const codes = drawnLines(85, 100, [Array.from({ length: 60 }, (_, i) => String.fromCharCode(0xe000 + i)).join('')])
  const read = await pdfText(aPdf([[...codes, ...PAGE.slice(0, 1)]]))
  assert.ok(read.ok)
  assert.deepEqual([read.value.text, read.value.notes], ['', ['letters_unknown']])
})

test('too many pages or bytes are refused with the limit', async () => {
  assert.deepEqual(await pdfText(aPdf([PAGE, PAGE, PAGE]), { pages: 2 }), {
    ok: false,
    failure: { code: 'file/too_many_pages', limit: 2 },
  })
  assert.equal(await codeOf(new Uint8Array(20 * 1024 * 1024 + 1)), 'file/too_large')
})

test('a file that would be drawn for ever is stopped in time', async () => {
  // Each form draws the next one ten times: 10^12 drawings from a page of one line.
  const forms = Array.from({ length: 12 }, (_, i) => `/X${i + 1} Do `.repeat(10))
  forms.push('0 0 m 1 1 l S')
  const began = performance.now()
  const code = await codeOf(aPdf([[...PAGE, { raw: '/X0 Do' }]], { forms }), { timeMs: 1500 })
  assert.equal(code, 'file/takes_too_long')
  assert.ok(performance.now() - began < 10_000)
})

test('a file that expands to more than it may is stopped', async () => {
  const blanks = ' '.repeat(150_000_000)
  const bomb = aPdf([[...PAGE, { raw: `${blanks}0 0 m 1 1 l S` }]], { deflated: true })
  assert.ok(bomb.length < 300_000)
  assert.equal(await codeOf(bomb, { memoryMb: 96 }), 'file/expands_too_far')
})
