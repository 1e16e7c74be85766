import { after, before } from 'node:test'
import { writeXlsx } from 'hucre/xlsx'
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

const HEAD = ['STT', 'Nội dung nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Sản phẩm', 'Kết quả']

/** An office's table: three cells are wrong, one name is not known, one cell names two leads. */
async function table(isRight: boolean) {
  const rows = [
    ['BẢNG TỔNG HỢP NHIỆM VỤ', null, null, null, null, null, null],
    HEAD,
    ['I. Chỉ thị số 77/CT-BPTCS ngày 05/01/2026 về rà soát biên chế cấp xã', null, null, null, null, null, null],
    [
      1,
      'Rà soát biên chế cấp xã',
      'Sở Phát triển Cơ sở các tỉnh, thành phố',
      'Vụ Tổ chức và Nhân sự',
      isRight ? '30/6/2027' : '31/6/2027',
      'Báo cáo',
      null,
    ],
    [2, isRight ? 'Kiểm tra trụ sở' : null, 'Cục Trụ sở và Hạ tầng', null, 'Quý II/2027', null, 'Đang thực hiện'],
    [
      3,
      'Tập huấn cán bộ',
      'Trung tâm Bồi dưỡng cán bộ cơ sở',
      'Tổ công tác 35',
      isRight ? 'Hằng tháng' : 'càng tốt',
      null,
      null,
    ],
    [4, 'Rà soát văn bản', 'Vụ Pháp chế, Thanh tra Bộ', null, '30/9/2027', null, null],
    [5, 'Ban hành kế hoạch', 'Vụ Kế hoạch - Tài chính', null, '15/01/2027', null, 'Đã hoàn thành'],
  ]
  const across = (row: number) => ({ startRow: row, startCol: 0, endRow: row, endCol: 6 })
  const bytes = await writeXlsx({ sheets: [{ name: 'Giao việc', rows, merges: [across(0), across(2)] }] })
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: 'theo-doi.xlsx', mimeType, buffer: Buffer.from(bytes) }
}

journey(
  'an office takes over its Excel table: wrong cells first, then names, then all at once',
  async ({ address }) => {
    const page = await openPage(browser, address)
    await enterAs(page, 'chuyenvien.vpb')
    await page.goto('/assignments')
    await page.getByRole('link', { name: 'Nhập từ Excel' }).click()
    await page.getByRole('heading', { name: 'Nhập từ Excel', level: 1 }).waitFor()
    await assertAccessible(page, 'import without a file')
    await page.locator('input[type=file]').setInputFiles(await table(false))
    await page.getByRole('heading', { name: /4 nhiệm vụ, .* lượt giao, 4 ô sai/ }).waitFor()
    await assertAccessible(page, 'a table with wrong cells')
    // The button is never disabled: it goes to the first wrong cell.
    await page.getByRole('button', { name: 'Nhập 4 nhiệm vụ' }).click()
    await page.waitForFunction(() => document.activeElement?.id === 'cell-E4')
    await page.getByRole('button', { name: 'Ô E6' }).click()
    await page.waitForFunction(() => document.activeElement?.id === 'cell-E6')

    await page.locator('input[type=file]').setInputFiles(await table(true))
    await page.getByRole('heading', { name: /4 nhiệm vụ, .* lượt giao, 1 ô sai/ }).waitFor()
    await page.getByRole('combobox', { name: '“Tổ công tác 35” là' }).fill('pháp chế')
    await page.getByRole('option', { name: /Vụ Pháp chế/ }).click()
    await page.getByRole('checkbox', { name: 'Nhớ là tên gọi khác trong từ điển' }).check()
    await page.getByRole('heading', { name: /0 ô sai/ }).waitFor()
    await page.getByRole('radio', { name: 'Mỗi đơn vị chủ trì một lượt giao' }).check()
    await page.getByRole('heading', { name: '4 nhiệm vụ, 38 lượt giao, 0 ô sai' }).waitFor()
    await assertAccessible(page, 'a table that is ready')
    await page.getByRole('radio', { name: 'Giao ngay cho các đơn vị' }).check()
    await page.getByRole('button', { name: 'Nhập 4 nhiệm vụ' }).click()
    await page.getByRole('heading', { name: 'Đã nhập và giao 4 nhiệm vụ, 38 lượt giao' }).waitFor()
    await assertAccessible(page, 'what was imported')
    await page.getByRole('link', { name: '77/CT-BPTCS' }).click()
    await page.getByText('77/CT-BPTCS').first().waitFor()

    await page.goto('/dictionary?q=%22Tổ công tác 35%22')
    await page.getByRole('cell', { name: 'Tổ công tác 35' }).first().waitFor()
    const unit = await openPage(browser, address, { width: 390, height: 844 })
    await enterAs(unit, 'giamdoc.lamdong')
    await unit.getByRole('link', { name: 'Rà soát biên chế cấp xã' }).first().waitFor()
  },
)
