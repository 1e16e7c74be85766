import { sha256 } from '#server/journal/entry-hash.ts'

/**
 * The digest that `server/journal/subjects.ts` takes of a stored row, computed from the row before it is stored: histories that are written at
 * once have versions that were never stored. server/demo/load-demo.test.ts holds the two against each other.
 */
export function stateDigest(kind: string, row: object, parts: Readonly<Record<string, string | null>>): string {
  return sha256(rowText(kind, row, parts))
}

const columns = new Map<string, string>()

/** The column of a property; asked a million times of some sixty names. */
export function snakeCase(name: string): string {
  let column = columns.get(name)
  if (column === undefined) columns.set(name, (column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)))
  return column
}

/** In which order a `jsonb` has the columns of each kind of row, which all have the same. */
const orders = new Map<string, (readonly [property: string, key: string])[]>()

/** A row as the text of `jsonb_strip_nulls(to_jsonb(row))`, with parts that are texts of JSON already. */
export function rowText(kind: string, row: object, parts: Readonly<Record<string, string | null>> = {}): string {
  let order = orders.get(kind)
  if (!order) {
    const keys = [...Object.keys(row), ...Object.keys(parts)].map(
      (property) => [property, snakeCase(property)] as const,
    )
    order = keys.toSorted(([, a], [, b]) => inOrder(a, b))
    orders.set(kind, order)
  }
  let text = ''
  for (const [property, key] of order) {
    const part = parts[property]
    const value = part === undefined ? (row as Record<string, unknown>)[property] : part
    if (value === null || value === undefined) continue
    text += `${text === '' ? '' : ', '}"${key}": ${part === undefined ? jsonbText(value) : part}`
  }
  return `{${text}}`
}

/** Keys of a `jsonb`: the shorter first, then by their bytes. They are ASCII. */
function inOrder(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1)
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/
const INSTANT_LENGTH = 24

/** The text of a value in a `jsonb`. Instants of the demo are whole seconds. */
export function jsonbText(value: unknown): string {
  if (typeof value === 'string') {
    const isInstant = value.length === INSTANT_LENGTH && INSTANT.test(value)
    return isInstant ? `"${value.slice(0, -'.000Z'.length)}+00:00"` : JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(jsonbText).join(', ')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== null && inner !== undefined)
    .toSorted(([a], [b]) => inOrder(a, b))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}: ${jsonbText(inner)}`).join(', ')}}`
}
