import type { FastifyInstance } from 'fastify'
import { importsApi } from '#core/imports/api.ts'
import { type Handlers, mount, slowly, type System } from '#server/http/mount.ts'
import { lookAtWorkbook, openWorkbook } from '#server/imports/open-file.ts'
import { planImport, previewOf } from '#server/imports/plan-import.ts'
import { importedBefore, listRuns, runImport } from '#server/imports/run-import.ts'
import { templateName, templateOf } from '#server/imports/template.ts'
import { xlsxDownload } from '#server/sheets/write-sheet.ts'

const handlers: Handlers<typeof importsApi> = {
  previewImport: slowly(
    ({ tx, body }) => lookAtWorkbook(tx, body.fileId),
    openWorkbook,
    async (request, workbook) => {
      const { tx, body } = request
      await lookAtWorkbook(tx, body.fileId)
      const plan = await planImport(request, workbook, body)
      const ask = { ...body, sheet: plan.table.grid.name }
      return previewOf(plan, workbook, await importedBefore(tx, plan.ownerId, workbook, ask))
    },
  ),
  runImport: slowly(({ tx, body }) => lookAtWorkbook(tx, body.fileId), openWorkbook, runImport),
  listImports: async ({ tx }) => ({ items: await listRuns(tx) }),
  async getTemplate({ params }) {
    return xlsxDownload(templateName(params.kind), await templateOf(params.kind))
  },
}

export function mountImports(app: FastifyInstance, system: System): void {
  mount(app, system, importsApi, handlers)
}
