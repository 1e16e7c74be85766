import { buffer } from 'node:stream/consumers'
import type { RawSheet } from '#core/imports/grid.ts'
import type { Id } from '#core/kernel/id.ts'
import type { Tx } from '#server/db/store.ts'
import type { FileStore } from '#server/files/file-store.ts'
import type { System } from '#server/http/mount.ts'
import { found, need } from '#server/http/refusal.ts'
import { readWorkbook } from '#server/imports/read-workbook.ts'

export interface StoredWorkbook {
  sha256: string
  mediaType: string
  name: string
}

export interface OpenedWorkbook extends StoredWorkbook {
  sheets: RawSheet[]
}

/** Row security lets nobody name a file of another. */
export async function lookAtWorkbook(tx: Tx, fileId: Id): Promise<StoredWorkbook> {
  return found(
    await tx.selectFrom('file').select(['sha256', 'mediaType', 'name']).where('id', '=', fileId).executeTakeFirst(),
    'file',
  )
}

/** A preview follows each choice on screen: the last few workbooks are not read again. The same bytes are the same sheets. */
const RECENT = 4
const recent = new WeakMap<FileStore, Map<string, RawSheet[]>>()

/** Slow, and therefore nothing for a transaction. */
export async function openWorkbook(stored: StoredWorkbook, { files }: Pick<System, 'files'>): Promise<OpenedWorkbook> {
  const known = recent.get(files) ?? new Map<string, RawSheet[]>()
  recent.set(files, known)
  const sheets =
    known.get(stored.sha256) ??
    need(await readWorkbook(await buffer(await files.open(stored.sha256)), stored.mediaType))
  known.delete(stored.sha256)
  known.set(stored.sha256, sheets)
  const [oldest] = known.keys()
  if (known.size > RECENT && oldest !== undefined) known.delete(oldest)
  return { ...stored, sheets }
}
