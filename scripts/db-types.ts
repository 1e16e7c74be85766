// Writes server/db/tables.gen.ts from the migrations; with --check it only says whether the file is up to date.
import { readFile, writeFile } from 'node:fs/promises'
import { openStore } from '#server/db/open.ts'
import { tableTypes } from '#server/testing/table-types.ts'

const target = new URL('../server/db/tables.gen.ts', import.meta.url)
const store = await openStore({ memory: true })
try {
  const wanted = await tableTypes(store.pool)
  const present = await readFile(target, 'utf8').catch(() => '')
  if (wanted === present) console.log('server/db/tables.gen.ts is up to date')
  else if (process.argv.includes('--check')) {
    console.error('server/db/tables.gen.ts does not match the migrations: run node scripts/db-types.ts')
    process.exitCode = 1
  } else {
    await writeFile(target, wanted)
    console.log('server/db/tables.gen.ts written')
  }
} finally {
  await store.close()
}
