import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import type { Browser, Page } from 'playwright-core'
import { assertAccessible } from '#e2e/accessible.ts'
import { rowsOf } from '#e2e/assignment-rows.ts'
import { launchBrowser, openPage } from '#e2e/browser.ts'
import { journey } from '#e2e/running.ts'
import { enterAs } from '#e2e/sign-in.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

/** The number on a tab, as it is written there. */
async function countOn(page: Page, tab: RegExp): Promise<string> {
  const count = page.getByRole('group', { name: 'Danh sách đã lưu' }).getByRole('button', { name: tab }).locator('b')
  return (await count.innerText()).trim()
}

async function codesOnScreen(page: Page): Promise<string[]> {
  return page.locator('tbody [data-row] .cd').allInnerTexts()
}

journey(
  'the office keeps a view and shares it, acts on several rows at once, takes it back, and exports what it sees',
  async ({ address }) => {
    const office = await openPage(browser, address)
    await enterAs(office, 'chuyenvien.vpb')
    await office.goto('/assignments')
    await office.getByRole('button', { name: /^Quá hạn/ }).click()
    await office.getByRole('button', { name: 'Lưu bộ lọc' }).click()
    await office.getByLabel('Tên danh sách').fill('Quá hạn toàn ngành')
    await office.getByLabel('Dùng chung').selectOption({ index: 1 })
    await assertAccessible(office, 'saving a view')
    await office.getByRole('button', { name: 'Lưu', exact: true }).click()
    const overdue = await countOn(office, /^Quá hạn toàn ngành/)
    assert.match(overdue, /^[1-9][\d.]*$/)
    assert.equal(overdue, await countOn(office, /^Quá hạn \d/))

    // Another person of the unit has it, with the same count, and the list behind it has as many.
    const other = await openPage(browser, address)
    await enterAs(other, 'chuyenvien2.vpb')
    await other.goto('/assignments')
    await other.getByRole('button', { name: /^Quá hạn toàn ngành/ }).click()
    assert.equal(await countOn(other, /^Quá hạn toàn ngành/), overdue)
    await other.getByText(new RegExp(`^${overdue} lượt giao của`)).waitFor()
    await assertAccessible(other, 'tabs of views')

    // A unit head names a handler for three rows, of which one is not where that can follow.
    const head = await openPage(browser, address)
    await enterAs(head, 'giamdoc.lamdong')
    const me = await (await head.request.get('/api/v1/session')).json()
    const lead = me.roles[0].unit.id as string
    const led = (await rowsOf(head, `lead=${lead}&sort=code`)).slice(0, 18)
    const working = led.filter(({ state }) => state === 'in_progress' || state === 'accepted').slice(0, 2)
    const closed = led.find(({ state }) => state === 'confirmed' || state === 'reported_complete')
    assert.ok(working.length === 2 && closed, 'the demo has such rows among the first')
    await head.goto(`/assignments?lead=${lead}&sort=code`)
    for (const { id } of [...working, closed]) await head.locator(`[data-row="${id}"] input[type=checkbox]`).check()
    await assertAccessible(head, 'the bar of bulk actions')
    await head.getByRole('toolbar').getByRole('button', { name: 'Cử người xử lý' }).click()
    const people = head.getByRole('dialog').getByLabel('Người xử lý')
    await people.locator('option').nth(2).waitFor({ state: 'attached' })
    const values = await people
      .locator('option')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
    const someone = values.find(
      (id) => /^[0-9a-f-]{36}$/.test(id) && working.every(({ handler }) => handler?.id !== id),
    )
    assert.ok(someone)
    await people.selectOption(someone)
    await head.getByRole('button', { name: 'Thực hiện' }).click()
    await head.getByText('Cử người xử lý: 2 xong, 1 chưa đúng trạng thái').waitFor()
    const handlersNow = async () => {
      const now = await rowsOf(head, `lead=${lead}&sort=code`)
      return working.map(({ id }) => now.find((row) => row.id === id)?.handler?.id ?? null)
    }
    assert.deepEqual(await handlersNow(), [someone, someone])
    await head.getByRole('button', { name: 'Xem từng dòng' }).click()
    await assertAccessible(head, 'the result of each row')
    await head.keyboard.press('Escape')
    await head.getByRole('button', { name: 'Hoàn tác' }).click()
    await head.getByText('Hoàn tác Cử người xử lý: 2 xong').waitFor()
    assert.deepEqual(
      await handlersNow(),
      working.map(({ handler }) => handler?.id ?? null),
    )

    // Of rows of several units one unit has its handler named, the others stay chosen, and who may not is told.
    await head.goto('/assignments?state=in_progress&sort=code')
    const mixed = (await rowsOf(head, 'state=in_progress&sort=code')).slice(0, 18)
    const [own, theirs] = [mixed.find((row) => row.lead.id === lead), mixed.find((row) => row.lead.id !== lead)]
    assert.ok(own && theirs)
    for (const { id } of [theirs, own]) await head.locator(`[data-row="${id}"] input[type=checkbox]`).check()
    const nameHandler = head.getByRole('toolbar').getByRole('button', { name: 'Cử người xử lý' })
    await nameHandler.click()
    await head.getByRole('dialog', { name: 'Cử người xử lý: 1 lượt giao' }).waitFor()
    await head.getByRole('dialog').getByText('Các dòng đã chọn thuộc 2 đơn vị.').waitFor()
    assert.equal(await head.getByRole('dialog').getByLabel('Chủ trì').inputValue(), lead)
    await assertAccessible(head, 'a handler for one of two units')
    await people.locator('option').nth(2).waitFor({ state: 'attached' })
    const another = await people
      .locator('option')
      .evaluateAll(
        (all, now) => all.map((one) => (one as HTMLOptionElement).value).findLast((id) => id !== now),
        own.handler?.id ?? null,
      )
    await people.selectOption(another ?? '')
    await head.getByRole('button', { name: 'Thực hiện', exact: true }).click()
    await head.getByText('Cử người xử lý: 1 xong', { exact: true }).waitFor()
    await head.getByRole('toolbar').getByText('Đã chọn 1', { exact: true }).waitFor()
    await nameHandler.click()
    await head.getByRole('dialog').getByText(theirs.lead.name, { exact: true }).waitFor()
    await head.getByRole('dialog').getByRole('alert').waitFor()

    // What is on screen is what is in the workbook and on paper, in the same order.
    await office.goto('/assignments?state=returned&sort=-code')
    await office.locator('tbody [data-row]').first().waitFor()
    const shown = await codesOnScreen(office)
    await office.getByRole('button', { name: 'Xuất bảng' }).click()
    const [download] = await Promise.all([
      office.waitForEvent('download'),
      office.getByRole('link', { name: /Tải tệp Excel/ }).click(),
    ])
    const { sheets } = await readXlsx(new Uint8Array(await readFile(await download.path())))
    const table = sheets[0]?.rows ?? []
    const at = table.findIndex((row) => row.includes('Mã'))
    const column = table[at]?.indexOf('Mã') ?? -1
    assert.deepEqual(
      table.slice(at + 1).map((row) => row[column]),
      shown,
    )
    assert.equal(table[1]?.[0], 'Điều kiện: Trạng thái: Đã trả lại')
    assert.equal(table[3]?.[0], 'Số liệu minh hoạ')
    await office.getByRole('link', { name: /Xem trước khi in/ }).click()
    await office.getByText('Điều kiện: Trạng thái: Đã trả lại').waitFor()
    const onPaper = await office.locator('.ps tbody td.cd').filter({ hasText: /^NV-/ }).allInnerTexts()
    assert.deepEqual(onPaper, shown)
    await assertAccessible(office, 'the page for printing')

    // The register and the tasks keep views as the assignments do.
    for (const [path, name] of [
      ['/directives?overdue=true', 'Văn bản còn việc quá hạn'],
      ['/tasks?q=kế hoạch', 'Các kế hoạch'],
    ] as const) {
      await office.goto(path)
      await office.getByRole('button', { name: 'Lưu bộ lọc' }).click()
      await office.getByLabel('Tên danh sách').fill(name)
      await office.getByRole('button', { name: 'Lưu', exact: true }).click()
      const tab = office.getByRole('button', { name: new RegExp(`^${name} [1-9]`), pressed: true })
      await tab.waitFor()
      const count = (await tab.locator('b').innerText()).trim()
      await office
        .getByText(new RegExp(`^${count} (văn bản|nhiệm vụ)`))
        .first()
        .waitFor()
      await assertAccessible(office, name)
    }
  },
)
