import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layLines } from '#web/ui/table-lines.ts'

const heights = { row: 35, head: 32 }
/** Two open groups of two and three rows, a folded one between them. */
const grouped = layLines(
  [
    { hasHead: true, rows: 2 },
    { hasHead: true, rows: 0 },
    { hasHead: true, rows: 3 },
  ],
  heights,
)

test('a group is its head and its open rows', () => {
  assert.equal(grouped.count, 8)
  assert.equal(grouped.height, 3 * 32 + 5 * 35)
})

test('a folded group is its head alone', () => {
  assert.deepEqual(grouped.placeOf(3), { section: 1, row: null })
  assert.deepEqual(grouped.placeOf(4), { section: 2, row: null })
})

test('every line lies where the lines above it end', () => {
  assert.deepEqual(
    Array.from({ length: 8 }, (_, line) => grouped.topOf(line)),
    [0, 32, 67, 102, 134, 166, 201, 236],
  )
})

test('the line at a height is the one drawn there', () => {
  for (let line = 0; line < grouped.count; line++) {
    assert.equal(grouped.lineAt(grouped.topOf(line)), line)
    assert.equal(grouped.lineAt(grouped.topOf(line) + 31), line)
  }
})

test('a row is found again by its group and its number in it', () => {
  for (let line = 0; line < grouped.count; line++) {
    const { section, row } = grouped.placeOf(line)
    assert.equal(grouped.lineOf(section, row), line)
  }
})

test('below the end is the last line', () => {
  assert.equal(grouped.lineAt(100_000), 7)
})

test('without groups a line is a row', () => {
  const flat = layLines([{ hasHead: false, rows: 10_000 }], heights)
  assert.equal(flat.count, 10_000)
  assert.equal(flat.topOf(9_999), 349_965)
  assert.deepEqual(flat.placeOf(9_999), { section: 0, row: 9_999 })
})

test('an empty table has neither lines nor height', () => {
  const empty = layLines([{ hasHead: false, rows: 0 }], heights)
  assert.equal(empty.count, 0)
  assert.equal(empty.height, 0)
  assert.equal(empty.lineAt(0), 0)
})
