import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RegisterRow } from '#core/directives/register.ts'
import { type RegisterFilter, registerCountsQuery, registerWindowQuery } from '#web/directives/queries.ts'
import { useWindows } from '#web/ui/use-windows.ts'

/** Rows that are shown as bars before it is known how many there are. */
const AT_FIRST = 12

/** The register of an address. What was shown last stays in sight until what is wanted now has arrived. */
export function useRegisterList(filter: RegisterFilter) {
  const [shown, setShown] = useState(filter)
  const wanted = useQuery(registerWindowQuery(filter, 0))
  if (wanted.data && JSON.stringify(shown) !== JSON.stringify(filter)) setShown(filter)
  const { data } = useQuery(registerWindowQuery(shown, 0))
  const counts = useQuery(registerCountsQuery(shown))
  const { sections, onSight, error, readAgain } = useWindows<RegisterRow>([
    {
      key: 'all',
      count: data?.total ?? AT_FIRST,
      isOpen: true,
      windowOf: (offset) => registerWindowQuery(shown, offset),
    },
  ])
  return {
    sections,
    onSight,
    counts: data && { total: data.total, states: counts.data?.states ?? data.states },
    /** Some rows show the sentence of their text that has the words. */
    hasFound: data?.items.some(({ found }) => found !== null) ?? false,
    isBusy: wanted.isPending,
    error: error ?? wanted.error,
    readAgain: () => {
      void wanted.refetch()
      readAgain()
    },
  }
}
