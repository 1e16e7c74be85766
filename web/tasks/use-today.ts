import { useQuery } from '@tanstack/react-query'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { TIME_ZONE } from '#core/kernel/plain-date.ts'
import { meQuery } from '#web/queries.ts'

/** Today as the server counts it; the clock of this machine only until it has said so. */
export function useToday(): PlainDate {
  const { data: me } = useQuery(meQuery)
  return me?.today ?? (Temporal.Now.plainDateISO(TIME_ZONE).toString() as PlainDate)
}
