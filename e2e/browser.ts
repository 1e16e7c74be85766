import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { watchRequests } from '#e2e/at-rest.ts'

/** A browser that comes through npm; `CHROMIUM` names another, such as Debian's. */
export async function launchBrowser(): Promise<Browser> {
  const given = process.env['CHROMIUM']
  if (given !== undefined) {
    if (!existsSync(given)) throw new Error(`CHROMIUM names no file: ${given}`)
    return chromium.launch({ executablePath: given, args: ['--no-sandbox'] })
  }
  // Its package unpacks the libraries that a bare machine lacks when it believes to be on a function host.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs24.x'
  const { default: packed } = await import('@sparticuz/chromium')
  // Not with the package's own arguments: its single process shares cookies between contexts.
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: [
      '--no-sandbox',
      '--headless=shell',
      '--disable-gpu',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--disable-dev-shm-usage',
    ],
  })
}

export interface Look {
  width?: number
  height?: number
  theme?: 'light' | 'dark'
  language?: 'vi' | 'en'
  /** First-visit hints, which every new browser shows. */
  hints?: boolean
}

/** The pages that a journey has open on its server, and what went wrong in them. */
const opened = new Map<string, { contexts: BrowserContext[]; errors: Error[] }>()

/** Closes the pages of a server before it stops; the first error that a page had fails the journey. */
export async function closePages(address: string): Promise<void> {
  const { contexts, errors } = opened.get(address) ?? { contexts: [], errors: [] }
  opened.delete(address)
  for (const context of contexts) await context.close()
  if (errors[0]) throw errors[0]
}

/** A page of its own session; an error in the page fails the journey when its pages are closed. */
export async function openPage(
  browser: Browser,
  address: string,
  { width = 1440, height = 900, theme = 'light', language = 'vi', hints = false }: Look = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height },
    colorScheme: theme,
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  if (language === 'en') await context.addInitScript(`localStorage.setItem('throughline.language', 'en')`)
  if (!hints) await context.addInitScript(`localStorage.setItem('throughline.hints', 'off')`)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  watchRequests(page)
  const here = opened.get(address) ?? { contexts: [], errors: [] }
  opened.set(address, here)
  here.contexts.push(context)
  page.on('pageerror', (error) => here.errors.push(error))
  return page
}
