import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openStore } from '#server/db/open.ts'
import { startChild } from '#server/testing/child.ts'

const WRITE = `
  import { openStore } from '#server/db/open.ts'
  const store = await openStore({ dataDir: process.argv[1] })
  await store.pool.query('create table if not exists written (n int primary key)')
  const { rows } = await store.pool.query('select coalesce(max(n), 0) as n from written')
  for (let n = rows[0].n + 1; ; n++) {
    await store.pool.query('insert into written values ($1)', [n])
    console.log(n)
  }`

function withFolder(work: (dataDir: string) => Promise<void>): () => Promise<void> {
  return async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'throughline-store-'))
    try {
      await work(dataDir)
    } finally {
      rmSync(dataDir, { recursive: true })
    }
  }
}

test(
  'killed while it writes, the embedded store has lost nothing that it acknowledged',
  withFolder(async (dataDir) => {
    let acknowledged = 0
    for (const lines of [1, 200]) {
      const writer = startChild(WRITE, [dataDir])
      for (let i = 0; i < lines; i++) acknowledged = Number(await writer.line())
      await writer.kill()
      for (let line = await writer.line(); line !== undefined; line = await writer.line()) acknowledged = Number(line)
    }
    const store = await openStore({ dataDir })
    const { rows } = await store.pool.query<{ count: number; last: number }>(
      'select count(*) as count, max(n) as last from written',
    )
    const settings = await store.pool.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'wal_sync_method')`,
    )
    await store.close()
    const [found] = rows
    assert.ok(found !== undefined && found.last >= acknowledged, `${acknowledged} acknowledged, ${found?.last} found`)
    assert.equal(found.count, found.last)
    // What a test cannot try: a power cut. The commits wait for the disk under these settings.
    assert.deepEqual(Object.fromEntries(settings.rows.map(({ name, setting }) => [name, setting])), {
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
      wal_sync_method: 'fsync',
    })
  }),
)

test(
  'killed at any moment of its first start, the store opens at the next one',
  withFolder(async (dataDir) => {
    for (const ms of [250, 600, 900]) {
      const starting = startChild(WRITE, [dataDir])
      await new Promise((resolve) => setTimeout(resolve, ms))
      await starting.kill()
    }
    const store = await openStore({ dataDir })
    assert.ok((await store.pool.query('select * from migration')).rows.length > 0)
    await store.close()
  }),
)
