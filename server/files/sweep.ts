import type { FileStore, Sha256 } from '#server/files/file-store.ts'

export interface Sweep {
  removed: Sha256[]
  /** Bytes. */
  freed: number
}

/** A file is put before the row that names it is committed; so long a file without a row is left alone. */
const GRACE_MS = 24 * 3_600_000
const AT_ONCE = 500

/**
 * Removes the files that no row names and that were put before `now - graceMs`. `listNamed` answers which of the given files
 * have a row; it is asked for some hundreds at a time.
 */
export async function sweepFiles(
  files: FileStore,
  listNamed: (sha256s: readonly Sha256[]) => Promise<Iterable<Sha256>>,
  { now, graceMs = GRACE_MS }: { now: string; graceMs?: number },
): Promise<Sweep> {
  const before = new Date(Date.parse(now) - graceMs).toISOString()
  const sweep: Sweep = { removed: [], freed: 0 }
  let candidates: { sha256: Sha256; size: number }[] = []
  const removeOrphans = async () => {
    const named = new Set(await listNamed(candidates.map(({ sha256 }) => sha256)))
    for (const { sha256, size } of candidates) {
      if (named.has(sha256) || !(await files.remove(sha256, { unlessStoredSince: before }))) continue
      sweep.removed.push(sha256)
      sweep.freed += size
    }
    candidates = []
  }
  for await (const file of files.list()) {
    if (file.storedAt >= before) continue
    candidates.push(file)
    if (candidates.length === AT_ONCE) await removeOrphans()
  }
  if (candidates.length > 0) await removeOrphans()
  return sweep
}
