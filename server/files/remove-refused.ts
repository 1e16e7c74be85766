import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { Tx } from '#server/db/store.ts'
import { forgetPages } from '#server/files/page-image.ts'
import type { FileStore, Sha256 } from '#server/files/file-store.ts'
import type { System } from '#server/http/mount.ts'
import { record } from '#server/journal/append.ts'

/** Until the transaction ends nobody else puts these bytes or takes them away. */
export async function lockBytes(tx: Tx, sha256: Sha256): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`.execute(tx)
}

/**
 * Takes away a file that was refused, unless something hangs on it: it keeps its line and its entries in the journal. The bytes go where nobody
 * else has handed in the same. As the owner: the application's role can neither see who has nor change a file.
 */
export async function removeRefused(
  { store, files, clock, newId }: System,
  { id, sha256, byId }: { id: Id; sha256: Sha256; byId: Id },
): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    await lockBytes(tx, sha256)
    const now = clock()
    await tx.selectFrom('file').select('id').where('id', '=', id).forUpdate().execute()
    // A look of its own: what was named while the row was waited for is seen by no statement that began before.
    const gone = await tx
      .updateTable('file')
      .set((eb) => ({ removedAt: now, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .where(sql<boolean>`not file_is_named(id)`)
      .returning('id')
      .executeTakeFirst()
    if (!gone) return
    await record({ tx, actorId: byId, now, newId }, [{ command: 'file.remove', kind: 'file', id }])
    await removeUnnamed(tx, files, sha256)
  })
}

/** The bytes of a file whose line is gone from what can be read, unless another line names them. */
export async function removeBytes({ store, files }: Pick<System, 'store' | 'files'>, sha256: Sha256): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    await lockBytes(tx, sha256)
    await removeUnnamed(tx, files, sha256)
  })
}

async function removeUnnamed(tx: Tx, files: FileStore, sha256: Sha256): Promise<void> {
  const others = await tx
    .selectFrom('file')
    .select('id')
    .where('sha256', '=', sha256)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (others) return
  forgetPages(sha256)
  await files.remove(sha256)
}
