// What `npm run check` runs, side by side: types, lint, format, dead code, architecture rules, generated files.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const CHECKS: readonly (readonly [string, string, ...string[]])[] = [
  ['types', 'tsc', '-b'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings', '--quiet'],
  ['format', 'biome', 'format', '.'],
  ['dead code', 'knip'],
  ['architecture', 'node', '--test', '--test-reporter=dot', 'architecture.test.ts'],
  ['table types', 'node', 'scripts/db-types.ts', '--check'],
]

async function run([title, command, ...args]: (typeof CHECKS)[number]): Promise<boolean> {
  const begun = performance.now()
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  child.stderr.on('data', (chunk) => (output += String(chunk)))
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => ((output += error.message), resolve(1)))
    child.on('exit', resolve)
  })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${title} (${seconds} s)`)
  if (code !== 0) console.log(output.trimEnd())
  return code === 0
}

const results = await Promise.all(CHECKS.map(run))
process.exitCode = results.every(Boolean) ? 0 : 1
