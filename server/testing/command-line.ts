import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { runCommand } from '#server/cli/run-command.ts'

export interface Ran {
  code: number | null
  stdout: string
  stderr: string
}

type Environment = Record<string, string>

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Without what a run of the tests adds in front: the programs that somebody finds who types a command. */
export function userEnvironment(env: Environment = {}): NodeJS.ProcessEnv {
  const { PATH = '', NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, DATABASE_URL: _url, ...rest } = process.env
  const own = PATH.split(':').filter((folder) => !folder.includes('node_modules'))
  return { ...rest, PATH: own.join(':'), ...env }
}

/** Runs a program to its end, as somebody does in the project's folder. */
export async function run(program: string, args: readonly string[], env: Environment = {}): Promise<Ran> {
  const child = spawn(program, args, { cwd: root, env: userEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: child.exitCode, stdout, stderr }
}

/** `throughline …` as its own process, started by whichever Node the system has. */
export function throughline(args: readonly string[], env: Environment = {}): Promise<Ran> {
  return run('node', [join(root, 'bin/throughline.js'), ...args], env)
}

/** The same inside this process, for cases that differ only in what is said. */
export async function throughlineHere(args: string[], env: Environment = {}): Promise<Ran> {
  const ran: Ran = { code: null, stdout: '', stderr: '' }
  const code = await runCommand(args, {
    stdout: (part) => void (ran.stdout += part),
    stderr: (part) => void (ran.stderr += part),
    env,
  })
  return { ...ran, code }
}
