import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type DataDirInUse, lockDataDir } from '#server/db/lock.ts'
import { currentProcess } from '#server/db/process-identity.ts'
import { type Child, startChild } from '#server/testing/child.ts'

const HOLD = `
  import { lockDataDir } from '#server/db/lock.ts'
  const [dataDir, startAt] = process.argv.slice(1)
  while (Date.now() < Number(startAt)) {}
  try {
    lockDataDir(dataDir)
    console.log('held')
    setInterval(() => {}, 1000)
  } catch (error) {
    console.log(error.message)
  }`

function withFolder(work: (dataDir: string) => Promise<void>): () => Promise<void> {
  return async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'throughline-lock-'))
    try {
      await work(dataDir)
    } finally {
      rmSync(dataDir, { recursive: true })
    }
  }
}

function writeLock(dataDir: string, holder: object): string {
  const path = join(dataDir, 'lock-1')
  writeFileSync(path, JSON.stringify({ token: 'x', ...holder }))
  return path
}

test(
  'a second process is refused and told which process holds the data directory',
  withFolder(async (dataDir) => {
    const holder = startChild(HOLD, [dataDir, '0'])
    assert.equal(await holder.line(), 'held')
    assert.throws(
      () => lockDataDir(dataDir),
      (error: DataDirInUse) => error.holder.pid === holder.pid && error.message.includes(`process ${holder.pid}`),
    )
    await holder.kill()
    lockDataDir(dataDir).release()
  }),
)

test(
  'the same process cannot open it twice, and can after it has let go',
  withFolder(async (dataDir) => {
    const lock = lockDataDir(dataDir)
    assert.throws(() => lockDataDir(dataDir), { name: 'DataDirInUse' })
    lock.release()
    const again = lockDataDir(dataDir)
    lock.release()
    assert.throws(() => lockDataDir(dataDir), { name: 'DataDirInUse' })
    again.release()
    assert.equal(readdirSync(dataDir).length, 1)
  }),
)

test(
  'a lock whose process number was given to another process is stale',
  withFolder(async (dataDir) => {
    const path = writeLock(dataDir, { ...currentProcess(), startedAt: 'long ago' })
    const lock = lockDataDir(dataDir)
    assert.notEqual(lock.path, path)
    assert.equal(JSON.parse(readFileSync(lock.path, 'utf8')).pid, process.pid)
    lock.release()
  }),
)

test(
  'a holder in another container counts as alive while it gives signs of life',
  withFolder(async (dataDir) => {
    const path = writeLock(dataDir, { ...currentProcess(), place: `${hostname()} pid:[1]` })
    assert.throws(() => lockDataDir(dataDir), { name: 'DataDirInUse' })
    const before = new Date(Date.now() - 31_000)
    utimesSync(path, before, before)
    lockDataDir(dataDir).release()
  }),
)

test(
  'of many processes that find a stale lock at once exactly one takes it',
  withFolder(async (dataDir) => {
    for (let round = 0; round < 3; round++) {
      // The holder of the round before was killed: its lock is the stale one of this round.
      const startAt = String(Date.now() + 700)
      const children: Child[] = Array.from({ length: 8 }, () => startChild(HOLD, [dataDir, startAt]))
      const answers = await Promise.all(children.map((child) => child.line()))
      const held = answers.filter((answer) => answer === 'held')
      await Promise.all(children.map((child) => child.kill()))
      assert.equal(held.length, 1, answers.join('\n'))
    }
  }),
)
