import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** Another process of this program, for tests of what happens between processes or when one is killed. */
export interface Child {
  pid: number
  /** The next line it prints, or undefined when it has ended. */
  line(): Promise<string | undefined>
  /** As the operating system would, without a chance to tidy up. */
  kill(): Promise<void>
  /** Waits for its end and gives the exit code. */
  ended(): Promise<number | null>
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Runs a module's source (with `#server/…` imports) in a new process. */
export function startChild(source: string, args: readonly string[] = []): Child {
  const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', source, '--', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    pid: pidOf(child),
    line: async () => {
      const next = await lines.next()
      return next.done === true ? undefined : next.value
    },
    async kill() {
      child.kill('SIGKILL')
      await exit
    },
    async ended() {
      await exit
      return child.exitCode
    },
  }
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('the child process did not start')
  return child.pid
}
