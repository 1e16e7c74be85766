import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DrawnPage, drawPage } from '#server/files/draw-page.ts'
import { mediaTypes } from '#server/files/media-type.ts'
import { aPdf, drawnLines } from '#server/testing/a-pdf.ts'
import { aPdfOfPictures } from '#server/testing/a-scan.ts'

/** 64 by 64 dots, the left half black: ITU-T T.6, as libtiff writes it. */
const T6 = '26a0d5fffffffffffffffffffffffffffffffffffffffffffffff8008008'
/** The same inside a generic region of JBIG2 (ITU-T T.88) that is coded by T.6: page, region, end of page. */
const JBIG2 = [
  `00000000 30 00 01 00000013 00000040 00000040 00000000 00000000 00 0000`,
  `00000001 26 00 01 00000030 00000040 00000040 00000000 00000000 00 01 ${T6}`,
  `00000002 31 00 01 00000000`,
]
  .join('')
  .replaceAll(' ', '')
/** The same in JPEG 2000, as OpenJPEG writes it. */
const JPEG2000 =
  '0000000c6a5020200d0a870a00000014667479706a703220000000006a7032200000002d6a703268000000166968647200000040000000400001070700000000000f636f6c7201000000000011000000e76a703263ff4fff510029000000000040000000400000000000000000000000400000004000000000000000000001070101ff52000c00000001000504040001ff5c00134040484850484850484850484850484850ff640025000143726561746564206279204f70656e4a5045472076657273696f6e20322e352e30ff90000a0000000000660001ff93df8030094f6050a850c7da0a0008189f78bfc7da1200172ae1382e7fa2fb50cfc040216e0c645709c2042f066a60d573ff7fcfc06435f23fe37dcbcac8b15b071cbc6ebe71ebd8361b02b241b0d7c7da0c005efac53f9bfcffd9'

const order = { mediaType: mediaTypes.pdf, page: 1, width: 600 }

async function drawn(bytes: Uint8Array, dpi = 72): Promise<DrawnPage> {
  const page = await drawPage(bytes, { mediaType: mediaTypes.pdf, page: 1, dpi })
  assert.ok(page.ok, JSON.stringify(page))
  return page.value
}

/** Of a portable graymap. */
function greyAt({ bytes, width, height }: DrawnPage, x: number, y: number): number {
  return bytes[bytes.length - width * height + Math.round(y * height) * width + Math.round(x * width)] ?? -1
}

async function codeOf(...args: Parameters<typeof drawPage>): Promise<string> {
  const page = await drawPage(...args)
  return page.ok ? 'drawn' : page.failure.code
}

for (const [name, entries, hex] of [
  [
    'CCITT group 4',
    '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 64 /Rows 64 >>',
    T6,
  ],
  ['JBIG2', '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode', JBIG2],
  ['JPEG 2000', '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /JPXDecode', JPEG2000],
] as const)
  test(`a sheet scanned as ${name} is drawn`, async () => {
    const page = await drawn(aPdfOfPictures([{ width: 64, height: 64, entries, bytes: Buffer.from(hex, 'hex') }]))
    assert.ok(greyAt(page, 0.2, 0.5) < 30, 'left')
    assert.ok(greyAt(page, 0.8, 0.5) > 225, 'right')
  })

test('letters in a font that is not in the file are drawn as well', async () => {
  const lines = drawnLines(85, 100, ['KINH GUI: CAC DON VI'], 40)
  const page = await drawn(aPdf([lines]), 72)
  let dark = 0
  for (let x = 0.1; x < 0.9; x += 0.002) for (let y = 0.08; y < 0.13; y += 0.002) if (greyAt(page, x, y) < 100) dark++
  assert.ok(dark > 100, `${dark} dark dots`)
})

test('a file that would be drawn for ever is stopped in time', async () => {
  const forms = Array.from({ length: 12 }, (_, i) => `/X${i + 1} Do `.repeat(10))
  forms.push('0 0 m 1 1 l S')
  const began = performance.now()
  assert.equal(await codeOf(aPdf([[{ raw: '/X0 Do' }]], { forms }), order, { timeMs: 2500 }), 'page/takes_too_long')
  assert.ok(performance.now() - began < 10_000)
})

test('a page that announces more than can be held is not drawn, or smaller than asked for', async () => {
  const entries = '/ColorSpace /DeviceGray /BitsPerComponent 8'
  const bomb = aPdfOfPictures([{ width: 60_000, height: 60_000, entries, bytes: new Uint8Array(10) }])
  assert.equal(await codeOf(bomb, order), 'page/broken')
  const text = Buffer.from(aPdf([[]])).toString('latin1')
  const tall = Buffer.from(text.replace('[0 0 595 842]', '[0 0 9 999999]'), 'latin1')
  const page = await drawPage(tall, { ...order, width: 2400 })
  assert.ok(!page.ok || page.value.width * page.value.height <= 20_100_000)
  const png = Buffer.alloc(64)
  png.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
  png.writeUInt32BE(60_000, 16)
  png.writeUInt32BE(60_000, 20)
  assert.equal(await codeOf(png, { ...order, mediaType: mediaTypes.png }), 'page/takes_too_much')
})

test('a program that holds too much memory is stopped', async (t) => {
  if (process.platform !== 'linux') return t.diagnostic('seen on Linux only')
  assert.equal(await codeOf(aPdf([[]]), order, { memoryMb: 20 }), 'page/takes_too_much')
})
