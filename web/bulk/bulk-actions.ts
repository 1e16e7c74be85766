import { isAllowed } from '#core/tasks/allowed.ts'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import type { BulkCommand, BulkOutcome } from '#core/tasks/bulk.ts'
import type { UnitRef } from '#core/units/unit-ref.ts'

/** What can be done with several rows at once, the most usual first. */
export const BULK_ACTIONS = [
  'accept',
  'confirm',
  'approve',
  'issue',
  'assign_handler',
  'revise',
  'add_cooperating',
  'withdraw',
] as const
export type BulkAction = (typeof BULK_ACTIONS)[number]

const DEED = {
  accept: 'assignment.accept',
  confirm: 'assignment.confirm',
  approve: 'assignment.approve',
  issue: 'assignment.issue',
  assign_handler: 'assignment.assign-handler',
  revise: 'assignment.revise',
  add_cooperating: 'assignment.revise',
  withdraw: 'assignment.withdraw',
} as const satisfies Record<BulkAction, string>

/** Whether there is anything that the reader could do with several rows. */
export function mayActOnSeveral(deeds: readonly string[]): boolean {
  return BULK_ACTIONS.some((action) => deeds.includes(DEED[action]))
}

/** What is worth offering: somewhere the reader may, and at least one row stands where it can follow. The server decides of each row. */
export function offered(rows: readonly AssignmentRow[], deeds: readonly string[]): BulkAction[] {
  return BULK_ACTIONS.filter(
    (action) =>
      deeds.includes(DEED[action]) &&
      rows.some(({ state, deemedAccepted }) =>
        isAllowed(deemedAccepted ? 'accepted' : state, action === 'add_cooperating' ? 'set_cooperating' : action),
      ),
  )
}

/** What a form adds to the action. */
export interface BulkArguments {
  personId?: string | null
  dueOn?: string | null
  reason?: string
  unitIds?: string[]
}

/** Rows of one lead. */
export interface LeadRows {
  unit: UnitRef
  rows: readonly [AssignmentRow, ...AssignmentRow[]]
}

/** The rows by their leads: a handler is one of the lead's people. The reader's own units first, then those with most rows. */
export function leadsOf(rows: readonly AssignmentRow[], ownUnitIds: readonly string[]): LeadRows[] {
  const isOwn = ({ unit }: LeadRows) => Number(ownUnitIds.includes(unit.id))
  return [...Map.groupBy(rows, ({ lead }) => lead.id).values()]
    .flatMap(([first, ...others]): LeadRows[] => (first ? [{ unit: first.lead, rows: [first, ...others] }] : []))
    .toSorted((a, b) => isOwn(b) - isOwn(a) || b.rows.length - a.rows.length)
}

/** One command for each row, with the version that is on screen. */
export function commandsFor(
  action: BulkAction,
  rows: readonly Pick<AssignmentRow, 'id' | 'version'>[],
  said: BulkArguments,
): BulkCommand[] {
  return rows.map(({ id, version }) => ({ id, version, action, ...said }) as BulkCommand)
}

/** What takes back those that were done and can be taken back. */
export function countersFor(outcomes: readonly BulkOutcome[], reason: string): BulkCommand[] {
  return outcomes.flatMap(({ id, version, counter }) =>
    counter === null || version === null
      ? []
      : [{ id, version, ...counter, ...(counter.action === 'revise' ? { reason } : {}) } as BulkCommand],
  )
}

export const REFUSALS = ['not_entitled', 'stale', 'gone', 'state', 'own', 'handler', 'same', 'rule'] as const
export type Refusal = (typeof REFUSALS)[number]

/** Refusals in the few words of the bar; the list of rows has the whole sentence. */
export function refusalOf(code: string): Refusal {
  switch (code) {
    case 'person/not_entitled':
      return 'not_entitled'
    case 'version/stale':
      return 'stale'
    case 'request/not_found':
      return 'gone'
    case 'assignment/own_draft':
    case 'assignment/own_work':
      return 'own'
    case 'assignment/handler_not_in_unit':
      return 'handler'
    case 'assignment/nothing_changed':
      return 'same'
    case 'assignment/closed':
    case 'assignment/deemed_accepted':
    case 'assignment/already_issued':
    case 'assignment/already_reported':
      return 'state'
    default:
      return code.startsWith('assignment/not_') ? 'state' : 'rule'
  }
}
