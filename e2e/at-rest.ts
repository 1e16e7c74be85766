import type { Page, Request } from 'playwright-core'

/** Nothing has been asked of the server for so long, milliseconds: a page asks its next question when it has drawn the last answer. */
const QUIET_MS = 120

const asked = new WeakMap<Page, { open: Set<Request>; since: number }>()

/** The stream of changes never ends, so the network of a page is never idle: whatever else it asks is counted. */
export function watchRequests(page: Page): void {
  const state = { open: new Set<Request>(), since: Date.now() }
  asked.set(page, state)
  const ended = (request: Request) => {
    state.open.delete(request)
    state.since = Date.now()
  }
  page.on('request', (request) => {
    if (request.resourceType() !== 'eventsource') state.open.add(request)
  })
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
}

/** Everything that the page asked for has come and is drawn. */
export async function atRest(page: Page): Promise<void> {
  const state = asked.get(page)
  if (!state) throw new Error('a page of openPage is needed')
  // What was just pressed may be about to ask.
  state.since = Date.now()
  for (const end = Date.now() + 30_000; state.open.size > 0 || Date.now() - state.since < QUIET_MS; ) {
    if (Date.now() > end) throw new Error(`still asking for ${[...state.open].map((one) => one.url()).join(', ')}`)
    await page.waitForTimeout(20)
  }
  await page.waitForFunction(() => document.querySelector('[aria-busy=true], .ldg') === null)
}
