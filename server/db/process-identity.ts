import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** Names one process beyond its number, which the system gives to another process sooner or later. */
export interface ProcessIdentity {
  pid: number
  /** When it started, in the system's own words; absent where the system does not tell. */
  startedAt?: string
  /** The machine or container whose process numbers are meant. */
  place: string
}

export function currentProcess(): ProcessIdentity {
  const startedAt = findStart(process.pid)
  return { pid: process.pid, place: currentPlace(), ...(startedAt === undefined ? {} : { startedAt }) }
}

/** Two containers may share a folder and even the host's name, but not the namespace of their process numbers. */
function currentPlace(): string {
  let namespace = ''
  try {
    namespace = readlinkSync('/proc/self/ns/pid')
  } catch {
    // only Linux has namespaces
  }
  return `${hostname()} ${namespace}`.trim()
}

/**
 * Whether a process known by its identity still runs. `elsewhere` when its number belongs to another machine or container and
 * so cannot be looked up from here.
 */
export function stateOf(other: ProcessIdentity): 'running' | 'gone' | 'elsewhere' {
  if (other.place !== currentPlace()) return 'elsewhere'
  try {
    process.kill(other.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return 'gone'
  }
  const startedAt = findStart(other.pid)
  if (startedAt === undefined || other.startedAt === undefined) return 'running'
  return startedAt === other.startedAt ? 'running' : 'gone'
}

/** Linux: boot id and clock ticks since boot (proc_pid_stat(5), field 22); elsewhere what `ps` prints, if there is one. */
function findStart(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets and may contain spaces and brackets itself.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return state === 'Z' ? 'ended, not yet collected' : `${bootId} ${fields[18]}`
  } catch {
    // no /proc here, or no such process any more
  }
  if (process.platform === 'win32' || process.platform === 'linux') return undefined
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}
