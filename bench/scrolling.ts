import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { launchBrowser, openPage } from '#e2e/browser.ts'
import { enterAs } from '#e2e/sign-in.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import { buildApp } from '#server/app.ts'
import { newId } from '#server/clock.ts'
import { migrate } from '#server/db/migrate.ts'
import { openStore } from '#server/db/open.ts'
import { loadDemo } from '#server/demo/load-demo.ts'
import { openFolderStore } from '#server/files/file-store.ts'
import type { System } from '#server/http/mount.ts'
import { DESK_DAY, loadDesk } from '#server/testing/desk-load.ts'
import { ensureWeb } from '#server/web-build.ts'

// npm run bench:scrolling: the list of assignments with 10,000 rows in headless Chromium. Every press is timed by the browser itself (Event
// Timing): from the key or the button to the next paint, in steps of 8 ms. A wheel is no such event, so its turn counts the frames that came
// late and the longest task. Once as the machine is and once with its processor slowed to a quarter; a second browser on the machine spoils it.

const TASKS = 1000
const PRESSES = 40
const SLOWER = [1, 4] as const

interface Timed {
  name: string
  duration: number
}
declare global {
  interface Window {
    timed: Timed[]
    tasks: number[]
  }
}

/** Keeps what the browser says of every press, and its long tasks, on the page. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.timed = []
    window.tasks = []
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) window.timed.push({ name, duration })
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.tasks.push(duration)
    }).observe({ type: 'longtask', buffered: true })
  })
}

interface Turn {
  times: number[]
  tasks: number[]
}

/**
 * What `press` does, again and again, each once the page has come to rest. A press that the browser does not report took less than its
 * threshold of 16 ms and counts as 16.
 */
async function turn(page: Page, press: (round: number) => Promise<void>): Promise<Turn> {
  const times: number[] = []
  const tasks: number[] = []
  for (let round = 0; round < PRESSES; round++) {
    await page.evaluate(() => {
      window.timed = []
      window.tasks = []
    })
    await press(round)
    await page.waitForTimeout(250)
    const seen = await page.evaluate(() => ({ timed: window.timed, tasks: window.tasks }))
    times.push(Math.max(16, ...seen.timed.map(({ duration }) => duration)))
    tasks.push(...seen.tasks)
  }
  return { times, tasks }
}

/** Turns the wheel and measures the frames between: the time from one to the next. */
async function wheel(page: Page): Promise<Turn> {
  await page.evaluate(() => (window.tasks = []))
  await page.mouse.move(500, 500)
  const frames = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const times: number[] = []
        let last = performance.now()
        const end = last + 6000
        const next = (now: number) => {
          times.push(now - last)
          last = now
          if (now < end) requestAnimationFrame(next)
          else resolve(times)
        }
        requestAnimationFrame(next)
      }),
  )
  for (let step = 0; step < 100; step++) {
    await page.mouse.wheel(0, 400)
    await page.waitForTimeout(40)
  }
  return { times: await frames, tasks: await page.evaluate(() => window.tasks) }
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
}

async function measure(page: Page, chrome: CDPSession): Promise<void> {
  const table: Record<string, unknown>[] = []
  for (const rate of SLOWER) {
    await page.goto('/assignments')
    const rows = page.locator('tbody tr[data-row]')
    await rows.first().waitFor()
    await page.locator('.fil output.tot').waitFor()
    const total = await page.getByRole('grid').getAttribute('aria-rowcount')
    await chrome.send('Emulation.setCPUThrottlingRate', { rate })
    const add = (what: string, { times, tasks }: Turn) => {
      table.push({
        processor: rate === 1 ? 'as it is' : `${rate} × slower`,
        rows: Number(total) - 1,
        what,
        n: times.length,
        'p50 ms': Math.round(quantile(times, 0.5)),
        'p95 ms': Math.round(quantile(times, 0.95)),
        'worst ms': Math.round(Math.max(...times)),
        'long tasks': tasks.length,
        'longest ms': Math.round(Math.max(0, ...tasks)),
        // Of two processors: above 2 others are waited for.
        load: +(loadavg()[0] ?? 0).toFixed(1),
      })
      console.error(Object.values(table.at(-1) ?? {}).join('  '))
    }
    await rows.first().focus()
    const lineOf = () => page.evaluate(() => Number(document.activeElement?.getAttribute('aria-rowindex')))
    add('row by row (↓)', await turn(page, () => page.keyboard.press('ArrowDown')))
    add('page by page (Page ↓)', await turn(page, () => page.keyboard.press('PageDown')))
    if ((await lineOf()) < 10 * PRESSES) throw new Error('the pages were not turned')
    add('to the end and back', await turn(page, (round) => page.keyboard.press(round % 2 === 0 ? 'End' : 'Home')))
    add('frames of the wheel', await wheel(page))
    await page.keyboard.press('Home')
    await rows.first().click()
    await page.locator('.drw').waitFor()
    add('next row in the drawer (Alt ↓)', await turn(page, () => page.keyboard.press('Alt+ArrowDown')))
    await page.keyboard.press('Escape')
    await page.locator('.drw').waitFor({ state: 'detached' })
    await page.locator('tbody tr[tabindex="0"]').focus()
    add(
      'opening the drawer',
      await turn(page, async (round) => {
        await page.keyboard.press(round % 2 === 0 ? 'Enter' : 'Escape')
        await page.locator('.drw').waitFor({ state: round % 2 === 0 ? 'visible' : 'detached', timeout: 5000 })
      }),
    )
    const tabs = page.locator('.views button, .views a')
    add('filtering by a tab', await turn(page, (round) => tabs.nth(round % 3).click()))
    const field = page.locator('.fil input[type="search"]')
    await tabs.nth(1).click()
    await field.click()
    add('typing in the find field', await turn(page, (round) => field.press('ra soat '.charAt(round % 8))))
    await chrome.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  }
  console.table(table)
}

const folder = await mkdtemp(join(tmpdir(), 'throughline-scrolling-'))
const store = await openStore({ dataDir: join(folder, 'data') })
const files = await openFolderStore(join(folder, 'files'))
const now = `${DESK_DAY}T02:00:00.000Z` as Instant
const system: System = { store, files, clock: () => now, newId, demo: true, tools: {} }
try {
  await migrate(store.pool)
  await loadDemo(system)
  await loadDesk(store.pool, TASKS)
  const app = await buildApp(system, { logger: false, requestsPerMinute: 10_000_000, web: await ensureWeb() })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launchBrowser()
  try {
    const page = await openPage(browser, address)
    await watch(page)
    await enterAs(page, 'chuyenvien.vpb')
    await measure(page, await page.context().newCDPSession(page))
  } finally {
    await browser.close()
    await app.close()
  }
} finally {
  await store.close()
  await rm(folder, { recursive: true, force: true })
}
