import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'

export interface Limits {
  timeMs: number
  /** What the program itself may hold. Seen on Linux only; elsewhere time is the limit. */
  memoryMb?: number
  /** Bytes that it may write. */
  output: number
}

export type Ended =
  | { by: 'itself'; code: number | null; output: Buffer; errors: string }
  | { by: 'time' | 'memory' | 'output' }
  /** There is no such program. */
  | { by: 'absence' }

const WATCH_MS = 50
const MAX_ERRORS = 64 * 1024
const running = new Set<ChildProcess>()

/**
 * Runs a program without a shell, feeds it bytes and takes what it writes. On a limit it is killed with all that it has started; so it
 * is when this process ends.
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  { input, limits, env = {}, cwd }: { input?: Uint8Array; limits: Limits; env?: Record<string, string>; cwd?: string },
): Promise<Ended> {
  const child = spawn(program, args, {
    cwd,
    env: { ...shownEnvironment(), ...env },
    stdio: 'pipe',
    windowsHide: true,
    // A group of its own on POSIX, to be killed as a whole.
    detached: process.platform !== 'win32',
  })
  if (running.size === 0) process.once('exit', killAll)
  running.add(child)
  let stopped: 'time' | 'memory' | 'output' | undefined
  const stop = (by: 'time' | 'memory' | 'output') => {
    stopped ??= by
    kill(child)
  }
  const timer = setTimeout(() => stop('time'), limits.timeMs)
  const watch = watchMemory(child, limits.memoryMb, () => stop('memory'))
  try {
    const ended = new Promise<number | null | 'absence'>((resolve) => {
      child.once('error', () => resolve('absence'))
      child.once('close', (code) => resolve(code))
    })
    const output: Buffer[] = []
    let [length, errors] = [0, '']
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > limits.output) stop('output')
      else output.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (errors.length < MAX_ERRORS) errors += chunk.toString()
    })
    // A program may end before it has read everything.
    child.stdin.on('error', () => {})
    child.stdin.end(input ?? Buffer.alloc(0))
    const code = await ended
    if (stopped) return { by: stopped }
    if (code === 'absence') return { by: 'absence' }
    return { by: 'itself', code, output: Buffer.concat(output), errors }
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    running.delete(child)
    if (running.size === 0) process.off('exit', killAll)
  }
}

/** What a program needs to be found and to run. The rest is the server's own: the address of its database holds a password. */
const SHOWN = new Set(
  (
    'PATH HOME USER LANG LANGUAGE TZ TMPDIR TESSDATA_PREFIX OMP_THREAD_LIMIT LD_LIBRARY_PATH FONTCONFIG_PATH FONTCONFIG_FILE ' +
    // Windows
    'SYSTEMROOT WINDIR COMSPEC PATHEXT TEMP TMP USERPROFILE APPDATA LOCALAPPDATA'
  ).split(' '),
)
function shownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => SHOWN.has(name.toUpperCase()) || name.startsWith('LC_')),
  )
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has just ended.
  }
}

function killAll(): void {
  for (const child of running) kill(child)
}

function watchMemory({ pid }: ChildProcess, limitMb: number | undefined, stop: () => void) {
  if (limitMb === undefined || pid === undefined || process.platform !== 'linux') return undefined
  return setInterval(() => {
    readFile(`/proc/${pid}/status`, 'utf8').then(
      (status) => {
        const held = Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0)
        if (held > limitMb * 1024) stop()
      },
      () => {},
    )
  }, WATCH_MS)
}
