import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { filesApi, MAX_FILE_BYTES } from '#core/files/api.ts'
import type { Id } from '#core/kernel/id.ts'
import { allows } from '#core/people/may.ts'
import type { Tx } from '#server/db/store.ts'
import { detectMediaType } from '#server/files/media-type.ts'
import { pageImage } from '#server/files/page-image.ts'
import { lockBytes } from '#server/files/remove-refused.ts'
import { type Download, type Handlers, mount, type Request, slowly, type System } from '#server/http/mount.ts'
import { fail, found, need } from '#server/http/refusal.ts'

const handlers: Handlers<typeof filesApi> = {
  async addFile(request) {
    const { system, tx, actor, now, query, http, newId, record } = request
    if (!allows(actor, 'file.add')) await entitleAsHandler(request)
    const bytes = http.request.body
    if (!(bytes instanceof Uint8Array) || bytes.length === 0) return fail({ code: 'file/empty' })
    if (bytes.length > MAX_FILE_BYTES) return fail({ code: 'file/too_large', limit: MAX_FILE_BYTES })
    const mediaType = detectMediaType(bytes)
    if (mediaType === undefined) return fail({ code: 'file/unknown_type', name: query.name })
    // The bytes are synced to disk before the row that names them can commit, and nobody takes them away in between.
    await lockBytes(tx, createHash('sha256').update(bytes).digest('hex'))
    const { sha256, size } = await system.files.put(bytes)
    const id = newId()
    const name = query.name
    await tx
      .insertInto('file')
      .values({ id, sha256, size, mediaType, name, addedBy: actor.personId, addedAt: now, version: 1 })
      .execute()
    await record({ command: 'file.add', kind: 'file', id, data: { name, sha256, size } })
    return { id, name, mediaType, size, sha256 }
  },
  async readFile({ system, tx, params }) {
    const row = await findFile(tx, params.id)
    const headers = {
      ...SEALED,
      'content-type': row.mediaType,
      'content-length': row.size,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`,
    }
    return { headers, open: () => system.files.open(row.sha256) } satisfies Download
  },
  readPageImage: slowly(
    ({ tx, params, query }) => findFile(tx, params.id).then((file) => ({ file, ...params, ...query })),
    async ({ file, page, width }, { files }) => need(await pageImage(files, file, page, width)),
    async ({ tx, params }, { mediaType, bytes }) => {
      await findFile(tx, params.id)
      const headers = { ...SEALED, 'content-type': mediaType, 'content-length': bytes.length }
      return { headers, open: () => Promise.resolve(Readable.from([bytes])) } satisfies Download
    },
  ),
}

/** What a file may do in a browser: nothing; and nothing keeps a copy. */
const SEALED = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
}

/** Row policies say whose file it is. */
async function findFile(tx: Tx, id: Id) {
  const columns = ['sha256', 'size', 'mediaType', 'name'] as const
  return found(await tx.selectFrom('file').select(columns).where('id', '=', id).executeTakeFirst(), 'file')
}

/** Evidence from somebody who hands in files only for what they handle. */
async function entitleAsHandler({ tx, actor, register }: Request<unknown>): Promise<void> {
  const handled = await tx.selectFrom('assignment').select('leadId').where('handlerId', '=', actor.personId).execute()
  const isHandler = handled.some(({ leadId }) => {
    const lead = leadId === null ? undefined : register.path(leadId as Id)
    return allows(actor, 'file.add', { units: { lead }, handlerIds: [actor.personId] })
  })
  if (!isHandler) fail({ code: 'person/not_entitled', deed: 'file.add' })
}

export function mountFiles(app: FastifyInstance, system: System): void {
  mount(app, system, filesApi, handlers)
}
