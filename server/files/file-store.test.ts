import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { FileNotStored, type FileStore, openFolderStore } from '#server/files/file-store.ts'
import { sweepFiles } from '#server/files/sweep.ts'

const bytes = new TextEncoder().encode('Công văn số 15/BNV')
const sha256 = createHash('sha256').update(bytes).digest('hex')

function withFolder(work: (files: FileStore, root: string) => Promise<void>): () => Promise<void> {
  return async () => {
    const root = await mkdtemp(join(tmpdir(), 'throughline-files-'))
    try {
      await work(await openFolderStore(root), root)
    } finally {
      await rm(root, { recursive: true })
    }
  }
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

function pathOf(root: string): string {
  return join(root, sha256.slice(0, 2), sha256.slice(2))
}

test(
  'a file comes back as it was put, under the hash of its bytes',
  withFolder(async (files, root) => {
    assert.deepEqual(await files.put(bytes), { sha256, size: bytes.length })
    assert.deepEqual(new Uint8Array(await buffer(await files.open(sha256))), bytes)
    assert.equal(await files.has(sha256), true)
    assert.deepEqual(await readdir(join(root, 'incoming')), [])
  }),
)

test(
  'a stream in many pieces is the same file, and is kept once',
  withFolder(async (files) => {
    async function* pieces() {
      for (const byte of bytes) yield new Uint8Array([byte])
    }
    const puts = await Promise.all([files.put(pieces()), files.put(bytes), files.put(pieces())])
    assert.ok(puts.every((stored) => stored.sha256 === sha256 && stored.size === bytes.length))
    assert.deepEqual(
      (await all(files.list())).map(({ size }) => size),
      [bytes.length],
    )
  }),
)

test(
  'a stream that breaks off leaves nothing',
  withFolder(async (files, root) => {
    async function* broken() {
      yield bytes
      throw new Error('the client hung up')
    }
    await assert.rejects(files.put(broken()), /hung up/)
    assert.deepEqual(await all(files.list()), [])
    assert.deepEqual(await readdir(join(root, 'incoming')), [])
  }),
)

test(
  'what is not stored is refused, and a name that is no hash reaches no path',
  withFolder(async (files, root) => {
    await writeFile(join(root, 'secret'), 'x')
    for (const name of [sha256, '../secret', 'ab/../../secret', '', sha256.toUpperCase()]) {
      await assert.rejects(files.open(name), FileNotStored)
      assert.equal(await files.has(name), false)
    }
    assert.equal(await files.remove(sha256), false)
  }),
)

test(
  'the sweep removes old files without a row and nothing else',
  withFolder(async (files, root) => {
    const { sha256: named } = await files.put(new Uint8Array([1]))
    const { sha256: young } = await files.put(new Uint8Array([2]))
    await files.put(bytes)
    const old = new Date('2026-01-01T00:00:00Z')
    await utimes(pathOf(root), old, old)
    await utimes(join(root, named.slice(0, 2), named.slice(2)), old, old)
    const now = new Date().toISOString()
    assert.deepEqual(await sweepFiles(files, async () => [named], { now }), { removed: [sha256], freed: bytes.length })
    assert.deepEqual(new Set((await all(files.list())).map((file) => file.sha256)), new Set([named, young]))
  }),
)

test(
  'a file that is put again while the sweep is about to take it stays',
  withFolder(async (files, root) => {
    await files.put(bytes)
    const old = new Date('2026-01-01T00:00:00Z')
    await utimes(pathOf(root), old, old)
    const noRow = async () => {
      await files.put(bytes)
      return []
    }
    const sweep = await sweepFiles(files, noRow, { now: new Date().toISOString() })
    assert.deepEqual(sweep.removed, [])
    assert.equal(await files.has(sha256), true)
  }),
)

test(
  'a file that a killed sweep had taken away comes back at the next start',
  withFolder(async (files, root) => {
    await files.put(bytes)
    await rename(pathOf(root), join(root, 'incoming', `${sha256}.leaving`))
    const again = await openFolderStore(root)
    assert.deepEqual(new Uint8Array(await readFile(pathOf(root))), bytes)
    assert.equal(await again.has(sha256), true)
  }),
)
