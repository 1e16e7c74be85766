import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { openStore } from '#server/db/open.ts'
import type { Store } from '#server/db/store.ts'
import { partitionOf } from '#server/journal/entry-hash.ts'
import { run, throughline, throughlineHere } from '#server/testing/command-line.ts'
import { withFreshStore } from '#server/testing/harness.ts'
import { aJournal, command, ENTRIES, type Journalled } from '#server/testing/journalled.ts'

let folder: string
let dataDir: string
let env: { DATA_DIR: string }
let subjects: Journalled

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-cli-'))
  dataDir = join(folder, 'data')
  env = { DATA_DIR: dataDir }
  await withData(async (store) => {
    subjects = await aJournal(store)
  })
})
after(() => rmSync(folder, { recursive: true, force: true }))

async function withData(work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore({ dataDir })
  await work(store).finally(() => store.close())
}

test('npx throughline runs on whichever Node the system has, and help lists every command', async (t) => {
  const { code, stdout } = await run('npx', ['throughline', 'help'])
  assert.equal(code, 0)
  for (const line of [
    'throughline serve',
    'throughline read',
    'throughline journal verify',
    'journal head',
    'throughline help',
  ])
    assert.ok(stdout.includes(line), line)
  t.diagnostic(`started by Node ${(await run('node', ['--version'])).stdout.trim()}`)
})

test('wrong usage is answered with the usage on stderr and exit code 2', async () => {
  const wrong = [
    [],
    ['nonsense'],
    ['journal'],
    ['journal', 'verify', 'more'],
    ['journal', 'repair'],
    ['journal', 'verify', '--head'],
    ['journal', 'verify', '--out', 'file'],
    ['journal', 'head', '--head', 'file'],
    ['journal', 'verify', '--jsn'],
  ]
  for (const args of wrong) {
    const { code, stdout, stderr } = await throughlineHere(args, env)
    assert.deepEqual([code, stdout], [2, ''], args.join(' '))
    assert.match(stderr, /throughline/)
  }
  assert.equal((await throughline(['journal', 'verify', '--jsn'], env)).code, 2)
  assert.match((await throughlineHere(['journal', '--help'])).stdout, /journal verify \[--json\] \[--head FILE\]/)
})

test('verify says that the journal holds, exit code 0; as JSON it prints one value and nothing else', async () => {
  const said = await throughline(['journal', 'verify'], env)
  assert.deepEqual(said, {
    code: 0,
    stdout: `the journal holds: ${ENTRIES} entries, 0 of them sealed in 0 seals\n`,
    stderr: '',
  })
  const { code, stdout, stderr } = await throughline(['journal', 'verify', '--json'], env)
  assert.deepEqual([code, stderr], [0, ''])
  assert.deepEqual(JSON.parse(stdout), { holds: true, entries: ENTRIES, sealed: 0, seals: 0, first: null, faults: 0 })
})

test('an exported head shows a removal that nothing else shows, and is not overwritten by what contradicts it', async () => {
  const head = join(folder, 'head.json')
  const exported = await throughline(['journal', 'head', '--out', head], env)
  assert.deepEqual([exported.code, exported.stdout], [0, ''])
  assert.match(exported.stderr, /head\.json/)
  assert.equal((await throughlineHere(['journal', 'verify', '--head', head], env)).code, 0)

  // A newer head replaces the older one as long as the older one holds.
  await withData((store) =>
    command(store, { command: 'task.change', kind: 'task', id: subjects.task }, subjects.person),
  )
  assert.equal((await throughlineHere(['journal', 'head', '--out', head], env)).code, 0)
  const kept = readFileSync(head, 'utf8')
  assert.equal((await throughlineHere(['journal', 'head', '--json'], env)).stdout, kept)

  await withData(async ({ db }) => {
    const { id, number } = await db
      .selectFrom('journalEntry as e')
      .innerJoin('journalSealed as s', 's.entryId', 'e.id')
      .select(['e.id', 's.number'])
      .orderBy('e.id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    const partition = partitionOf(subjects.task)
    await sql`delete from journal_sealed where entry_id = ${id}`.execute(db)
    await sql`delete from journal_seal where partition = ${partition} and number = ${number}`.execute(db)
    await sql`delete from journal_entry where id = ${id}`.execute(db)
    await sql`update task set version = version - 1`.execute(db)
  })
  assert.equal((await throughlineHere(['journal', 'verify'], env)).code, 0)
  const { code, stdout, stderr } = await throughline(['journal', 'verify', '--json', '--head', head], env)
  assert.deepEqual([code, stderr, JSON.parse(stdout).first.what], [1, '', 'head_differs'])
  const again = await throughlineHere(['journal', 'head', '--out', head], env)
  assert.equal(again.code, 1)
  assert.match(again.stderr, /does not hold against the head that is there/)
  assert.equal(readFileSync(head, 'utf8'), kept)
})

test('a head that cannot be read is exit code 1 and named', async () => {
  const broken = join(folder, 'broken.json')
  for (const content of [undefined, 'no JSON', '{}', '{"partitions":[]}']) {
    if (content !== undefined) writeFileSync(broken, content)
    const { code, stdout, stderr } = await throughlineHere(['journal', 'verify', '--head', broken], env)
    assert.deepEqual([code, stdout], [1, ''])
    assert.match(stderr, /broken\.json: (cannot be read|is not a head)/)
  }
  const written = await throughlineHere(['journal', 'head', '--out', join(folder, 'no such folder', 'head.json')], env)
  assert.equal(written.code, 1)
  assert.match(written.stderr, /cannot be written/)
  // A file that is no head is somebody's file.
  assert.equal((await throughlineHere(['journal', 'head', '--out', broken], env)).code, 1)
  assert.equal(readFileSync(broken, 'utf8'), '{"partitions":[]}')
})

test('a data directory that a server holds is refused with its process number', async () => {
  const holder = await openStore({ dataDir })
  const { code, stdout, stderr } = await throughline(['journal', 'verify', '--json'], env)
  await holder.close()
  assert.equal(code, 1)
  assert.match(stderr, new RegExp(`in use by process ${process.pid} `))
  assert.match(JSON.parse(stdout).error, /in use by process/)
})

test('a journal that does not hold is exit code 1 with its first fault', async () => {
  let forged = ''
  await withData(async ({ db }) => {
    const entry = db.selectFrom('journalEntry').select('id').where('subjectId', '=', subjects.file).orderBy('id')
    forged = (await entry.executeTakeFirstOrThrow()).id
    await db.updateTable('journalEntry').set({ command: 'file.forge' }).where('id', '=', forged).execute()
  })
  const { code, stdout } = await throughline(['journal', 'verify'], env)
  const fault = `the journal does NOT hold: 1 faults; the first: entry_altered at entry ${forged} (file.forge)\n`
  assert.deepEqual([code, stdout], [1, fault])
})

test('where there is no database none is made', async () => {
  const nowhere = join(folder, 'nowhere')
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  for (const where of [nowhere, empty]) {
    for (const what of ['verify', 'head']) {
      const { code, stderr } = await throughlineHere(['journal', what], { DATA_DIR: where })
      assert.equal(code, 1)
      assert.ok(stderr.includes(`${where}: there is no database here`), stderr)
    }
  }
  assert.equal(existsSync(nowhere), false)
  assert.deepEqual(readdirSync(empty), [])
})

test(
  'on a PostgreSQL server the journal is verified and sealed beside the running program',
  withFreshStore(async (store) => {
    if (store.kind === 'embedded') return // its data directory has one process
    await aJournal(store)
    const onServer = { DATABASE_URL: store.pool.options.connectionString ?? '' }
    const verified = await throughlineHere(['journal', 'verify'], onServer)
    assert.deepEqual(verified, {
      code: 0,
      stdout: `the journal holds: ${ENTRIES} entries, 0 of them sealed in 0 seals\n`,
      stderr: '',
    })
    const { stdout } = await throughlineHere(['journal', 'head'], onServer)
    const head = JSON.parse(stdout) as { partitions: { entries: number }[] }
    assert.equal(
      head.partitions.reduce((sum, { entries }) => sum + entries, 0),
      ENTRIES,
    )
    await sql`drop table migration`.execute(store.db)
    const emptied = await throughlineHere(['journal', 'verify'], onServer)
    assert.deepEqual([emptied.code, emptied.stdout], [1, ''])
    assert.match(emptied.stderr, /no server has been started with it yet/)
  }),
)
