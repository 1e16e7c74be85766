import pg from 'pg'

const { builtins, getTypeParser } = pg.types
/** Its type declaration describes another version of pg-types than the one pg 8 uses. */
const arrayParser = pg.types.arrayParser as unknown as {
  create<T>(source: string, parse: (element: string) => T): { parse(): T[] }
}

/** Kept as the text that PostgreSQL sends. */
function asText(value: string): string {
  return value
}

/** `2026-11-21 08:30:00.5+00` → `2026-11-21T08:30:00.500Z`; microseconds stay when there are any. Sessions run in UTC. */
export function instantOf(value: string): string {
  const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/.exec(value)
  if (parts === null) throw new RangeError(`not an instant in UTC between the years 1 and 9999: ${value}`)
  return `${parts[1]}T${parts[2]}.${(parts[3] ?? '').padEnd(3, '0')}Z`
}

/** A whole number that a JavaScript number holds exactly, or an error: a rounded amount is worse than none. */
export function wholeNumberOf(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`too large to be an exact number: ${value}`)
  return number
}

const scalars: ReadonlyMap<number, (value: string) => unknown> = new Map<number, (value: string) => unknown>([
  [builtins.DATE, asText],
  [builtins.TIMESTAMP, asText],
  [builtins.TIMESTAMPTZ, instantOf],
  [builtins.INTERVAL, asText],
  [builtins.NUMERIC, asText],
  [builtins.INT8, wholeNumberOf],
])

/** Array types (pg_type.typarray, the same numbers in every PostgreSQL) with the parser of their elements. */
const arrays: ReadonlyMap<number, (value: string) => unknown> = new Map<number, (value: string) => unknown>([
  [1182, asText],
  [1115, asText],
  [1185, instantOf],
  [1187, asText],
  [1231, asText],
  [1016, wholeNumberOf],
  [2951, asText],
])

/**
 * How values of the database arrive in the program, on both stores: a day as `YYYY-MM-DD`, an instant as ISO 8601 with `Z`,
 * numeric as text, bigint as a number or an error. Nothing ever passes through a JavaScript `Date`.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format === 'binary') return getTypeParser(oid, 'binary')
    const scalar = scalars.get(oid)
    if (scalar !== undefined) return scalar
    const element = arrays.get(oid)
    if (element !== undefined) return (value: string) => arrayParser.create(value, element).parse()
    return getTypeParser(oid, 'text')
  },
}

/** Settings of every session, on both stores; `instantOf` relies on them. Compiling a query costs more than any of ours takes. */
export const sessionSettings: readonly string[] = [
  'TimeZone=UTC',
  'DateStyle=ISO,YMD',
  'IntervalStyle=iso_8601',
  'jit=off',
]

/** What each connection is opened with, on both stores. */
export const sessionOptions = {
  types: valueTypes,
  options: sessionSettings.map((setting) => `-c ${setting}`).join(' '),
  connectionTimeoutMillis: 30_000,
} satisfies pg.PoolConfig
