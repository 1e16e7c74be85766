import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Paragraph } from 'docx'
import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { addDays } from '#core/kernel/plain-date.ts'
import type { Store } from '#server/db/store.ts'
import { newId } from '#server/clock.ts'
import { anAdministration, everyRoleAt, loginOf, TODAY } from '#server/testing/administration.ts'
import { sha256 } from '#server/journal/entry-hash.ts'
import { undone, withStore } from '#server/testing/harness.ts'
import { aWordDocument } from '#server/testing/a-word-document.ts'
import { signedIn, testApp } from '#server/testing/signed-in.ts'
import { storedAssignment, storedTask } from '#server/testing/stored.ts'

const STUB = { symbol: '07/CT-BNV', issuer: 'Bộ Nội vụ', issuedOn: '2026-03-02', secrecy: 'secret' }

function withClerk(body: (stage: Stage) => Promise<void>) {
  return withStore(async (store) => {
    const all = await makeStage(store)
    await body(all).finally(all.close)
  })
}

type Stage = Awaited<ReturnType<typeof makeStage>>

async function makeStage(store: Store) {
  const administration = await anAdministration(store)
  await everyRoleAt(administration, ['ministry'])
  const { app, files, close } = await testApp(store)
  const clerk = signedIn(app, loginOf('clerk', 'ministry'))
  const officer = signedIn(app, loginOf('officer', 'ministry'))
  const { body } = await clerk('POST', '/directives/stubs', { body: STUB })
  return { store, administration, files, close, clerk, officer, id: body.id as Id }
}

test(
  'a secret directive is a line with number, day, issuer and grade, and is counted apart',
  withClerk(async ({ officer, id }) => {
    const { items, total, states } = (await officer('GET', '/directives')).body
    assert.deepEqual([total, states], [1, { unread: 0, 'tasks-recorded': 0, 'no-task': 0, secret: 1 }])
    const { symbol, issuer, issuedOn, receivedOn, secrecy, subject, readingState } = items[0]
    assert.deepEqual({ symbol, issuer, issuedOn, secrecy }, STUB)
    assert.deepEqual([receivedOn, subject, readingState], [TODAY, '', 'secret'])
    assert.equal((await officer('GET', '/directives?q=07%2FCT')).body.total, 1)
    const { text, passages, file } = (await officer('GET', `/directives/${id}`)).body
    assert.deepEqual({ text, passages, file }, { text: null, passages: [], file: null })
    const counts = (await officer('GET', '/directives/counts')).body
    assert.deepEqual(counts.months.at(-1), {
      month: '2026-03',
      states: { unread: 0, 'tasks-recorded': 0, 'no-task': 0, secret: 1 },
    })
  }),
)

test(
  'a directive is received when it is here, and not before it was issued',
  withClerk(async ({ officer, clerk }) => {
    const refusal = async (path: string, body: object) => (await clerk('POST', path, { body })).body.code
    const tomorrow = addDays(TODAY, 1)
    const stub = { ...STUB, symbol: '08/CT-BNV' }
    assert.equal(await refusal('/directives/stubs', { ...stub, receivedOn: tomorrow }), 'directive/received_later')
    assert.equal(
      await refusal('/directives/stubs', { ...stub, receivedOn: '2026-03-01' }),
      'directive/received_before_issue',
    )
    const text = 'Giao Sở Nội vụ báo cáo trước ngày 30/3/2026.'
    assert.equal(await refusal('/directives', { text, receivedOn: '9999-01-01' }), 'directive/received_later')
    assert.equal((await officer('GET', '/directives')).body.total, 1)
    assert.equal(
      (await clerk('POST', '/directives/stubs', { body: { ...stub, receivedOn: STUB.issuedOn } })).status,
      200,
    )
  }),
)

test(
  'nothing that a secret directive says can be entered, and it is neither read nor made public by a correction',
  withClerk(async ({ store, officer, clerk, id }) => {
    const refused = async (method: string, path: string, body: unknown, code = 'directive/secret') => {
      const answer = await officer(method, `/directives/${id}${path}`, { body, headers: { 'if-match': '"1"' } })
      assert.equal(answer.body.code, code, answer.text)
    }
    await refused('PATCH', '', { subject: 'Về biên chế' })
    await refused('PATCH', '', { type: 'chỉ thị' })
    await refused('PUT', '/pages/1', { text: 'Các Sở báo cáo.', origin: 'typed', replaces: null })
    await refused('POST', '/close-reading', { as: 'no-task' })
    const again = await clerk('POST', '/directives/stubs', { body: STUB })
    assert.equal(again.body.code, 'directive/same_symbol')
    const corrected = await clerk('PATCH', `/directives/${id}`, {
      body: { symbol: '08/CT-BNV', secrecy: 'top-secret' },
      headers: { 'if-match': '"1"' },
    })
    assert.equal(corrected.status, 200, corrected.text)
    assert.equal((await officer('GET', '/directives?q=08')).body.items[0].secrecy, 'top-secret')

    const open = await officer('POST', '/directives', { body: { text: 'Các Sở báo cáo.' } })
    const graded = await officer('PATCH', `/directives/${open.body.id}`, {
      body: { secrecy: 'confidential' },
      headers: { 'if-match': '"1"' },
    })
    assert.equal(graded.body.code, 'directive/has_content')

    // Nor by a person at the database who means well.
    for (const statement of [
      sql`update directive set subject = 'Về biên chế' where id = ${id}`,
      sql`update directive set reading_state = 'unread' where id = ${id}`,
    ]) {
      await undone(store, () => assert.rejects(statement.execute(store.db)))
    }
  }),
)

test(
  'the database takes no content of a secret directive into any table, and makes none secret that has some',
  withClerk(async ({ store, administration, id }) => {
    const { ministry } = administration.unit
    const contentOf = (of: Id) => ({
      directive_text: sql`values (${of}, '')`,
      task: sql`(id, number, directive_id, action, owner_id, drafted_by, drafted_at, folded)
        select ${of}, 9, ${of}, 'x', ${ministry}, registered_by, now(), 'x' from directive where id = ${id}`,
      proposal: sql`(id, directive_id, kind, origin, start_at, end_at, fields, reading)
        values (${of}, ${of}, 'target', 'machine', 0, 1, '{}', '{}')`,
      passage: sql`values (${of}, ${of}, 0, 'x', 'x', 'x', 0, 1, 1)`,
      page_text: sql`(id, directive_id, page, start_at, end_at, origin) values (${of}, ${of}, 1, 0, 1, 'layer')`,
      directive_relation: sql`values (${of}, 0, 'cites', 'x', 'x', null, 0, 1)`,
      directive_words: sql`values (${of}, 1, 'x', 'x')`,
      directive_addressee: sql`values (${of}, ${ministry})`,
    })
    const open = newId()
    await sql`insert into directive (id, received_on, subject, owner_id, registered_by, registered_at, folded, identity_key)
      select ${open}, received_on, '', owner_id, registered_by, registered_at, 'x', 'x' from directive where id = ${id}`.execute(
      store.db,
    )
    const insert = (of: Id, table: string) =>
      sql`insert into ${sql.table(table)} ${contentOf(of)[table as keyof ReturnType<typeof contentOf>]}`.execute(
        store.db,
      )
    const makeSecret = () =>
      sql`update directive set reading_state = 'secret', secrecy = 'secret' where id = ${open}`.execute(store.db)
    await undone(store, makeSecret)
    for (const table of Object.keys(contentOf(id))) {
      await undone(store, () => assert.rejects(insert(id, table), /directive_stub_guard/, table))
      await undone(store, async () => {
        await insert(open, table)
        await assert.rejects(makeSecret(), /directive_made_stub_guard/, table)
      })
    }
  }),
)

test(
  'a document that bears a mark of secrecy is refused, and the file that was handed in is gone',
  withClerk(async ({ store, officer, clerk, files }) => {
    const bytes = Buffer.from('BỘ NỘI VỤ\nSố: 09/CT-BNV\nTỐI MẬT\n\nCHỈ THỊ\nVề việc hệ trọng\n')
    const handIn = async (by: typeof clerk) => {
      const headers = { 'content-type': 'application/octet-stream' }
      return (await by('POST', '/files?name=chi-thi.txt', { body: bytes, headers })).body.id as Id
    }
    const refused = await clerk('POST', '/directives', { body: { fileId: await handIn(clerk) } })
    assert.deepEqual([refused.body.code, refused.body.secrecy], ['directive/bears_secrecy_mark', 'secret'])
    assert.equal(await files.has(sha256(bytes)), false)
    assert.equal((await officer('GET', '/directives?q=hệ+trọng')).body.total, 0)
    const again = await handIn(clerk)
    await clerk('POST', '/directives', { body: { fileId: again } })
    assert.equal((await clerk('GET', `/files/${again}/content`)).status, 404, 'its line is nobody’s to read')
    assert.equal((await clerk('GET', `/files/${again}/preview`)).status, 404)
    const { rows } = await sql<{ command: string }>`
      select command from journal_entry where subject_id = ${again} order by subject_version`.execute(store.db)
    assert.deepEqual(
      rows.map(({ command }) => command),
      ['file.add', 'file.remove'],
    )
    const pasted = await clerk('POST', '/directives', { body: { text: bytes.toString() } })
    assert.equal(pasted.body.code, 'directive/bears_secrecy_mark')
    // The machine finds the word, a person decides what it is.
    const blank = await clerk('POST', '/directives', { body: { text: bytes.toString(), notSecret: ' ' } })
    assert.equal(blank.body.code, 'request/invalid')
    const notSecret = 'Tên cột của mẫu biểu kèm theo'
    const taken = await clerk('POST', '/directives', { body: { fileId: await handIn(clerk), notSecret } })
    assert.equal(taken.status, 200, taken.text)
    const { rows: told } = await sql<{ data: object; by: string }>`
      select e.data, p.login as by from journal_entry e join person p on p.id = e.actor_id
      where e.subject_id = ${taken.body.id} and e.command = 'directive.register'`.execute(store.db)
    assert.deepEqual(told, [
      { data: { symbol: '09/CT-BNV', proposals: 0, secrecy: 'secret', notSecret }, by: loginOf('clerk', 'ministry') },
    ])
  }),
)

test(
  'refusing a document takes away no bytes that somebody else has handed in, and none that a report names',
  withStore(async (store) => {
    const administration = await anAdministration(store)
    const ids = await everyRoleAt(administration, ['ministry', 'lamDong'])
    const by = ids.get(loginOf('officer', 'ministry')) ?? assert.fail()
    const taskId = await storedTask(administration, { owner: 'ministry', by })
    const id = await storedAssignment(administration, {
      taskId,
      lead: 'lamDong',
      issuedBy: 'ministry',
      by,
      state: 'in_progress',
    })
    // LibreOffice takes its time with what was handed in, and meanwhile things happen.
    let meanwhile: () => Promise<unknown> = async () => undefined
    const tools = {
      async toDocx() {
        await meanwhile()
        return {
          ok: true as const,
          value: await aWordDocument(['TỐI MẬT', 'CHỈ THỊ'].map((line) => new Paragraph(line))),
        }
      },
    }
    const { app, files, close } = await testApp(store, { tools })
    try {
      const [clerk, head] = [loginOf('clerk', 'ministry'), loginOf('unit-head', 'lamDong')].map((one) =>
        signedIn(app, one),
      )
      if (!clerk || !head) assert.fail()
      const bytes = Buffer.from('{\\rtf1 TOI MAT}')
      const headers = { 'content-type': 'application/octet-stream' }
      const handIn = async (call: typeof clerk) => {
        const { status, text, body } = await call('POST', '/files?name=a.rtf', { body: bytes, headers })
        assert.equal(status, 200, text)
        return body.id as Id
      }
      const refuse = async (fileId: Id) => {
        const answer = await clerk('POST', '/directives', { body: { fileId } })
        assert.equal(answer.body.code, 'directive/bears_secrecy_mark', answer.text)
      }
      let theirs: Id | undefined
      meanwhile = async () => (theirs = await handIn(head))
      const own = await handIn(clerk)
      await refuse(own)
      assert.equal((await head('GET', `/files/${theirs}/content`)).status, 200, 'handed in meanwhile by somebody else')
      assert.equal((await clerk('GET', `/files/${own}/content`)).status, 404)
      const evidenceIds = [theirs]
      const ifMatch = { 'if-match': '"1"' }
      const reported = await head('POST', `/assignments/${id}/report`, {
        body: { text: 'x', evidenceIds },
        headers: ifMatch,
      })
      assert.equal(reported.status, 200, reported.text)
      meanwhile = async () => undefined
      await refuse(await handIn(clerk))
      assert.equal((await head('GET', `/files/${theirs}/content`)).status, 200, 'named by a report')
      assert.ok(await files.has(sha256(bytes)))
    } finally {
      await close()
    }
  }),
)
