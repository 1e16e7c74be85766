import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible } from '#e2e/accessible.ts'
import { atRest } from '#e2e/at-rest.ts'
import { launchBrowser, openPage } from '#e2e/browser.ts'
import { journey } from '#e2e/running.ts'
import { enterAs } from '#e2e/sign-in.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

const ACTIONS = ['Chuẩn bị đợt khảo sát trụ sở cấp xã', 'Lập danh sách công chức tham gia khảo sát']
const LEAD = 'Sở Phát triển Cơ sở tỉnh Lâm Đồng'

async function enter(address: string, login: string): Promise<Page> {
  const page = await openPage(browser, address)
  await enterAs(page, login)
  return page
}

/** A form of one action: its own button is the last of that name. */
async function submit(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).last().click()
}

async function draft(office: Page, action: string): Promise<void> {
  await office.goto('/tasks/new')
  await office.getByLabel('Nguồn giao').fill('Ý kiến của Bộ trưởng tại giao ban tuần')
  await office.getByLabel('Nhiệm vụ', { exact: true }).fill(action)
  await office.getByRole('combobox', { name: 'Đơn vị chủ trì' }).fill('so lam dong')
  await office.getByRole('option', { name: LEAD, exact: true }).click()
  await office.getByRole('button', { name: 'Lập dự thảo giao' }).click()
  await office.waitForURL(/\/tasks\/[0-9a-f-]{36}/)
}

/** How many things the leader's first page says wait for a decision. */
async function waiting(leader: Page): Promise<number> {
  const section = leader.locator('section[aria-labelledby="duties-title"]')
  await section.locator('.meta a').waitFor()
  return Number((await section.locator('.meta').innerText()).replace(/\D/g, ''))
}

journey(
  'a leader decides what waits, the office issues it, the unit head names who does it, that person reports, and an auditor reads it all',
  async ({ address }) => {
    // The administrator has a leader decide about tasks that are entered by hand.
    const administrator = await enter(address, 'quantri.bo')
    await administrator.goto('/settings')
    await administrator.getByLabel('nhập tay hoặc nhập từ Excel').check()
    await administrator.getByRole('button', { name: 'Lưu thiết lập' }).click()
    await administrator.getByText('Đã lưu thiết lập.').first().waitFor()

    const leader = await enter(address, 'lanhdao.bo')
    const before = await waiting(leader)
    const office = await enter(address, 'chuyenvien.vpb')
    for (const action of ACTIONS) await draft(office, action)
    assert.equal(await office.getByRole('button', { name: /^Giao/ }).count(), 0, 'the office does not issue unapproved')

    // The leader's page counts two more by itself; each decision takes one away.
    const decisions = leader.locator('section[aria-labelledby="duties-title"]')
    for (const action of ACTIONS) await decisions.getByRole('link', { name: action }).waitFor()
    assert.equal(await waiting(leader), before + 2)
    await assertAccessible(leader, 'home of a leader with decisions waiting')
    for (const [decided, action] of ACTIONS.entries()) {
      await decisions.getByRole('link', { name: action }).click()
      await leader.getByRole('button', { name: 'Duyệt 1 lượt giao' }).click()
      await leader.getByText('Đã duyệt.').waitFor()
      await leader.goto('/')
      await decisions.getByRole('link', { name: action }).waitFor({ state: 'detached' })
      assert.equal(await waiting(leader), before + 1 - decided)
    }

    // The office finds them among its duties, and issues the first.
    const [action = ''] = ACTIONS
    await office.goto('/duties')
    await office.locator('section[aria-labelledby="duty-issue"]').getByRole('link', { name: action }).click()
    await office.getByRole('button', { name: 'Giao 1 đơn vị' }).click()
    await office.getByText('Chờ tiếp nhận').first().waitFor()

    // The head of the unit accepts and names who does it.
    const head = await enter(address, 'giamdoc.lamdong')
    await head.goto('/duties')
    await head.locator('section[aria-labelledby="duty-answer"]').getByRole('link', { name: action }).click()
    await head.getByRole('button', { name: 'Tiếp nhận' }).first().click()
    await submit(head, 'Tiếp nhận')
    await head.getByText('Đã tiếp nhận.', { exact: true }).waitFor()
    const path = new URL(head.url()).pathname
    await head.getByRole('button', { name: 'Cử người xử lý' }).click()
    const people = head.getByRole('combobox', { name: 'Người xử lý' })
    const reporter = people.locator('option', { hasText: 'Người nhập số liệu' }).first()
    await reporter.waitFor({ state: 'attached' })
    await people.selectOption((await reporter.getAttribute('value')) ?? '')
    await submit(head, 'Cử người xử lý')
    await head.getByText('Đã cử người xử lý.').waitFor()

    // Whoever was named has it to do, reports, and cannot report it complete.
    const handler = await enter(address, 'nhaplieu.lamdong')
    await handler.goto('/duties')
    await handler.locator('section[aria-labelledby="duty-work"]').getByRole('link', { name: action }).click()
    await handler.getByRole('button', { name: 'Báo cáo tiến độ' }).first().click()
    assert.equal(await handler.getByRole('button', { name: 'Báo cáo hoàn thành' }).count(), 0)
    await handler.getByLabel('Nội dung báo cáo').fill('Đã gửi công văn tới các Ban.')
    await submit(handler, 'Báo cáo tiến độ')
    await handler.getByText('Đã gửi công văn tới các Ban.').waitFor()

    // The auditor reads the same words and has nothing to press; the journal tells who did what.
    const auditor = await enter(address, 'kiemtoan.bo')
    await auditor.goto(path)
    await auditor.getByText('Đã gửi công văn tới các Ban.').waitFor()
    await auditor.getByText('Đồng chí không có việc phải làm với lượt giao này.').waitFor()
    await auditor.getByText('Đồng chí chỉ xem, không tham gia trao đổi.').waitFor()
    await assertAccessible(auditor, 'an assignment that is only read')
    const refused = await auditor.request.post(`/api/v1${path}/messages`, {
      data: { text: 'Đã kiểm toán.' },
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
    assert.equal(refused.status(), 403)
    await auditor.goto('/journal')
    await auditor.getByRole('row').nth(3).waitFor()
    await auditor.getByText('Báo cáo tiến độ').first().waitFor()
  },
)

journey(
  'whose work comes with later parts finds a first page that says so, and nothing of others',
  async ({ address }) => {
    for (const login of ['kiemtra.bo', 'phatngon.bo', 'doitac.lienhiep']) {
      const page = await enter(address, login)
      await atRest(page)
      assert.equal(await page.locator('.home a.n').count(), 0, login)
      await page
        .getByText(/Không có việc|chưa có nội dung/)
        .first()
        .waitFor()
      await assertAccessible(page, `home of ${login}`)
      await page.goto('/assignments')
      await atRest(page)
      assert.equal(await page.locator('tr[data-row]').count(), 0, login)
    }
  },
)
