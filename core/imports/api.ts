import { z } from 'zod'
import { ImportKind } from '#core/imports/column-role.ts'
import { ImportAsk, ImportCounts, ImportPreview, ImportRun } from '#core/imports/import.ts'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Id } from '#core/kernel/id.ts'

const may = { may: 'task.draft', orMay: 'directive.register' }

export const importsApi = {
  previewImport: endpoint({
    method: 'POST',
    path: '/imports/preview',
    summary:
      'What an Excel table would become: columns, rows, matches of unit names, cells that are wrong; nothing is stored. What is not said is guessed, or remembered from the last table with the same head',
    ...may,
    largeBody: true,
    body: ImportAsk.partial().required({ fileId: true, kind: true }),
    response: ImportPreview,
  }),
  runImport: endpoint({
    method: 'POST',
    path: '/imports',
    summary: 'Take over an Excel table: all of it, or nothing where a cell is wrong or a name is open',
    ...may,
    creates: true,
    largeBody: true,
    body: ImportAsk.extend({
      /** Issue the assignments at once instead of leaving drafts. */
      issue: z.boolean().default(false),
      /** Take it over although this sheet of this file was taken over before. */
      evenIfAgain: z.boolean().default(false),
    }),
    response: z.object({
      id: Id,
      counts: ImportCounts,
      /** Code of the first and the last task. */
      firstTask: z.string().nullable(),
      lastTask: z.string().nullable(),
      /** Directives that were entered in the register, the first hundred. */
      directives: z.array(z.object({ id: Id, symbol: z.string() })),
    }),
  }),
  listImports: endpoint({
    method: 'GET',
    path: '/imports',
    summary: 'The last fifty tables that were taken over into the reader’s registers',
    ...may,
    response: z.object({ items: z.array(ImportRun) }),
  }),
  getTemplate: endpoint({
    method: 'GET',
    path: '/imports/templates/:kind',
    summary: 'An Excel table to fill in, with a sheet that says how',
    ...may,
    bytes: 'download',
    params: z.object({ kind: ImportKind }),
    response: z.unknown(),
  }),
}
