import { randomUUIDv7 } from 'node:crypto'
import type { Id } from '#core/kernel/id.ts'
import type { Instant } from '#core/kernel/plain-date.ts'

/** The only places where time and chance come in; everything else takes them as arguments. */
export function instantNow(): Instant {
  return Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }) as Instant
}

export function newId(): Id {
  return randomUUIDv7() as Id
}
