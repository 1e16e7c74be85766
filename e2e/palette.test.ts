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

/** Types into the palette what is looked for, and waits for the lines. */
async function look(page: Page, typed: string) {
  const field = page.getByRole('combobox', { name: /^Tìm văn bản/ })
  await page.getByRole('button', { name: 'Tìm hoặc ra lệnh' }).waitFor()
  if ((await field.count()) === 0) await page.keyboard.press('Control+k')
  await field.fill(typed)
  const list = page.getByRole('listbox', { name: 'Kết quả' })
  await list.and(page.locator('[aria-busy="false"]')).waitFor()
  return list
}

journey(
  'an officer finds a directive without accents, a task by its number and a unit, by keyboard alone',
  async ({ address }) => {
    const page = await openPage(browser, address)
    await enterAs(page, 'chuyenvien.vpb')
    await page.getByRole('heading', { level: 1 }).waitFor()
    const directives = await look(page, 'tiep nhan phan anh')
    const directive = directives.getByRole('group', { name: 'Văn bản chỉ đạo' }).getByRole('option').first()
    assert.match(await directive.innerText(), /05\/CT-BPTCS/)
    await assertAccessible(page, 'the palette')
    // Down to the directive; the field keeps the focus and says where one is.
    const id = await directive.getAttribute('id')
    for (
      let step = 0;
      (await page.getByRole('combobox').first().getAttribute('aria-activedescendant')) !== id;
      step++
    ) {
      assert.ok(step < 30, 'the arrows reach every line')
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/directives\/[0-9a-f-]{36}/)
    const tasks = await look(page, 'nv 6')
    assert.match(
      await tasks.getByRole('group', { name: 'Nhiệm vụ' }).getByRole('option').first().innerText(),
      /NV-0006/,
    )
    const units = await look(page, 'so lam dong')
    const unit = units
      .getByRole('group', { name: 'Đơn vị' })
      .getByRole('option', { name: /tỉnh Lâm Đồng/ })
      .first()
    await unit.click()
    await page.waitForURL(/\/assignments\?.*lead=/)
    // With nothing typed, what was opened is there again.
    await page.keyboard.press('Control+k')
    await page
      .getByRole('group', { name: 'Mở gần đây' })
      .getByRole('option', { name: /05\/CT-BPTCS/ })
      .waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+/')
    const keys = page.getByRole('dialog', { name: 'Phím tắt trên màn hình này' })
    await keys.getByText('Tìm hoặc ra lệnh').waitFor()
    await assertAccessible(page, 'the list of shortcuts')
    await page.keyboard.press('Escape')
    await page.goto('/search?q=phan%20anh')
    await page.getByRole('heading', { name: 'Nhiệm vụ', level: 2 }).waitFor()
    await assertAccessible(page, 'the page of results')
  },
)

/** A task of the ministry's own departments, which no commune has a part in. */
const OF_OTHERS = 'thiet lap canh bao tu dong'

journey(
  'an official of a commune finds no task of others, and an administrator no content at all',
  async ({ address }) => {
    const tasksFor = async (login: string) => {
      const page = await openPage(browser, address)
      await enterAs(page, login)
      const list = await look(page, OF_OTHERS)
      await list.getByRole('option', { name: /Xem tất cả kết quả/ }).waitFor()
      return list.getByRole('group', { name: 'Nhiệm vụ' }).getByRole('option').count()
    }
    assert.ok((await tasksFor('chuyenvien.vpb')) > 0)
    assert.equal(await tasksFor('truongban.xuanhuong'), 0)
    assert.equal(await tasksFor('quantri.bo'), 0)
  },
)
