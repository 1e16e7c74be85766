import type { Insertable } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { listProposed, type Proposed } from '#core/directives/proposed.ts'
import type { Reading } from '#core/reading/reading.ts'
import type { DB } from '#server/db/tables.gen.ts'
import type { Tx } from '#server/db/store.ts'
import type { Request } from '#server/http/mount.ts'

/** Rows of one insert: well under the 65,535 parameters of the protocol. */
const BATCH = 2000

/**
 * Stores the passages and proposals of a reading whose offsets are those of the stored text, and answers with the ids of the proposals.
 * Passages are numbered from `firstOrdinal` on.
 */
export async function storeReading(
  { tx, newId }: Pick<Request<unknown>, 'tx' | 'newId'>,
  directiveId: Id,
  reading: Pick<Reading, 'passages' | 'commitments' | 'targets'>,
  firstOrdinal: number,
): Promise<Id[]> {
  const passageIds = new Map(reading.passages.map((passage) => [passage.id, newId()]))
  const passages = reading.passages.map((passage, at) => ({
    id: passageIds.get(passage.id) ?? newId(),
    directiveId,
    ordinal: firstOrdinal + at,
    kind: passage.kind,
    label: passage.label || null,
    citation: passage.citation,
    startAt: passage.start,
    endAt: passage.end,
    level: passage.level,
    parentId: passage.parent === null ? null : (passageIds.get(passage.parent) ?? null),
  }))
  await insertMany(tx, 'passage', passages)
  return storeProposals({ tx, newId }, directiveId, listProposed(reading), ({ passage }) =>
    passage === null ? null : (passageIds.get(passage) ?? null),
  )
}

/** Stores proposals of the machine, and answers with their ids in the same order. */
export async function storeProposals(
  { tx, newId }: Pick<Request<unknown>, 'tx' | 'newId'>,
  directiveId: Id,
  proposed: readonly Proposed[],
  passageOf: (one: Proposed) => Id | null,
): Promise<Id[]> {
  const rows = proposed.map((one) => ({
    id: newId(),
    directiveId,
    kind: one.kind,
    origin: 'machine',
    startAt: one.start,
    endAt: one.end,
    passageId: passageOf(one),
    exhortation: one.exhortation,
    fields: JSON.stringify(one.fields),
    reading: JSON.stringify(one.reading),
    version: 1,
  }))
  await insertMany(tx, 'proposal', rows)
  return rows.map(({ id }) => id)
}

export async function insertMany<T extends keyof DB>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<DB[T]>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH)
    await tx
      .insertInto(table)
      .values(rows.slice(from, from + BATCH) as never)
      .execute()
}
