import type { FastifyInstance } from 'fastify'
import { journalApi } from '#core/journal/api.ts'
import type { Id } from '#core/kernel/id.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import { entitleAtTop } from '#server/http/entitle.ts'
import { type Handlers, mount, type System } from '#server/http/mount.ts'

const handlers: Handlers<typeof journalApi> = {
  async listJournal(request) {
    const { tx, query } = request
    entitleAtTop(request, 'journal.read')
    let select = tx
      .selectFrom('journalEntry as e')
      .leftJoin('person as p', 'p.id', 'e.actorId')
      .leftJoin('journalSealed as s', 's.entryId', 'e.id')
      .select([
        'e.id',
        'e.recordedAt',
        'e.command',
        'e.subjectKind',
        'e.subjectId',
        'e.subjectVersion',
        'e.data',
        'e.hash',
      ])
      .select(['p.id as personId', 'p.name', 'p.position', 's.number as sealNumber'])
      .orderBy('e.id', 'desc')
      .limit(query.limit)
    if (query.subject) select = select.where('e.subjectId', '=', query.subject)
    if (query.before) select = select.where('e.id', '<', query.before)
    const rows = await select.execute()
    return {
      items: rows.map((row) => ({
        id: row.id as Id,
        at: row.recordedAt as Instant,
        by:
          row.personId === null ? null : { id: row.personId as Id, name: row.name ?? '', position: row.position ?? '' },
        command: row.command,
        subjectKind: row.subjectKind,
        subjectId: row.subjectId as Id,
        subjectVersion: row.subjectVersion,
        data: row.data as Record<string, unknown>,
        hash: row.hash,
        sealed: row.sealNumber !== null,
      })),
    }
  },
}

export function mountJournal(app: FastifyInstance, system: System): void {
  mount(app, system, journalApi, handlers)
}
