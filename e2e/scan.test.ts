import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import { assertAccessible } from '#e2e/accessible.ts'
import { launchBrowser, openPage } from '#e2e/browser.ts'
import { journey } from '#e2e/running.ts'
import { enterAs } from '#e2e/sign-in.ts'
import { aScan } from '#server/testing/a-scan.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

const FIRST = `BỘ PHÁT TRIỂN CƠ SỞ
Số: 87/CT-BPTCS
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 16 tháng 11 năm 2026
CHỈ THỊ
Về việc bảo đảm trụ sở và biên chế cấp xã
I. NHIỆM VỤ
1. Sở Phát triển Cơ sở tỉnh Lâm Đồng rà soát, bố trí đủ biên chế cấp xã, hoàn thành trước ngày 31 tháng 3 năm 2027.`
const SECOND =
  'Chỉ thị này thay thế Chỉ thị số 41/CT-BPTCS ngày 02 tháng 3 năm 2025. Danh mục trụ sở nêu tại phụ lục kèm theo.'
const ACTION = /rà soát, bố trí đủ biên chế/i

journey(
  'a scan is read page by page: its words are typed beside the picture and become a task',
  async ({ address }) => {
    const office = await openPage(browser, address)
    await enterAs(office, 'chuyenvien.vpb')
    await office.goto('/directives')
    await office.getByRole('button', { name: 'Vào sổ văn bản' }).click()
    await office.locator('input[type=file]').setInputFiles({
      name: 'chi-thi-87.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(await aScan([FIRST.split('\n'), SECOND.split('. ')])),
    })
    await office.waitForURL(/\/directives\/[0-9a-f-]{36}/)
    const url = office.url()

    // The original opens at its first page; what is typed outlives a reload.
    const words = office.getByRole('textbox', { name: 'Chữ của trang 1' })
    await words.fill('Bộ Phát triển Cơ sở')
    await office
      .getByRole('img', { name: /trang 1 trên 2/ })
      .and(office.locator(':not(.wait)'))
      .waitFor()
    await assertAccessible(office, 'a scan to be typed')
    office.once('dialog', (dialog) => void dialog.accept())
    await office.reload()
    assert.equal(await words.inputValue(), 'Bộ Phát triển Cơ sở')
    await words.fill(FIRST)
    await words.press('Control+Enter')
    await office.getByText('Đã đọc: 1 đề xuất').waitFor()
    await office.getByRole('heading', { name: /Chỉ thị 87\/CT-BPTCS/ }).waitFor()

    await office.keyboard.press('Alt+PageDown')
    const second = office.getByRole('textbox', { name: 'Chữ của trang 2' })
    await second.fill(SECOND)
    await office.getByRole('link', { name: 'Văn bản chỉ đạo' }).first().click()
    await office.getByRole('heading', { name: 'Còn chữ chưa lưu' }).waitFor()
    await office.getByRole('button', { name: 'Ở lại' }).click()
    await second.press('Control+Enter')
    await office.getByText('2/2 trang đã có chữ').waitFor()
    await office.getByText('Về văn bản').click()
    await office.getByText('41/CT-BPTCS').first().waitFor()
    await assertAccessible(office, 'a scan with its words')

    // A commitment that reading did not propose is taken from the words that were typed.
    await office.getByText('Danh mục trụ sở').first().selectText()
    await office.getByRole('toolbar').getByRole('button', { name: 'Thêm cam kết' }).click()
    await office.getByText('Đã thêm từ câu được chọn').waitFor()
    await office.getByRole('heading', { name: '2 cam kết' }).waitFor()

    const card = office.getByRole('listitem').filter({ hasText: ACTION }).filter({ hasText: 'Nhiệm vụ' }).first()
    await card.getByRole('button', { name: 'Sửa' }).click()
    await office.getByLabel('Số trang, từ 1 đến 2').and(office.locator('[value="1"]')).waitFor()
    await card.getByLabel('Hành động').waitFor()
    await office.keyboard.press('Control+Enter')
    await office
      .getByRole('link', { name: /^Nhiệm vụ NV-\d+$/ })
      .first()
      .click()
    await office.waitForURL(/\/tasks\//)
    await office.getByRole('button', { name: /^Giao/ }).first().click()
    await office.getByText('Chờ tiếp nhận').first().waitFor()

    await office.goto(url)
    await office.getByRole('button', { name: 'Toàn văn' }).click()
    await office.getByText('Trang 2', { exact: true }).waitFor()
    await assertAccessible(office, 'a scan as one text')

    const phone = await openPage(browser, address, { width: 390, height: 844, theme: 'dark' })
    await enterAs(phone, 'chuyenvien.vpb')
    await phone.goto(url)
    await phone.getByRole('button', { name: 'Sửa chữ trang này' }).click()
    await assertAccessible(phone, 'a scan on a phone')
  },
)
