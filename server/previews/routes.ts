import { buffer } from 'node:stream/consumers'
import type { FastifyInstance } from 'fastify'
import type { Id } from '#core/kernel/id.ts'
import { previewsApi } from '#core/previews/api.ts'
import type { Tx } from '#server/db/store.ts'
import { type Handlers, mount, slowly, type System } from '#server/http/mount.ts'
import { found } from '#server/http/refusal.ts'
import { previewFile } from '#server/previews/preview-file.ts'

const handlers: Handlers<typeof previewsApi> = {
  previewFile: slowly(
    ({ tx, params }) => findFile(tx, params.id),
    async (file, { files }) => previewFile(await buffer(await files.open(file.sha256)), file),
    async ({ tx, params }, preview) => {
      await findFile(tx, params.id)
      return preview
    },
  ),
}

/** Row policies say whose file it is. */
async function findFile(tx: Tx, id: Id) {
  const columns = ['sha256', 'mediaType', 'name'] as const
  return found(await tx.selectFrom('file').select(columns).where('id', '=', id).executeTakeFirst(), 'file')
}

export function mountPreviews(app: FastifyInstance, system: System): void {
  mount(app, system, previewsApi, handlers)
}
