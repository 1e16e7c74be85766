import { z } from 'zod'
import { PARTITIONS, partitionOf, sealHash } from '#server/journal/entry-hash.ts'
import type { Fault } from '#server/journal/fault.ts'
import { GENESIS } from '#server/journal/seal.ts'

interface Entry {
  id: string
  subjectId: string
  hash: string
}

interface Seal {
  partition: number
  number: number
  sealedAt: string
  entries: unknown
  previousHash: string
  hash: string
}

/** A row of `journal_sealed`: what the sealer looks at, and therefore no less than the seals themselves. */
interface Mark {
  entryId: string
  partition: number
  number: number
}

export interface ReachedSeal {
  hash: string
  /** Of the whole chain up to here. */
  entries: number
  /** The last entry that it seals. */
  newest: string | null
}

export interface Chains {
  faults: Fault[]
  /** Entries that a seal lists. */
  sealed: number
  /** By `partition/number`. */
  reached: ReadonlyMap<string, ReachedSeal>
}

const Listed = z.array(z.tuple([z.string(), z.string()]))

/** Every seal against its hash and the seal before, every entry that a seal lists against that seal, and the marks against both. */
export function checkSeals(entries: readonly Entry[], seals: readonly Seal[], marks: readonly Mark[]): Chains {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const sealOf = new Map<string, string>()
  const reached = new Map<string, ReachedSeal>()
  const faults: Fault[] = []
  for (const [partition, chain] of Map.groupBy(seals, (seal) => seal.partition)) {
    let previousHash = GENESIS
    let number = 0
    let count = 0
    for (const seal of chain.toSorted((a, b) => a.number - b.number)) {
      const name = `${partition}/${seal.number}`
      const parsed = Listed.safeParse(seal.entries)
      const listed = parsed.success ? parsed.data : []
      const fault = (entryId: string | null | undefined, what: Fault['what'], detail = name) =>
        faults.push({ entryId: entryId ?? null, what, detail })
      number += 1
      if (partition < 0 || partition >= PARTITIONS) fault(listed[0]?.[0], 'seal_inserted')
      else if (seal.number !== number) fault(listed[0]?.[0], 'seal_removed', `${partition}/${number}`)
      else if (
        !parsed.success ||
        seal.previousHash !== previousHash ||
        sealHash({ ...seal, entries: listed }) !== seal.hash
      )
        fault(listed[0]?.[0], 'seal_altered')
      for (const [id, hash] of listed) {
        const entry = byId.get(id)
        if (!entry) fault(id, 'entry_removed')
        else if (entry.hash !== hash) fault(id, 'entry_altered')
        else if (sealOf.has(id) || partitionOf(entry.subjectId) !== partition) fault(id, 'entry_inserted')
        sealOf.set(id, name)
      }
      number = seal.number
      count += listed.length
      previousHash = seal.hash
      reached.set(name, { hash: seal.hash, entries: count, newest: listed.at(-1)?.[0] ?? null })
    }
  }
  faults.push(...checkMarks(byId, sealOf, marks))
  return { faults, sealed: sealOf.size, reached }
}

/** An entry marked as sealed that no seal lists would stay out of the chain for ever; one without its mark would be sealed twice. */
function checkMarks(
  byId: ReadonlyMap<string, Entry>,
  sealOf: ReadonlyMap<string, string>,
  marks: readonly Mark[],
): Fault[] {
  const faults: Fault[] = []
  const markOf = new Map(marks.map((mark) => [mark.entryId, `${mark.partition}/${mark.number}`]))
  for (const [id, name] of markOf) {
    if (sealOf.get(id) !== name) faults.push({ entryId: id, what: 'seal_altered', detail: `${name} does not list it` })
  }
  for (const [id, name] of sealOf) {
    if (byId.has(id) && !markOf.has(id))
      faults.push({ entryId: id, what: 'seal_altered', detail: `${name} lists it without its mark` })
  }
  return faults
}
