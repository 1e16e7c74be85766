import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { ERASED_LINE, ERASED_REASON } from '#core/directives/erasing.ts'
import type { Id } from '#core/kernel/id.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import { sha256 } from '#server/journal/entry-hash.ts'
import { verifyJournal } from '#server/journal/verify.ts'
import { anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { withFreshStore, withStore } from '#server/testing/harness.ts'
import { type Call, signedIn, testApp } from '#server/testing/signed-in.ts'

const LINE = { symbol: '07/CT-BNV', issuer: 'Bộ Nội vụ', issuedOn: '2026-03-02', secrecy: 'secret' }
const TEXT = `BỘ NỘI VỤ
Số: 07/CT-BNV
Hà Nội, ngày 02 tháng 03 năm 2026
CHỈ THỊ
Về việc hệ trọng
1. Giao các Sở chủ trì xây dựng kế hoạch tiêm chủng trọng yếu, hoàn thành trước ngày 30/6/2026.
2. Giao các Sở rà soát kho tiêm chủng trọng yếu, báo cáo trước ngày 15/7/2026.
3. Giao các Sở kiểm tra đường tiêm chủng trọng yếu, xong trước ngày 20/7/2026.`
/** Stands in every sentence, title, report and message of the directive, and nowhere else. */
const WORD = 'trọng yếu'
const PROOF = Buffer.from(`Biên bản ${WORD}: đã bàn giao 12 kho.`)

const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })

type Store = Parameters<typeof anAdministration>[0]

/** Three tasks of one directive: under way with a child below it, confirmed, and a draft. */
async function threeTasks(store: Store) {
  const administration = await anAdministration(store)
  await everyRoleAt(administration, ['ministry', 'lamDong', 'daLat'])
  const running = await testApp(store)
  const as = (role: Parameters<typeof loginOf>[0], at: Parameters<typeof loginOf>[1]) =>
    signedIn(running.app, loginOf(role, at))
  const [officer, clerk, head, below] = [
    as('officer', 'ministry'),
    as('clerk', 'ministry'),
    as('unit-head', 'lamDong'),
    as('unit-head', 'daLat'),
  ]
  running.setClock('2026-03-16T02:00:00.000Z' as Instant)
  const unit = (id: Id) => ({ kind: 'unit', id })
  const well = async (answer: ReturnType<Call>) => {
    const got = await answer
    assert.equal(got.status, 200, got.text)
    return got.body
  }
  const { id } = await well(officer('POST', '/directives', { body: { text: TEXT } }))
  const proposals = (await well(officer('GET', `/directives/${id}/proposals`))).items
  assert.equal(proposals.length, 3)
  const given: { task: Id; assignment: Id }[] = []
  for (const [at, proposal] of proposals.entries()) {
    const leads = [unit(administration.unit.lamDong)]
    const { taskId } = await well(
      officer('POST', `/proposals/${proposal.id}/accept`, { body: { leads }, headers: ifMatch(proposal.version) }),
    )
    const task = await well(officer('GET', `/tasks/${taskId}`))
    given.push({ task: taskId, assignment: task.assignments[0].id })
    if (at < 2) await well(officer('POST', `/tasks/${taskId}/issue`, { headers: ifMatch(task.version) }))
  }
  const send = async (by: Call, assignment: Id, command: string, body: object = {}) => {
    const { version } = await well(by('GET', `/assignments/${assignment}`))
    return well(by('POST', `/assignments/${assignment}/${command}`, { body, headers: ifMatch(version) }))
  }
  const bytes = { 'content-type': 'application/octet-stream' }
  const handIn = async (by: Call) =>
    (await well(by('POST', `/files?name=${encodeURIComponent(`${WORD}.txt`)}`, { body: PROOF, headers: bytes })))
      .id as Id
  const proof = await handIn(head)
  const [running1, done] = [given[0]?.assignment ?? assert.fail(), given[1]?.assignment ?? assert.fail()]
  for (const one of [running1, done]) await send(head, one, 'accept')
  await send(head, running1, 'report', { text: `Đã ${WORD}`, percent: 40, evidence: [proof] })
  await send(officer, running1, 'revise', { action: `Riêng ${WORD}`, deadlineText: `sau khi ${WORD}`, reason: WORD })
  await send(head, done, 'complete', { text: `Xong ${WORD}`, percent: 100, evidence: [] })
  await send(officer, done, 'confirm')
  const cascade = {
    action: `Đà Lạt ${WORD}`,
    deliverable: `Báo cáo ${WORD}`,
    leads: [unit(administration.unit.daLat)],
    cooperating: [],
    monitorId: null,
    dueOn: '2026-04-30',
  }
  const keyed = { body: cascade, headers: { 'idempotency-key': 'cascade' } }
  const child = await well(head('POST', `/assignments/${running1}/cascade`, keyed))
  await well(head('POST', `/tasks/${child.id}/issue`, { headers: ifMatch(child.version) }))
  const said = { body: { text: `Kho ${WORD} ở đâu?`, mentions: [] }, headers: { 'idempotency-key': 'said' } }
  await well(head('POST', `/assignments/${running1}/messages`, said))
  const erase = async (by: Call, tasks?: number) => {
    const { rows } = await sql<{ version: number }>`select version from directive where id = ${id}`.execute(store.db)
    const body = { ...LINE, ...(tasks === undefined ? {} : { tasks }) }
    return by('POST', `/directives/${id}/erase-content`, { body, headers: ifMatch(rows[0]?.version ?? -1) })
  }
  const kinds = async (by: Call) => (await well(by('GET', '/duties'))).items.map(({ kind }: { kind: string }) => kind)
  const holding = {
    id,
    officer,
    clerk,
    head,
    below,
    running: running1,
    done,
    child,
    proof,
    handIn,
    erase,
    kinds,
    send,
    well,
  }
  return { ...running, ...holding, given, as }
}

function withThreeTasks(body: (world: Awaited<ReturnType<typeof threeTasks>>, store: Store) => Promise<void>) {
  return withStore(async (store) => {
    const world = await threeTasks(store)
    await body(world, store).finally(world.close)
  })
}

/** Tables in which a word stands, journal apart. */
async function tablesWith(store: Store, word: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'journal%'`.execute(
    store.db,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const { rows: hits } = await sql`
      select 1 from ${sql.table(name)} x where to_jsonb(x)::text ilike ${`%${word}%`} limit 1`.execute(store.db)
    if (hits.length > 0) found.push(name)
  }
  return found
}

test(
  'before it is erased the office is shown what tasks quote it; a clerk, who withdraws nothing, is told whom to tell',
  withThreeTasks(async ({ id, officer, clerk, erase, as, well }, store) => {
    const reach = await well(officer('GET', `/directives/${id}/erase-content`))
    const { tasks, ...counts } = reach
    assert.equal(tasks.length, 4)
    assert.deepEqual(counts, {
      assignments: 4,
      open: 3,
      given: 3,
      reports: 2,
      files: 1,
      messages: 1,
      mayWithdraw: true,
    })
    assert.equal((await well(clerk('GET', `/directives/${id}/erase-content`))).mayWithdraw, false)
    assert.equal((await as('officer', 'lamDong')('GET', `/directives/${id}/erase-content`)).status, 403)
    const refused = await erase(clerk, 4)
    assert.deepEqual([refused.body.code, refused.body.tasks], ['directive/tasks_need_officer', 4])
    for (const confirmed of [undefined, 3]) {
      const { body } = await erase(officer, confirmed)
      assert.deepEqual([body.code, body.tasks, body.assignments, body.open], ['directive/tasks_quote_it', 4, 4, 3])
    }
    assert.ok((await tablesWith(store, WORD)).includes('task'))
  }),
)

test(
  'with a directive that is found to be secret its tasks lose their words everywhere, what is open is withdrawn, and the journal still holds',
  withThreeTasks(async (world, store) => {
    const { officer, head, below, running, done, child, given, erase, files, proof, handIn, well, setClock } = world
    const abandoned = await handIn(officer)
    assert.deepEqual(
      new Set(await tablesWith(store, WORD)).isSupersetOf(
        new Set(['assignment', 'directive_text', 'file', 'idempotency', 'message_text', 'proposal', 'report', 'task']),
      ),
      true,
    )
    const faults = (await verifyJournal(store)).faults
    setClock('2026-03-16T04:00:00.000Z' as Instant)
    const erased = await erase(officer, 4)
    assert.equal(erased.status, 200, erased.text)
    const { fileKept, tasks, withdrawn } = erased.body
    assert.deepEqual({ fileKept, tasks, withdrawn }, { fileKept: false, tasks: 4, withdrawn: 3 })

    assert.deepEqual(await tablesWith(store, WORD), [])
    assert.equal(await files.has(sha256(PROOF)), false)
    for (const [by, file] of [
      [head, proof],
      [officer, abandoned],
    ] as const)
      assert.equal((await by('GET', `/files/${file}/content`)).status, 404)
    assert.equal((await verifyJournal(store)).faults, faults)

    const { state, action, exitReason, reports, history } = await well(head('GET', `/assignments/${running}`))
    assert.deepEqual([state, action, exitReason], ['withdrawn', ERASED_LINE, ERASED_REASON])
    assert.deepEqual(
      reports.map(({ text, evidence }: { text: string; evidence: unknown[] }) => [text, evidence]),
      [[ERASED_LINE, []]],
    )
    assert.deepEqual(
      history.map(({ command }: { command: string }) => command),
      ['assignment.withdraw'],
      'what was typed before is read by auditors alone',
    )
    const confirmed = await well(officer('GET', `/assignments/${done}`))
    assert.deepEqual(
      [confirmed.state, confirmed.lateness.class],
      ['confirmed', 'done_on_time'],
      'what is done stays counted',
    )
    const draft = await well(officer('GET', `/tasks/${given[2]?.task}`))
    assert.deepEqual([draft.action, draft.assignments[0].state, draft.deadline], [ERASED_LINE, 'withdrawn', null])
    assert.equal((await well(below('GET', `/assignments/${child.assignments[0].id}`))).state, 'withdrawn')
    assert.equal(JSON.stringify(await well(officer('GET', '/search?q=tiêm+chủng'))).includes('tiêm chủng'), false)
  }),
)

test(
  'what was stored before a directive is erased is hidden with it, even where the clock of that request was ahead',
  withThreeTasks(async ({ officer, head, running, given, erase, send, well, setClock }) => {
    setClock('2026-03-16T05:00:00.000Z' as Instant)
    await send(head, running, 'report', { text: `Thêm ${WORD}`, percent: 50, evidence: [] })
    await send(officer, running, 'revise', { action: `Lại ${WORD}`, reason: WORD })
    const draft = await well(officer('GET', `/tasks/${given[2]?.task}`))
    const edit = { body: { action: `Viết lại ${WORD}` }, headers: ifMatch(draft.version) }
    await well(officer('PATCH', `/tasks/${draft.id}`, edit))
    setClock('2026-03-16T04:00:00.000Z' as Instant)
    assert.equal((await erase(officer, 4)).status, 200)
    for (const [by, path, steps] of [
      [head, `/assignments/${running}`, ['assignment.withdraw']],
      [officer, `/assignments/${running}`, ['assignment.withdraw']],
      [officer, `/tasks/${draft.id}`, ['task.erase_content']],
    ] as const) {
      const { history } = await well(by('GET', path))
      assert.deepEqual(
        history.map(({ command }: { command: string }) => command),
        steps,
      )
      assert.equal(JSON.stringify(history).includes(WORD), false)
    }
  }),
)

test(
  'the table that a line of the register was taken over from goes with what the directive says',
  withThreeTasks(async ({ id, officer, handIn, files, erase }, store) => {
    const table = await handIn(officer)
    await sql`insert into import_run (id, owner_id, kind, file_id, file_sha256, sheet, header_key, mapping, counts, run_by, run_at)
      select id, owner_id, 'directives', ${table}, ${sha256(PROOF)}, 'Trang 1', 'x', '{}', '{}', registered_by, registered_at
      from directive where id = ${id}`.execute(store.db)
    const erased = await erase(officer, 4)
    assert.equal(erased.status, 200, erased.text)
    assert.equal(erased.body.fileKept, false)
    assert.equal((await officer('GET', `/files/${table}/content`)).status, 404)
    assert.equal(await files.has(sha256(PROOF)), false)
  }),
)

test(
  'units read among their duties that it goes on on paper, until they have opened it',
  withThreeTasks(async ({ officer, head, below, running, child, erase, kinds, well, setClock }) => {
    setClock('2026-03-16T04:00:00.000Z' as Instant)
    assert.equal((await erase(officer, 4)).status, 200)
    for (const [by, assignment] of [
      [head, running],
      [below, child.assignments[0].id],
    ] as const) {
      assert.equal((await kinds(by)).filter((kind: string) => kind === 'on-paper').length, 1)
      setClock('2026-03-16T05:00:00.000Z' as Instant)
      await well(by('POST', `/assignments/${assignment}/seen`, { body: {} }))
      assert.equal((await kinds(by)).includes('on-paper'), false)
    }
    assert.equal((await kinds(officer)).includes('on-paper'), false)
  }),
)

test(
  'what is erased takes no new words: no message, no edit of its drafts, no new assignment, in the API and in the database',
  withThreeTasks(async ({ officer, head, running, given, erase, well }, store) => {
    assert.equal((await erase(officer, 4)).status, 200)
    const say = { body: { text: 'Vẫn làm chứ?', mentions: [] } }
    assert.equal((await head('POST', `/assignments/${running}/messages`, say)).body.code, 'directive/secret')
    assert.equal((await well(head('GET', `/assignments/${running}/messages`))).mayWrite, false)
    const draft = await well(officer('GET', `/tasks/${given[2]?.task}`))
    const edit = { body: { action: 'Viết lại' }, headers: ifMatch(draft.version) }
    assert.equal((await officer('PATCH', `/tasks/${draft.id}`, edit)).body.code, 'directive/secret')
    for (const statement of [
      sql`update task set action = 'x' where id = ${draft.id}`,
      sql`insert into report (id, assignment_id, kind, reported_on, recorded_at, reported_by, text)
        select task_id, id, 'progress', '2026-03-17', now(), drafted_by, 'x' from assignment where id = ${running}`,
      sql`update report set decided_reason = 'x'`,
      sql`insert into evidence (report_id, file_id) select r.id, f.id from report r, file f`,
      sql`update assignment set action = 'x' where id = ${running}`,
      sql`update assignment set deadline_text = 'x' where id = ${running}`,
      sql`update assignment set returned_reason = 'x' where id = ${running}`,
      sql`update assignment set exit_reason = 'x' where id = ${running}`,
      sql`insert into message (id, assignment_id, author_id, unit_id, written_at)
        select task_id, id, drafted_by, issued_by, now() from assignment where id = ${running}`,
      sql`insert into message_text (message_id, revision, text, written_at) select id, 9, 'x', now() from message`,
      sql`insert into assignment (id, task_id, ordinal, issued_by, lead_id, state, needs_approval, drafted_by)
        select directive_id, task_id, 99, issued_by, issued_by, 'draft', false, drafted_by from assignment where id = ${running}`,
    ])
      await assert.rejects(statement.execute(store.db), /erased_guard/)
  }),
)

test(
  'a report that comes while a directive is being erased loses its words with it, or does not come in',
  withFreshStore(async (store) => {
    if (store.kind !== 'postgres') return
    const { officer, head, running, erase, close } = await threeTasks(store)
    try {
      const { version } = (await head('GET', `/assignments/${running}`)).body
      const held = await store.pool.connect()
      await held.query('begin')
      await held.query('select from assignment where id = $1 for update', [running])
      const body = { text: `Thêm ${WORD}`, percent: 50, evidence: [] }
      const reporting = head('POST', `/assignments/${running}/report`, { body, headers: ifMatch(version) })
      await setTimeout(300)
      const erasing = erase(officer, 4)
      await setTimeout(300)
      await held.query('rollback')
      held.release()
      assert.equal((await erasing).status, 200)
      assert.ok([200, 409, 412].includes((await reporting).status))
      assert.deepEqual(await tablesWith(store, WORD), [])
    } finally {
      await close()
    }
  }),
)
