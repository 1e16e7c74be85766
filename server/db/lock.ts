import { closeSync, fsyncSync, linkSync, openSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { mkdirSync, statSync, utimesSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { currentProcess, type ProcessIdentity, stateOf } from '#server/db/process-identity.ts'

/**
 * PGlite lets two processes open one data directory and then loses what either of them had acknowledged, so one process at a
 * time holds the directory. Each holder writes its own file `lock-<n>`, and the highest number counts. The highest file is
 * never deleted: a holder that leaves marks it as released, a successor creates the next number and clears away the lower
 * ones. So nobody ever removes a file that another process may just have taken over, which is how replacing a single stale
 * lock file goes wrong when two processes find it at once.
 */
export interface DataDirLock {
  path: string
  release(): void
}

interface LockFile extends ProcessIdentity {
  token: string
  released?: true
}

const NAME = /^lock-(\d+)$/
const HEARTBEAT_MS = 5_000
/** A holder on another machine or in another container cannot be looked up; it counts as gone after this silence. */
const SILENCE_MS = 30_000

export class DataDirInUse extends Error {
  readonly dataDir: string
  readonly holder: ProcessIdentity

  constructor(dataDir: string, holder: ProcessIdentity) {
    super(
      `the data directory ${dataDir} is in use by process ${holder.pid} on ${holder.place}; only one process may open it`,
    )
    this.name = 'DataDirInUse'
    this.dataDir = dataDir
    this.holder = holder
  }
}

/** Takes the data directory for this process, or throws `DataDirInUse`. Creates the directory when it is missing. */
export function lockDataDir(dataDir: string): DataDirLock {
  mkdirSync(dataDir, { recursive: true })
  for (;;) {
    const highest = highestLock(dataDir)
    const holder = highest === undefined ? undefined : findHolder(dataDir, highest)
    if (holder !== undefined) throw new DataDirInUse(dataDir, holder)
    const own = (highest ?? 0) + 1
    const file: LockFile = { ...currentProcess(), token: randomUUID() }
    if (!createLock(dataDir, own, file)) continue
    // A slow process may have created a number that was cleared away meanwhile; the higher file then still stands.
    if (highestLock(dataDir) !== own) {
      rmSync(lockPath(dataDir, own), { force: true })
      continue
    }
    for (const lower of listLocks(dataDir)) if (lower < own) rmSync(lockPath(dataDir, lower), { force: true })
    return hold(dataDir, own, file)
  }
}

function hold(dataDir: string, number: number, file: LockFile): DataDirLock {
  const path = lockPath(dataDir, number)
  const heartbeat = setInterval(() => {
    const now = new Date()
    try {
      utimesSync(path, now, now)
    } catch {
      // the folder was taken away; whoever uses it will hear of that
    }
  }, HEARTBEAT_MS)
  heartbeat.unref()
  let held = true
  return {
    path,
    release() {
      if (!held) return
      held = false
      clearInterval(heartbeat)
      try {
        renameSync(writeTemporary(dataDir, { ...file, released: true }), path)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      }
    },
  }
}

/** The process that holds lock `number`, or undefined when the lock is released or left behind. */
function findHolder(dataDir: string, number: number): ProcessIdentity | undefined {
  const path = lockPath(dataDir, number)
  let file: LockFile
  let lastSeenAt: number
  try {
    file = JSON.parse(readFileSync(path, 'utf8')) as LockFile
    lastSeenAt = statSync(path).mtimeMs
  } catch (error) {
    // Gone: another process has taken a higher number since; the caller's own number will then fail or be given back.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  if (file.released === true) return undefined
  const state = stateOf(file)
  if (state === 'gone') return undefined
  if (state === 'elsewhere' && Date.now() - lastSeenAt > SILENCE_MS) return undefined
  return file
}

/** The file appears under its name with all its content, or not at all; false when the name is taken. */
function createLock(dataDir: string, number: number, file: LockFile): boolean {
  const temporary = writeTemporary(dataDir, file)
  try {
    linkSync(temporary, lockPath(dataDir, number))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(temporary, { force: true })
  }
}

function writeTemporary(dataDir: string, file: LockFile): string {
  const path = join(dataDir, `.lock-${randomUUID()}`)
  const fd = openSync(path, 'wx')
  try {
    writeSync(fd, `${JSON.stringify(file)}\n`)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  return path
}

function listLocks(dataDir: string): number[] {
  return readdirSync(dataDir).flatMap((name) => {
    const number = NAME.exec(name)?.[1]
    return number === undefined ? [] : [Number(number)]
  })
}

function highestLock(dataDir: string): number | undefined {
  const locks = listLocks(dataDir)
  return locks.length === 0 ? undefined : Math.max(...locks)
}

function lockPath(dataDir: string, number: number): string {
  return join(dataDir, `lock-${number}`)
}
