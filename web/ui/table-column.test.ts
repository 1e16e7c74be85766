import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findRow, rowBeside, rowsRead, type Section } from '#web/ui/table-column.ts'

interface Row {
  id: string
}

/** A section whose rows are called by their number; those in `unread` are not here yet. */
function sectionOf(key: string, count: number, { isOpen = true, unread = [] as number[], look = () => {} } = {}) {
  return {
    key,
    count,
    isOpen,
    at: (index) => {
      look()
      return index < count && !unread.includes(index) ? { id: `${key}${index}` } : undefined
    },
  } satisfies Section<Row>
}
const idsOf = (rows: Iterable<Row>) => Array.from(rows, ({ id }) => id)

test('the rows that are here keep their order; what is folded or not yet read is left out', () => {
  const sections = [sectionOf('a', 3, { unread: [1] }), sectionOf('b', 2, { isOpen: false }), sectionOf('c', 1)]
  assert.deepEqual(idsOf(rowsRead(sections)), ['a0', 'a2', 'c0'])
})

test('of a list of 200,000 no more rows are looked at than are asked for', () => {
  let looks = 0
  const sections = [sectionOf('a', 200_000, { look: () => (looks += 1) })]
  assert.deepEqual(idsOf(rowsRead(sections, 3)), ['a0', 'a1', 'a2'])
  assert.equal(findRow(sections, ({ id }) => id === 'a4')?.id, 'a4')
  assert.ok(looks <= 8, `${looks} rows were looked at`)
})

test('a step goes to the next or the row before, across groups, and nowhere beyond the ends', () => {
  const sections = [sectionOf('a', 2), sectionOf('b', 1)]
  assert.equal(rowBeside(sections, 'a1', 1)?.id, 'b0')
  assert.equal(rowBeside(sections, 'b0', -1)?.id, 'a1')
  assert.equal(rowBeside(sections, 'b0', 1), undefined)
  assert.equal(rowBeside(sections, 'a0', -1), undefined)
  assert.equal(rowBeside(sections, 'gone', 1), undefined)
})
