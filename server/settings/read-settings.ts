import { type Settings, settingsFrom } from '#core/settings/settings.ts'
import type { Tx } from '#server/db/store.ts'

export async function readSettings(tx: Tx): Promise<Settings & { id: string; version: number }> {
  const row = await tx.selectFrom('setting').selectAll().executeTakeFirstOrThrow()
  return { ...settingsFrom(row.value), id: row.id, version: row.version }
}
