import { loadavg } from 'node:os'

// How the benches of lists measure: floor and work by turns in one run, so that what else the machine does meets both, and what is quoted is
// their ratio.

export interface Times {
  p50: number
  p95: number
}
const ROUNDS = { least: 15, most: 80, limitMs: 5_000 }

/** Runs each in turn, round after round; the first round warms and does not count. */
export async function takeTurns<Works extends Record<string, () => Promise<unknown>>>(
  works: Works,
): Promise<{ [Name in keyof Works]: Times }> {
  const taken = new Map(Object.keys(works).map((name) => [name, [] as number[]]))
  const begun = performance.now()
  for (let round = -1; round < ROUNDS.most; round++) {
    if (round >= ROUNDS.least && performance.now() - begun > ROUNDS.limitMs) break
    for (const [name, work] of Object.entries(works)) {
      const from = performance.now()
      await work()
      if (round >= 0) taken.get(name)?.push(performance.now() - from)
    }
  }
  const times = [...taken].map(([name, of]) => [name, { p50: quantile(of, 0.5), p95: quantile(of, 0.95) }])
  return Object.fromEntries(times) as { [Name in keyof Works]: Times }
}

export function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
}

/** What is asked of a list: so many times its floor, and so many times what it takes with a tenth of the rows. */
export const AIMS = { floor: 3, growth: 1.5 } as const

export interface Measured {
  row: string
  who: string
  floor: Times
  work: Times
  small?: Times
  http?: Times | undefined
  /** How many rows the work answers on the small store and on the large. */
  sizes?: string
  /** Whether work and floor answered the same rows. */
  isSame: boolean
}

/** One line of the table, with what it misses; the 95th of a hundred is told, and the median judged. */
export function judge({ row, who, floor, work, small, http, sizes, isSame }: Measured) {
  const times = work.p50 / floor.p50
  const growth = small && work.p50 / small.p50
  const missed = [
    ...(isSame ? [] : ['OTHER ROWS']),
    ...(times > AIMS.floor ? ['SLOW'] : []),
    ...(growth !== undefined && growth > AIMS.growth ? ['GROWS'] : []),
  ]
  return {
    row,
    who,
    ...(sizes === undefined ? {} : { rows: sizes }),
    'floor p50': round(floor.p50),
    p50: round(work.p50),
    p95: round(work.p95),
    '× p50': round(times),
    '× p95': round(work.p95 / floor.p95),
    ...(growth === undefined ? {} : { growth: round(growth) }),
    ...(http ? { http: round(http.p50) } : {}),
    aim: missed.join(', ') || 'ok',
  }
}

export function print(title: string, lines: readonly ReturnType<typeof judge>[]): void {
  console.log(
    `\n${title}: ms; aims ≤ ${AIMS.floor} × the floor and growth ≤ ${AIMS.growth}, by the median; load ${loadavg()[0]?.toFixed(1)}`,
  )
  console.table(lines)
  const missed = lines.filter(({ aim }) => aim !== 'ok')
  console.log(`${title}: ${lines.length - missed.length} of ${lines.length} within the aims`)
  for (const line of missed) console.log(`  ${line.aim}: ${line.row}, ${line.who} (${line['× p50']} ×)`)
}

function round(value: number): number {
  return +value.toFixed(2)
}
