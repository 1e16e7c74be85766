import { floorOf, prepareDuties } from '#server/testing/desk-floor.ts'
import { rows } from '#server/testing/desk-rows.ts'
import { type Bench, openEmbedded, openServer, readAs, USERS, type Who } from '#server/testing/desk-stores.ts'
import { judge, print, takeTurns } from '#server/testing/in-turns.ts'
import { withServer } from '#server/testing/postgres.ts'
import { listDuties } from '#server/tasks/duties.ts'

// npm run bench:desk [-- embedded|postgres [part of a row's title]]: lists, counts, groups, duties and search over 20,000 tasks and 200,000
// assignments, for a user of the office, of a province and of a commune. Each is measured at the query layer (the transaction of a GET with its
// scopes and policies, the answer parsed as it leaves; no HTTP, which is printed beside) next to its floor: the same rows by SQL over an index made
// for them, without policies, in a transaction of its own on the same driver. Floor and work take turns, and so do the store of 20,000 assignments
// and that of 200,000: quote the ratios. The stores are kept (.cache/desk; a server that TEST_DATABASE_URL names keeps its databases), and making
// them anew takes some minutes. The floor of counts and groups knows each row's class and day, which follow from the day in the work.

async function measure(kind: string, [small, large]: Bench[], only: string | undefined): Promise<void> {
  if (!small || !large) return
  const lines: ReturnType<typeof judge>[] = []
  for (const row of rows.filter(({ title }) => only === undefined || title.includes(only)))
    for (const who of Object.keys(USERS) as Who[]) {
      const begins = new Map<Bench, string | null>()
      if (row.begin) for (const bench of [small, large]) begins.set(bench, await readAs(bench, who, row.begin))
      const run = (bench: Bench) => readAs(bench, who, (request) => row.work(request, begins.get(bench) ?? null))
      if (row.floor.kind === 'duties')
        await prepareDuties(large.system.store.pool, who, await readAs(large, who, listDuties))
      const floor = () => floorOf(large.system.store.db, who, row.floor)
      const answer = await run(large)
      const isSame = JSON.stringify(answer) === JSON.stringify(await floor())
      const sizes = [sizeOf(await run(small)), sizeOf(answer)].join(' → ')
      const { path } = row
      const times = await takeTurns({
        floor,
        work: () => run(large),
        small: () => run(small),
        http: async () => (path === null ? undefined : large.get(who, path)),
      })
      const line = judge({ row: row.title, who, sizes, isSame, ...times, http: path === null ? undefined : times.http })
      lines.push(line)
      console.error(Object.values(line).join('  '))
    }
  print(`desk, ${kind}`, lines)
}

/** How many rows or groups, or how many are counted: what grows tenfold with the store is not the page of fifty that the aim is about. */
function sizeOf(answer: unknown): number {
  if (!Array.isArray(answer)) throw new TypeError('an answer is a list')
  return typeof answer[0] === 'number' ? answer[0] : answer.length
}

const [wanted = 'postgres,embedded', only] = process.argv.slice(2)
if (wanted.includes('postgres'))
  await withServer(async (url) => {
    const benches = await openServer(url)
    await measure('postgres', benches, only).finally(() => Promise.all(benches.map((bench) => bench.close())))
  })
if (wanted.includes('embedded')) {
  const benches = await openEmbedded()
  await measure('embedded', benches, only).finally(() => Promise.all(benches.map((bench) => bench.close())))
}
