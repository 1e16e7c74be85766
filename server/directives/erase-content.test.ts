import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { sha256 } from '#server/journal/entry-hash.ts'
import { verifyJournal } from '#server/journal/verify.ts'
import { aPdf } from '#server/testing/a-pdf.ts'
import { anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { withFreshStore, withStore } from '#server/testing/harness.ts'
import { type Call, signedIn, testApp } from '#server/testing/signed-in.ts'

const LINE = { symbol: '07/CT-BNV', issuer: 'Bộ Nội vụ', issuedOn: '2026-03-02', secrecy: 'secret' }
const WORDS =
  'CHỈ THỊ\nVề việc hệ trọng\nGiao Sở Y tế chủ trì xây dựng kế hoạch tiêm chủng, hoàn thành trước ngày 30/6/2026.'
const SCAN = Buffer.from(aPdf([[], []]))

async function handIn(by: Call): Promise<Id> {
  const headers = { 'content-type': 'application/octet-stream' }
  return (await by('POST', '/files?name=ke-hoach-mat.pdf', { body: SCAN, headers })).body.id
}

function withScan(body: (scan: Scan) => Promise<void>) {
  return withStore(async (store) => {
    const scan = await register(store)
    await body(scan).finally(scan.close)
  })
}
type Scan = Awaited<ReturnType<typeof register>>

async function register(store: Parameters<typeof anAdministration>[0]) {
  await everyRoleAt(await anAdministration(store), ['ministry', 'lamDong'])
  const { app, files, close } = await testApp(store)
  const as = (role: 'officer' | 'clerk' | 'auditor', at: 'ministry' | 'lamDong' = 'ministry') =>
    signedIn(app, loginOf(role, at))
  const clerk = as('clerk')
  const officer = as('officer')
  const fileId = await handIn(clerk)
  const { body } = await clerk('POST', '/directives', { body: { fileId } })
  const id = body.id as Id
  const enter = (page: number, text: string) =>
    officer('PUT', `/directives/${id}/pages/${page}`, { body: { text, origin: 'typed', replaces: null } })
  const erase = async (by: Call, line: object = LINE) => {
    const { rows } = await sql<{ version: number }>`select version from directive where id = ${id}`.execute(store.db)
    const headers = { 'if-match': `"${rows[0]?.version}"` }
    return by('POST', `/directives/${id}/erase-content`, { body: line, headers })
  }
  return { store, files, close, as, clerk, officer, fileId, id, enter, erase }
}

test(
  'a stamp of secrecy is found on whatever page is typed, and the words of that page are not kept',
  withScan(async ({ store, officer, id, enter }) => {
    assert.equal((await enter(1, WORDS)).status, 200)
    const refused = await enter(2, 'PHỤ LỤC\nTỐI MẬT\nDanh sách kèm theo')
    const { code, page, secrecy } = refused.body
    assert.deepEqual({ code, page, secrecy }, { code: 'page/bears_secrecy_mark', page: 2, secrecy: 'secret' })
    const { text } = (await officer('GET', `/directives/${id}`)).body
    assert.equal(text, WORDS)
    // Whoever knows that the word is only quoted says so, and answers for it.
    const notSecret = 'Trích mẫu dấu trong phụ lục'
    const words = { text: 'PHỤ LỤC\nTỐI MẬT\nDanh sách kèm theo', origin: 'typed', replaces: null, notSecret }
    const kept = await officer('PUT', `/directives/${id}/pages/2`, { body: words })
    assert.equal(kept.status, 200, kept.text)
    const { rows } = await sql<{ data: object; by: string }>`
      select e.data, p.login as by from journal_entry e join person p on p.id = e.actor_id
      where e.subject_id = ${id} and e.command = 'directive.enter_page' order by e.subject_version`.execute(store.db)
    assert.deepEqual(rows, [
      { data: { page: 1, origin: 'typed', proposals: 1 }, by: loginOf('officer', 'ministry') },
      {
        data: { page: 2, origin: 'typed', proposals: 0, secrecy: 'secret', notSecret },
        by: loginOf('officer', 'ministry'),
      },
    ])
  }),
)

test(
  'a directive found to be secret becomes a line of the register: nothing of what it says is anywhere, and the journal still holds',
  withScan(async ({ store, files, as, clerk, officer, fileId, id, enter, erase }) => {
    const faults = (await verifyJournal(store)).faults
    assert.equal((await enter(1, WORDS)).status, 200)
    const [proposal] = (await officer('GET', `/directives/${id}/proposals`)).body.items
    const edit = { commitment: { action: 'Xây dựng kế hoạch hệ trọng' } }
    const headers = { 'if-match': `"${proposal.version}"` }
    assert.equal((await officer('PATCH', `/proposals/${proposal.id}`, { body: edit, headers })).status, 200)
    const span = { kind: 'commitment', start: 8, end: 24 }
    const added = await officer('POST', `/directives/${id}/proposals`, {
      body: span,
      headers: { 'idempotency-key': 'once' },
    })
    assert.equal(added.status, 200, added.text)
    assert.equal((await officer('GET', '/directives?q=tiêm+chủng')).body.total, 1)
    assert.equal(await files.has(sha256(SCAN)), true)

    assert.equal((await erase(as('clerk', 'lamDong'))).status, 404)
    const erased = await erase(clerk)
    assert.deepEqual([erased.status, erased.body.fileKept], [200, false], erased.text)

    const row = (await officer('GET', '/directives')).body.items[0]
    const { symbol, issuer, issuedOn, secrecy, subject, readingState } = row
    assert.deepEqual({ symbol, issuer, issuedOn, secrecy }, LINE)
    assert.deepEqual([subject, readingState], ['', 'secret'])
    const { text, file, pages, pageCount } = (await officer('GET', `/directives/${id}`)).body
    assert.deepEqual({ text, file, pages, pageCount }, { text: null, file: null, pages: [], pageCount: null })
    assert.equal((await officer('GET', '/directives?q=tiêm+chủng')).body.total, 0)
    assert.equal((await officer('GET', '/search?q=hệ+trọng')).body.directives.items.length, 0)
    assert.deepEqual((await officer('GET', `/directives/${id}/proposals`)).body.items, [])
    for (const path of ['content', 'pages/1', 'preview'])
      assert.equal((await clerk('GET', `/files/${fileId}/${path}`)).status, 404, 'not even for who handed it in')
    assert.equal(await files.has(sha256(SCAN)), false)

    // Nowhere in the database, but in the journal, which only who audits reads.
    const { rows: tables } = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relname not in ('journal_entry', 'journal_seal', 'journal_sealed')`.execute(store.db)
    for (const { name } of tables) {
      const { rows } = await sql`select 1 from ${sql.table(name)} x
        where to_jsonb(x)::text ilike '%hệ trọng%' or to_jsonb(x)::text ilike '%tiêm chủng%' or to_jsonb(x)::text ilike '%ke-hoach-mat%'`.execute(
        store.db,
      )
      assert.deepEqual(rows, [], name)
    }
    assert.equal((await verifyJournal(store)).faults, faults)
    const { rows: commands } = await sql<{ command: string }>`
      select command from journal_entry where command like '%erase%' or command = 'file.remove' order by command`.execute(
      store.db,
    )
    assert.deepEqual(
      [...new Set(commands.map(({ command }) => command))],
      ['directive.erase_content', 'file.remove', 'proposal.erase'],
    )
    assert.equal((await erase(clerk)).body.code, 'directive/secret', 'once is enough')
  }),
)

test(
  'copies that nothing names go with it, whoever handed them in: an upload that was given up is no place for what is secret',
  withScan(async ({ store, files, officer, clerk, fileId, erase }) => {
    const abandoned = await handIn(officer)
    assert.equal((await erase(clerk)).body.fileKept, false)
    assert.equal((await clerk('GET', `/files/${fileId}/content`)).status, 404)
    assert.equal((await officer('GET', `/files/${abandoned}/content`)).status, 404)
    assert.equal(await files.has(sha256(SCAN)), false)
    const { rows } = await sql<{ subjectId: Id }>`
      select subject_id as "subjectId" from journal_entry where command = 'file.remove'`.execute(store.db)
    assert.deepEqual(rows.map(({ subjectId }) => subjectId).toSorted(), [fileId, abandoned].toSorted())
  }),
)

test(
  'bytes that another directive names stay for it, and whoever erases is told so',
  withScan(async ({ files, officer, clerk, fileId, erase }) => {
    const other = await handIn(officer)
    const registered = await officer('POST', '/directives', { body: { fileId: other } })
    assert.equal(registered.status, 200, registered.text)
    assert.equal((await erase(clerk)).body.fileKept, true)
    assert.equal((await clerk('GET', `/files/${fileId}/content`)).status, 404)
    assert.equal((await officer('GET', `/files/${other}/content`)).status, 200)
    assert.equal(await files.has(sha256(SCAN)), true)
  }),
)

test(
  'while tasks quote it nothing is taken away, and what cannot be a line of the register is refused',
  withScan(async ({ store, officer, clerk, id, enter, erase }) => {
    await enter(1, WORDS)
    assert.equal((await erase(clerk, { ...LINE, symbol: ' ' })).body.code, 'request/invalid')
    const [proposal] = (await officer('GET', `/directives/${id}/proposals`)).body.items
    await sql`insert into task (id, number, directive_id, proposal_id, action, owner_id, drafted_by, drafted_at, folded)
      select ${id}, 900001, ${id}, ${proposal.id}, 'x', owner_id, registered_by, now(), 'x' from directive where id = ${id}`.execute(
      store.db,
    )
    const refused = await erase(officer)
    assert.deepEqual([refused.body.code, refused.body.tasks], ['directive/tasks_quote_it', 1])
    assert.equal((await officer('GET', `/directives/${id}`)).body.text, WORDS)
  }),
)

test(
  'what was erased is answered as erased when its bytes cannot be taken away',
  withScan(async ({ files, clerk, erase, officer }) => {
    files.remove = () => Promise.reject(new Error('the disk is gone'))
    const erased = await erase(clerk)
    assert.equal(erased.status, 200, erased.text)
    assert.equal((await officer('GET', '/directives')).body.items[0].secrecy, 'secret')
  }),
)

test(
  'content that comes while a directive is being erased does not come in',
  withFreshStore(async (store) => {
    if (store.kind !== 'postgres') return
    const { id, clerk, erase, enter, close } = await register(store)
    try {
      assert.equal((await enter(1, WORDS)).status, 200)
      const held = await store.pool.connect()
      await held.query('begin')
      await held.query('select from page_text where directive_id = $1 for update', [id])
      const erasing = erase(clerk)
      await setTimeout(500)
      const coming = store.pool
        .query("insert into directive_relation values ($1, 9, 'cites', 'x', 'x', null, 0, 1)", [id])
        .then(
          () => 'came in',
          (error: Error) => error.message,
        )
      await setTimeout(300)
      await held.query('rollback')
      held.release()
      assert.equal((await erasing).status, 200)
      assert.match(await coming, /a secret directive has no content/)
    } finally {
      await close()
    }
  }),
)
