import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible } from '#e2e/accessible.ts'
import { launchBrowser, openPage } from '#e2e/browser.ts'
import { journey } from '#e2e/running.ts'
import { enterAs } from '#e2e/sign-in.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

const ORDER =
  'Vụ Tổ chức và Nhân sự chủ trì, phối hợp với Vụ Kế hoạch - Tài chính rà soát, bố trí đủ biên chế cho đơn vị cấp xã'
const TEXT = (symbol: string) => `BỘ PHÁT TRIỂN CƠ SỞ
Số: ${symbol}
Hà Nội, ngày 16 tháng 11 năm 2026
CHỈ THỊ
Về việc bố trí biên chế
1. Giao ${ORDER}, hoàn thành trước ngày 31/12/2026.
2. Giao Vụ Kế hoạch - Tài chính xây dựng phương án sửa chữa trụ sở làm việc.
3. Giao Vụ Tổ chức và Nhân sự báo cáo kết quả trước ngày 15/01/2027 nếu có phát sinh.
`

journey(
  'an officer sees what says the same, asks the drafter for what is missing, and reads the text again',
  async ({ address }) => {
    const page = await openPage(browser, address)
    await enterAs(page, 'chuyenvien.vpb')
    await register(page, TEXT('71/CT-BPTCS'))
    await page.getByRole('button', { name: /^Chấp nhận 1/ }).click()
    await page.getByText('Đã chấp nhận', { exact: true }).first().waitFor()

    await register(page, TEXT('72/CT-BPTCS'))
    await page.getByText('Có thể trùng với').first().waitFor()
    await page.getByRole('button', { name: /^Sửa 1/ }).click()
    await page.getByText('Vì sao máy đề xuất').click()
    await page.getByText(/được người đọc giữ lại/).waitFor()
    await assertAccessible(page, 'card with look-alikes and reasons')

    await more(page, 'Nội dung cần bổ sung')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Thiếu thời hạn').first().waitFor()
    const note = await dialog.getByLabel('Văn bản gửi đơn vị soạn thảo').inputValue()
    assert.match(note, /số 72\/CT-BPTCS ngày 16\/11\/2026/)
    assert.match(note, /Đề nghị bổ sung: .*thời hạn hoàn thành/)
    await assertAccessible(page, 'questions to the drafter')
    await dialog.getByRole('button', { name: 'Ghi nhận đã gửi' }).click()
    await page
      .getByText(/Đã gửi lại đơn vị soạn thảo .*: \d+ nội dung/)
      .first()
      .waitFor()

    await more(page, 'Đọc lại văn bản')
    await dialog.getByText(/Đọc lại không có gì khác/).waitFor()
    await dialog.getByRole('button', { name: 'Đóng' }).click()

    const taught = await page.request.post('/api/v1/phrases', {
      data: { kind: 'never', phrase: 'sửa chữa trụ sở' },
      headers: { 'idempotency-key': 'rereading', 'sec-fetch-site': 'same-origin' },
    })
    assert.equal(taught.status(), 200, await taught.text())
    await more(page, 'Đọc lại văn bản')
    await dialog.getByText('Không còn đề xuất').waitFor()
    await assertAccessible(page, 'what reading again would change')
    await dialog.getByRole('button', { name: 'Áp dụng 1 thay đổi' }).click()
    await page.getByText('Đã áp dụng: thêm 0, rút 1').waitFor()
    await page.locator('.ac', { hasText: 'sửa chữa trụ sở' }).waitFor({ state: 'detached' })
  },
)

async function register(page: Page, text: string): Promise<void> {
  await page.goto('/directives')
  await page.getByRole('button', { name: 'Vào sổ văn bản' }).click()
  await page.getByLabel('Toàn văn').fill(text)
  await page.getByRole('button', { name: 'Vào sổ và đọc' }).click()
  await page.waitForURL(/\/directives\/[0-9a-f-]{36}/)
  await page.getByRole('listitem').first().waitFor()
}

async function more(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Việc khác với văn bản' }).click()
  await page.getByRole('button', { name, exact: true }).click()
}
