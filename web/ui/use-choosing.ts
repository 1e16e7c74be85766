import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Section } from '#web/ui/table-column.ts'
import type { Lines } from '#web/ui/table-lines.ts'
import {
  lineOfPlace,
  MOST_IN_RANGE,
  type Place,
  placeAt,
  readRange,
  rowsOfRange,
  stretchesOf,
  withRange,
} from '#web/ui/table-place.ts'
import { showToast } from '#web/ui/toast.tsx'
import type { Selection } from '#web/ui/use-selection.ts'

/** Choosing rows of a table one by one and in ranges. A range holds every row between its ends, read or not; one that cannot be had is refused with a sentence. */
export function useChoosing<Row extends { id: string }>(
  sections: readonly Section<Row>[],
  lines: Lines,
  selection: Selection | undefined,
) {
  const { t } = useTranslation()
  /** Where a range begins, and what was chosen before it: a range that shrinks gives back. */
  const anchor = useRef<{ place: Place; before: ReadonlySet<string> } | null>(null)
  /** What is read for a range is taken only if nothing else has been chosen meanwhile. */
  const turn = useRef(0)
  const latest = useRef(selection)
  useEffect(() => {
    latest.current = selection
  })

  const extend = (line: number) => {
    if (!selection || !anchor.current) return
    turn.current += 1
    const mine = turn.current
    const { place, before } = anchor.current
    const take = (rows: readonly Row[]) => selection.choose(withRange(before, selection.ids, rows))
    const from = lineOfPlace(sections, lines, place)
    if (Math.abs(line - from) >= 2 * MOST_IN_RANGE) return showToast(t('table.rangeTooLong', { most: MOST_IN_RANGE }))
    const stretches = stretchesOf(lines, from, line)
    if (stretches.reduce((sum, part) => sum + part.to - part.from + 1, 0) > MOST_IN_RANGE)
      return showToast(t('table.rangeTooLong', { most: MOST_IN_RANGE }))
    const { rows, missing } = rowsOfRange(sections, stretches)
    if (!missing) return take(rows)
    readRange(sections, stretches).then(
      (all) => {
        // Meanwhile it may have been given up, a run may have taken rows out, or the list may be another.
        if (turn.current !== mine || latest.current !== selection) return
        if (all) take(all)
        else showToast(t('table.rangeChanged'))
      },
      () => showToast(t('table.rangeUnread')),
    )
  }
  const begin = (line: number, before: ReadonlySet<string>) => {
    anchor.current = { place: placeAt(sections, lines, line), before }
  }
  return {
    choose(line: number, isRange: boolean) {
      if (!selection) return
      if (isRange && anchor.current && selection.ids.size > 0) return extend(line)
      const { id } = placeAt(sections, lines, line)
      if (id === undefined) return
      turn.current += 1
      const ids = new Set(selection.ids)
      if (!ids.delete(id)) ids.add(id)
      begin(line, ids)
      selection.choose(ids)
    },
    /** The first Shift ↑/↓ begins at the row that has the focus. */
    chooseRange(from: number, to: number) {
      if (!selection) return
      if (selection.ids.size === 0 || !anchor.current) begin(from, new Set(selection.ids))
      extend(to)
    },
  }
}
