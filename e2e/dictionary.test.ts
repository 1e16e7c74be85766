import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import { assertAccessible } from '#e2e/accessible.ts'
import { launchBrowser, openPage } from '#e2e/browser.ts'
import { journey } from '#e2e/running.ts'
import { enterAs } from '#e2e/sign-in.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

const SENTENCE = 'Nhờ Sở Nội vụ tổng hợp, báo cáo kết quả trước ngày 20/3/2026.'

journey('an office tries a phrase on a sentence, keeps it, and takes it back', async ({ address }) => {
  const page = await openPage(browser, address)
  await enterAs(page, 'chuyenvien.vpb')
  await page.getByRole('link', { name: 'Từ điển' }).click()
  await page.getByRole('heading', { name: 'Từ điển', level: 1 }).waitFor()
  await page.getByRole('table', { name: 'Tên gọi khác' }).waitFor()
  await assertAccessible(page, 'aliases')
  await page.getByRole('link', { name: 'Nhóm đơn vị' }).click()
  await page.getByRole('table', { name: 'Nhóm đơn vị' }).waitFor()
  await assertAccessible(page, 'groups')
  await page.getByRole('link', { name: 'Cụm từ cố định' }).click()
  await page.getByRole('button', { name: 'Thêm cụm từ' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Cụm từ', { exact: true }).fill('nhờ')
  await dialog.getByRole('radio', { name: /Mở đầu giao việc/ }).check()
  await dialog.getByLabel('Một câu của văn bản').fill(SENTENCE)
  await dialog.getByText('theo từ điển: Mở đầu giao việc').waitFor()
  await dialog.getByText('Khi chưa có từ điển').waitFor()
  await assertAccessible(page, 'a phrase with a sentence tried')
  await dialog.getByRole('button', { name: 'Thêm', exact: true }).click()
  await page.getByRole('button', { name: 'Bỏ “nhờ”' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ', exact: true }).click()
  await page.getByText('Từ điển chưa có mục nào ở phần này.').waitFor()
  await assertAccessible(page, 'no phrase')
})
