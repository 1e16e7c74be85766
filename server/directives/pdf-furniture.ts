import { rowsOf, textOf } from '#server/directives/pdf-lines.ts'
import type { PdfPage, Run } from '#server/directives/pdf-pages.ts'

/** The margins of Decree 30/2020/NĐ-CP are 20 to 25 mm of 297; page numbers stand centred in the upper one. */
const MARGIN = 0.092
const PAGE_NUMBER = /^[-–—|\s]*(?:(?:trang|page|tr\.)\s*)?\d{1,4}(?:\s*(?:\/|\||of|trên)\s*\d{1,4})?[-–—|.\s]*$/iu

/** The pages without what stands in their margins and is not text: numbers of pages, and lines that return on many pages. */
export function withoutFurniture(pages: readonly PdfPage[]): PdfPage[] {
  const margins = pages.map(marginRows)
  const counts = new Map<string, number>()
  for (const rows of margins)
    for (const key of new Set(rows.map((row) => row.key))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return pages.map((page, i) => {
    const rows = margins[i] ?? []
    const gone = new Set<Run>()
    for (const { runs, key, text, outermost } of rows) {
      const times = counts.get(key) ?? 0
      const returns = times >= 3 || (times === 2 && pages.length <= 3)
      if (returns || (outermost && PAGE_NUMBER.test(text))) for (const run of runs) gone.add(run)
    }
    return gone.size === 0 ? page : { ...page, runs: page.runs.filter((run) => !gone.has(run)) }
  })
}

interface MarginRow {
  runs: Run[]
  text: string
  key: string
  /** Nothing stands further out. */
  outermost: boolean
}

function marginRows(page: PdfPage): MarginRow[] {
  const top = page.height * MARGIN
  const bottom = page.height * (1 - MARGIN)
  const rows = (runs: readonly Run[], outer: 'first' | 'last') => {
    const list = rowsOf(runs)
    return list.map(({ runs: inRow, y }, i) => {
      const text = textOf(inRow)
      return {
        runs: inRow,
        text,
        key: `${outer} ${Math.round(y / 4)} ${text.replace(/\d+/g, '#')}`,
        outermost: outer === 'first' ? i === 0 : i === list.length - 1,
      }
    })
  }
  return [
    ...rows(
      page.runs.filter((run) => run.y <= top),
      'first',
    ),
    ...rows(
      page.runs.filter((run) => run.y >= bottom),
      'last',
    ),
  ]
}
