import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { userEnvironment } from '#server/testing/command-line.ts'

/** The server as its own process: what an operator starts, and what can be killed. */
export interface ServerProcess {
  pid: number
  address: string
  /** From the start of the process until it listens, in milliseconds. */
  startMs: number
  /** As a power cut or the kernel would: no chance to tidy up. */
  kill(): Promise<void>
  /** As an operator would; gives the exit code and how long it took. */
  stop(): Promise<{ code: number | null; ms: number }>
}

export interface Starting {
  child: ChildProcess
  /** Fails with what the process said when it ends before it listens. */
  listening: Promise<ServerProcess>
  kill(): Promise<void>
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const running = new Set<ChildProcess>()
// Whoever starts servers and fails leaves none behind.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Begins to start a server on a free port, with these variables of its environment. */
export function startServer(env: Record<string, string>): Starting {
  const begun = performance.now()
  const child = spawn(process.execPath, [join(root, 'server/main.ts')], {
    cwd: root,
    env: userEnvironment({ HOST: '127.0.0.1', PORT: '0', ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const ended = once(child, 'exit').finally(() => running.delete(child))
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const asked = performance.now()
    child.kill(signal)
    await ended
    return { code: child.exitCode, ms: performance.now() - asked }
  }
  const listening = new Promise<ServerProcess>((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (address === undefined || child.pid === undefined) return
      const startMs = performance.now() - begun
      const kill = async () => void (await end('SIGKILL'))
      resolve({ pid: child.pid, address, startMs, kill, stop: () => end('SIGTERM') })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
    ended.then(() => reject(new Error(`the server ended before it listened: ${said}`)), reject)
  })
  // A start that is killed on purpose is awaited by nobody.
  listening.catch(() => {})
  return { child, listening, kill: async () => void (await end('SIGKILL')) }
}
