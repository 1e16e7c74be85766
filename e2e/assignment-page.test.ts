import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { addDays, type Instant, type PlainDate } from '#core/kernel/plain-date.ts'
import { formatDay } from '#core/kernel/written-day.ts'
import { assertAccessible } from '#e2e/accessible.ts'
import { atRest } from '#e2e/at-rest.ts'
import { launchBrowser, openPage } from '#e2e/browser.ts'
import { journey } from '#e2e/running.ts'
import { enterAs } from '#e2e/sign-in.ts'
import { instantNow } from '#server/clock.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

const ACTION = 'Rà soát điểm tiếp nhận hồ sơ lưu động của các đặc khu'
const LEAD = 'Sở Phát triển Cơ sở tỉnh Lâm Đồng'
const PAPERS = ['so-bao-cao-ket-qua.pdf', 'anh-bang-niem-yet.png', 'bieu-tru-so.xlsx', 'nhat-ky-truc.txt']

/** The days that the server is ahead of the machine. */
let daysAhead = 0
const clock = () =>
  Temporal.Instant.from(instantNow())
    .add({ hours: 24 * daysAhead })
    .toString({ smallestUnit: 'millisecond' }) as Instant

const day = (of: PlainDate) => formatDay(of, 'vi')

async function todayOf(page: Page): Promise<PlainDate> {
  return (await (await page.request.get('/api/v1/session')).json()).today
}

/** A form of one action: its own button is the last of that name. */
async function submit(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).last().click()
}

/** The office drafts a task with two days of progress reports and gives it to one unit. */
async function issue(office: Page, days: readonly PlainDate[]): Promise<string> {
  await office.goto('/tasks/new')
  await office.getByLabel('Nguồn giao').fill('Ý kiến của Bộ trưởng tại giao ban tuần')
  await office.getByLabel('Nhiệm vụ', { exact: true }).fill(ACTION)
  await office.getByRole('combobox', { name: 'Đơn vị chủ trì' }).fill('so lam dong')
  await office.getByRole('option', { name: LEAD, exact: true }).click()
  await office.getByLabel('Lịch báo cáo tiến độ').selectOption({ label: 'Ngày cụ thể' })
  await office.getByLabel('Các ngày báo cáo').fill(days.map(day).join('; '))
  await office.getByRole('button', { name: 'Lập dự thảo giao' }).click()
  await office.waitForURL(/\/tasks\/[0-9a-f-]{36}/)
  await office.getByRole('button', { name: 'Giao 1 đơn vị' }).click()
  await office.getByText('Chờ tiếp nhận').first().waitFor()
  await office.getByRole('table').getByRole('link', { name: LEAD }).click()
  await office.waitForURL(/\/assignments\/[0-9a-f-]{36}/)
  return new URL(office.url()).pathname
}

journey(
  'two people work on one assignment at once: each sees the other without a reload, neither overwrites the other, and a missed report is counted',
  async ({ address }) => {
    daysAhead = 0
    const office = await openPage(browser, address)
    await enterAs(office, 'chuyenvien.vpb')
    const today = await todayOf(office)
    const reports = [addDays(today, 3), addDays(today, 10)]
    const path = await issue(office, reports)

    // The focal point finds it among its duties and accepts; the office sees who has seen it, and that.
    const unit = await openPage(browser, address)
    await enterAs(unit, 'daumoi.lamdong')
    await unit.goto('/duties')
    await unit.getByRole('link', { name: ACTION }).first().click()
    await unit.waitForURL((url) => url.pathname === path)
    await unit.getByRole('button', { name: 'Tiếp nhận' }).first().click()
    await submit(unit, 'Tiếp nhận')
    await office.locator('dd', { hasText: /^Đã tiếp nhận$/ }).waitFor()
    await office.getByText('Hồ Bích Nga, Đầu mối Sở PTCS Lâm Đồng').first().waitFor()

    // Both have a form open. The unit sends first; the office is told, keeps every word, and sends again.
    const due = addDays(today, 30)
    await office.getByRole('button', { name: 'Điều chỉnh, kết thúc' }).click()
    await office.getByRole('button', { name: 'Điều chỉnh', exact: true }).click()
    await office.getByLabel('Hạn mới').fill(day(due))
    await office.getByLabel('Lý do').fill('Thời hạn theo kết luận giao ban')
    await unit.getByRole('button', { name: 'Báo cáo tiến độ' }).first().click()
    await unit.getByLabel('Nội dung báo cáo').fill('Đã rà soát 3/13 đặc khu.')
    await unit.getByLabel('Tiến độ, %').fill('25')
    await unit.locator('input[type=file]').setInputFiles(PAPERS.map((name) => `demo/evidence/${name}`))
    for (const name of PAPERS) await unit.getByRole('button', { name: `Bỏ tệp ${name}` }).waitFor()
    await submit(unit, 'Báo cáo tiến độ')
    await unit.getByText('Đã rà soát 3/13 đặc khu.').waitFor()
    await submit(office, 'Điều chỉnh')
    await office.getByRole('alert').getByText('Nội dung vừa được người khác thay đổi.').waitFor()
    assert.equal(await office.getByLabel('Hạn mới').inputValue(), day(due))
    assert.equal(await office.getByLabel('Lý do').inputValue(), 'Thời hạn theo kết luận giao ban')
    await office.getByText('Đã rà soát 3/13 đặc khu.').waitFor()
    await assertAccessible(office, 'a form that somebody else was faster than')
    await submit(office, 'Điều chỉnh')
    await unit.getByText(day(due)).first().waitFor()

    // The revision is in the history with what it was before and why.
    await office.getByText('Lịch sử thay đổi').click()
    const revised = office.locator('.hist li', { hasText: 'Thời hạn theo kết luận giao ban' }).first()
    await revised.locator('ins', { hasText: day(due) }).waitFor()

    await preview(office)
    await discuss(office, unit)

    // A week on: the first report was owed after the one of today, and nobody sent it.
    daysAhead = 9
    await enterAs(unit, 'daumoi.lamdong')
    await unit.goto('/duties')
    const owed = unit.locator('section[aria-labelledby="duty-progress"]')
    await owed.getByRole('link', { name: ACTION }).waitFor()
    daysAhead = 11
    await enterAs(office, 'chuyenvien.vpb')
    await office.goto(path)
    await office.getByText(new RegExp(`Chưa có báo cáo kỳ .*${day(reports[1] ?? today)}`)).waitFor()
    await assertAccessible(office, 'an assignment with a missed report')
    const answer = await office.request.get('/api/v1/assignments?missedReport=true&limit=200')
    const missed = ((await answer.json()) as { items: { id: string }[] }).items
    assert.ok(missed.some(({ id }) => path.endsWith(id)))
  },
  { clock },
)

/** Each kind of file beside the thread: pages drawn, a picture, a table, words. */
async function preview(page: Page): Promise<void> {
  const beside = (name: string) => page.getByRole('region', { name: `Xem tệp ${name}` })
  for (const name of PAPERS) {
    await page.getByRole('button', { name: `Xem tệp ${name}` }).click()
    await beside(name).waitFor()
    if (/pdf$|png$/.test(name)) {
      const image = beside(name).getByRole('img')
      await image.waitFor()
      await page.waitForFunction((one) => (one as HTMLImageElement | null)?.naturalWidth, await image.elementHandle())
    } else if (name.endsWith('xlsx')) await beside(name).getByRole('row').nth(2).waitFor()
    else await beside(name).locator('.pv-t').waitFor()
    await assertAccessible(page, `the preview of ${name}`)
  }
  await page.getByRole('button', { name: 'Đóng phần xem tệp' }).click()
}

/** The office names somebody of the unit, found without accents, who finds it among the duties, and no longer when it has been read. */
async function discuss(office: Page, unit: Page): Promise<void> {
  const path = new URL(unit.url()).pathname
  await unit.goto('/duties')
  await unit.getByRole('heading', { level: 1 }).waitFor()
  const field = office.getByRole('combobox', { name: 'Ý kiến' })
  await field.pressSequentially('Đề nghị @ho bich')
  await office.getByRole('option', { name: /Hồ Bích Nga/ }).waitFor()
  await office.keyboard.press('Enter')
  await field.pressSequentially('cho biết kế hoạch tuần tới.')
  assert.equal(await field.inputValue(), 'Đề nghị @Hồ Bích Nga cho biết kế hoạch tuần tới.')
  await office.keyboard.press('Control+Enter')
  const duty = unit.locator('section[aria-labelledby="duty-mention"]').locator(`a[href^="${path}"]`)
  await duty.first().waitFor()
  const read = unit.waitForResponse((answer) => answer.url().endsWith('/seen') && answer.request().method() !== 'GET')
  await unit.goto(path)
  await unit.locator('.msg-t mark', { hasText: '@Hồ Bích Nga' }).waitFor()
  await assertAccessible(unit, 'a discussion with a mention')
  await read
  await unit.goto('/duties')
  await atRest(unit)
  assert.equal(await duty.count(), 0)
}
