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

const figure = (text: string | null) => Number((text ?? '').replace(/\D/g, ''))

/** Every number of the home page against the list that it opens, asked of the same server by the same person. */
async function checkNumbers(page: Page, who: string): Promise<number> {
  await page.locator('.home .sec').first().waitFor()
  // The stream of changes stays open, so the network is never idle: what is drawn has come to rest.
  const numbers = page.locator('.home a.n')
  for (let before = -1, rest = 0; rest < 3; ) {
    const now = await numbers.count()
    rest = now === before && now > 0 ? rest + 1 : 0
    before = now
    await page.waitForTimeout(500)
  }
  const links = await page
    .locator('.home a.n')
    .evaluateAll((all) => all.map((link) => ({ href: link.getAttribute('href') ?? '', text: link.textContent })))
  // A province has hundreds, alike row for row; the server answers one address 1,200 times a minute. So: the first, and some of all the rest.
  const step = Math.ceil(links.length / 60)
  for (const [at, { href, text }] of links.entries()) {
    if (at >= 30 && at % step !== 0) continue
    const { pathname, searchParams } = new URL(href, 'http://here')
    const query = new URLSearchParams(
      [...searchParams].map(([key, value]) => [key, value.replace(/^"|"$/g, '')] as [string, string]),
    )
    query.set('limit', '1')
    const answer = await page.request.get(`/api/v1${pathname}?${query.toString()}`)
    assert.equal(answer.status(), 200, `${who}: ${href}`)
    const { total } = (await answer.json()) as { total: number }
    assert.equal(total, figure(text), `${who}: ${href}`)
  }
  return links.length
}

journey(
  'each role finds its day on the first page, every number opens as many as it says, and a change is seen by another without a reload',
  async ({ address }) => {
    const leader = await openPage(browser, address)
    await enterAs(leader, 'lanhdao.bo')
    await leader.getByRole('heading', { name: 'Nhiệm vụ đã giao' }).waitFor()
    assert.ok((await checkNumbers(leader, 'leader')) > 30)
    await assertAccessible(leader, 'home of a leader')

    // The leader stars a task of the list.
    await leader.goto('/tasks')
    await leader.getByRole('link', { name: /./ }).and(leader.locator('a[href^="/tasks/0"]')).first().click()
    await leader.waitForURL(/\/tasks\/[0-9a-f-]{36}/)
    const action = await leader.locator('h2.lead').textContent()
    await leader.getByRole('button', { name: 'Gắn sao' }).click()
    await leader.getByRole('button', { name: 'Bỏ sao' }).waitFor()
    await leader.goto('/')
    await leader
      .getByRole('link', { name: action ?? '' })
      .first()
      .waitFor()

    for (const [who, login] of [
      ['officer', 'chuyenvien.vpb'],
      ['clerk', 'vanthu.bo'],
      ['unit head', 'giamdoc.lamdong'],
      ['focal point', 'daumoi.lamdong'],
      ['administrator', 'quantri.bo'],
    ] as const) {
      const page = await openPage(browser, address, { width: 390, height: 844, theme: 'dark' })
      await enterAs(page, login)
      await checkNumbers(page, who)
      await assertAccessible(page, `home of a ${who} on a phone, dark`)
      await page.context().close()
    }

    // The unit head reports a task complete; the focal point of the same unit has one duty less without touching the page.
    const watching = await openPage(browser, address)
    await enterAs(watching, 'daumoi.lamdong')
    await watching.goto('/duties')
    const head = await openPage(browser, address)
    await enterAs(head, 'giamdoc.lamdong')
    await head.goto('/duties')
    const link = head.locator('section[aria-labelledby="duty-work"] a').first()
    const href = (await link.getAttribute('href')) ?? ''
    const seen = watching.locator(`section[aria-labelledby="duty-work"] a[href="${href}"]`)
    await seen.waitFor()
    await link.click()
    await head.getByRole('button', { name: 'Báo cáo hoàn thành' }).first().click()
    await head.getByLabel('Nội dung báo cáo').fill('Đã xong ở toàn bộ xã, phường.')
    await head.getByRole('button', { name: 'Báo cáo hoàn thành', exact: true }).last().click()
    await head.getByText('Đã gửi báo cáo hoàn thành.').waitFor()
    await seen.waitFor({ state: 'detached' })
  },
)
