import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Language } from '#core/kernel/language.ts'
import { Sheet } from '#core/sheets/sheet.ts'
import { AssignmentFilter, someOf } from '#core/tasks/assignment-filter.ts'
import { AssignmentSort, GroupedBy } from '#core/tasks/assignment-list.ts'

/** Columns of a list of assignments, by the names they have on screen. */
export const AssignmentSheetColumn = z.enum([
  'class',
  'starred',
  'code',
  'action',
  'lead',
  'handler',
  'directive',
  'issuedBy',
  'issuedOn',
  'due',
  'against',
  'state',
  'percent',
  'evidence',
])
export type AssignmentSheetColumn = z.infer<typeof AssignmentSheetColumn>

/** The list as the screen shows it: its conditions, order, columns and groups. */
export const AssignmentSheetQuery = AssignmentFilter.extend({
  sort: AssignmentSort.default('due'),
  columns: someOf(AssignmentSheetColumn).default(AssignmentSheetColumn.options.filter((one) => one !== 'starred')),
  group: GroupedBy.optional(),
  language: Language.default('vi'),
  /** The name of the view. */
  title: z.string().trim().min(1).max(120).optional(),
})

const sheet = { method: 'GET', may: 'assignment.read', query: AssignmentSheetQuery } as const

export const assignmentSheetApi = {
  readAssignmentSheet: endpoint({
    ...sheet,
    path: '/assignments/sheet',
    summary: 'All rows of a list of assignments in the columns and groups that are shown, with the conditions in words',
    response: Sheet,
  }),
  downloadAssignmentSheet: endpoint({
    ...sheet,
    path: '/assignments/sheet.xlsx',
    summary: 'The same as a workbook, up to 20,000 rows',
    bytes: 'download',
    response: z.unknown(),
  }),
}
