import { createHash } from 'node:crypto'

/** What the hash of a journal entry commits to: all of it. */
export interface EntryContent {
  id: string
  recordedAt: string
  actorId: string | null
  command: string
  subjectKind: string
  subjectId: string
  subjectVersion: number
  data: unknown
  stateHash: string
}

export function entryHash(entry: EntryContent): string {
  return sha256(
    canonical([
      entry.id,
      entry.recordedAt,
      entry.actorId,
      entry.command,
      entry.subjectKind,
      entry.subjectId,
      entry.subjectVersion,
      entry.data,
      entry.stateHash,
    ]),
  )
}

export interface SealContent {
  partition: number
  number: number
  sealedAt: string
  entries: [id: string, hash: string][]
  previousHash: string
}

export function sealHash(seal: SealContent): string {
  return sha256(canonical([seal.partition, seal.number, seal.sealedAt, seal.entries, seal.previousHash]))
}

/** Chains are cut by subject, so that all entries of one subject stand in one chain. */
export const PARTITIONS = 4

export function partitionOf(subjectId: string): number {
  return Number.parseInt(subjectId.slice(-1), 16) % PARTITIONS
}

/** JSON with sorted keys: what went through `jsonb` reads as it was written. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}
