import type { System } from '#server/http/mount.ts'
import { sealJournal } from '#server/journal/seal.ts'

/** How long an entry may stay unsealed, in milliseconds. */
const SEAL_EVERY_MS = 5_000

/** What the server does by itself: it seals the journal. Returns how to stop; work under way is waited for. */
export function keepHouse(system: System, onError: (error: unknown) => void): () => Promise<void> {
  let stopped = false
  let work: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const next = () => {
    if (stopped) return
    timer = setTimeout(() => {
      work = sealJournal(system.store, system.clock).catch(onError).finally(next)
    }, SEAL_EVERY_MS)
  }
  next()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await work
  }
}
