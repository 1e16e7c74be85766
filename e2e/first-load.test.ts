import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, openPage } from '#e2e/browser.ts'
import { journey } from '#e2e/running.ts'
import { enterAs } from '#e2e/sign-in.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

const KILOBYTE = 1024
const MOST = 250

/** Kilobytes as they came over the wire: the document and all that it asked for, without fonts and without data. */
async function loaded(page: Page): Promise<number> {
  const sizes = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .filter(({ name }) => !/\.woff2?$|\/api\//.test(new URL(name).pathname))
      .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize),
  )
  assert.ok(sizes.length > 5 && sizes.every((size) => size > 0), 'the browser says what each file weighed')
  return sizes.reduce((sum, size) => sum + size, 0) / KILOBYTE
}

journey(`the first load weighs at most ${MOST} KB, before and after signing in`, async ({ address }) => {
  const page = await openPage(browser, address)
  await page.goto('/')
  await page.getByRole('button', { name: 'Đăng nhập' }).waitFor()
  await page.waitForLoadState('load')
  const before = await loaded(page)
  await enterAs(page, 'chuyenvien.vpb')
  const state = await page.context().storageState()
  const fresh = await browser.newContext({ baseURL: address, storageState: state, locale: 'vi-VN' })
  try {
    const home = await fresh.newPage()
    await home.goto('/')
    await home.getByRole('heading', { level: 1 }).waitFor()
    await home.locator('main a').first().waitFor()
    await home.waitForLoadState('load')
    await home.waitForFunction(() => document.querySelector('[aria-busy=true], .ldg') === null)
    const after = await loaded(home)
    console.error(`first load: ${before.toFixed(1)} KB to sign in, ${after.toFixed(1)} KB for home`)
    assert.ok(before <= MOST && after <= MOST, `${before.toFixed(1)} KB to sign in, ${after.toFixed(1)} KB for home`)
  } finally {
    await fresh.close()
  }
})
