import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startEmbedded } from '#server/db/embedded.ts'
import { storeTemplate, templateName } from '#server/db/template.ts'
import { startChild } from '#server/testing/child.ts'

const BUILD = `
  import { storeTemplate } from '#server/db/template.ts'
  console.log('started')
  await storeTemplate(JSON.parse(process.argv[2]), process.argv[1])`

test('a template is built once, by several processes at a time, and a kill in between does no harm', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-template-'))
  const sql = 'create table here (n int); insert into here values (7)'
  const migrations = [{ name: '0001-here', sql, sha256: createHash('sha256').update(sql).digest('hex') }]
  // The empty template comes from the shared cache, so that this test need not run initdb.
  await writeFile(join(folder, templateName([])), await storeTemplate([]))
  for (const ms of [100, 900]) {
    const killed = startChild(BUILD, [folder, JSON.stringify(migrations)])
    await killed.line()
    await new Promise((resolve) => setTimeout(resolve, ms))
    await killed.kill()
  }
  const [one, two] = await Promise.all([storeTemplate(migrations, folder), storeTemplate(migrations, folder)])
  const finished = (await readdir(folder)).filter((name) => name.endsWith('.tar.gz'))
  assert.equal(finished.length, 2)
  assert.ok(one.length > 1_000_000 && two.length > 1_000_000)

  const again = performance.now()
  const seed = await storeTemplate(migrations, folder)
  assert.ok(performance.now() - again < 1_000)
  const embedded = await startEmbedded({ seed, waitLimitMs: 1_000 })
  const pool = embedded.pool(1)
  assert.deepEqual((await pool.query('select n from here')).rows, [{ n: 7 }])
  await pool.end()
  await embedded.close()
  await rm(folder, { recursive: true })
})
