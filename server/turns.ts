import { fail } from '#server/http/refusal.ts'

/** So many wait for their turn; who comes then is asked to come again. */
const QUEUE = 100

/** Work that takes much of the machine is done a few at a time; the rest waits in the order of its coming. */
export function inTurns(atATime: number): <T>(work: () => Promise<T>) => Promise<T> {
  let working = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (working >= atATime) {
      if (waiting.length >= QUEUE) fail({ code: 'server/busy' })
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else working++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else working--
    }
  }
}
