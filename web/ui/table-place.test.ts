import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Section } from '#web/ui/table-column.ts'
import { layLines } from '#web/ui/table-lines.ts'
import { lineOfPlace, placeAt, readRange, rowsOfRange, stretchesOf, withRange } from '#web/ui/table-place.ts'

interface Row {
  id: string
}

/** A group of rows by their names; those of `unread` come only when they are asked for. */
function sectionOf(key: string, names: readonly string[], { isOpen = true, unread = new Set<string>() } = {}) {
  const row = (name: string | undefined): Row | undefined => (name === undefined ? undefined : { id: name })
  return {
    key,
    head: key,
    count: names.length,
    isOpen,
    at: (index) => (unread.has(names[index] ?? '') ? undefined : row(names[index])),
    read: async (from, to) => names.slice(from, to + 1).map((id) => ({ id })),
  } satisfies Section<Row>
}
function listOf(...sections: Section<Row>[]) {
  const lines = layLines(
    sections.map(({ head, isOpen, count }) => ({ hasHead: head !== undefined, rows: isOpen ? count : 0 })),
    { row: 35, head: 32 },
  )
  return { sections, lines }
}
function flat(names: readonly string[], unread?: Set<string>) {
  const { head: _head, ...section } = sectionOf('all', names, unread ? { unread } : {})
  return listOf(section)
}
function follow(before: ReturnType<typeof listOf>, line: number, after: ReturnType<typeof listOf>): number {
  return lineOfPlace(after.sections, after.lines, placeAt(before.sections, before.lines, line))
}

test('a range brings back no row that was chosen before it and is so no longer', () => {
  const chosen = withRange(new Set(['kept', 'given up']), new Set(['kept', 'of the last range']), [
    { id: 'a' },
    { id: 'b' },
  ])
  assert.deepEqual([...chosen], ['kept', 'a', 'b'])
})

test('a row that another one above it has left is found one line further up', () => {
  assert.equal(follow(flat(['a', 'b', 'c', 'd']), 2, flat(['a', 'c', 'd'])), 1)
})

test('a row is found below what has come before it', () => {
  assert.equal(follow(flat(['a', 'b']), 1, flat(['x', 'y', 'a', 'b'])), 3)
})

test('a row that is gone leaves its place to the one that stands there now', () => {
  assert.equal(follow(flat(['a', 'b', 'c']), 1, flat(['a', 'c'])), 1)
  assert.equal(follow(flat(['a', 'b', 'c']), 2, flat(['a', 'b'])), 1)
  assert.equal(follow(flat(['a']), 0, flat([])), 0)
})

test('a row that is being read again keeps its place', () => {
  assert.equal(follow(flat(['a', 'b', 'c']), 1, flat(['a', 'b', 'c'], new Set(['b']))), 1)
})

test('a row keeps its place in its group when the group above folds; of a folded group the head is left', () => {
  const open = listOf(sectionOf('A', ['a', 'b']), sectionOf('B', ['c', 'd']))
  const folded = listOf(sectionOf('A', ['a', 'b'], { isOpen: false }), sectionOf('B', ['c', 'd']))
  assert.equal(follow(open, 5, folded), 3)
  assert.equal(follow(open, 1, folded), 0)
  assert.equal(follow(open, 3, folded), 1)
})

test('a range holds the rows between its ends, group by group, heads and folded groups left out', () => {
  const { sections, lines } = listOf(
    sectionOf('A', ['a', 'b']),
    sectionOf('B', ['c'], { isOpen: false }),
    sectionOf('C', ['d', 'e']),
  )
  const stretches = stretchesOf(lines, 5, 2)
  assert.deepEqual(
    rowsOfRange(sections, stretches).rows.map(({ id }) => id),
    ['b', 'd'],
  )
})

const names = Array.from({ length: 900 }, (_, n) => `row ${n}`)
const between = new Set(names.slice(200, 800))

test('a range over rows that nobody has scrolled to is known to lack them, and has all of them when they are read', async () => {
  const { sections, lines } = flat(names, between)
  const stretches = stretchesOf(lines, 0, 899)
  assert.equal(rowsOfRange(sections, stretches).missing, true)
  assert.deepEqual(
    (await readRange(sections, stretches))?.map(({ id }) => id),
    names,
  )
})

test('a range is not taken when other rows than those that were pressed stand at its ends by now', async () => {
  const { sections, lines } = flat(names, between)
  const [section] = sections
  assert.ok(section)
  const moved = {
    ...section,
    read: async (from: number, to: number) => names.slice(from + 1, to + 2).map((id) => ({ id })),
  }
  assert.equal(await readRange([moved], stretchesOf(lines, 0, 850)), undefined)
  const shorter = { ...section, read: async (from: number, to: number) => names.slice(from, to).map((id) => ({ id })) }
  assert.equal(await readRange([shorter], stretchesOf(lines, 0, 850)), undefined)
})
