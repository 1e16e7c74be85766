import { PassThrough } from 'node:stream'
import type { homeApi } from '#core/home/api.ts'
import { dayOf } from '#core/kernel/plain-date.ts'
import type { Actor } from '#core/people/may.ts'
import { keyHashOf, stillSignedIn } from '#server/http/authenticate.ts'
import type { Download, Request, System } from '#server/http/mount.ts'
import type { News } from '#server/http/news.ts'
import { fail } from '#server/http/refusal.ts'
import { kindsFor } from '#server/home/news-for.ts'

/** A comment so often keeps proxies from closing the line; with it is asked whether the session is still there, and with which roles. */
const BEAT_MS = 25_000
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // For proxies that would gather the answer first.
  'x-accel-buffering': 'no',
}

type Watching = Pick<Request<(typeof homeApi)['watch']>, 'system' | 'http' | 'query' | 'actor'>

/** The stream is opened when the transaction is over, and holds none. */
export async function watch(watching: Watching): Promise<never> {
  if (watching.system.news?.isFull) fail({ code: 'server/busy' })
  const download: Download = { headers: HEADERS, open: async () => openStream(watching) }
  return download as never
}

function openStream({ system, http: { request, reply }, query, actor }: Watching): PassThrough {
  const stream = new PassThrough()
  const write = (text: string) => void (stream.writable && stream.write(text))
  const end = (last = '') => {
    if (stream.writable) stream.end(last)
  }
  // The roles as they were found last: whom news does not concern by them is asked again with the next beat.
  let known: Actor = actor
  const caller = async (news: readonly News[]) => {
    const found = await holderFor(system, request, news)
    if (found) known = found
    else end('event: end\ndata: {}\n\n')
    return found
  }
  const hear = async (news: readonly News[]) => {
    if ((await kindsFor(system, known, news)).length === 0) return
    const found = await caller(news)
    const kinds = found ? await kindsFor(system, found, news) : []
    if (kinds.length > 0) write(`event: change\ndata: ${JSON.stringify({ kinds })}\n\n`)
  }
  // A fault of the database ends the stream: the reader comes again, and reads anew.
  const guarded = (work: Promise<unknown>) => void work.catch(() => end())
  const stop = system.news?.listen({ of: actor.personId, hear: (news) => guarded(hear(news)), end })
  const beat = setInterval(() => guarded(caller([]).then((found) => found && write(': \n\n'))), BEAT_MS)
  const over = setTimeout(() => end(), query.seconds * 1000)
  stream.once('close', () => {
    stop?.()
    clearInterval(beat)
    clearTimeout(over)
  })
  // Whoever has gone is told nothing more, also where nobody ever read.
  reply.raw.once('close', () => stream.destroy())
  if (reply.raw.destroyed) stream.destroy()
  write('retry: 5000\n\n')
  return stream
}

/** Of all streams of a session that hear the same news it is asked once whether the session is still there. */
const asked = new WeakMap<readonly News[], Map<string, Promise<Actor | null>>>()

function holderFor(system: System, request: Watching['http']['request'], news: readonly News[]): Promise<Actor | null> {
  const now = system.clock()
  const ask = () => stillSignedIn(system.store, request, now, dayOf(now))
  const key = keyHashOf(request)
  if (key === undefined) return ask()
  const answers = asked.get(news) ?? new Map<string, Promise<Actor | null>>()
  asked.set(news, answers)
  const answer = answers.get(key) ?? ask()
  answers.set(key, answer)
  return answer
}
