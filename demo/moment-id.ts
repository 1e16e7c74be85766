import type { Id } from '#core/kernel/id.ts'
import type { Instant } from '#core/kernel/plain-date.ts'

/**
 * Ids of version 7 for what happens in the demo: the same on every machine, and in the order of time, as the server's own are. Where those
 * have chance, these count (RFC 9562, 6.2, method 1).
 */
export function momentIds(): (at: Instant) => Id {
  let count = 0
  return (at) => {
    count += 1
    const ms = Date.parse(at).toString(16).padStart(12, '0')
    const tail = count.toString(16).padStart(12, '0')
    return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-${tail}` as Id
  }
}
