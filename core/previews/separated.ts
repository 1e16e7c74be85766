/** A table that is written line by line: what of it is shown, and how much there is. */
export interface Separated {
  rows: string[][]
  total: number
  columns: number
  /** Whether the text ends with its last row; of what was cut that row may be a part only. */
  isWhole: boolean
}

/**
 * Cells of a text whose lines are rows: commas, semicolons or tabs, whichever divide the first line most; quotes hold what divides.
 *
 * Shape   `rows` has at most so many rows, columns and letters in a cell; all are counted, and no more than `rows` is held
 */
export function separatedRows(
  text: string,
  most: { rows: number; columns: number; cell: number } = { rows: Infinity, columns: Infinity, cell: Infinity },
): Separated {
  const head = text.slice(0, text.search(/\r?\n|$/))
  const [mark = ','] = [',', ';', '\t'].toSorted((a, b) => occurrences(head, b) - occurrences(head, a))
  const rows: string[][] = []
  let [total, columns, column] = [0, 0, 0]
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  let isEmpty = true
  const add = (letter: string) => {
    isEmpty = false
    if (total < most.rows && column < most.columns && cell.length < most.cell) cell += letter
  }
  const endCell = () => {
    if (total < most.rows && column < most.columns) row.push(cell)
    column += 1
    cell = ''
    isEmpty = true
  }
  const endRow = () => {
    cell = cell.replace(/\r$/, '')
    endCell()
    if (total < most.rows) rows.push(row)
    total += 1
    columns = Math.max(columns, column)
    column = 0
    row = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at)
    if (isQuoted) {
      if (letter !== '"') add(letter)
      else if (text.charAt(at + 1) === '"') {
        add('"')
        at += 1
      } else isQuoted = false
    } else if (letter === '"' && isEmpty) isQuoted = true
    else if (letter === mark) endCell()
    else if (letter === '\n') endRow()
    else add(letter)
  }
  const isWhole = isEmpty && column === 0 && !isQuoted
  if (!isEmpty || column > 0) endRow()
  return { rows, total, columns, isWhole }
}

function occurrences(text: string, mark: string): number {
  let n = 0
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) n += 1
  return n
}
