import type { FastifyInstance } from 'fastify'
import { filesApi, MAX_FILE_BYTES } from '#core/files/api.ts'
import { detectMediaType } from '#server/files/media-type.ts'
import { type Download, type Handlers, mount, type System } from '#server/http/mount.ts'
import { fail, found } from '#server/http/refusal.ts'

const handlers: Handlers<typeof filesApi> = {
  async addFile({ system, tx, actor, now, query, http, newId, record }) {
    const bytes = http.request.body
    if (!(bytes instanceof Uint8Array) || bytes.length === 0) return fail({ code: 'file/empty' })
    if (bytes.length > MAX_FILE_BYTES) return fail({ code: 'file/too_large', limit: MAX_FILE_BYTES })
    const mediaType = detectMediaType(bytes)
    if (mediaType === undefined) return fail({ code: 'file/unknown_type', name: query.name })
    // The bytes are synced to disk before the row that names them can commit.
    const { sha256, size } = await system.files.put(bytes)
    const id = newId()
    const name = query.name.normalize('NFC')
    await tx
      .insertInto('file')
      .values({ id, sha256, size, mediaType, name, addedBy: actor.personId, addedAt: now, version: 1 })
      .execute()
    await record({ command: 'file.add', kind: 'file', id, data: { name, sha256, size } })
    return { id, name, mediaType, size, sha256 }
  },
  async readFile({ system, tx, params }) {
    const row = found(
      await tx
        .selectFrom('file')
        .select(['sha256', 'size', 'mediaType', 'name'])
        .where('id', '=', params.id)
        .executeTakeFirst(),
      'file',
    )
    const headers = {
      'content-type': row.mediaType,
      'content-length': row.size,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    }
    return { headers, open: () => system.files.open(row.sha256) } satisfies Download
  },
}

export function mountFiles(app: FastifyInstance, system: System): void {
  mount(app, system, filesApi, handlers)
}
