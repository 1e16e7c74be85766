import type { Instant } from '#core/kernel/plain-date.ts'

/** When somebody looked at the home page; what is told as new is what came after the visit before this one. */
export interface Visit {
  beganAt: Instant
  seenAt: Instant
  /** End of the visit before; null on the first. */
  beforeAt: Instant | null
}

/** Who comes back within this many minutes is still on the same visit: a glance at a list does not make its news old. */
const SAME_VISIT_MINUTES = 60
/** What is new to whoever comes for the first time, in hours. */
const FIRST_LOOK_HOURS = 7 * 24

export function nextVisit(visit: Visit | null, now: Instant): Visit {
  if (visit === null) return { beganAt: now, seenAt: now, beforeAt: null }
  const away = Temporal.Instant.from(visit.seenAt).until(Temporal.Instant.from(now)).total('minutes')
  return away < SAME_VISIT_MINUTES ? { ...visit, seenAt: now } : { beganAt: now, seenAt: now, beforeAt: visit.seenAt }
}

/** From when on things are new to the visitor. */
export function newSince({ beganAt, beforeAt }: Visit): Instant {
  if (beforeAt !== null) return beforeAt
  return Temporal.Instant.from(beganAt).subtract({ hours: FIRST_LOOK_HOURS }).toString() as Instant
}
