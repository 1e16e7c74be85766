// What `npm test` runs: every test that this machine can run, and it says which it could not.
import { spawn } from 'node:child_process'
import { glob } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

async function run(title: string, args: string[]): Promise<boolean> {
  process.stderr.write(`\n── ${title}\n`)
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  return code === 0
}

async function list(...patterns: string[]): Promise<string[]> {
  const files: string[] = []
  for await (const file of glob(patterns, { cwd: root })) files.push(file)
  return files.toSorted()
}

const wanted = process.argv[2] ?? 'all'
const results: boolean[] = []
if (wanted === 'all' || wanted === 'unit') {
  const files = await list('*.test.ts', '{core,server,demo,web,scripts}/**/*.test.ts')
  // Few processes: in each the embedded store is opened once for all of its files. Neighbours, often slow alike, go to different ones.
  const shards = Math.min(2, availableParallelism())
  results.push(
    ...(await Promise.all(
      Array.from({ length: shards }, (_, shard) =>
        run(`rules, laws and slices, part ${shard + 1} of ${shards}`, [
          '--test',
          '--test-isolation=none',
          '--test-reporter=dot',
          ...files.filter((_file, at) => at % shards === shard),
        ]),
      ),
    )),
  )
}
if (wanted === 'all' || wanted === 'journeys') {
  results.push(
    await run('journeys in the browser', [
      '--test',
      '--test-concurrency=1',
      '--test-reporter=spec',
      ...(await list('e2e/*.test.ts')),
    ]),
  )
}
process.exitCode = results.every(Boolean) ? 0 : 1
