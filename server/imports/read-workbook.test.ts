import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zipSync } from 'fflate'
import { mediaTypes } from '#server/files/media-type.ts'
import { readWorkbook } from '#server/imports/read-workbook.ts'
import { aWorkbook, TYPICAL } from '#server/testing/a-workbook.ts'

async function outcome(bytes: Uint8Array, limits = {}) {
  const read = await readWorkbook(bytes, mediaTypes.xlsx, limits)
  return read.ok ? read.value.length : read.failure.code
}

const DIRECTORY_ENTRY = 0x02014b50

/** The size that the directory announces for its first file. */
function announcing(bytes: Buffer, size: number): Buffer {
  const copy = Buffer.from(bytes)
  for (let at = 0; at < copy.length - 46; at++)
    if (copy.readUInt32LE(at) === DIRECTORY_ENTRY) {
      copy.writeUInt32LE(size, at + 24)
      return copy
    }
  throw new Error('no directory')
}

test('visible sheets are read with their merges, and dates are days without a zone', async () => {
  const read = await readWorkbook(await aWorkbook(TYPICAL.rows, TYPICAL.merges), mediaTypes.xlsx)
  assert.ok(read.ok)
  const [sheet] = read.value
  assert.deepEqual([sheet?.name, sheet?.merges.length, sheet?.rows[5]?.[4]], ['Giao việc', 10, { day: '2026-06-30' }])
})

test('rows that the sheet hides are named', async () => {
  const read = await readWorkbook(await aWorkbook(TYPICAL.rows, [], { hiddenRows: [9, 12] }), mediaTypes.xlsx)
  assert.ok(read.ok)
  assert.deepEqual(read.value[0]?.hidden, [8, 11])
})

test('what announces that it expands too far is not expanded', async () => {
  const bytes = await aWorkbook(TYPICAL.rows)
  assert.equal(await outcome(announcing(bytes, 1_000_000_000)), 'import/expands_too_far')
  assert.equal(await outcome(bytes, { expandedMb: 0.001 }), 'import/expands_too_far')
})

test('what expands further than it announces is refused, and no further expanded', async () => {
  const bomb = Buffer.from(
    zipSync({ 'xl/sharedStrings.xml': new Uint8Array(120_000_000), '[Content_Types].xml': new Uint8Array(1) }),
  )
  assert.equal(await outcome(announcing(bomb, 1000)), 'import/broken')
})

test('a workbook that takes too long is given up', async () => {
  const rows = Array.from({ length: 4000 }, (_, at) => [at, `Việc ${at}`, 'Cục Kế hoạch'])
  assert.equal(await outcome(await aWorkbook(rows), { timeMs: 1 }), 'import/takes_too_long')
})

test('an archive that is no workbook is broken', async () => {
  assert.equal(await outcome(Buffer.from('PK không phải')), 'import/broken')
  assert.equal(await outcome(zipSync({ 'a.txt': new Uint8Array(3) })), 'import/broken')
})
