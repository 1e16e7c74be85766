// Writes demo/evidence: the papers that the demo's units hand in with their reports, some forty, each small.
//   node e2e/make-demo-evidence.ts
// They name no unit, because many hand in the same one: its name stands in the name under which it is handed in.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { writeXlsx } from 'hucre/xlsx'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '#e2e/browser.ts'
import { EVIDENCE_FOLDER } from '#demo/enclosures.ts'
import { DOCUMENTS, MINUTES, type Paper } from '#demo/evidence-papers.ts'
import { PHOTOS, SHEETS, TEXTS } from '#demo/evidence-sheets.ts'

const font = (subset: string, weight: number) => {
  const file = new URL(import.meta.resolve(`@fontsource/tinos/files/tinos-${subset}-${weight}-normal.woff2`))
  return `@font-face { font-family: Tinos; font-weight: ${weight}; ${subset === 'vietnamese' ? 'unicode-range: U+0102-0103, U+0110-0111, U+0128-0129, U+0168-0169, U+01A0-01A1, U+01AF-01B0, U+0300-0301, U+0303-0304, U+0308-0309, U+0323, U+1EA0-1EF9, U+20AB;' : ''}
    src: url(data:font/woff2;base64,${readFileSync(file).toString('base64')}) }`
}
const FONTS = ['latin', 'vietnamese'].flatMap((subset) => [font(subset, 400), font(subset, 700)]).join('\n')
const STYLE = `${FONTS}
  body { font: 14px/1.45 Tinos; color: #111; margin: 0; background: #fff }
  .sheet { padding: 56px 64px 40px 76px; box-sizing: border-box; width: 794px; min-height: 1060px; position: relative }
  .head { display: grid; grid-template-columns: 5fr 7fr; text-align: center } .head b { display: block }
  .head .line { border-bottom: 1px solid #111; width: 38%; margin: 3px auto 0 } h1 { font-size: 17px; text-align: center; margin: 26px 0 2px }
  .about { text-align: center; font-weight: 700; margin-bottom: 18px } p { text-indent: 28px; margin: 0 0 7px; text-align: justify }
  table { border-collapse: collapse; width: 100%; margin: 8px 0 12px } td, th { border: 1px solid #333; padding: 3px 6px } th { background: #f2f2f2 }
  .sign { display: grid; grid-template-columns: 1fr 1fr; margin-top: 24px } .sign div { text-align: center; position: relative }
  .sign small { text-align: left; display: block; font-size: 12px } .note { position: absolute; bottom: 14px; left: 76px; font-size: 11px; color: #777 }`

const table = (rows: Paper['table']) =>
  rows === undefined
    ? ''
    : `<table>${rows.map((row, at) => `<tr>${row.map((cell) => (at === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`).join('')}</table>`

function sheet({ office, symbol, kind, about, body, table: rows, signer }: Paper, written = ''): string {
  return `<div class="sheet"><div class="head"><div><b>${office}</b><div class="line"></div>Số: ${symbol}</div>
    <div><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><b>Độc lập - Tự do - Hạnh phúc</b><div class="line"></div></div></div>
    <h1>${kind}</h1><div class="about">${about}</div>${body.map((text) => `<p>${text}</p>`).join('')}${table(rows)}
    <div class="sign"><small><b><i>Nơi nhận:</i></b><br>- Như trên;<br>- Lưu: VT.</small><div><b>${signer}</b><br>${written}</div></div>
    <div class="note">Số liệu minh hoạ; không phải văn bản của cơ quan có thật.</div></div>`
}

const put = (name: string, bytes: Uint8Array | string) => writeFileSync(new URL(name, EVIDENCE_FOLDER), bytes)

async function drawPapers(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 794, height: 1123 }, deviceScaleFactor: 1 })
  for (const paper of DOCUMENTS) {
    await page.setContent(`<style>${STYLE}</style>${sheet(paper)}`)
    await page.evaluate('document.fonts.ready')
    put(paper.file, await page.pdf({ width: '794px', height: '1123px', printBackground: true }))
  }
  for (const [at, paper] of MINUTES.entries()) {
    const signature = `<svg width="130" height="60"><path d="M8 ${38 + at} C 30 ${4 + at * 2}, 34 62, 52 30 S 74 ${12 + at}, 80 40 S 104 22, 122 ${28 - at}" fill="none" stroke="#233a8c" stroke-width="2"/></svg>`
    const seal = `<svg width="120" height="120" style="position:absolute;left:64px;top:10px;opacity:.55;transform:rotate(${at * 7 - 20}deg)"><circle cx="60" cy="60" r="52" fill="none" stroke="#b3282d" stroke-width="4"/><circle cx="60" cy="60" r="38" fill="none" stroke="#b3282d"/><text x="60" y="65" text-anchor="middle" fill="#b3282d" font-size="15" font-family="Tinos">MINH HOẠ</text></svg>`
    await page.setContent(`<style>${STYLE} html { background: #d9d5cc } body { background: #e9e6df; filter: grayscale(.15) contrast(.92); transform: rotate(${(at % 3) * 0.6 - 0.5}deg); transform-origin: 40% 30% }</style>
      ${sheet(paper, signature + seal)}`)
    await page.evaluate('document.fonts.ready')
    put(paper.file, await page.screenshot({ type: 'jpeg', quality: 48 }))
  }
  await page.setViewportSize({ width: 960, height: 640 })
  for (const photo of PHOTOS) {
    await page.setContent(`<style>${FONTS} body { margin: 0; font-family: Tinos }</style>${photo.svg}`)
    await page.evaluate('document.fonts.ready')
    put(photo.file, await page.screenshot({ type: 'png' }))
  }
}

async function writeSheets(): Promise<void> {
  for (const { file, name, title, head, rows } of SHEETS) {
    const cells = [[title], ['Số liệu minh hoạ'], [], head, ...rows]
    const width = head.length - 1
    const merges = [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: width }))
    put(file, await writeXlsx({ sheets: [{ name, rows: cells, merges }] }))
  }
}

async function writeWord(): Promise<void> {
  for (const { file, office, symbol, kind, about, body, table: rows, signer } of DOCUMENTS.filter(({ word }) => word)) {
    const centred = (text: string, bold = true) =>
      new Paragraph({ alignment: 'center', children: [new TextRun({ text, bold })] })
    const children = [
      centred(office),
      centred(`Số: ${symbol}`, false),
      centred(kind),
      centred(about),
      ...body.map((text) => new Paragraph({ text, spacing: { after: 120 }, indent: { firstLine: 500 } })),
      ...(rows === undefined
        ? []
        : [
            new Table({
              width: { size: 100, type: WidthType.PERCENTAGE },
              rows: rows.map(
                (row) =>
                  new TableRow({ children: row.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
              ),
            }),
          ]),
      centred(signer),
      centred('Số liệu minh hoạ', false),
    ]
    const properties = { creator: 'Throughline', title: about }
    put(file.replace('.pdf', '.docx'), await Packer.toBuffer(new Document({ ...properties, sections: [{ children }] })))
  }
}

rmSync(EVIDENCE_FOLDER, { recursive: true, force: true })
mkdirSync(EVIDENCE_FOLDER)
const browser = await launchBrowser()
await drawPapers(browser)
await browser.close()
await writeSheets()
await writeWord()
for (const { file, text } of TEXTS) put(file, `${text}\nSố liệu minh hoạ.\n`)
