import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import type { Browser, Page } from 'playwright-core'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import { assertAccessible } from '#e2e/accessible.ts'
import { launchBrowser, openPage } from '#e2e/browser.ts'
import { journey } from '#e2e/running.ts'
import { enterAs } from '#e2e/sign-in.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

async function rowsOf(page: Page, query: string): Promise<AssignmentRow[]> {
  const answer = await page.request.get(`/api/v1/assignments?limit=200&${query}`)
  return (await answer.json()).items
}

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
  },
)

journey(
  'a range holds rows that nobody has scrolled to; a run whose answer is lost goes on, does nothing twice and is taken back whole; a phone has it all',
  async ({ address }) => {
    const office = await openPage(browser, address)
    await enterAs(office, 'chuyenvien.vpb')
    const chosen = (count: number) =>
      office.getByRole('toolbar').getByText(`Đã chọn ${count}`, { exact: true }).waitFor()
    await office.goto('/assignments')
    await office.locator('[data-line="0"] input[type=checkbox]').check()
    await office.locator('.sc').evaluate((pane) => pane.scrollTo({ top: 35 * 700 }))
    await office.locator('[data-line="705"] td.cd').click({ modifiers: ['Shift'] })
    await chosen(706)
    // What was given up comes back with no range: the next press begins anew.
    await office.keyboard.press('Escape')
    await office.getByRole('toolbar').waitFor({ state: 'detached' })
    await office.locator('[data-line="703"] td.cd').click({ modifiers: ['Shift'] })
    await chosen(1)

    // The focus goes with its row when another above it leaves the list.
    await office.goto('/assignments?class=open_overdue')
    const rows = await rowsOf(office, 'class=open_overdue')
    const [first, second, third] = rows
    assert.ok(first && second && third)
    await office.locator(`[data-row="${third.id}"] td.cd`).waitFor()
    await office.locator('[data-line="0"]').focus()
    for (const _ of [1, 2]) await office.keyboard.press('ArrowDown')
    const withdrawn = await office.request.post(`/api/v1/assignments/${second.id}/withdraw`, {
      headers: { 'if-match': `"${second.version}"`, origin: address },
      data: { reason: 'Trùng với nhiệm vụ khác' },
    })
    assert.equal(withdrawn.status(), 200, await withdrawn.text())
    await office.locator(`[data-row="${second.id}"]`).waitFor({ state: 'detached' })
    await office.locator(`[data-row="${third.id}"]:focus`).waitFor()
    await office.keyboard.press(' ')
    await office.locator(`[data-row="${third.id}"] input[type=checkbox]:checked`).waitFor()

    // A hundred rows, fifty at a time: the second half is done, and its answer lost.
    await office.goto('/assignments?class=open_overdue&state=in_progress')
    await office.locator('[data-line="0"] input[type=checkbox]').check()
    await office.locator('.sc').evaluate((pane) => pane.scrollTo({ top: 35 * 95 }))
    await office.locator('[data-line="99"] td.cd').click({ modifiers: ['Shift'] })
    await chosen(100)
    const listed = await rowsOf(office, 'class=open_overdue&state=in_progress')
    const before = listed.slice(0, 100).map(({ id, dueOn }) => [id, dueOn] as const)
    let calls = 0
    await office.route('**/api/v1/assignments/bulk', async (route) => {
      calls += 1
      if (calls !== 2) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await office.getByRole('toolbar').getByRole('button', { name: 'Điều chỉnh thời hạn' }).click()
    await office.getByRole('dialog').getByLabel('Hạn mới').fill('15/6/2027')
    await office.getByRole('dialog').getByLabel('Lý do').fill('Theo kết luận giao ban')
    await office.getByRole('button', { name: 'Thực hiện', exact: true }).click()
    const me = await (await office.request.get('/api/v1/session')).json()
    const issued = new Set(listed.filter(({ issuedBy }) => issuedBy.id === me.roles[0].unit.id).map(({ id }) => id))
    const moved = async () => {
      const latest = new Map((await rowsOf(office, 'state=in_progress&sort=-due')).map(({ id, dueOn }) => [id, dueOn]))
      return before.filter(([id]) => latest.get(id) === '2027-06-15')
    }
    const outcomes = async (count: number) => {
      // The focus, whose button went when the run began, goes on at the result.
      await office.locator('output.bulk:focus').waitFor()
      // What the office has issued is revised, and nothing else; that is what the bar says.
      const done = before.slice(0, count).filter(([id]) => issued.has(id)).length
      assert.ok(done > 0 && done < count, `${done} of ${count}`)
      await office.getByText(new RegExp(`^Điều chỉnh thời hạn: ${done} xong`)).waitFor()
      await office.getByRole('button', { name: 'Xem từng dòng' }).click()
      await office
        .getByRole('dialog')
        .locator('tbody tr')
        .nth(count - 1)
        .waitFor()
      assert.equal(await office.getByRole('dialog').locator('tbody tr').count(), count)
      await office.keyboard.press('Escape')
      return done
    }
    const told = await outcomes(50)
    const own = before.filter(([id]) => issued.has(id))
    assert.ok(own.length > told)
    assert.deepEqual(await moved(), own, 'more is done than was answered')
    await assertAccessible(office, 'a run that broke')
    assert.equal(await office.getByRole('toolbar').count(), 0, 'nothing is pressed anew')
    await office.getByRole('button', { name: 'Thử lại' }).click()
    await office.getByRole('button', { name: 'Thử lại' }).waitFor({ state: 'detached' })
    const done = await outcomes(100)
    assert.equal(done, own.length)
    await office.getByRole('button', { name: 'Hoàn tác' }).click()
    await office.getByText(`Hoàn tác Điều chỉnh thời hạn: ${done} xong`, { exact: true }).waitFor()
    const now = new Map(
      (await rowsOf(office, 'class=open_overdue&state=in_progress')).map(({ id, dueOn }) => [id as string, dueOn]),
    )
    assert.deepEqual(
      before.map(([id]) => [id, now.get(String(id))]),
      before,
    )
    // The focus goes back to the list with the last bar, to the row that the keys move from.
    await office.getByRole('button', { name: 'Đóng kết quả' }).press('Enter')
    await office.locator('tr[data-line][tabindex="0"]:focus').waitFor()
    await office.keyboard.press(' ')
    await office.getByRole('toolbar').getByRole('button', { name: 'Bỏ chọn' }).press('Enter')
    await office.locator('tr[data-line][tabindex="0"]:focus').waitFor()

    const phone = await openPage(browser, address, { width: 390, height: 844 })
    await enterAs(phone, 'chuyenvien.vpb')
    await phone.goto('/assignments?class=open_overdue')
    await phone.getByRole('button', { name: 'Chọn nhiều' }).click()
    for (const at of [0, 2]) await phone.locator('.cards li input').nth(at).check()
    await assertAccessible(phone, 'the bar of a phone')
    await phone.getByRole('button', { name: 'Thao tác', exact: true }).click()
    await assertAccessible(phone, 'the actions of a phone')
    await phone.getByRole('dialog').getByRole('button', { name: 'Rút nhiệm vụ' }).click()
    await phone.getByRole('dialog').getByLabel('Lý do').fill('Đã có nhiệm vụ thay thế')
    await phone.getByRole('button', { name: 'Thực hiện', exact: true }).click()
    await phone.getByText('Rút nhiệm vụ: 2 xong').waitFor()

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
