import type { System } from '#server/http/mount.ts'
import { sealJournal } from '#server/journal/seal.ts'
import { tidyUp } from '#server/tidy-up.ts'

/** How long an entry may stay unsealed, in milliseconds. */
const SEAL_EVERY_MS = 5_000
const TIDY_EVERY_MS = 3_600_000
/** A server that is started every morning tidies up too; not at once, when everybody comes in. */
const TIDY_FIRST_MS = 60_000

/**
 * What the server does by itself: it seals the journal and removes what has had its time. Returns how to stop; work under way is waited for.
 */
export function keepHouse(system: System, onError: (error: unknown) => void): () => Promise<void> {
  const stops = [
    repeat(() => sealJournal(system.store, system.clock), { firstMs: SEAL_EVERY_MS, everyMs: SEAL_EVERY_MS, onError }),
    repeat(() => tidyUp(system), { firstMs: TIDY_FIRST_MS, everyMs: TIDY_EVERY_MS, onError }),
  ]
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

interface Rhythm {
  firstMs: number
  /** From the end of one turn to the beginning of the next. */
  everyMs: number
  onError: (error: unknown) => void
}

function repeat(work: () => Promise<unknown>, { firstMs, everyMs, onError }: Rhythm): () => Promise<void> {
  let stopped = false
  let turn: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout
  const after = (ms: number) => {
    if (stopped) return
    timer = setTimeout(() => {
      turn = work()
        .catch(onError)
        .finally(() => after(everyMs))
    }, ms)
  }
  after(firstMs)
  return async () => {
    stopped = true
    clearTimeout(timer)
    await turn
  }
}
