// Where every line of a long table lies, without drawing it. A line is a group's head or a row; both have one height each.

export interface LineHeights {
  row: number
  head: number
}

/** A section as far as its place goes: whether it has a head, and how many of its rows are unfolded. */
export interface LineSection {
  hasHead: boolean
  rows: number
}

export interface Lines {
  /** All lines, heads included. */
  count: number
  /** Pixels. */
  height: number
  /** The line at a height; the last one below the end, 0 in an empty table. */
  lineAt: (y: number) => number
  topOf: (line: number) => number
  /** Which section a line belongs to, and which of its rows it is; null for its head. */
  placeOf: (line: number) => { section: number; row: number | null }
  lineOf: (section: number, row: number | null) => number
}

export function layLines(sections: readonly LineSection[], heights: LineHeights): Lines {
  const firstLines: number[] = []
  const tops: number[] = []
  let count = 0
  let height = 0
  for (const { hasHead, rows } of sections) {
    firstLines.push(count)
    tops.push(height)
    count += (hasHead ? 1 : 0) + rows
    height += (hasHead ? heights.head : 0) + rows * heights.row
  }
  const headHeight = (section: number) => (sections[section]?.hasHead ? heights.head : 0)
  const headLines = (section: number) => (sections[section]?.hasHead ? 1 : 0)
  return {
    count,
    height,
    lineAt(y) {
      const section = lastUpTo(tops, y)
      const below = y - (tops[section] ?? 0)
      const first = firstLines[section] ?? 0
      if (below < headHeight(section)) return first
      const row = Math.floor((below - headHeight(section)) / heights.row)
      return Math.max(0, Math.min(count - 1, first + headLines(section) + row))
    },
    topOf(line) {
      const section = lastUpTo(firstLines, line)
      const below = line - (firstLines[section] ?? 0)
      const top = tops[section] ?? 0
      return below < headLines(section) ? top : top + headHeight(section) + (below - headLines(section)) * heights.row
    },
    placeOf(line) {
      const section = lastUpTo(firstLines, line)
      const below = line - (firstLines[section] ?? 0) - headLines(section)
      return { section, row: below < 0 ? null : below }
    },
    lineOf: (section, row) => (firstLines[section] ?? 0) + (row === null ? 0 : headLines(section) + row),
  }
}

/** The last of the ascending numbers that is not above the wanted one; of equal ones the last, so that an empty section hides none. */
function lastUpTo(numbers: readonly number[], wanted: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((numbers[middle] ?? 0) <= wanted) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}
