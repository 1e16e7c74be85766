import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { newId } from '#server/clock.ts'
import type { Store } from '#server/db/store.ts'
import { keepMissingWords } from '#server/directives/keep-words.ts'
import { aPdf } from '#server/testing/a-pdf.ts'
import {
  type Administration,
  anAdministration,
  everyRoleAt,
  loginOf,
  type Place,
} from '#server/testing/administration.ts'
import { withStore } from '#server/testing/harness.ts'
import { type Call, signedIn, testApp } from '#server/testing/signed-in.ts'

interface Stage {
  store: Store
  administration: Administration
  as: (role: Parameters<typeof loginOf>[0], at: Place) => Call
  /** Registers a text at the ministry; answers its id. */
  register: (subject: string, sentences: string, more?: Record<string, unknown>) => Promise<string>
}

let number = 0
const textOf = (subject: string, sentences: string) => {
  number++
  return `BỘ PHÁT TRIỂN CƠ SỞ\nSố: ${100 + number}/CT-BPTCS\nHà Nội, ngày 05 tháng 01 năm 2026\n\nCHỈ THỊ\n${subject}\n\nĐiều 1. ${sentences}\n`
}

function withStage(body: (stage: Stage) => Promise<void>) {
  return withStore(async (store) => {
    const administration = await anAdministration(store)
    await everyRoleAt(administration, ['ministry', 'lamDong', 'caMau'])
    const { app, close } = await testApp(store)
    const as: Stage['as'] = (role, at) => signedIn(app, loginOf(role, at))
    const register: Stage['register'] = async (subject, sentences, more = {}) => {
      const answer = await as('officer', 'ministry')('POST', '/directives', {
        body: { text: textOf(subject, sentences), ...more },
      })
      assert.equal(answer.status, 200, answer.text)
      return answer.body.id
    }
    await body({ store, administration, as, register }).finally(close)
  })
}

async function found(call: Call, query: Record<string, string>) {
  const answer = await call('GET', `/directives?${new URLSearchParams(query).toString()}`)
  assert.equal(answer.status, 200, answer.text)
  return answer.body as {
    items: {
      id: string
      symbol: string
      subject: string
      found: { at: number | null; parts: { text: string; found: boolean }[] } | null
    }[]
    total: number
    states: Record<string, number>
  }
}

const subjects = ({ items }: Awaited<ReturnType<typeof found>>) => items.map(({ subject }) => subject)

test(
  'what is spelled as it was typed comes first, in the head before the text; then what is alike without accents',
  withStage(async ({ as, register }) => {
    await register('Về phát triển đô thị đa năng', 'Các Sở rà soát quy hoạch.') // alike without accents, in the head
    await register('Về biên chế', 'Giao Sở Đà Nẵng báo cáo.') // as typed, in the text
    await register('Về trụ sở', 'Mức hỗ trợ đã nâng lên.') // alike, in the text
    await register('Về công tác tại Đà Nẵng', 'Các Sở báo cáo.') // as typed, in the head
    await register('Về thi đua', 'Các Sở báo cáo năng lực, đa dạng hình thức.') // has the syllables, not next to each other
    const officer = as('officer', 'ministry')
    const ranked = ['Về công tác tại Đà Nẵng', 'Về biên chế', 'Về phát triển đô thị đa năng', 'Về trụ sở']
    assert.deepEqual(subjects(await found(officer, { q: 'Đà Nẵng' })), ranked)
    assert.deepEqual(subjects(await found(officer, { q: 'ĐÀ NẴNG' })), ranked)
    const plain = await found(officer, { q: 'da nang' })
    assert.deepEqual(subjects(plain).toSorted(), ranked.toSorted())
    assert.deepEqual([plain.total, plain.states], [4, { unread: 4, 'tasks-recorded': 0, 'no-task': 0, secret: 0 }])
    assert.deepEqual(subjects(await found(officer, { q: 'da nan' })).length, 4) // still being typed
    assert.deepEqual(subjects(await found(officer, { q: 'anang' })), []) // not from within a word
  }),
)

test(
  'the tone may stand on either vowel: hoà and hòa are one word, hoa is another',
  withStage(async ({ as, register }) => {
    await register('Về hoa tươi', 'Cơ quan dùng hoa tươi.')
    await register('Về công tác hoà giải', 'Các Sở hoà giải ở cơ sở.')
    const officer = as('officer', 'ministry')
    assert.deepEqual(subjects(await found(officer, { q: 'hòa giải' })), ['Về công tác hoà giải'])
    assert.deepEqual(subjects(await found(officer, { q: 'hòa' })), ['Về công tác hoà giải', 'Về hoa tươi'])
    assert.deepEqual(subjects(await found(officer, { q: 'hoa tươi' })), ['Về hoa tươi'])
  }),
)

test(
  'words follow each other as typed, unless a comma parts them; a number is found by itself and with its notation',
  withStage(async ({ as, register }) => {
    await register('Về một', 'Xây dựng kế hoạch rà soát biên chế năm 2026.')
    const first = number
    await register('Về hai', 'Rà soát kế hoạch; kế hoạch biên chế.')
    const officer = as('officer', 'ministry')
    assert.deepEqual(subjects(await found(officer, { q: 'kế hoạch rà soát' })), ['Về một'])
    // Each pair of neighbours stands somewhere in the second, the three words together do not.
    assert.deepEqual(subjects(await found(officer, { q: 'soát kế hoạch biên chế' })), [])
    assert.deepEqual(subjects(await found(officer, { q: 'biên chế, rà soát' })).toSorted(), ['Về hai', 'Về một'])
    assert.deepEqual(subjects(await found(officer, { q: `${100 + first}/CT-BPTCS` })), ['Về một'])
    assert.deepEqual(subjects(await found(officer, { q: `${100 + first}` })), ['Về một'])
    assert.deepEqual(subjects(await found(officer, { q: `'; drop -- % _ \\` })).length, 0)
  }),
)

test(
  'the words found stand in their sentence, marked, as they are written',
  withStage(async ({ as, register }) => {
    await register('Về trụ sở', 'Mở đầu. Giao <b>Sở Đà Nẵng</b> & các Sở báo cáo.')
    const [row] = (await found(as('officer', 'ministry'), { q: 'da nang' })).items
    assert.deepEqual(row?.found?.parts, [
      { text: 'Giao <b>Sở ', found: false },
      { text: 'Đà Nẵng', found: true },
      { text: '</b> & các Sở báo cáo.', found: false },
    ])
    const head = await found(as('officer', 'ministry'), { q: 'tru so' })
    assert.equal(head.items[0]?.found, null)
  }),
)

test(
  'a clerk, who does not read what directives say, finds them by their heads alone',
  withStage(async ({ as, register }) => {
    await register('Về biên chế', 'Giao Sở Đà Nẵng báo cáo.')
    const clerk = as('clerk', 'ministry')
    assert.equal((await found(clerk, { q: 'Đà Nẵng' })).total, 0)
    assert.equal((await found(clerk, { q: 'bien che' })).total, 1)
    const counts = await clerk('GET', '/directives/counts?q=da+nang')
    assert.equal(counts.body.total, 0)
  }),
)

test(
  'of a directive with separate parts an addressee finds only what stands in the sentences given to it',
  withStage(async ({ administration: { unit }, as, register, store }) => {
    const text =
      'Giao Sở Lâm Đồng chủ trì rà soát biên chế trước ngày 30/6/2026. Giao Sở Cà Mau chủ trì điều tra ven biển trước ngày 30/6/2026.'
    const id = await register('Về hai việc', text, { separateParts: true })
    const officer = as('officer', 'ministry')
    const { body } = await officer('GET', `/directives/${id}/proposals`)
    const mine = body.items.find(({ quote }: { quote: string }) => quote.includes('Lâm Đồng'))
    const accepted = await officer('POST', `/proposals/${mine.id}/accept`, {
      body: { leads: [{ kind: 'unit', id: unit.lamDong }] },
      headers: { 'if-match': `"${mine.version}"` },
    })
    assert.equal(accepted.status, 200, accepted.text)
    const head = as('unit-head', 'lamDong')
    assert.equal((await found(head, {})).total, 0)
    const issued = await officer('POST', `/tasks/${accepted.body.taskId}/issue`, { headers: { 'if-match': '"1"' } })
    assert.equal(issued.status, 200, issued.text)
    assert.equal((await found(head, {})).total, 1)
    assert.equal((await found(head, { q: 'hai việc' })).total, 1)
    const own = await found(head, { q: 'ra soat bien che' })
    assert.equal(own.total, 1)
    assert.equal(own.items[0]?.found?.at, null)
    assert.ok(own.items[0]?.found?.parts.some((part) => part.found && part.text === 'rà soát biên chế'))
    assert.equal((await found(head, { q: 'điều tra ven biển' })).total, 0)
    assert.equal((await found(head, { q: 'Cà Mau' })).total, 0)
    assert.equal((await found(officer, { q: 'điều tra ven biển' })).total, 1)
    assert.equal((await found(as('unit-head', 'caMau'), { q: 'hai việc' })).total, 0)
    await sql`update directive set separate_parts = false where id = ${id}`.execute(store.db)
    assert.equal((await found(head, { q: 'điều tra ven biển' })).total, 1)
  }),
)

test(
  'words typed for a page are found, those they replace are not; a corrected head is found by its new words',
  withStage(async ({ as, store }) => {
    const officer = as('officer', 'ministry')
    const file = await officer('POST', '/files?name=scan.pdf', {
      body: Buffer.from(aPdf([[]])),
      headers: { 'content-type': 'application/octet-stream' },
    })
    const { body } = await officer('POST', '/directives', { body: { fileId: file.body.id } })
    const enter = (text: string, replaces: string | null) =>
      officer('PUT', `/directives/${body.id}/pages/1`, { body: { text, origin: 'typed', replaces } })
    const first = await enter('Các Sở kiểm kê tài sản công.', null)
    assert.equal(first.status, 200, first.text)
    assert.equal((await found(officer, { q: 'kiểm kê tài sản' })).total, 1)
    await enter('Các Sở kiểm tra trụ sở.', first.body.directive.pages[0].id)
    assert.equal((await found(officer, { q: 'kiểm kê tài sản' })).total, 0)
    const again = await found(officer, { q: 'kiểm tra trụ sở' })
    assert.equal(again.total, 1)
    const edited = await officer('PATCH', `/directives/${body.id}`, {
      body: { subject: 'Về công sản' },
      headers: { 'if-match': `"${first.body.directive.version + 1}"` },
    })
    assert.equal(edited.status, 200, edited.text)
    assert.equal((await found(officer, { q: 'công sản' })).total, 1)

    await sql`delete from directive_words`.execute(store.db)
    assert.equal((await found(officer, { q: 'kiểm tra trụ sở' })).total, 0)
    assert.equal(await keepMissingWords(store), 1)
    assert.equal((await found(officer, { q: 'kiểm tra trụ sở' })).total, 1)
    assert.equal((await found(officer, { q: 'kiểm kê tài sản' })).total, 0)
  }),
)

test(
  'every number of the register has the list behind it, under every filter, for the office and for a province',
  withStage(async ({ store, administration, as }) => {
    await aRegister(store, administration)
    const filters: Record<string, string>[] = [
      {},
      { state: 'unread' },
      { type: 'chỉ thị' },
      { issuer: 'Bộ Nội vụ' },
      { urgency: 'khẩn' },
      { overdue: 'true' },
      { month: '2026-02' },
      { receivedFrom: '2026-01-10', receivedTo: '2026-03-05' },
      { q: 'biên chế' },
      { q: 'bien che', state: 'unread', type: 'chỉ thị' },
      { state: 'secret' },
    ]
    let compared = 0
    for (const [role, at] of [
      ['officer', 'ministry'],
      ['unit-head', 'lamDong'],
      ['clerk', 'ministry'],
    ] as const)
      for (const filter of filters) {
        const call = as(role, at)
        const counts = (await call('GET', `/directives/counts?${new URLSearchParams(filter).toString()}`)).body
        const agree = async (more: Record<string, string>, expected: number, what: string) => {
          const list = await found(call, { ...filter, ...more, limit: '200' })
          compared++
          assert.equal(list.total, expected, `${role} ${JSON.stringify(filter)} ${what}`)
          assert.equal(list.items.length, expected, `${role} ${JSON.stringify(filter)} rows ${what}`)
        }
        await agree({}, counts.total, 'total')
        for (const [state, n] of Object.entries(counts.states)) await agree({ state }, n as number, state)
        for (const { value, count } of counts.types) await agree({ type: value }, count, value)
        for (const { value, count } of counts.issuers) await agree({ issuer: value }, count, value)
        for (const { value, count } of counts.urgencies) await agree({ urgency: value }, count, value)
        for (const { unit, count } of counts.owners) await agree({ owner: unit.id }, count, unit.name)
        if (filter['receivedFrom'] !== undefined) continue
        assert.ok(counts.months.length >= 12)
        for (const { month, states } of counts.months)
          if (month >= '2026-01') {
            const all = Object.values(states as Record<string, number>).reduce((sum, n) => sum + n, 0)
            await agree({ month }, all, month)
          }
      }
    assert.ok(compared > 150)
  }),
)

test(
  'the register is sorted as asked, and read page by page without a gap',
  withStage(async ({ store, administration, as }) => {
    await aRegister(store, administration)
    const officer = as('officer', 'ministry')
    const symbols = async (sort: string, more: Record<string, string> = {}) =>
      (await found(officer, { sort, limit: '200', ...more })).items.map(({ symbol }) => symbol)
    const byNumber = await symbols('symbol')
    assert.deepEqual(byNumber.slice(0, 3), ['1/CT-BPTCS', '2/QĐ-BPTCS', '3/CT-BPTCS'])
    assert.deepEqual(await symbols('-symbol'), byNumber.toReversed())
    assert.deepEqual((await symbols('-open')).slice(0, 2), ['4/QĐ-BPTCS', '2/QĐ-BPTCS']) // two open ones, then one
    assert.deepEqual((await symbols('received')).at(0), '1/CT-BPTCS')
    assert.deepEqual((await symbols('-received')).at(-1), '1/CT-BPTCS')
    const paged = []
    for (let offset = 0; offset < 24; offset += 5)
      paged.push(...(await symbols('symbol', { limit: '5', offset: `${offset}` })))
    assert.deepEqual(paged, byNumber)
  }),
)

/** 24 directives of three months; the second has one assignment in term, the fourth two past their day, one of them of the province. */
async function aRegister(store: Store, { unit }: Administration): Promise<void> {
  const { rows } = await sql<{ id: Id }>`select id from person where login = 'officer.ministry'`.execute(store.db)
  const by = rows[0]?.id
  const ids = Array.from({ length: 24 }, () => newId())
  for (const [at, id] of ids.entries()) {
    const n = at + 1
    const secret = n % 8 === 0
    await sql`insert into directive (id, symbol, type, issuer, issued_on, received_on, subject, urgency, reading_state, secrecy, owner_id,
        registered_by, registered_at, folded, identity_key)
      values (${id}, ${`${n}/${n % 2 ? 'CT' : 'QĐ'}-BPTCS`}, ${secret ? null : n % 2 ? 'chỉ thị' : 'quyết định'}, ${n % 3 ? 'Bộ Nội vụ' : 'Chính phủ'},
        '2026-01-01', date '2026-01-01' + ${n * 3}::int, ${secret ? '' : n % 5 ? 'Về biên chế' : 'Về trụ sở'}, ${secret || n % 4 ? null : 'khẩn'},
        ${secret ? 'secret' : n % 3 ? 'unread' : 'tasks-recorded'}, ${secret ? 'secret' : null}, ${n % 6 ? unit.ministry : unit.lamDong}, ${by},
        '2026-03-16', ${secret ? '' : n % 5 ? 've bien che' : 've tru so'}, ${`${n}|x`})`.execute(store.db)
  }
  for (const [of, lead, due, ordinal] of [
    [ids[1], unit.lamDong, '2026-12-31', 1],
    [ids[3], unit.lamDong, '2026-02-01', 1],
    [ids[3], unit.caMau, '2026-02-01', 2],
  ] as const) {
    const [task, assignment] = [newId(), newId()]
    await sql`insert into task (id, number, directive_id, action, owner_id, drafted_by, drafted_at, folded)
      values (${task}, nextval('task_number'), ${of}, 'x', ${unit.ministry}, ${by}, now(), 'x')`.execute(store.db)
    await sql`insert into assignment (id, task_id, ordinal, directive_id, lead_id, issued_by, state, original_due_on, due_on, needs_approval,
        drafted_by, issued_on, answer_from, issued_at)
      values (${assignment}, ${task}, ${ordinal}, ${of}, ${lead}, ${unit.ministry}, 'accepted', ${due}, ${due}, false, ${by}, '2026-01-15', '2026-01-15', now())`.execute(
      store.db,
    )
    await sql`insert into directive_addressee values (${of}, ${lead}) on conflict do nothing`.execute(store.db)
  }
}

test(
  'more than five phrases at a time are refused, for the list and for its counts',
  withStage(async ({ as, register }) => {
    await register('Về biên chế', 'Sở Lâm Đồng rà soát biên chế.')
    const officer = as('officer', 'ministry')
    assert.equal((await found(officer, { q: 'biên,chế,rà,soát,sở' })).total, 1)
    for (const path of ['/directives', '/directives/counts']) {
      const { status, body } = await officer('GET', `${path}?${new URLSearchParams({ q: 'b,c,r,s,t,n' }).toString()}`)
      assert.deepEqual([status, body.code, body.limit], [409, 'directive/too_many_phrases', 5], path)
    }
  }),
)
