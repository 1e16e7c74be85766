import { z } from 'zod'
import { RegisterFilter, RegisterSort } from '#core/directives/register.ts'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Language } from '#core/kernel/language.ts'
import { Sheet } from '#core/sheets/sheet.ts'
import { someOf } from '#core/tasks/assignment-filter.ts'

/** Columns of the register, by the names they have on screen. */
export const RegisterSheetColumn = z.enum([
  'state',
  'symbol',
  'subject',
  'issuer',
  'owner',
  'issued',
  'received',
  'decided',
  'tasks',
  'open',
  'overdue',
])
export type RegisterSheetColumn = z.infer<typeof RegisterSheetColumn>

const sheet = {
  method: 'GET',
  may: 'register.read',
  query: RegisterFilter.extend({
    sort: RegisterSort.optional(),
    columns: someOf(RegisterSheetColumn).default([...RegisterSheetColumn.options]),
    language: Language.default('vi'),
    /** The name of the view. */
    title: z.string().trim().min(1).max(120).optional(),
  }),
} as const

export const registerSheetApi = {
  readRegisterSheet: endpoint({
    ...sheet,
    path: '/directives/sheet',
    summary: 'All lines of the register in the columns that are shown, with the conditions in words',
    response: Sheet,
  }),
  downloadRegisterSheet: endpoint({
    ...sheet,
    path: '/directives/sheet.xlsx',
    summary: 'The same as a workbook, up to 20,000 lines',
    bytes: 'download',
    response: z.unknown(),
  }),
}
