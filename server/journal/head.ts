import { sql } from 'kysely'
import { z } from 'zod'
import type { Store } from '#server/db/store.ts'
import type { ReachedSeal } from '#server/journal/check-seals.ts'
import { PARTITIONS } from '#server/journal/entry-hash.ts'
import type { Fault } from '#server/journal/fault.ts'
import { GENESIS } from '#server/journal/seal.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * What is kept elsewhere so that even a removal of the newest entries, or a history with every hash made anew, would show. It stands for what
 * was sealed when it was exported: what came after needs a later head.
 */
export const JournalHead = z.object({
  partitions: z
    .array(
      z.object({
        partition: z.int(),
        number: z.int().min(0),
        hash: Sha256,
        entries: z.int().min(0),
        /** The last entry of the chain: where it is gone, it can still be named. */
        newest: z.uuid().nullable(),
      }),
    )
    .refine((chains) => chains.length === PARTITIONS && chains.every((chain, index) => chain.partition === index)),
})
export type JournalHead = z.infer<typeof JournalHead>

/** The head of the sealed journal as it stands; seal first. */
export async function journalHead(store: Pick<Store, 'db'>): Promise<JournalHead> {
  const { rows } = await sql<JournalHead['partitions'][number]>`
    select distinct on (partition) partition, number, hash, entries -> -1 ->> 0 as newest,
      (sum(jsonb_array_length(entries)) over (partition by partition))::int as entries
    from journal_seal order by partition, number desc`.execute(store.db)
  const chainOf = new Map(rows.map((row) => [row.partition, row]))
  return {
    partitions: Array.from(
      { length: PARTITIONS },
      (_, partition) => chainOf.get(partition) ?? { partition, number: 0, hash: GENESIS, entries: 0, newest: null },
    ),
  }
}

export function checkHead(
  head: JournalHead,
  reached: ReadonlyMap<string, ReachedSeal>,
  entryIds: ReadonlySet<string>,
): Fault[] {
  const faults: Fault[] = []
  for (const { partition, number, hash, entries, newest } of head.partitions) {
    if (number === 0) continue
    const seal = reached.get(`${partition}/${number}`)
    if (seal?.hash === hash && seal.entries === entries) continue
    const isGone = newest !== null && !entryIds.has(newest)
    faults.push({
      entryId: isGone ? newest : null,
      what: 'head_differs',
      detail: seal ? `${partition}/${number} is not what was exported` : `${partition}/${number} is gone`,
    })
  }
  return faults
}
