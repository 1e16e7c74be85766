import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { aScan, aScannedPage } from '#server/testing/a-scan.ts'
import { errorRate } from '#server/testing/error-rate.ts'
import { withOneStore } from '#server/testing/harness.ts'
import { type Call, signedIn, testApp } from '#server/testing/signed-in.ts'
import { findTools, type Tools } from '#server/tools.ts'

const found = await findTools()

/** In CI what is missing fails; elsewhere it is said. */
function hasTesseract(t: TestContext): boolean {
  if (found.recognise) return true
  if (process.env['CI']) assert.fail('tesseract with `vie` is not installed')
  t.diagnostic('not tried: tesseract-ocr and tesseract-ocr-vie are not installed')
  return false
}

const SHEET = `*BỘ PHÁT TRIỂN CƠ SỞ* || *CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM*
Số: 12/CT-BPTCS || *Độc lập - Tự do - Hạnh phúc*
 || Hà Nội, ngày 02 tháng 03 năm 2026

*CHỈ THỊ*
*Về việc tiêm chủng mở rộng năm 2026*

\tThực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về
đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo, Bộ trưởng yêu cầu các đơn
vị tập trung thực hiện các nhiệm vụ sau đây:

\t1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch tiêm chủng mở
rộng, hoàn thành trước ngày 30/6/2026.

\t2. Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương báo cáo Bộ kết quả giải
ngân vốn đầu tư công trước ngày 15/7/2026; tỷ lệ giải ngân đạt ít nhất 95%.

\t3. Chánh Văn phòng Bộ theo dõi, đôn đốc việc thực hiện Chỉ thị này./.`.split('\n')

/** The sheet as it is to be read: columns one after the other, the lines of a paragraph in one. */
const READ = `BỘ PHÁT TRIỂN CƠ SỞ
Số: 12/CT-BPTCS
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 02 tháng 03 năm 2026
CHỈ THỊ
Về việc tiêm chủng mở rộng năm 2026
Thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo, Bộ trưởng yêu cầu các đơn vị tập trung thực hiện các nhiệm vụ sau đây:
1. Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính xây dựng kế hoạch tiêm chủng mở rộng, hoàn thành trước ngày 30/6/2026.
2. Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương báo cáo Bộ kết quả giải ngân vốn đầu tư công trước ngày 15/7/2026; tỷ lệ giải ngân đạt ít nhất 95%.
3. Chánh Văn phòng Bộ theo dõi, đôn đốc việc thực hiện Chỉ thị này./.`

function withScan(
  tools: Tools,
  name: string,
  bytes: () => Promise<Uint8Array>,
  body: (officer: Call, path: string, t: TestContext, clerk: Call) => Promise<void>,
) {
  return async (t: TestContext) => {
    if (tools.recognise === found.recognise && !hasTesseract(t)) return
    await withOneStore(async (store) => {
      await everyRoleAt(await anAdministration(store), ['ministry'])
      const { app, close } = await testApp(store, { tools })
      const officer = signedIn(app, loginOf('officer', 'ministry'))
      try {
        const headers = { 'content-type': 'application/octet-stream' }
        const file = await officer('POST', `/files?name=${name}`, { body: Buffer.from(await bytes()), headers })
        const made = await officer('POST', '/directives', { body: { fileId: file.body.id } })
        assert.equal(made.status, 200, made.text)
        const path = `/directives/${made.body.id}`
        await body(officer, path, t, signedIn(app, loginOf('clerk', 'ministry')))
      } finally {
        await close()
      }
    })(t)
  }
}

test(
  'the words of a scanned page are recognised in the order of reading, and what they order is then proposed',
  withScan(
    found,
    'quet.pdf',
    () => aScan([[], SHEET], { size: 13 }),
    async (officer, path, t) => {
      const began = performance.now()
      const { status, body, text } = await officer('POST', `${path}/pages/2/recognise`)
      assert.equal(status, 200, text)
      const rate = errorRate(READ, body.text)
      t.diagnostic(`${(rate * 100).toFixed(2)} % of the letters wrong, ${Math.round(performance.now() - began)} ms`)
      assert.ok(rate < 0.05, body.text)
      assert.equal((await officer('GET', path)).body.text, '', 'nothing is stored')
      const entered = await officer('PUT', `${path}/pages/2`, {
        body: { text: body.text, origin: 'recognised', replaces: null },
      })
      assert.equal(entered.body.directive.symbol, '12/CT-BPTCS')
      assert.equal(entered.body.directive.issuedOn, '2026-03-02')
      assert.ok(entered.body.proposed >= 3, entered.text)
      assert.equal((await officer('POST', `${path}/pages/1/recognise`)).body.text, '', 'an empty sheet')
    },
  ),
)

test(
  'a sheet that lay on its side is read as well',
  withScan(
    found,
    'anh.png',
    () => turned(),
    async (officer, path, t) => {
      const { status, body, text } = await officer('POST', `${path}/pages/1/recognise`)
      assert.equal(status, 200, text)
      const rate = errorRate(READ, body.text)
      t.diagnostic(`${(rate * 100).toFixed(2)} % of the letters wrong`)
      assert.ok(rate < 0.05, body.text)
    },
  ),
)

test(
  'without the program a refusal says what to install; a page that is not there and a person who may not are refused too',
  withScan(
    {},
    'quet.pdf',
    () => aScan([[]]),
    async (officer, path, _t, clerk) => {
      const recognise = (page: number, by = officer) => by('POST', `${path}/pages/${page}/recognise`)
      assert.equal((await recognise(1)).body.code, 'recognition/not_installed')
      assert.equal((await recognise(1, clerk)).status, 403)
    },
  ),
)

test(
  'no page is recognised that is not there',
  withScan(
    found,
    'quet.pdf',
    () => aScan([[]]),
    async (officer, path) => {
      assert.equal((await officer('POST', `${path}/pages/2/recognise`)).body.code, 'page/none')
      const pasted = await officer('POST', '/directives', { body: { text: 'Giao Sở Y tế báo cáo.' } })
      const answer = await officer('POST', `/directives/${pasted.body.id}/pages/1/recognise`)
      assert.equal(answer.body.code, 'file/no_pages')
    },
  ),
)

test('recognition is stopped when it takes too long', async (t) => {
  if (!hasTesseract(t)) return
  const { recognise } = await findTools({ recogniseMs: 30 })
  const { jpeg } = await aScannedPage(SHEET)
  assert.deepEqual(await recognise?.(jpeg, 200), {
    ok: false,
    failure: { code: 'recognition/takes_too_long', limit: 0 },
  })
})

test('a program that is not there, or not Tesseract, is no tool', async () => {
  assert.deepEqual(await findTools({ tesseract: 'no-such-program', soffice: 'no-such-office' }), {
    recognise: undefined,
    toDocx: undefined,
  })
  assert.equal((await findTools({ tesseract: process.execPath })).recognise, undefined)
})

async function turned(): Promise<Uint8Array> {
  const { jpeg, width, height } = await aScannedPage(SHEET, { size: 13 })
  const canvas = createCanvas(height, width)
  const context = canvas.getContext('2d')
  context.translate(0, width)
  context.rotate(-Math.PI / 2)
  context.drawImage(await loadImage(jpeg), 0, 0)
  return canvas.toBuffer('image/png')
}
