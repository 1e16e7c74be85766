import { readFile } from 'node:fs/promises'
import { detectMediaType } from '#server/files/media-type.ts'
import type { System } from '#server/http/mount.ts'
import { EVIDENCE_FOLDER, EVIDENCE_FILES } from '#demo/enclosures.ts'

interface StoredBytes {
  sha256: string
  size: number
  mediaType: string
}

/** Puts the demo's papers into the file store, each once; the answer knows them by name. */
export async function evidenceOf(files: System['files']): Promise<(file: string) => StoredBytes> {
  const stored = new Map<string, StoredBytes>()
  for (const file of EVIDENCE_FILES) {
    const bytes = await readFile(new URL(file, EVIDENCE_FOLDER))
    const mediaType = detectMediaType(bytes)
    if (mediaType === undefined) throw new Error(`the demo's ${file} is of no known type`)
    stored.set(file, { ...(await files.put(bytes)), mediaType })
  }
  return (file) => stored.get(file) ?? fail(file)
}

function fail(file: string): never {
  throw new Error(`the demo has no evidence ${file}`)
}
