import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { z } from 'zod'
import { meQuery } from '#web/queries.ts'
import type { Column } from '#web/ui/table-column.ts'

export const DENSITIES = ['compact', 'normal', 'roomy'] as const
export type Density = (typeof DENSITIES)[number]

const Look = z.object({
  density: z.enum(DENSITIES).default('normal'),
  /** Columns that differ from how they are at first. */
  shown: z.record(z.string(), z.boolean()).default({}),
})
type Look = z.infer<typeof Look>

export interface TableLook<Row> {
  density: Density
  setDensity: (density: Density) => void
  /** The columns that are shown, in their order. */
  columns: readonly Column<Row>[]
  /** Those that can be chosen, and whether they are. */
  choices: readonly { key: string; head: string; isShown: boolean }[]
  showColumn: (key: string, isShown: boolean) => void
  /** These, and of the others only what is always shown. */
  showColumns: (keys: readonly string[]) => void
}

/** Columns and density as a person left them on this machine; two people at one machine keep their own. */
export function useTableLook<Row>(name: string, columns: readonly Column<Row>[]): TableLook<Row> {
  const { data: me } = useQuery(meQuery)
  const place = `throughline.table.${name}.${me?.person.id ?? ''}`
  const [kept, setKept] = useState(() => ({ place, look: read(place) }))
  const look = kept.place === place ? kept.look : read(place)
  const keep = useCallback(
    (next: Look) => {
      setKept({ place, look: next })
      try {
        localStorage.setItem(place, JSON.stringify(next))
      } catch {
        // A browser that keeps nothing forgets it with the page.
      }
    },
    [place],
  )
  return useMemo(() => {
    const isShown = (column: Column<Row>) =>
      column.fixed === true || (look.shown[column.key] ?? column.chosen !== false)
    return {
      density: look.density,
      setDensity: (density) => keep({ ...look, density }),
      columns: columns.filter(isShown),
      choices: columns
        .filter((column) => column.fixed !== true)
        .map((column) => ({ key: column.key, head: column.head, isShown: isShown(column) })),
      showColumns: (keys) =>
        keep({ ...look, shown: Object.fromEntries(columns.map(({ key }) => [key, keys.includes(key)])) }),
      showColumn: (key, shown) => keep({ ...look, shown: { ...look.shown, [key]: shown } }),
    }
  }, [columns, look, keep])
}

function read(place: string): Look {
  try {
    return Look.parse(JSON.parse(localStorage.getItem(place) ?? '{}'))
  } catch {
    return Look.parse({})
  }
}
