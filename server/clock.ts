import { randomInt, randomUUIDv7 } from 'node:crypto'
import type { Id } from '#core/kernel/id.ts'
import type { Instant } from '#core/kernel/plain-date.ts'

/** The only places where time and chance come in; everything else takes them as arguments. */
export function instantNow(): Instant {
  return Temporal.Now.instant().toString({ smallestUnit: 'millisecond' }) as Instant
}

const TAIL_DIGITS = 12
let last = ''

/**
 * Ids of one process ascend, also within one millisecond, where those of Node come in any order (RFC 9562, 6.2, method 2): the journal is
 * read in the order of its ids.
 */
export function newId(): Id {
  const fresh: string = randomUUIDv7()
  last = fresh > last ? fresh : (successor(last) ?? fresh)
  return last as Id
}

/** The same id with a larger tail; undefined where there is none, which 48 random bits make a matter of theory. */
function successor(id: string): string | undefined {
  const tail = Number.parseInt(id.slice(-TAIL_DIGITS), 16) + randomInt(1, 2 ** 20)
  return tail < 2 ** 48 ? id.slice(0, -TAIL_DIGITS) + tail.toString(16).padStart(TAIL_DIGITS, '0') : undefined
}
