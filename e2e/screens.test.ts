import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { violationsOf } from '#e2e/accessible.ts'
import { atRest } from '#e2e/at-rest.ts'
import { launchBrowser, type Look, openPage } from '#e2e/browser.ts'
import { journey } from '#e2e/running.ts'
import { type Screen, SCREENS } from '#e2e/screens.ts'
import { enterAs } from '#e2e/sign-in.ts'

// Every screen, dialog and state: axe finds nothing, the window has the name of the page, and nothing stands out of it sideways. The three looks have each width, both
// themes and both languages among them. SCREENS=folder keeps a picture of each, in every width and theme, to be held beside the reference.

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

const LOOKS: readonly (Look & { name: string })[] = [
  { name: '1440-light', width: 1440, height: 900, theme: 'light', language: 'vi' },
  { name: '1024-dark', width: 1024, height: 768, theme: 'dark', language: 'en' },
  { name: '390-dark', width: 390, height: 844, theme: 'dark', language: 'vi' },
]

const folder = process.env['SCREENS']
const ALSO_PICTURED: typeof LOOKS = [
  { name: '1440-dark', width: 1440, height: 900, theme: 'dark', language: 'vi' },
  { name: '1024-light', width: 1024, height: 768, theme: 'light', language: 'vi' },
  { name: '390-light', width: 390, height: 844, theme: 'light', language: 'en' },
]

journey(
  'every screen in every look is accessible and fits its window',
  async ({ address }) => {
    if (folder !== undefined) await mkdir(folder, { recursive: true })
    const faults: string[] = []
    const sessions = await signIn(address)
    await Promise.all(LOOKS.map(async (look) => faults.push(...(await faultsOf(address, look, sessions)))))
    assert.deepEqual(faults, [])
    if (folder !== undefined)
      for (const look of ALSO_PICTURED) await visitAll(address, look, sessions, async () => undefined)
  },
  // Three browsers at one address, each quicker than a person.
  { requestsPerMinute: 100_000, onOneStore: true },
)

type Sessions = ReadonlyMap<string, Awaited<ReturnType<BrowserContext['cookies']>>>

/** Everybody once, for all looks: a password takes long on purpose. */
async function signIn(address: string): Promise<Sessions> {
  const sessions = new Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>()
  for (const login of Object.keys(SCREENS)) {
    const page = await openPage(browser, address)
    await enterAs(page, login)
    sessions.set(login, await page.context().cookies())
    await page.context().close()
  }
  return sessions
}

async function faultsOf(address: string, look: (typeof LOOKS)[number], sessions: Sessions): Promise<string[]> {
  const faults: string[] = []
  await visitAll(address, look, sessions, async (page, { name, paper }) => {
    const found = [
      ...(await violationsOf(page, { rows: 12 })),
      ...(await mistitled(page)),
      ...(paper ? [] : await overflowOf(page)),
    ]
    for (const fault of found) faults.push(`${name}-${look.name}: ${fault}`)
  }).catch((error: Error) => faults.push(error.message))
  return faults
}

async function visitAll(
  address: string,
  look: (typeof LOOKS)[number],
  sessions: Sessions,
  visit: (page: Page, screen: Screen) => Promise<void>,
): Promise<void> {
  const page = await openPage(browser, address, look)
  for (const [login, screens] of Object.entries(SCREENS)) {
    await page.context().clearCookies()
    await page.context().addCookies(sessions.get(login) ?? [])
    // What was opened on a screen goes with a load of the next; from a screen where nothing was, the next is gone to as by a link.
    let isPlain = false
    for (const screen of screens) {
      await page.emulateMedia({ media: 'screen' })
      await (isPlain ? goWithin(page, screen.path) : page.goto(screen.path))
      await atRest(page)
      isPlain = screen.open === undefined
      const opened = await screen.open?.(page).catch((error: Error) => {
        throw new Error(`${screen.name}-${look.name} does not open: ${error.message}`, { cause: error })
      })
      if (opened === false) continue
      if (screen.open && screen.name !== 'loading') await atRest(page)
      if (screen.paper === true) await page.emulateMedia({ media: 'print' })
      if (folder !== undefined) await page.screenshot({ path: join(folder, `${screen.name}-${look.name}.png`) })
      await visit(page, screen)
      await page.unrouteAll({ behavior: 'ignoreErrors' })
    }
  }
  await page.context().close()
}

/** As a link of the page goes there: what is loaded and read by now is not loaded again. */
async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate(async (href) => {
    const { __TSR_ROUTER__: router } = globalThis as unknown as {
      __TSR_ROUTER__: { navigate: (to: { href: string }) => Promise<void> }
    }
    await router.navigate({ href })
  }, path)
}

/** WCAG 2.4.2: the window is called as the page in it. */
async function mistitled(page: Page): Promise<string[]> {
  const { title, heading } = await page.evaluate(() => ({
    title: document.title,
    heading: document.querySelector('main h1')?.textContent ?? 'no heading',
  }))
  return title.startsWith(`${heading} · `) ? [] : [`“${heading}” in a window called “${title}”`]
}

/** WCAG 1.4.10: nobody scrolls a page sideways to read it (tables scroll in their own frame). */
async function overflowOf(page: Page): Promise<string[]> {
  const { wide, width } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }))
  return wide > width ? [`${wide} px wide in a window of ${width} px`] : []
}
