import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Section, Sight } from '#web/ui/table-column.ts'

/** Rows read at a time while a long list is scrolled. */
export const WINDOW_SIZE = 100
/** Rows beyond those in sight that are read as well, so that a step further finds them there. */
const AHEAD = 25

export interface WindowQuery<Row> {
  queryKey: readonly unknown[]
  queryFn: (context: { signal: AbortSignal }) => Promise<{ items: Row[] }>
}

/** A section of a list, and how the window of its rows that begins at an offset is read. */
export type Part<Row> = Omit<Section<Row>, 'at' | 'read'> & { windowOf: (offset: number) => WindowQuery<Row> }

interface Window {
  key: string
  offset: number
}

/** Reads the rows of a long list in windows: those in sight, the others when they come into sight. */
export function useWindows<Row>(parts: readonly Part<Row>[]) {
  const client = useQueryClient()
  const [inSight, setInSight] = useState<readonly Window[]>([])
  const partOf = (key: string) => parts.find((part) => part.key === key)
  const known = inSight.filter(({ key }) => partOf(key)?.isOpen === true)
  const first = parts.filter(({ isOpen }) => isOpen).slice(0, 1)
  const windows = known.length > 0 ? known : first.map(({ key }) => ({ key, offset: 0 }))
  const answers = useQueries({
    queries: windows.flatMap(({ key, offset }) => {
      const part = partOf(key)
      return part ? [part.windowOf(offset)] : []
    }),
  })
  // Asked for here, so that an answer draws its rows; those read before come from what is kept of them.
  const error =
    answers.map(({ data, error: one }) => (data === undefined ? one : null)).find((one) => one !== null) ?? null
  const sections = parts.map(({ windowOf, ...section }): Section<Row> => {
    // A window is looked up once for all its rows.
    const found = new Map<number, readonly Row[]>()
    return {
      ...section,
      at(index) {
        const offset = Math.floor(index / WINDOW_SIZE) * WINDOW_SIZE
        let rows = found.get(offset)
        if (rows === undefined) {
          rows = client.getQueryData<{ items: Row[] }>(windowOf(offset).queryKey)?.items ?? []
          found.set(offset, rows)
        }
        return rows[index - offset]
      },
      async read(from, to) {
        const first = Math.floor(from / WINDOW_SIZE) * WINDOW_SIZE
        const offsets = Array.from(
          { length: Math.floor((to - first) / WINDOW_SIZE) + 1 },
          (_, at) => first + at * WINDOW_SIZE,
        )
        const answers = await Promise.all(
          // What is known to have changed is read again, the rest is taken as it is here.
          offsets.map((offset) => client.fetchQuery({ ...windowOf(offset), staleTime: Infinity })),
        )
        return answers.flatMap(({ items }) => items).slice(from - first, to - first + 1)
      },
    }
  })
  const onSight = (sights: Sight[]) => {
    const next = sights.flatMap(({ key, from, to }) => {
      const last = (partOf(key)?.count ?? 0) - 1
      const offsets: Window[] = []
      const start = Math.floor(Math.max(0, from - AHEAD) / WINDOW_SIZE) * WINDOW_SIZE
      for (let offset = start; offset <= Math.min(last, to + AHEAD); offset += WINDOW_SIZE)
        offsets.push({ key, offset })
      return offsets
    })
    setInSight((now) => (nameOf(now) === nameOf(next) ? now : next))
  }
  return {
    sections,
    onSight,
    error,
    readAgain: () => answers.forEach((answer) => void answer.refetch()),
  }
}

function nameOf(windows: readonly Window[]): string {
  return windows.map(({ key, offset }) => `${key} ${offset}`).join(',')
}
