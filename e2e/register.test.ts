import assert from 'node:assert/strict'
import { assertAccessible } from '#e2e/accessible.ts'
import { launchBrowser, openPage } from '#e2e/browser.ts'
import { journey } from '#e2e/running.ts'
import { enterAs } from '#e2e/sign-in.ts'

const TEXT = `BỘ PHÁT TRIỂN CƠ SỞ
Số: 77/CT-BPTCS
Hà Nội, ngày 16 tháng 11 năm 2026

CHỈ THỊ
Về phòng, chống hạn mặn

Điều 1. Sở Phát triển Cơ sở thành phố Đà Nẵng báo cáo trước ngày 30/12/2026.
`

journey(
  'a clerk keeps the register for a day: a directive, a secret one, words without accents, a month, paper and Excel',
  async ({ address }) => {
    const browser = await launchBrowser()
    try {
      const clerk = await openPage(browser, address)
      await enterAs(clerk, 'vanthu.bo')
      await clerk.goto('/directives')
      await clerk.getByRole('button', { name: 'Vào sổ văn bản' }).click()
      await clerk.getByLabel('Toàn văn').fill(TEXT)
      await clerk
        .getByRole('button', { name: /^Vào sổ/ })
        .last()
        .click()
      await clerk.getByRole('row', { name: /77\/CT-BPTCS/ }).waitFor()

      await clerk.getByRole('button', { name: 'Ghi văn bản mật' }).click()
      const dialog = clerk.getByRole('dialog')
      await assertAccessible(clerk, 'the dialog of secret directives')
      await dialog.getByRole('button', { name: 'Vào sổ' }).click()
      await dialog.getByText('Đồng chí cần ghi mục này.').first().waitFor()
      await dialog.getByLabel('Số, ký hiệu').fill('05/CT-BNV')
      await dialog.getByLabel('Cơ quan ban hành').fill('Bộ Nội vụ')
      await dialog.getByLabel('Độ mật').selectOption('secret')
      await dialog.getByRole('button', { name: 'Vào sổ' }).click()
      await clerk.getByRole('row', { name: /05\/CT-BNV/ }).waitFor()
      await clerk.getByRole('status').getByText('gồm 1 văn bản mật').waitFor()
      assert.equal(
        await clerk
          .getByRole('row', { name: /05\/CT-BNV/ })
          .getByText('Tối mật')
          .count(),
        1,
      )
      await assertAccessible(clerk, 'the register with a secret directive')

      // The subject without accents; what the text says is not the clerk's to find.
      const search = clerk.getByRole('searchbox', { name: 'Tìm trong sổ' })
      await search.fill('han man')
      await clerk.waitForURL(/q=/)
      await clerk.locator('mark', { hasText: 'hạn mặn' }).waitFor()
      await search.fill('da nang bao cao')
      await clerk.getByText('Không có văn bản khớp bộ lọc').waitFor()
      await clerk.getByRole('button', { name: 'Bỏ bộ lọc' }).click()

      // A month says how many it has, and has so many.
      const month = clerk
        .getByRole('group', { name: 'Lọc theo tháng đến' })
        .getByRole('button', { name: /văn bản/ })
        .last()
      const said = Number(/: (\d+) văn bản/.exec((await month.textContent()) ?? '')?.[1])
      await month.click()
      await clerk.waitForURL(/month=/)
      await clerk.getByText(/^Đến trong:/).waitFor()
      await clerk.waitForFunction((n) => document.querySelectorAll('tr[data-row]').length === n, said)

      const office = await openPage(browser, address, { theme: 'dark' })
      await enterAs(office, 'chuyenvien.vpb')
      await office.goto('/directives')
      await office.getByRole('searchbox', { name: 'Tìm trong sổ' }).fill('da nang bao cao')
      await office.locator('mark', { hasText: 'Đà Nẵng báo cáo' }).waitFor()
      await assertAccessible(office, 'the register with sentences found, dark')
      await office.getByRole('button', { name: 'Xuất bảng' }).click()
      const [download] = await Promise.all([
        office.waitForEvent('download'),
        office.getByRole('link', { name: /Tải tệp Excel/ }).click(),
      ])
      assert.match(download.suggestedFilename(), /^van-ban-chi-dao-.*\.xlsx$/)
      await office.getByRole('link', { name: /Xem trước khi in/ }).click()
      await office.getByText('Điều kiện: Tìm “da nang bao cao”').waitFor()
      await assertAccessible(office, 'the register on paper')

      const phone = await openPage(browser, address, { width: 390, height: 844 })
      await enterAs(phone, 'vanthu.bo')
      await phone.goto('/directives')
      await phone.getByText('05/CT-BNV').waitFor()
      await assertAccessible(phone, 'the register on a phone')
    } finally {
      await browser.close()
    }
  },
)
