// node e2e/kill.ts --rounds 50 [--store embedded|postgres] [--seed 1] [--clients 4]: kills a real server under write load, again and again.
import { parseArgs } from 'node:util'
import pg from 'pg'
import { killFirstStarts } from '#server/testing/kill-first-starts.ts'
import { killRounds } from '#server/testing/kill-rounds.ts'
import { databaseOn, withServer } from '#server/testing/postgres.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    store: { type: 'string', default: 'embedded' },
    seed: { type: 'string', default: '1' },
    clients: { type: 'string', default: '4' },
    'first-starts': { type: 'string', default: '8' },
  },
})
const rounds = Number(values.rounds)
const seed = Number(values.seed)
const clients = Number(values.clients)
const firstStarts = Number(values['first-starts'])
const say = (line: string) => console.error(line)

async function killAll(freshDatabase?: () => Promise<string>): Promise<boolean> {
  const first = await killFirstStarts({ kills: firstStarts, seed, say, ...(freshDatabase ? { freshDatabase } : {}) })
  const report = await killRounds({
    rounds,
    seed,
    clients,
    say,
    ...(freshDatabase ? { databaseUrl: await freshDatabase() } : {}),
  })
  const starts = report.startsMs.toSorted((a, b) => a - b)
  const ms = (share: number) => Math.round(starts[Math.floor((starts.length - 1) * share)] ?? 0)
  const faults = [...first.faults, ...report.faults]
  for (const fault of faults) console.log(fault)
  console.log(
    `kill (${values.store}, seed ${seed}): ${rounds} rounds and ${report.killedStarts} kills while starting, ${report.writes} writes acknowledged ` +
      `(${report.directives} directives, ${report.assignments} assignments, ${report.files} files), ${report.entries} entries in the journal at the end; ` +
      `${first.kills} first starts killed; stale locks recognised ${report.staleLocks}; starts median ${ms(0.5)} ms, slowest ${ms(1)} ms; ` +
      `faults ${faults.length}`,
  )
  return faults.length === 0
}

let isWhole = false
if (values.store === 'embedded') isWhole = await killAll()
else if (values.store === 'postgres') {
  isWhole = await withServer(async (serverUrl) => {
    let made = 0
    return killAll(async () => {
      const name = `throughline_kill_${process.pid}_${++made}`
      const client = new pg.Client({ connectionString: serverUrl })
      await client.connect()
      await client.query(`create database ${name} template template0`)
      await client.end()
      return databaseOn(serverUrl, name)
    })
  })
} else console.error('--store is embedded or postgres')
process.exitCode = isWhole ? 0 : 1
