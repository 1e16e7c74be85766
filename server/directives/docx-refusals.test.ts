import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Paragraph } from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { docxText, MAX_DOCX_BYTES, MAX_XML_BYTES } from '#server/directives/docx-text.ts'
import { aWordDocument, aWordDocumentOf, changedParts } from '#server/testing/a-word-document.ts'

function refusalOf(bytes: Uint8Array): string | undefined {
  const result = docxText(bytes)
  return result.ok ? undefined : result.failure.code
}

test('what is no readable Word document is refused with the reason', async () => {
  const docx = await aWordDocument([new Paragraph('Công văn')])
  const ole = (stream: string) =>
    new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Uint8Array(99),
      ...Buffer.from(stream, 'utf16le'),
    ])
  assert.equal(refusalOf(strToU8('Công văn')), 'file/not_docx')
  assert.equal(refusalOf(new Uint8Array()), 'file/not_docx')
  assert.equal(refusalOf(zipSync({ 'xl/workbook.xml': strToU8('<x/>') })), 'file/not_docx')
  assert.equal(refusalOf(ole('EncryptedPackage')), 'file/encrypted')
  assert.equal(refusalOf(ole('WordDocument')), 'file/old_word')
  assert.equal(refusalOf(docx.subarray(0, docx.length - 40)), 'file/broken')
  assert.equal(refusalOf(await aWordDocument([new Paragraph(' ')])), 'file/empty_text')
  assert.equal(refusalOf(new Uint8Array(MAX_DOCX_BYTES + 1)), 'file/too_large')
  assert.equal(refusalOf(await aWordDocumentOf('<w:p><w:r>')), 'file/broken')
  const entities = changedParts(docx, (parts, xml) => {
    parts['word/document.xml'] = strToU8(
      xml('word/document.xml').replace('<w:document', '<!DOCTYPE x [<!ENTITY a "b">]><w:document'),
    )
  })
  assert.equal(refusalOf(entities), 'file/broken')
})

test('a flipped bit anywhere in the text is noticed', async () => {
  const docx = changedParts(await aWordDocument([new Paragraph('trong 30 ngày')]), () => {})
  const stored = zipSync(unzipSync(docx), { level: 0 })
  const at = Buffer.from(stored).indexOf('trong 30')
  stored[at + 6] = '7'.charCodeAt(0)
  assert.equal(refusalOf(stored), 'file/broken')
})

test('a file that would expand without measure is refused before it is expanded', async () => {
  const docx = await aWordDocument([new Paragraph('x')])
  const huge = changedParts(docx, (parts) => {
    parts['word/document.xml'] = [new Uint8Array(MAX_XML_BYTES + 1).fill(32), { level: 1 }]
  })
  assert.equal(refusalOf(huge), 'file/expands_too_far')
  // The same, with a directory that announces only 1,000 bytes.
  const lying = Buffer.from(huge)
  const entry = lying.lastIndexOf('word/document.xml') - 46
  assert.equal(lying.readUInt32LE(entry), 0x02014b50)
  lying.writeUInt32LE(1_000, entry + 24)
  const before = process.memoryUsage().arrayBuffers
  assert.equal(refusalOf(lying), 'file/broken')
  assert.ok(process.memoryUsage().arrayBuffers - before < 10_000_000)
  const crowded = changedParts(docx, (parts) => {
    for (let i = 0; i <= 10_000; i++) parts[`x/${i}`] = [new Uint8Array(), { level: 0 }]
  })
  assert.equal(refusalOf(crowded), 'file/expands_too_far')
})
