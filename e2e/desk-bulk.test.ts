import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Browser } from 'playwright-core'
import { assertAccessible } from '#e2e/accessible.ts'
import { rowsOf } from '#e2e/assignment-rows.ts'
import { atRest } from '#e2e/at-rest.ts'
import { launchBrowser, openPage } from '#e2e/browser.ts'
import { journey } from '#e2e/running.ts'
import { enterAs } from '#e2e/sign-in.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

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
    const day = office.getByRole('dialog').getByLabel('Hạn mới')
    await day.fill('15/6/2027')
    await office.getByRole('dialog').getByLabel('Lý do').fill('Theo kết luận giao ban')
    // A day that is none keeps all from being sent, also where the field held one before.
    await day.fill('31/02/2027')
    await office.getByRole('button', { name: 'Thực hiện', exact: true }).click()
    assert.ok(await day.evaluate((field) => field === document.activeElement))
    await day.press('Enter')
    await atRest(office)
    assert.equal(calls, 0)
    await day.fill('15/6/2027')
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
      // What is done in part is taken back when all of it is known.
      const undo = office.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' })
      assert.equal(await undo.count(), count < 100 ? 0 : 1)
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
    // In the dialog it stays, in the bar only for some seconds.
    await office.getByRole('button', { name: 'Xem từng dòng' }).click()
    await office.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click()
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

    // However many groups there are, all open at once, and their rows are read where they come into sight.
    await office.goto('/assignments?group=lead')
    await office.locator('tr.grp.shut').first().waitFor()
    let reads = 0
    office.on('request', (request) => (reads += Number(/\/assignments\?/.test(request.url()))))
    await office.getByRole('button', { name: 'Mở tất cả nhóm' }).click()
    await office.locator('.sc').evaluate((pane) => pane.scrollTo({ top: pane.scrollHeight / 2 }))
    await atRest(office)
    await office.locator('tr[data-row]').nth(5).waitFor()
    assert.equal(await office.locator('tr.grp.shut').count(), 0)
    assert.ok(reads > 0 && reads < 60, `${reads} windows are read`)
    await assertAccessible(office, 'all groups open')
    await office.getByRole('button', { name: 'Thu gọn tất cả nhóm' }).click()
    await office.locator('tr[data-row]').first().waitFor({ state: 'detached' })

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
    const { items: stars } = await (await phone.request.get('/api/v1/stars')).json()
    await phone.goto(`/assignments?task=${stars[0].taskId}`)
    await phone.locator('.cards li').first().getByText('Trọng điểm').waitFor()
    assert.equal(await phone.locator('.cards .starred').count(), await phone.locator('.cards li').count())
  },
)
