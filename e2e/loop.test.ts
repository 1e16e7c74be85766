import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible } from '#e2e/accessible.ts'
import { launchBrowser, openPage } from '#e2e/browser.ts'
import { PLAN } from '#e2e/plan.ts'
import { journey } from '#e2e/running.ts'
import { enterAs } from '#e2e/sign-in.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

const ACTION = /rà soát, bố trí đủ biên chế/i

journey(
  'a pasted directive becomes a confirmed assignment, and every step leads back to its sentence',
  async ({ address }) => {
    const office = await openPage(browser, address)
    await enterAs(office, 'chuyenvien.vpb')
    await office.getByRole('link', { name: 'Văn bản chỉ đạo' }).first().click()
    await office.getByRole('heading', { name: 'Văn bản chỉ đạo', level: 1 }).waitFor()
    await assertAccessible(office, 'register')
    await office.getByRole('button', { name: 'Vào sổ văn bản' }).click()
    await office.getByLabel('Toàn văn').fill(PLAN)
    await assertAccessible(office, 'intake')
    await office.getByRole('button', { name: 'Vào sổ và đọc' }).click()

    await office.waitForURL(/\/directives\/[0-9a-f-]{36}/)
    const directiveUrl = office.url()
    await office.getByText('Kế hoạch 15/KH-BPTCS').first().waitFor()
    const card = office.getByRole('listitem').filter({ hasText: ACTION }).filter({ hasText: 'Nhiệm vụ' }).first()
    await card.getByRole('button', { name: 'Sửa' }).click()
    await assertAccessible(office, 'reader')
    await office.keyboard.press('Control+Enter')
    await office
      .getByRole('link', { name: /^Nhiệm vụ NV-\d+$/ })
      .first()
      .waitFor()
    await office
      .getByRole('link', { name: /^Nhiệm vụ NV-\d+$/ })
      .first()
      .click()

    await office.waitForURL(/\/tasks\//)
    await assertAccessible(office, 'task')
    // Pressed twice, as some press everything: it is issued once, and nothing is refused.
    const commands: string[] = []
    office.on('request', (request) => request.method() === 'POST' && commands.push(request.url()))
    await office.getByRole('button', { name: /^Giao/ }).first().dblclick()
    await office.getByText('Chờ tiếp nhận').first().waitFor()
    assert.equal(commands.filter((url) => url.endsWith('/issue')).length, 1)

    const unit = await openPage(browser, address, { width: 390, height: 844 })
    await enterAs(unit, 'giamdoc.lamdong')
    await unit.goto('/duties')
    await unit.getByRole('link', { name: ACTION }).first().click()
    await unit.waitForURL(/\/assignments\//)
    await assertAccessible(unit, 'assignment on a phone')
    await unit.getByRole('button', { name: 'Tiếp nhận' }).first().click()
    await submit(unit, 'Tiếp nhận')
    await unit.getByText('Đã tiếp nhận').first().waitFor()
    await unit.getByRole('button', { name: 'Báo cáo hoàn thành' }).first().click()
    await unit.getByLabel('Nội dung báo cáo').fill('Đã rà soát 124/124 đơn vị cấp xã, bố trí đủ biên chế.')
    await unit.locator('input[type=file]').setInputFiles({
      name: 'bang-bien-che.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Bảng biên chế 124 đơn vị cấp xã (số liệu minh hoạ)'),
    })
    await unit.getByText('bang-bien-che.txt').first().waitFor()
    await submit(unit, 'Báo cáo hoàn thành')
    await unit.getByText('Chờ công nhận').first().waitFor()

    await office.goto('/duties')
    await office.getByRole('link', { name: ACTION }).first().click()
    await office.getByRole('button', { name: 'Công nhận kết quả' }).first().click()
    await submit(office, 'Công nhận kết quả')
    await office.getByText('Đã công nhận').filter({ visible: true }).first().waitFor()
    await assertAccessible(office, 'assignment with its whole thread')
    const source = office.getByRole('link', { name: /15\/KH-BPTCS/ }).first()
    assert.ok((await source.getAttribute('href'))?.startsWith(new URL(directiveUrl).pathname))
  },
)

/** A form of one action: its own button is the last of that name. */
async function submit(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).last().click()
}
