import { columnsOf } from '#core/imports/column-role.ts'
import { columnLetter } from '#core/imports/grid.ts'
import type { CellFault, ImportCounts, ImportPreview, RowKind } from '#core/imports/import.ts'
import { readDirectives, type ReadDirective } from '#core/imports/read-directives.ts'
import { faultAt, readTasks } from '#core/imports/read-tasks.ts'
import { type NameKnowledge, type SettledTask, settleNames } from '#core/imports/settle-names.ts'
import type { NamedDirective } from '#core/imports/source-line.ts'
import type { Id } from '#core/kernel/id.ts'
import type { Addressee, NamedAddressee } from '#core/units/unit-ref.ts'
import { actingUnit } from '#server/http/entitle.ts'
import type { Request } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import { type Ask, chooseTable, type ChosenTable } from '#server/imports/choose-table.ts'
import { DirectiveIndex, type Identified, knownDirectives } from '#server/imports/known-directives.ts'
import type { OpenedWorkbook } from '#server/imports/open-file.ts'
import { expandAddressees, matchName, nameAddressee } from '#server/units/addressees.ts'

type Planning = Pick<Request<unknown>, 'tx' | 'register' | 'actor' | 'today'>

/** What a table would become; the same for the preview and for taking it over. */
export interface Plan extends Pick<ImportPreview, 'faults' | 'names' | 'leads' | 'counts'> {
  ownerId: Id
  table: ChosenTable
  kinds: RowKind[]
  tasks: SettledTask[]
  /** Directives that the table names, each once. */
  directives: DirectiveIndex<NamedDirective | ReadDirective>
}

export async function planImport(request: Planning, { sheets }: OpenedWorkbook, ask: Ask): Promise<Plan> {
  const { tx } = request
  const ownerId = actingUnit(request, ask.kind === 'tasks' ? 'task.draft' : 'directive.register')
  const table = await chooseTable(tx, ownerId, sheets, ask)
  if (table.missing.length > 0) return nothingOf(ownerId, table)
  return ask.kind === 'tasks' ? planTasks(request, ownerId, table, ask) : planDirectives(request, ownerId, table)
}

async function planTasks(request: Planning, ownerId: Id, table: ChosenTable, ask: Ask): Promise<Plan> {
  const { grid, header, mapping } = table
  const year = Number(request.today.slice(0, 4))
  const read = readTasks(grid, header, mapping, { year, includeDone: ask.includeDone ?? false })
  const settled = settleNames(grid, read.items, knowledgeOf(request, ownerId, ask))
  const sources = read.items.flatMap(({ source }) => source ?? [])
  const directives = await indexOf<NamedDirective>(request, ownerId, sources)
  for (const source of sources) directives.add(source)
  const secret = read.items.filter(({ source }) => source !== null && directives.isSecret(source))
  const faults = inOrder([...read.faults, ...settled.faults, ...secret.map(({ row }) => faultOfSource(table, row))])
  return {
    ownerId,
    table,
    kinds: read.kinds,
    tasks: settled.tasks,
    directives,
    faults,
    names: settled.names,
    leads: settled.leads,
    counts: {
      tasks: settled.tasks.length,
      assignments: settled.assignments,
      directives: directives.items.filter((one) => directives.known(one) === null).length,
      done: read.done,
      hidden: hiddenOf(read.kinds),
      known: 0,
      wrong: faults.length,
      open: settled.open,
    },
  }
}

/** At the cell that names the directive; where a heading does, at the work. */
function faultOfSource({ grid, mapping }: ChosenTable, row: number): CellFault {
  const { source, action = 0 } = columnsOf(mapping)
  const isNamed = source !== undefined && grid.rows[row]?.[source]?.text
  return isNamed
    ? faultAt(grid, row, source, 'source', 'directive_secret')
    : faultAt(grid, row, action, 'action', 'directive_secret')
}

async function planDirectives(request: Planning, ownerId: Id, table: ChosenTable): Promise<Plan> {
  const { grid, header, mapping } = table
  const { items, faults, kinds } = readDirectives(grid, header, mapping)
  const named = items.filter(({ symbol }) => symbol !== '')
  const directives = await indexOf<ReadDirective>(request, ownerId, named)
  for (const item of named)
    if (directives.known(item) !== null || directives.add(item) !== item) kinds[item.row] = 'known'
  const known = kinds.filter((kind) => kind === 'known').length
  const counts: ImportCounts = {
    ...NOTHING,
    directives: directives.items.length,
    hidden: hiddenOf(kinds),
    known,
    wrong: faults.length,
  }
  return { ownerId, table, kinds, tasks: [], directives, faults: inOrder(faults), names: [], leads: [], counts }
}

async function indexOf<T extends Identified & (NamedDirective | ReadDirective)>(
  { tx }: Planning,
  ownerId: Id,
  named: readonly T[],
): Promise<DirectiveIndex<NamedDirective | ReadDirective>> {
  const symbols = named.map(({ symbol }) => symbol)
  return new DirectiveIndex(await knownDirectives(tx, ownerId, symbols))
}

const NOTHING: ImportCounts = {
  tasks: 0,
  assignments: 0,
  directives: 0,
  done: 0,
  hidden: 0,
  known: 0,
  wrong: 0,
  open: 0,
}

const hiddenOf = (kinds: readonly RowKind[]) => kinds.filter((kind) => kind === 'hidden').length

/** While it is not known which column holds the work, there is nothing to read. */
function nothingOf(ownerId: Id, table: ChosenTable): Plan {
  const kinds = table.grid.rows.map(
    (_, row): RowKind => (row < table.header.row ? 'above' : row < table.header.first ? 'header' : 'empty'),
  )
  const directives = new DirectiveIndex<NamedDirective>([])
  return { ownerId, table, kinds, tasks: [], directives, faults: [], names: [], leads: [], counts: NOTHING }
}

function inOrder(faults: readonly CellFault[]): CellFault[] {
  return faults.toSorted((a, b) => a.row - b.row || a.cell.length - b.cell.length || (a.cell < b.cell ? -1 : 1))
}

function knowledgeOf({ register }: Planning, ownerId: Id, { names = [], leads = [] }: Ask): NameKnowledge {
  const named = (addressee: Addressee): NamedAddressee =>
    nameAddressee(register, addressee) ?? fail({ code: 'request/not_found', what: 'addressee', id: addressee.id })
  const reached = new Map<string, ReturnType<typeof expandAddressees>>()
  const reach = (addressee: Addressee) => {
    const key = `${addressee.kind} ${addressee.id} ${addressee.below ?? ''}`
    let units = reached.get(key)
    if (!units) reached.set(key, (units = expandAddressees(register, [addressee])))
    return units
  }
  return {
    match: (written) => matchName(register, written, ownerId),
    chosen: new Map(names.map(({ written, to }) => [written, to.map(named)])),
    leads,
    mayLead: (addressee) =>
      reach(addressee).every(({ kind, id }) => kind === 'external' || register.path(id).includes(ownerId)),
    expand: (addressees) => [...new Set(addressees.flatMap((addressee) => reach(addressee).map(({ id }) => id)))],
  }
}

/** The plan as the screen shows it, beside the cells as they stand. */
export function previewOf(
  { table, kinds, directives, faults, names, leads, counts }: Plan,
  workbook: OpenedWorkbook,
  before: ImportPreview['before'],
): ImportPreview {
  const { grid, header, mapping, mappedBy } = table
  return {
    fileName: workbook.name,
    sheets: workbook.sheets.map(({ name, rows }) => ({
      name,
      rows: rows.length,
      columns: rows.reduce((most, row) => Math.max(most, row.length), 0),
    })),
    sheet: grid.name,
    headerRow: header.row + 1,
    headerRows: header.first - header.row,
    columns: header.labels.map((label, at) => {
      const letter = columnLetter(at)
      return { letter, label, role: mapping[letter] ?? null }
    }),
    mappedBy,
    rows: grid.rows.map((cells, row) => ({
      row: row + 1,
      kind: kinds[row] ?? 'empty',
      cells: cells.map(({ text }) => text),
    })),
    faults,
    names,
    leads,
    directives: directives.items.slice(0, 500).map((one) => ({
      symbol: one.symbol,
      subject: one.subject,
      issuedOn: one.issuedOn,
      known: directives.known(one),
    })),
    counts,
    before,
  }
}
