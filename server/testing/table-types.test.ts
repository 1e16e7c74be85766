import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { withFreshStore } from '#server/testing/harness.ts'
import { tableTypes } from '#server/testing/table-types.ts'

test(
  'the generated tables are those of the migrations, whichever store ran them',
  withFreshStore(async ({ pool }) => {
    const present = await readFile(new URL('../db/tables.gen.ts', import.meta.url), 'utf8')
    assert.ok((await tableTypes(pool)) === present, 'run node scripts/db-types.ts')
  }),
)
