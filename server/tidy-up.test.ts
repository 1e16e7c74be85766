import assert from 'node:assert/strict'
import { mkdtemp, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Instant } from '#core/kernel/plain-date.ts'
import { newId } from '#server/clock.ts'
import type { Store } from '#server/db/store.ts'
import { type FileStore, openFolderStore } from '#server/files/file-store.ts'
import { tidyUp } from '#server/tidy-up.ts'
import { withStore } from '#server/testing/harness.ts'
import { aJournal } from '#server/testing/journalled.ts'

const NOW = '2026-11-21T08:00:00.000Z'
const clock = () => NOW as Instant
const bytes = (text: string) => new TextEncoder().encode(text)

function withFiles(body: (store: Store, files: FileStore, root: string) => Promise<void>) {
  return withStore(async (store) => {
    const root = await mkdtemp(join(tmpdir(), 'throughline-tidy-'))
    try {
      await body(store, await openFolderStore(root), root)
    } finally {
      await rm(root, { recursive: true, force: true })
    }
  })
}

test(
  'answers to repeated calls are kept for seven days',
  withFiles(async (store, files) => {
    const { person } = await aJournal(store)
    for (const at of ['2026-11-14T07:59:59Z', '2026-11-14T08:00:01Z', NOW])
      await sql`insert into idempotency values (${person}, ${at}, '', 200, '{}', ${at})`.execute(store.db)
    assert.equal((await tidyUp({ store, files, clock })).answers, 1)
    const { rows } = await sql<{ key: string }>`select key from idempotency order by key`.execute(store.db)
    assert.deepEqual(
      rows.map(({ key }) => key),
      ['2026-11-14T08:00:01Z', NOW],
    )
  }),
)

test(
  'sessions that are over are removed: two weeks after sign-in, or after eight hours without use',
  withFiles(async (store, files) => {
    const { person } = await aJournal(store)
    for (const [key, seenAt, expiresAt] of [
      ['expired', '2026-11-21T07:59:00Z', '2026-11-21T07:59:59Z'],
      ['idle', '2026-11-20T23:59:59Z', '2026-11-30T00:00:00Z'],
      ['in use', '2026-11-21T00:00:01Z', '2026-11-21T08:00:01Z'],
    ])
      await sql`insert into session values (${key}, ${person}, ${seenAt}, ${seenAt}, ${expiresAt})`.execute(store.db)
    assert.equal((await tidyUp({ store, files, clock })).sessions, 2)
    const { rows } = await sql`select key_hash from session`.execute(store.db)
    assert.deepEqual(rows, [{ keyHash: 'in use' }])
  }),
)

test(
  'a file without a row is removed after a day; one with a row stays, however old',
  withFiles(async (store, files, root) => {
    const { person } = await aJournal(store)
    const old = new Date(Date.parse(NOW) - 25 * 3_600_000)
    const young = new Date(Date.parse(NOW) - 23 * 3_600_000)
    const put = async (text: string, at: Date) => {
      const { sha256, size } = await files.put(bytes(text))
      await utimes(join(root, sha256.slice(0, 2), sha256.slice(2)), at, at)
      return { sha256, size }
    }
    const orphan = await put('không ai nhắc đến', old)
    const recent = await put('đang được tải lên', young)
    const named = await put('bằng chứng', old)
    await sql`insert into file values (${newId()}, ${named.sha256}, ${named.size}, 'text/plain', 'tệp.txt', ${person}, ${NOW})`.execute(
      store.db,
    )
    assert.equal((await tidyUp({ store, files, clock })).files, 1)
    const there = await Promise.all([orphan, recent, named].map(({ sha256 }) => files.has(sha256)))
    assert.deepEqual(there, [false, true, true])
  }),
)

test(
  'files that belong to another database are nobody’s orphans here',
  withFiles(async (store, files, root) => {
    const long = new Date(0)
    const { sha256 } = await files.put(bytes('của cơ sở dữ liệu khác'))
    await utimes(join(root, sha256.slice(0, 2), sha256.slice(2)), long, long)
    // An empty database owns nothing yet.
    assert.equal((await tidyUp({ store, files, clock })).files, null)
    assert.equal(await files.claim('another database'), true)
    await aJournal(store)
    assert.equal((await tidyUp({ store, files, clock })).files, null)
    assert.equal(await files.has(sha256), true)
    const again = await openFolderStore(root)
    assert.deepEqual([await again.claim('another database'), await again.claim('a third')], [true, false])
  }),
)
