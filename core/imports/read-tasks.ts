import { readDayCell, readDeadlineCell } from '#core/imports/cell-deadline.ts'
import { type ColumnRole, columnsOf, type Mapping } from '#core/imports/column-role.ts'
import { type Cell, cellName, columnLetter, type Grid, type Merge } from '#core/imports/grid.ts'
import type { Header } from '#core/imports/header.ts'
import type { CellFault, FaultCode, RowKind } from '#core/imports/import.ts'
import { headingLevel, type NamedDirective, readNamedDirective } from '#core/imports/source-line.ts'
import { fold } from '#core/kernel/fold.ts'
import type { Deadline } from '#core/tasks/deadline.ts'

/** Where a cell of names stands; rows and columns from 0. */
export interface NameCell {
  row: number
  column: number
  text: string
}

/** A task as the table says it, before it is known whom its names mean. */
export interface ReadTask {
  /** Its first row, from 0. */
  row: number
  action: string
  deliverable: string | null
  deadline: Deadline | null
  lead: NameCell[]
  cooperating: NameCell[]
  monitor: NameCell[]
  source: NamedDirective | null
  /** The heading above it, or what stands in the column of sources and names no document. */
  heading: string | null
  result: string | null
  /** The table says that it is done. */
  isDone: boolean
}

export interface ReadTable<T> {
  items: T[]
  faults: CellFault[]
  /** One for each row of the sheet. */
  kinds: RowKind[]
}

const LONGEST_ACTION = 10_000
const LONGEST_DELIVERABLE = 2000
const NAMES = ['lead', 'cooperating', 'monitor'] as const
const SAID_AGAIN = [...NAMES, 'deadline', 'deliverable', 'source', 'sourceDate'] as const
/** "-nt-", "như trên", and the ditto signs under a cell. */
const DITTO = /^(?:[-–./ ]*(?:nt|n\/t|như trên)[-–./ ]*|\/\/|["”“'’]{1,2}|-\s*["”]\s*-)$/iu
const SAYS_DONE =
  /^(?:da )?(?:hoan thanh|hoan tat|xong|thuc hien xong)(?: (?:toan bo|nhiem vu|dung han|truoc han|qua han|dung tien do|theo quy dinh|(?:vao )?ngay \d.*|tai .*|bang .*))?$/
const SAYS_OPEN = /chua|khong|dang|chuan bi|du kien|phan dau|mot phan|co ban|(?:^| )(?:se|cho|con) /

/** Whether a cell of results says that the work is done: "Đã hoàn thành", "Xong", "x", "100%"; not "Hoàn thành 60%", nor "Hoàn thành dự thảo": in doubt it is open. */
export function saysDone({ value, text }: Cell): boolean {
  if (value === 1 || value === true || /^(?:[x✓✔☑v]|100 ?%)$/iu.test(text)) return true
  const part = /hoàn thành (?:được )?(?:khoảng )?(\d{1,3})(?:[.,]\d+)? ?%/iu.exec(text)?.[1]
  if (part !== undefined) return part === '100'
  // What stands behind "Đã hoàn thành (Báo cáo số 45)" only says by what; "Hoàn thành báo cáo, chờ thẩm định" is another thing done.
  const [head = ''] = text.split(/[(;,.]| [-–] /u)
  return SAYS_DONE.test(fold(head)) && !SAYS_OPEN.test(fold(text))
}

export interface ReadOptions {
  /** Of dates written without one. */
  year: number
  /** Read what is done as well; otherwise it is counted, and need not be right. */
  includeDone: boolean
}

/** The tasks of a table, row by row. */
export function readTasks(
  grid: Grid,
  header: Header,
  mapping: Mapping,
  options: ReadOptions,
): ReadTable<ReadTask> & { done: number } {
  const table = new TaskTable(grid, mapping, options)
  for (let row = header.first; row < grid.rows.length; row++) table.read(row)
  return table.close(header)
}

class TaskTable {
  readonly #grid: Grid
  readonly #columns: Partial<Record<ColumnRole, number>>
  readonly #options: ReadOptions
  readonly #items: ReadTask[] = []
  readonly #faults: CellFault[] = []
  readonly #kinds = new Map<number, RowKind>()
  #current: ReadTask | undefined
  #heading: string | null = null
  /** What "như trên" means in each column. */
  readonly #above = new Map<ColumnRole, Cell>()
  #source: { named: NamedDirective; level: number } | undefined

  constructor(grid: Grid, mapping: Mapping, options: ReadOptions) {
    this.#grid = grid
    this.#columns = columnsOf(mapping)
    this.#options = options
  }

  read(row: number): void {
    const texts = this.#grid.rows[row] ?? []
    if (texts.every(({ text }) => text === '')) return void this.#kinds.set(row, 'empty')
    if (this.#grid.hidden.has(row)) return void this.#kinds.set(row, 'hidden')
    const heading = this.#headingOf(row)
    if (heading !== undefined) return this.#open(row, heading)
    if (Object.values(this.#columns).every((column) => texts[column]?.text === ''))
      return void this.#kinds.set(row, 'empty')
    const action = this.#cell(row, 'action')
    const shared = action.merge && action.merge.startRow < row ? action.merge : undefined
    if (shared && this.#goesOn(row, shared)) return this.#add(row)
    if (action.text === '' && this.#cell(row, 'number').text === '' && this.#current) return this.#add(row)
    this.#begin(row, action.text)
  }

  close(header: Header): ReadTable<ReadTask> & { done: number } {
    const items = this.#items.filter((item) => !this.#isLeftOut(item))
    for (const item of items) if (item.lead.length === 0) this.#fault(item.row, 'lead', 'lead_missing')
    const kinds = this.#grid.rows.map(
      (_, row): RowKind =>
        row < header.row ? 'above' : row < header.first ? 'header' : (this.#kinds.get(row) ?? 'empty'),
    )
    return { items, faults: this.#faults, kinds, done: this.#items.length - items.length }
  }

  #isLeftOut({ isDone }: Pick<ReadTask, 'isDone'>): boolean {
    return isDone && !this.#options.includeDone
  }

  /** A row that says nothing but where those below it come from. */
  #headingOf(row: number): string | undefined {
    const { text: number, merge: numbered } = this.#cell(row, 'number')
    const action = this.#cell(row, 'action')
    const said = new Set((this.#grid.rows[row] ?? []).map(({ text }) => text).filter((text) => text !== ''))
    const wide = [action.merge, numbered].find((merge) => merge && merge.endCol - merge.startCol > 1)
    const text = said.size === 2 && said.has(number) ? [...said].toSorted((a) => (a === number ? -1 : 1)) : [...said]
    if (wide && wide.startRow === row && said.size <= 2) return text.join(' ')
    const others = [...NAMES, 'deadline', 'deliverable', 'result'] as const
    if (others.some((role) => this.#cell(row, role).text !== '') || said.size > 2) return undefined
    const line = text.join(' ')
    const isNumbered = /^(?:[IVXL]+|[A-Z])[.)]?$/u.test(number) || headingLevel(line) < 3
    const isDocument = number === '' && /^\P{L}*(?:thực hiện |theo )?\p{L}+ \p{L}+ số /u.test(line.toLowerCase())
    return isNumbered || (isDocument && readNamedDirective(line)) ? line : undefined
  }

  #open(row: number, heading: string): void {
    this.#kinds.set(row, 'heading')
    this.#current = undefined
    const level = headingLevel(heading)
    const named = readNamedDirective(heading)
    // A heading that names its directive says no more than the directive.
    this.#heading = named ? null : heading.replace(/\s+/gu, ' ')
    if (named) this.#source = { named, level }
    else if (this.#source && level <= this.#source.level) this.#source = undefined
  }

  /** One task over several rows, unless a row has its own deadline or its own result. */
  #goesOn(row: number, merge: Merge): boolean {
    const current = this.#current
    if (!current || current.row < merge.startRow || current.row > merge.endRow) return false
    const { text } = this.#cell(row, 'deadline')
    const isSameDay = text === '' || text === this.#cell(current.row, 'deadline').text
    return isSameDay && saysDone(this.#cell(row, 'result')) === current.isDone
  }

  #begin(row: number, action: string): void {
    const result = this.#cell(row, 'result')
    const isDone = saysDone(result)
    this.#kinds.set(row, this.#isLeftOut({ isDone }) ? 'done' : 'row')
    const faults = this.#faults.length
    if (action === '') this.#fault(row, 'action', 'action_missing')
    if (action.length > LONGEST_ACTION) this.#fault(row, 'action', 'too_long')
    const deliverable = this.#cell(row, 'deliverable').text
    if (deliverable.length > LONGEST_DELIVERABLE) this.#fault(row, 'deliverable', 'too_long')
    const { source, heading } = this.#sourceOf(row)
    this.#current = {
      row,
      action: action.replaceAll('\n', ' '),
      deliverable: deliverable || null,
      deadline: this.#deadline(row, source),
      lead: this.#names(row, 'lead'),
      cooperating: this.#names(row, 'cooperating'),
      monitor: this.#names(row, 'monitor'),
      source,
      heading,
      result: result.text || null,
      isDone,
    }
    if (this.#isLeftOut(this.#current)) this.#faults.length = faults
    this.#items.push(this.#current)
    // "nt" under an empty cell says that this one is empty, too.
    for (const role of SAID_AGAIN) this.#above.set(role, this.#said(row, role))
  }

  /** A row that says more of the task above. */
  #add(row: number): void {
    const task = this.#current
    if (!task) return
    this.#kinds.set(row, this.#isLeftOut(task) ? 'done' : 'more')
    const faults = this.#faults.length
    for (const role of NAMES)
      for (const cell of this.#names(row, role))
        if (!task[role].some(({ text }) => text === cell.text)) task[role].push(cell)
    task.deadline ??= this.#deadline(row, task.source)
    const { text, merge } = this.#cell(row, 'deliverable')
    if (text !== '' && !(merge && merge.startRow < row))
      task.deliverable = task.deliverable === null ? text : `${task.deliverable}\n${text}`
    if (this.#isLeftOut(task)) this.#faults.length = faults
    for (const role of SAID_AGAIN) {
      const said = this.#said(row, role)
      if (said.text !== '') this.#above.set(role, said)
    }
  }

  #deadline(row: number, source: NamedDirective | null): Deadline | null {
    const year = source?.issuedOn ? Number(source.issuedOn.slice(0, 4)) : this.#options.year
    const read = readDeadlineCell(this.#cell(row, 'deadline'), year)
    if (read.ok) return read.value
    this.#fault(row, 'deadline', read.failure.code)
    return null
  }

  #sourceOf(row: number): Pick<ReadTask, 'source' | 'heading'> {
    const { text } = this.#cell(row, 'source')
    const own = text === '' ? undefined : readNamedDirective(/^\p{L}/u.test(text) ? text : `văn bản số ${text}`)
    if (text === '' || !own) return { source: this.#source?.named ?? null, heading: text || this.#heading }
    const day = readDayCell(this.#cell(row, 'sourceDate'))
    if (!day.ok) this.#fault(row, 'sourceDate', day.failure.code)
    return { source: { ...own, issuedOn: own.issuedOn ?? (day.ok ? day.value : null) }, heading: null }
  }

  #names(row: number, role: (typeof NAMES)[number]): NameCell[] {
    const column = this.#columns[role]
    const { text, merge } = this.#cell(row, role)
    if (column === undefined || !/\p{L}/u.test(text)) return []
    return [{ row: Math.max(merge?.startRow ?? row, 0), column, text }]
  }

  #cell(row: number, role: ColumnRole): Cell {
    const column = this.#columns[role]
    const cell = (column === undefined ? undefined : this.#grid.rows[row]?.[column]) ?? NOTHING
    return DITTO.test(cell.text) ? (this.#above.get(role) ?? cell) : cell
  }

  #said(row: number, role: ColumnRole): Cell {
    const { value, text } = this.#cell(row, role)
    return { value, text }
  }

  #fault(row: number, role: ColumnRole, code: FaultCode): void {
    const fault = faultAt(this.#grid, row, this.#columns[role] ?? 0, role, code)
    // Rows that share a merged cell are wrong once.
    if (!this.#faults.some(({ cell }) => cell === fault.cell)) this.#faults.push(fault)
  }
}

const NOTHING: Cell = { value: null, text: '' }

export function faultAt(grid: Grid, at: number, column: number, role: ColumnRole, code: FaultCode): CellFault {
  const { text, merge } = grid.rows[at]?.[column] ?? NOTHING
  const [row, left] = [merge?.startRow ?? at, merge?.startCol ?? column]
  const named = { row: row + 1, column: columnLetter(left), cell: cellName(row, left) }
  return { sheet: grid.name, ...named, role, code, value: text.slice(0, 200) }
}
