import type pg from 'pg'
import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'
import type { Store } from '#server/db/store.ts'
import type { News, NewsDesk } from '#server/http/news.ts'
import { SUBJECT_NAMES } from '#server/journal/subjects.ts'

const CHANNEL = 'throughline_news'
/** A notification carries less than 8,000 bytes; one of these takes under 60. */
const BATCH = 100
const AGAIN_MS = 5_000

/**
 * Carries news between the processes that share a PostgreSQL server: NOTIFY after the commit, LISTEN on a connection of its own, which is made
 * anew when it is lost. The embedded store has one process, which tells itself.
 */
export async function relayNews(
  desk: NewsDesk,
  { kind, pool }: Store,
  onError: (error: Error) => void,
): Promise<() => void> {
  if (kind === 'embedded') return () => {}
  const self = crypto.randomUUID()
  let client: pg.PoolClient | undefined
  let again: NodeJS.Timeout | undefined
  let stopped = false
  desk.relay = (news) => {
    for (let at = 0; at < news.length; at += BATCH) {
      const part = news.slice(at, at + BATCH).map(({ kind: of, id }) => [of, id])
      pool.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify({ self, part })]).catch(onError)
    }
  }
  const listen = async () => {
    const taken = await pool.connect()
    client = taken
    // An error and a refusal may both tell of one loss.
    const lose = (): boolean => {
      if (client !== taken) return false
      client = undefined
      taken.release(true)
      return true
    }
    taken.on('notification', ({ payload = '' }) => {
      const said = readPayload(payload)
      if (said && said.self !== self) desk.hear(said.news)
    })
    taken.on('error', () => {
      if (lose() && !stopped) again = setTimeout(tryAgain, AGAIN_MS)
    })
    try {
      await taken.query(`listen ${CHANNEL}`)
    } catch (error) {
      if (lose()) throw error
    }
  }
  const tryAgain = () => {
    listen().catch((error: Error) => {
      onError(error)
      if (!stopped) again = setTimeout(tryAgain, AGAIN_MS)
    })
  }
  await listen()
  return () => {
    stopped = true
    clearTimeout(again)
    desk.relay = undefined
    client?.release(true)
  }
}

const Payload = z.object({ self: z.string(), part: z.array(z.tuple([z.enum(SUBJECT_NAMES), Id])).max(BATCH) })

/** Whoever may connect to the database may say anything on the channel: what is not ours is left alone. */
function readPayload(payload: string): { self: string; news: News[] } | undefined {
  let said: unknown
  try {
    said = JSON.parse(payload)
  } catch {
    return undefined
  }
  const { data } = Payload.safeParse(said)
  return data && { self: data.self, news: data.part.map(([kind, id]) => ({ kind, id })) }
}
