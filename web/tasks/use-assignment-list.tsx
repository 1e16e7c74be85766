import { useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import type { GroupedBy } from '#core/tasks/assignment-list.ts'
import { GroupHead, useGroupName } from '#web/tasks/group-head.tsx'
import {
  assignmentCountsQuery,
  type AssignmentFilter,
  assignmentGroupsQuery,
  assignmentWindowQuery,
} from '#web/tasks/queries.ts'
import { type Part, useWindows } from '#web/ui/use-windows.ts'

/** Up to so many groups stand open at first; of more, only their heads, until they are opened one by one or all. */
const OPEN_GROUPS = 60
/** What the reader has folded and unfolded: all groups, and some of them since. */
interface Folds {
  all: boolean | undefined
  since: Readonly<Record<string, boolean>>
}
const AS_AT_FIRST: Folds = { all: undefined, since: {} }
/** Rows that are shown as bars before it is known how many there are. */
const AT_FIRST = 12

/** The list of an address: its counts, its groups and its rows. What was shown last stays until what is wanted now has arrived. */
export function useAssignmentList(filter: AssignmentFilter, group: GroupedBy | undefined) {
  const wanted = useParts(filter, group)
  const [shown, setShown] = useState({ filter, group })
  const isReady = wanted.isReady
  const [folds, setFolds] = useState(AS_AT_FIRST)
  if (isReady && JSON.stringify(shown) !== JSON.stringify({ filter, group })) {
    setShown({ filter, group })
    if (shown.group !== group) setFolds(AS_AT_FIRST)
  }
  const { parts, counts } = useParts(shown.filter, shown.group)
  const isOpen = folds.all ?? parts.length <= OPEN_GROUPS
  const windows = useWindows<AssignmentRow>(
    parts.map((part) => (part.head === undefined ? part : { ...part, isOpen: folds.since[part.key] ?? isOpen })),
  )
  return {
    counts,
    sections: windows.sections,
    onSight: windows.onSight,
    onFold: (key: string, next: boolean) => setFolds(({ all, since }) => ({ all, since: { ...since, [key]: next } })),
    /** However many there are: the rows of a group are read when it comes into sight. */
    onFoldAll: useCallback((next: boolean) => setFolds({ all: next, since: {} }), []),
    isBusy: !isReady,
    error: wanted.error ?? windows.error,
    readAgain: () => {
      wanted.readAgain()
      windows.readAgain()
    },
  }
}

function useParts(filter: AssignmentFilter, group: GroupedBy | undefined) {
  const nameOf = useGroupName()
  const counts = useQuery(assignmentCountsQuery(filter))
  const firstRows = useQuery({ ...assignmentWindowQuery(filter, 0), enabled: group === undefined })
  const groups = useQuery({ ...assignmentGroupsQuery(filter, group ?? 'lead'), enabled: group !== undefined })
  const parts: Part<AssignmentRow>[] =
    group === undefined
      ? [
          {
            key: 'all',
            count: counts.data?.total ?? AT_FIRST,
            isOpen: true,
            windowOf: (offset) => assignmentWindowQuery(filter, offset),
          },
        ]
      : (groups.data?.items ?? []).map((one) => ({
          key: one.key,
          head: <GroupHead of={one} />,
          name: nameOf(one),
          count: one.total,
          isOpen: true,
          windowOf: (offset) => assignmentWindowQuery({ ...filter, [group]: one.key }, offset),
        }))
  const asked = group === undefined ? firstRows : groups
  return {
    counts: counts.data,
    parts,
    isReady: counts.data !== undefined && asked.data !== undefined,
    error: counts.error ?? asked.error,
    readAgain: () => {
      void counts.refetch()
      void asked.refetch()
    },
  }
}
