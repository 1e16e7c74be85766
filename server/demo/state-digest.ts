import { sha256 } from '#server/journal/entry-hash.ts'

/**
 * The digest that `server/journal/subjects.ts` takes of a stored row, computed from the row before it is stored: histories that are written at
 * once have versions that were never stored. server/demo/load-demo.test.ts holds the two against each other.
 */
export function stateDigest(state: Record<string, unknown>): string {
  return sha256(jsonbText(state))
}

/** A row as `to_jsonb` shows it. */
export function stateOfRow(row: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value]))
}

const columns = new Map<string, string>()

/** The column of a property; asked a million times of some sixty names. */
export function snakeCase(name: string): string {
  let column = columns.get(name)
  if (column === undefined) columns.set(name, (column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)))
  return column
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/
const INSTANT_LENGTH = 24

/** The text of a `jsonb` whose nulls were left out: the shorter key first, then by its bytes. Keys are ASCII; instants are whole seconds. */
function jsonbText(value: unknown): string {
  if (typeof value === 'string') {
    const isInstant = value.length === INSTANT_LENGTH && INSTANT.test(value)
    return isInstant ? `"${value.slice(0, -'.000Z'.length)}+00:00"` : JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(jsonbText).join(', ')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== null && inner !== undefined)
    .toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}: ${jsonbText(inner)}`).join(', ')}}`
}
