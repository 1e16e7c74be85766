import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Document, Packer, Paragraph } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { detectMediaType, isEncryptedOffice, mediaTypes } from '#server/files/media-type.ts'

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

function ole(stream: string): Uint8Array {
  return new Uint8Array([...OLE, ...new Uint8Array(500), ...Buffer.from(stream, 'utf16le'), ...new Uint8Array(100)])
}

function zip(...names: string[]): Uint8Array {
  return zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])))
}

test('a file is what its bytes say', async () => {
  const docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Công văn')] }] }))
  const cases: [Uint8Array, string | undefined][] = [
    [docx, mediaTypes.docx],
    [zip('[Content_Types].xml', 'word/document2.xml'), mediaTypes.docx],
    [zip('[Content_Types].xml', 'xl/workbook.xml'), mediaTypes.xlsx],
    [zip('notes.txt'), undefined],
    [zipSync({ mimetype: strToU8(mediaTypes.odt), 'content.xml': strToU8('<x/>') }, { level: 0 }), mediaTypes.odt],
    [zipSync({ mimetype: strToU8(`${mediaTypes.odt}-template`), 'content.xml': strToU8('<x/>') }), undefined],
    [strToU8('{\\rtf1\\ansi Công văn}'), mediaTypes.rtf],
    [new Uint8Array([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), mediaTypes.tiff],
    [new Uint8Array([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8]), mediaTypes.tiff],
    [zip('[Content_Types].xml', 'xl/workbook.xml').subarray(0, 60), undefined],
    [strToU8('%PDF-1.7\n'), mediaTypes.pdf],
    [strToU8('\r\n\r\n%PDF-1.4\n'), mediaTypes.pdf],
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), mediaTypes.png],
    [new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0]), mediaTypes.jpeg],
    [ole('WordDocument'), mediaTypes.doc],
    [ole('EncryptedPackage'), mediaTypes.ole],
    [strToU8('Kính gửi: Các đơn vị\r\n'), mediaTypes.text],
    [new Uint8Array([0xff, 0xfe, ...Buffer.from('Kính gửi', 'utf16le')]), mediaTypes.text],
    [Buffer.from('Giao Së Y tÕ chñ tr×, phèi hîp', 'latin1'), mediaTypes.text],
    [Buffer.from('Giao Së Y tÕ chñ tr×, phèi hîp\u0001', 'latin1'), undefined],
    [new Uint8Array([0x4b, 0xed, 0x6e, 0x68]), undefined],
    [new Uint8Array([0x4d, 0x5a, 0x00, 0x01]), undefined],
    [new Uint8Array(), undefined],
  ]
  for (const [bytes, type] of cases) assert.equal(detectMediaType(bytes), type)
})

test('an Office document locked with a password is told apart from an old one', () => {
  assert.equal(isEncryptedOffice(ole('EncryptedPackage')), true)
  assert.equal(isEncryptedOffice(ole('WordDocument')), false)
})
