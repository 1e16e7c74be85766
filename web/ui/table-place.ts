import type { Section } from '#web/ui/table-column.ts'
import type { Lines } from '#web/ui/table-lines.ts'

// A place in a list that changes while one looks at it is a row, not the number of its line.

/** A row or the head of a group, and where it was last. */
export interface Place {
  section: string
  /** The number of the row in its section; null for the head. */
  row: number | null
  /** Undefined for a head, and while the row has not been read. */
  id: string | undefined
}

type Sections<Row> = readonly Section<Row>[]

/** A row that is not where it was is looked for so far up and down. */
const AROUND = 300

export function placeAt<Row extends { id: string }>(sections: Sections<Row>, lines: Lines, line: number): Place {
  const { section: at, row } = lines.placeOf(line)
  const section = sections[at]
  return { section: section?.key ?? '', row, id: row === null ? undefined : section?.at(row)?.id }
}

/** The line on which a place is now: that of its row, wherever it went; where it has gone, what stands there now; of a folded group its head. */
export function lineOfPlace<Row extends { id: string }>(sections: Sections<Row>, lines: Lines, place: Place): number {
  const at = sections.findIndex(({ key }) => key === place.section)
  const section = sections[at]
  const last = Math.max(0, lines.count - 1)
  if (!section) return Math.min(last, Math.max(0, place.row ?? 0))
  const rows = section.isOpen ? section.count : 0
  if (place.row === null || rows === 0) return Math.min(last, lines.lineOf(at, null))
  return lines.lineOf(at, rowNow(section, Math.min(place.row, rows - 1), place.id))
}

function rowNow<Row extends { id: string }>(section: Section<Row>, row: number, id: string | undefined): number {
  const here = section.at(row)
  // A row that is being read says nothing of another having come.
  if (id === undefined || here === undefined || here.id === id) return row
  for (let away = 1; away <= AROUND; away++) {
    if (section.at(row - away)?.id === id) return row - away
    if (section.at(row + away)?.id === id) return row + away
  }
  return row
}

/** So many rows at most are chosen by one range: more nobody looks over, and reading them takes long. */
export const MOST_IN_RANGE = 1000

/** Rows of one section, the first to the last. */
interface Stretch {
  section: number
  from: number
  to: number
}

/** The rows of a range of lines, section by section; heads and folded groups hold none. */
export function stretchesOf(lines: Lines, one: number, other: number): Stretch[] {
  const stretches: Stretch[] = []
  for (let line = Math.min(one, other); line <= Math.max(one, other); line++) {
    const { section, row } = lines.placeOf(line)
    if (row === null) continue
    const last = stretches.at(-1)
    if (last?.section === section) last.to = row
    else stretches.push({ section, from: row, to: row })
  }
  return stretches
}

/** What is chosen with a range: of what was chosen before it, only what is so still, and every row of the range. */
export function withRange(
  before: ReadonlySet<string>,
  chosen: ReadonlySet<string>,
  rows: readonly { id: string }[],
): Set<string> {
  return new Set([...[...before].filter((id) => chosen.has(id)), ...rows.map(({ id }) => id)])
}

/** Of the rows of a range, those that are here; `missing` says that some are not. */
export function rowsOfRange<Row>(sections: Sections<Row>, stretches: readonly Stretch[]) {
  const rows: Row[] = []
  let missing = false
  for (const { section, from, to } of stretches)
    for (let at = from; at <= to; at++) {
      const row = sections[section]?.at(at)
      if (row === undefined) missing = true
      else rows.push(row)
    }
  return { rows, missing }
}

/**
 * Reads the rows of a range, those that are missing too. Undefined where what came is not the range that was meant: the list has changed meanwhile,
 * and other rows would be chosen than those between the two that were pressed.
 */
export async function readRange<Row extends { id: string }>(
  sections: Sections<Row>,
  stretches: readonly Stretch[],
): Promise<Row[] | undefined> {
  const parts = await Promise.all(
    stretches.map(async ({ section: at, from, to }) => {
      const section = sections[at]
      const rows = (await section?.read?.(from, to)) ?? []
      const isSame = (row: number) => {
        const before = section?.at(row)
        return before === undefined || before.id === rows[row - from]?.id
      }
      return rows.length === to - from + 1 && isSame(from) && isSame(to) ? rows : undefined
    }),
  )
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined
}
