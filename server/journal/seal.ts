import { sql } from 'kysely'
import type { Instant } from '#core/kernel/plain-date.ts'
import type { Store } from '#server/db/store.ts'
import { PARTITIONS, sealHash } from '#server/journal/entry-hash.ts'

/** "Seal": the advisory lock under which one process at a time seals. */
const LOCK_KEY = 0x5365_616c
const BATCH = 5000
export const GENESIS = '0'.repeat(64)

/** Chains all committed entries that are not sealed yet; returns how many. Runs as the owner, never under the application's role. */
export async function sealJournal(store: Store, now: () => Instant): Promise<number> {
  let sealed = 0
  for (let partition = 0; partition < PARTITIONS; partition++) {
    for (;;) {
      const count = await sealBatch(store, partition, now())
      sealed += count
      if (count < BATCH) break
    }
  }
  return sealed
}

function sealBatch(store: Store, partition: number, sealedAt: Instant): Promise<number> {
  return store.db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK_KEY})`.execute(tx)
    const open = await tx
      .selectFrom('journalEntry as e')
      .leftJoin('journalSealed as s', 's.entryId', 'e.id')
      .select(['e.id', 'e.hash'])
      .where('e.partition', '=', partition)
      .where('s.entryId', 'is', null)
      .orderBy('e.id')
      .limit(BATCH)
      .execute()
    if (open.length === 0) return 0
    const last = await tx
      .selectFrom('journalSeal')
      .select(['number', 'hash'])
      .where('partition', '=', partition)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    const entries = open.map(({ id, hash }): [string, string] => [id, hash])
    const content = {
      partition,
      number: (last?.number ?? 0) + 1,
      sealedAt,
      entries,
      previousHash: last?.hash ?? GENESIS,
    }
    await tx
      .insertInto('journalSeal')
      .values({ ...content, entries: JSON.stringify(entries), hash: sealHash(content) })
      .execute()
    await sql`insert into journal_sealed (entry_id, partition, number)
      select id, ${partition}, ${content.number} from unnest(${entries.map(([id]) => id)}::uuid[]) as id`.execute(tx)
    return entries.length
  })
}
