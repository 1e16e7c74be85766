import { PassThrough } from 'node:stream'
import type { homeApi } from '#core/home/api.ts'
import { dayOf } from '#core/kernel/plain-date.ts'
import { stillSignedIn } from '#server/http/authenticate.ts'
import type { Download, Request, System } from '#server/http/mount.ts'
import type { News } from '#server/http/news.ts'
import { kindsFor } from '#server/home/news-for.ts'

/** A comment so often keeps proxies from closing the line; with it is asked whether the session is still there, and with which roles. */
const BEAT_MS = 25_000
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // For proxies that would gather the answer first.
  'x-accel-buffering': 'no',
}

type Watching = Pick<Request<(typeof homeApi)['watch']>, 'system' | 'http' | 'query'>

/** The stream is opened when the transaction is over, and holds none. */
export async function watch({ system, http, query }: Watching): Promise<never> {
  const download: Download = { headers: HEADERS, open: async () => openStream(system, http.request, query.seconds) }
  return download as never
}

function openStream(system: System, request: Watching['http']['request'], seconds: number): PassThrough {
  const stream = new PassThrough()
  const write = (text: string) => void (stream.writable && stream.write(text))
  const end = (last = '') => {
    if (stream.writable) stream.end(last)
  }
  const caller = async () => {
    const now = system.clock()
    const actor = await stillSignedIn(system.store, request, now, dayOf(now))
    if (!actor) end('event: end\ndata: {}\n\n')
    return actor
  }
  const hear = async (news: readonly News[]) => {
    const actor = await caller()
    if (!actor) return
    const kinds = await kindsFor(system, actor, news)
    if (kinds.length > 0) write(`event: change\ndata: ${JSON.stringify({ kinds })}\n\n`)
  }
  // A fault of the database ends the stream: the reader comes again, and reads anew.
  const guarded = (work: Promise<unknown>) => void work.catch(() => end())
  const stop = system.news?.listen((news) => guarded(hear(news)), end)
  const beat = setInterval(() => guarded(caller().then((actor) => actor && write(': \n\n'))), BEAT_MS)
  const over = setTimeout(() => end(), seconds * 1000)
  stream.once('close', () => {
    stop?.()
    clearInterval(beat)
    clearTimeout(over)
  })
  write('retry: 5000\n\n')
  return stream
}
