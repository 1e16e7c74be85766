import { after, before } from 'node:test'
import { Paragraph, Table, TableCell, TableRow } from 'docx'
import type { Browser } from 'playwright-core'
import { assertAccessible } from '#e2e/accessible.ts'
import { launchBrowser, openPage } from '#e2e/browser.ts'
import { PLAN } from '#e2e/plan.ts'
import { journey } from '#e2e/running.ts'
import { enterAs } from '#e2e/sign-in.ts'
import { TCVN3 } from '#core/reading/legacy-encoding.ts'
import { aPdf, drawnLines } from '#server/testing/a-pdf.ts'
import { aWordDocument } from '#server/testing/a-word-document.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

const TASK = 'rà soát, bố trí đủ biên chế cấp xã'
const LINES = PLAN.trim().split('\n')

/** A ministry's plan whose tasks stand in a table, as Word has it. */
function asWord(symbol: string): Promise<Uint8Array> {
  const row = (cells: string[]) =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) })
  const table = new Table({
    rows: [
      row(['STT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', 'Thời hạn hoàn thành']),
      row(['1', 'Rà soát, bố trí đủ biên chế cấp xã', 'Sở Phát triển Cơ sở tỉnh Lâm Đồng', '31/3/2027']),
    ],
  })
  const head = LINES.slice(0, 7).map((line) => line.replace('15/KH-BPTCS', symbol))
  return aWordDocument([...head.map((line) => new Paragraph(line)), table])
}

function asPdf(symbol: string): Uint8Array {
  const lines = LINES.map((line) => line.replace('15/KH-BPTCS', symbol))
  return aPdf([drawnLines(60, 80, lines, 8, 22)])
}

/** One byte for each letter, as typed before Unicode; capitals are left to the font. */
function asTcvn3(symbol: string): Uint8Array {
  const stored = new Map([...TCVN3].map(([code, letter]) => [letter, code]))
  const text = LINES.map((line) => line.replace('15/KH-BPTCS', symbol)).join('\r\n')
  const letters = Array.from(text.normalize('NFC'), (c) => stored.get(c) ?? stored.get(c.toLowerCase()) ?? c)
  return Buffer.from(letters.join(''), 'latin1')
}

const ORIGINALS = [
  { name: 'ke-hoach-21.docx', symbol: '21/KH-BPTCS', bytes: asWord },
  { name: 'ke-hoach-22.pdf', symbol: '22/KH-BPTCS', bytes: asPdf },
  { name: 'ke-hoach-23.txt', symbol: '23/KH-BPTCS', bytes: asTcvn3 },
]

journey('a .docx, a .pdf and a TCVN3 file each become an issued assignment', async ({ address }) => {
  const office = await openPage(browser, address)
  await enterAs(office, 'chuyenvien.vpb')
  for (const { name, symbol, bytes } of ORIGINALS) {
    await office.goto('/directives')
    await office.getByRole('button', { name: 'Vào sổ văn bản' }).click()
    const buffer = Buffer.from(await bytes(symbol))
    await office.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await office.waitForURL(/\/directives\/[0-9a-f-]{36}/)
    await office.getByRole('heading', { name: new RegExp(`Kế hoạch ${symbol}`, 'i') }).waitFor()
    const card = office
      .getByRole('listitem')
      .filter({ hasText: new RegExp(TASK, 'i') })
      .filter({ hasText: 'Nhiệm vụ' })
      .first()
    await card.getByRole('button', { name: 'Sửa' }).click()
    await card.getByLabel('Hành động').waitFor()
    await office.keyboard.press('Control+Enter')
    await office
      .getByRole('link', { name: /^Nhiệm vụ NV-\d+$/ })
      .first()
      .click()
    await office.waitForURL(/\/tasks\//)
    await office.getByText(symbol).first().waitFor()
    await office.getByRole('button', { name: /^Giao/ }).first().click()
    await office.getByText('Chờ tiếp nhận').first().waitFor()
    await office.getByText('31/3/2027').or(office.getByText('30/3/2027')).first().waitFor()
  }
})

journey(
  'several originals at once are registered one after the other, and a twin waits for a word',
  async ({ address }) => {
    const office = await openPage(browser, address)
    await enterAs(office, 'chuyenvien.vpb')
    await office.goto('/directives')
    await office.getByRole('button', { name: 'Vào sổ văn bản' }).click()
    const text = (symbol: string) => Buffer.from(PLAN.replace('15/KH-BPTCS', symbol))
    await office.locator('input[type=file]').setInputFiles([
      { name: 'a.txt', mimeType: 'text/plain', buffer: text('131/KH-BPTCS') },
      { name: 'b.txt', mimeType: 'text/plain', buffer: text('132/KH-BPTCS') },
      { name: 'c.txt', mimeType: 'text/plain', buffer: text('131/KH-BPTCS') },
      { name: 'd.exe', mimeType: 'text/plain', buffer: Buffer.from('x') },
    ])
    await office.getByText('Đã vào sổ 2/4').waitFor()
    const twin = office.getByRole('listitem').filter({ hasText: 'c.txt' })
    await assertAccessible(office, 'several originals')
    await twin.getByRole('button', { name: 'Vẫn vào sổ' }).click()
    await office.getByText('Đã vào sổ 3/4').waitFor()
    await office.getByRole('link', { name: 'Mở văn bản' }).nth(1).click()
    await office.getByRole('heading', { name: /Kế hoạch 132\/KH-BPTCS/i }).waitFor()
  },
)
