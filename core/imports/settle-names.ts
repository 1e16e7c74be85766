import { faultAt, type NameCell, type ReadTask } from '#core/imports/read-tasks.ts'
import { cellName, type Grid } from '#core/imports/grid.ts'
import type { CellFault, FaultCode, ImportName, LeadsChoice, SeveralLeads } from '#core/imports/import.ts'
import { namesOfCell } from '#core/imports/name-cell.ts'
import type { Id } from '#core/kernel/id.ts'
import type { Addressee, NamedAddressee, NameMatch } from '#core/units/unit-ref.ts'

/** What is known of names, and what the office has decided about them. */
export interface NameKnowledge {
  match: (written: string) => NameMatch
  /** By the name as written; nobody where it is left out. */
  chosen: ReadonlyMap<string, readonly NamedAddressee[]>
  leads: readonly LeadsChoice[]
  /** Whether the office gives work to all that this addressee stands for. */
  mayLead: (addressee: Addressee) => boolean
  /** Ids of the units that these stand for, each once. */
  expand: (addressees: readonly Addressee[]) => readonly string[]
}

export interface SettledTask {
  task: ReadTask
  leads: Addressee[]
  cooperating: Addressee[]
  monitorId: Id | null
  /** Bodies outside cooperate without an assignment of theirs: they are kept in words. */
  outside: string[]
}

export interface SettledNames {
  tasks: SettledTask[]
  assignments: number
  faults: CellFault[]
  names: ImportName[]
  leads: SeveralLeads[]
  /** Names and cells of leads about which the office has yet to decide. */
  open: number
}

const CELLS_SHOWN = 12

/** Whom the tasks of a table go to; what is not sure is asked, what is unknown is wrong until somebody says whom it means. */
export function settleNames(grid: Grid, tasks: readonly ReadTask[], known: NameKnowledge): SettledNames {
  const settling = new Settling(grid, known)
  const settled = tasks.map((task) => settling.settle(task))
  return settling.close(settled)
}

class Settling {
  readonly #grid: Grid
  readonly #known: NameKnowledge
  readonly #names = new Map<string, ImportName>()
  readonly #several = new Map<string, SeveralLeads>()
  readonly #faults: CellFault[] = []
  readonly #matches = new Map<string, NameMatch>()
  #assignments = 0

  constructor(grid: Grid, known: NameKnowledge) {
    this.#grid = grid
    this.#known = known
  }

  settle(task: ReadTask): SettledTask {
    const leads: NamedAddressee[] = []
    const cooperating: NamedAddressee[] = []
    for (const cell of task.lead) {
      const written = namesOfCell(cell.text, this.#isKnown)
      const leading = written.lead.map((name) => this.#meant(name, cell, 'lead'))
      const named = leading.flat()
      if (named.length === 0 && leading.every(({ length }) => length === 0))
        this.#missing(written.lead, cell, leading.length)
      // "Sở A, Sở B": a task has one lead in each assignment, and only the office knows whether both were meant.
      const isSplit = leading.filter(({ length }) => length > 0).length < 2 || this.#leadsEach(cell, written.lead)
      leads.push(...(isSplit ? named : named.slice(0, 1)))
      if (!isSplit) cooperating.push(...named.slice(1))
      cooperating.push(...written.cooperating.flatMap((name) => this.#meant(name, cell, 'cooperating')))
    }
    for (const cell of task.cooperating) {
      const { lead, cooperating: more } = namesOfCell(cell.text, this.#isKnown)
      cooperating.push(...[...lead, ...more].flatMap((name) => this.#meant(name, cell, 'cooperating')))
    }
    const monitor = task.monitor.flatMap((cell) =>
      namesOfCell(cell.text, this.#isKnown).lead.flatMap((name) => this.#meant(name, cell, 'monitor')),
    )
    this.#assignments += this.#known.expand(leads).length
    return {
      task,
      leads: unique(leads),
      cooperating: unique(cooperating.filter(({ kind }) => kind !== 'external')),
      monitorId: monitor[0]?.id ?? null,
      outside: [...new Set(cooperating.filter(({ kind }) => kind === 'external').map(({ name }) => name))],
    }
  }

  close(tasks: SettledTask[]): SettledNames {
    const names = [...this.#names.values()]
    const leads = [...this.#several.values()]
    const open =
      names.filter(({ status, chosen }) => status === 'unsure' && chosen === null).length +
      leads.filter(({ as }) => as === null).length
    return { tasks, assignments: this.#assignments, faults: this.#faults, names, leads, open }
  }

  readonly #isKnown = (name: string): boolean => this.#known.chosen.has(name) || this.#matchOf(name).status === 'sure'

  #matchOf(name: string): NameMatch {
    let match = this.#matches.get(name)
    if (!match) this.#matches.set(name, (match = this.#known.match(name)))
    return match
  }

  /** Whom a name means; nobody while that is open, or where it is left out. */
  #meant(written: string, cell: NameCell, role: 'lead' | 'cooperating' | 'monitor'): NamedAddressee[] {
    const name = this.#listed(written, cell)
    const meant = name.chosen ?? (name.status === 'sure' ? name.candidates.slice(0, 1) : [])
    if (name.chosen === null && name.status === 'unknown') this.#fault(cell, role, 'name_unknown')
    if (role === 'lead' && meant.some((addressee) => !this.#known.mayLead(addressee)))
      this.#fault(cell, role, 'lead_not_below')
    if (role === 'monitor' && meant.some(({ kind }) => kind !== 'unit')) this.#fault(cell, role, 'monitor_no_unit')
    return meant
  }

  #listed(written: string, cell: NameCell): ImportName {
    let name = this.#names.get(written)
    if (!name) {
      const { status, candidates } = this.#matchOf(written)
      const chosen = this.#known.chosen.get(written)
      name = { written, status, candidates, chosen: chosen ? [...chosen] : null, cells: [], times: 0 }
      this.#names.set(written, name)
    }
    noted(name, cell)
    return name
  }

  /** Nobody leads, and no question is open that might still name somebody. */
  #missing(written: readonly string[], cell: NameCell, names: number): void {
    const isOpen = written.some((name) => !this.#known.chosen.has(name))
    if (names === 0 || !isOpen) this.#fault(cell, 'lead', 'lead_missing')
  }

  /** Whether each name of a cell leads; lists the cell among those to decide. */
  #leadsEach(cell: NameCell, names: string[]): boolean {
    let several = this.#several.get(cell.text)
    if (!several) {
      const as = this.#known.leads.find(({ written }) => written === cell.text)?.as ?? null
      several = { written: cell.text, names, as, cells: [], times: 0 }
      this.#several.set(cell.text, several)
    }
    noted(several, cell)
    return several.as !== 'first'
  }

  #fault(cell: NameCell, role: 'lead' | 'cooperating' | 'monitor', code: FaultCode): void {
    const fault = faultAt(this.#grid, cell.row, cell.column, role, code)
    if (!this.#faults.some((one) => one.cell === fault.cell && one.code === code)) this.#faults.push(fault)
  }
}

function noted(of: { cells: string[]; times: number }, { row, column }: NameCell): void {
  of.times++
  const cell = cellName(row, column)
  if (of.cells.length < CELLS_SHOWN && !of.cells.includes(cell)) of.cells.push(cell)
}

function unique(addressees: readonly NamedAddressee[]): Addressee[] {
  const known = new Map(addressees.map(({ kind, id, below }) => [`${kind} ${id} ${below ?? ''}`, { kind, id, below }]))
  return [...known.values()].map(({ kind, id, below }) => ({ kind, id, ...(below === undefined ? {} : { below }) }))
}
