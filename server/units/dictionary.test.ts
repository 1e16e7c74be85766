import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSubjects } from '#server/journal/check-subjects.ts'
import { listStates } from '#server/journal/subjects.ts'
import { type Administration, anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { withStore } from '#server/testing/harness.ts'
import { type Call, signedIn, testApp } from '#server/testing/signed-in.ts'

interface Stage {
  administration: Administration
  ministry: Call
  lamDong: Call
  leader: Call
}

function withOffices(body: (stage: Stage, verify: () => Promise<void>) => Promise<void>) {
  return withStore(async (store) => {
    const administration = await anAdministration(store)
    await everyRoleAt(administration, ['ministry', 'lamDong'])
    const running = await testApp(store)
    const as = (role: 'officer' | 'leader', at: 'ministry' | 'lamDong') => signedIn(running.app, loginOf(role, at))
    const stage = {
      administration,
      ministry: as('officer', 'ministry'),
      lamDong: as('officer', 'lamDong'),
      leader: as('leader', 'lamDong'),
    }
    try {
      await body(stage, async () => {
        for (const kind of ['alias', 'unit_group', 'fixed_phrase'] as const) {
          const entries = await store.db
            .selectFrom('journalEntry')
            .selectAll()
            .where('subjectKind', '=', kind)
            .execute()
          const faults = checkSubjects(kind, entries, await listStates(store.db, kind))
          // The group that the builder made has no history.
          assert.deepEqual(
            faults.filter(({ what }) => what !== 'state_without_entry'),
            [],
            kind,
          )
        }
      })
    } finally {
      await running.close()
    }
  })
}

/** The body of an answer that must be good. */
async function good(call: Call, method: string, path: string, body?: unknown, version?: number) {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` }
  const answer = await call(method, path, { ...(body === undefined ? {} : { body }), headers })
  assert.equal(answer.status, 200, `${method} ${path}: ${answer.text}`)
  return answer.body
}

async function codeOf(call: Call, method: string, path: string, body?: unknown, version?: number): Promise<string> {
  const headers = version === undefined ? {} : { 'if-match': `"${version}"` }
  const answer = await call(method, path, { ...(body === undefined ? {} : { body }), headers })
  return answer.body?.code ?? String(answer.status)
}

test(
  'a name that is taught is found, listed by the alphabet, known once and forgotten again',
  withOffices(async ({ administration: { unit, group }, ministry, lamDong }, verify) => {
    const target = { kind: 'unit', id: unit.daLat }
    const { id } = await good(lamDong, 'POST', '/aliases', { target, text: 'Ban ĐL' })
    assert.deepEqual(await good(lamDong, 'POST', '/aliases', { target, text: 'ban  ĐL' }), { id })
    await good(ministry, 'POST', '/aliases', { target: { kind: 'group', id: group }, text: 'Ăng-ten các Sở' })
    await good(ministry, 'POST', '/aliases', { target: { kind: 'unit', id: unit.caMau }, text: 'Ban ĐL' })

    const all = await good(lamDong, 'GET', '/aliases')
    const rows = all.items.map((row: { text: string; shared: boolean; mayEdit: boolean }) => [
      row.text,
      row.shared,
      row.mayEdit,
    ])
    assert.deepEqual(rows, [
      ['Ăng-ten các Sở', false, false],
      ['Ban ĐL', true, true],
      ['Ban ĐL', true, false],
    ])
    assert.equal((await good(lamDong, 'GET', '/aliases?q=ang%20ten')).total, 1)
    assert.equal((await good(lamDong, 'GET', '/aliases?kind=unit&limit=1&offset=1')).items.length, 1)
    assert.equal((await good(lamDong, 'GET', '/addressees?q=ban%20dl')).items.length, 2)

    assert.equal(await codeOf(lamDong, 'DELETE', `/aliases/${all.items[0].id}`), 'person/not_entitled')
    await good(lamDong, 'DELETE', `/aliases/${id}`)
    assert.equal(await codeOf(lamDong, 'DELETE', `/aliases/${id}`), 'request/not_found')
    assert.equal((await good(lamDong, 'GET', '/addressees?q=ban%20dl')).items.length, 1)
    await verify()
  }),
)

test(
  'a group that an office lists stands for its members, wherever its name is written',
  withOffices(async ({ administration: { unit, external, group }, ministry, lamDong }, verify) => {
    const members = [
      { kind: 'unit', id: unit.baoLoc },
      { kind: 'external', id: external },
      { kind: 'unit', id: unit.baoLoc },
    ]
    const { id } = await good(lamDong, 'POST', '/groups', { name: 'Khối nội chính', members })
    await good(lamDong, 'POST', '/aliases', { target: { kind: 'group', id }, text: 'khối NC' })
    const reach = async () =>
      (await good(ministry, 'POST', '/addressees/expand', { addressees: [{ kind: 'group', id }] })).units.map(
        (one: { id: string }) => one.id,
      )
    assert.deepEqual(await reach(), [unit.baoLoc, external])
    const { matches } = await good(ministry, 'POST', '/addressees/match', { names: ['Khối nội chính', 'khối NC'] })
    for (const { status, candidates } of matches)
      assert.deepEqual([status, candidates[0]?.id, candidates[0]?.count], ['sure', id, 2])

    await good(lamDong, 'PATCH', `/groups/${id}`, { members: [{ kind: 'unit', id: unit.daLat }] }, 1)
    assert.deepEqual(await reach(), [unit.daLat])
    assert.equal(await codeOf(lamDong, 'PATCH', `/groups/${id}`, { name: 'Khối khác' }, 1), 'version/stale')
    const row = (await good(lamDong, 'GET', '/groups')).items.find((one: { id: string }) => one.id === id)
    assert.deepEqual([row.version, row.mayEdit, row.aliases, row.members.length], [2, true, ['khối NC'], 1])

    const outside = { members: [{ kind: 'unit', id: unit.caMau }] }
    assert.equal(await codeOf(lamDong, 'PATCH', `/groups/${id}`, outside, 2), 'units/member_not_below')
    assert.equal(await codeOf(ministry, 'POST', '/groups', { name: 'khối nội  chính', members }), 'units/name_taken')
    assert.equal(await codeOf(ministry, 'PATCH', `/groups/${group}`, outside, 1), 'units/members_by_kind')
    assert.equal(await codeOf(lamDong, 'DELETE', `/groups/${group}`), 'person/not_entitled')

    await good(lamDong, 'DELETE', `/groups/${id}`)
    const [gone] = (await good(ministry, 'POST', '/addressees/match', { names: ['khối NC'] })).matches
    assert.equal(gone.status, 'unknown')
    assert.equal((await good(ministry, 'GET', '/aliases')).total, 0)
    await verify()
  }),
)

test(
  'a body outside is recorded once, and its name can be put right',
  withOffices(async ({ administration: { external }, ministry, lamDong }) => {
    assert.equal(await codeOf(lamDong, 'POST', '/external-units', { name: 'kho bạc' }), 'units/name_taken')
    const target = { kind: 'external', id: external }
    await good(lamDong, 'POST', '/aliases', { target, text: 'KBNN' })
    await good(ministry, 'PATCH', `/external-units/${external}`, { name: 'Kho bạc Nhà nước' }, 1)
    const { items, total } = await good(lamDong, 'GET', '/external-units?q=kbnn')
    assert.deepEqual([total, items[0].name, items[0].aliases, items[0].version], [1, 'Kho bạc Nhà nước', ['KBNN'], 2])
  }),
)

test(
  'a phrase holds for the register of its office and those below, and for no other',
  withOffices(async ({ ministry, lamDong, leader }, verify) => {
    const text = 'Nhờ Sở Cà Mau tổng hợp, báo cáo kết quả trước ngày 20/3/2026.'
    const proposed = async (call: Call) => {
      const { id } = await good(call, 'POST', '/directives', { text, evenIfSame: true })
      const { items } = await good(call, 'GET', `/directives/${id}/proposals`)
      return items.flatMap(({ fields }: { fields: { lead: string[] } }) => fields.lead).join()
    }
    assert.equal(await proposed(lamDong), '')
    const own = await good(lamDong, 'POST', '/phrases', { kind: 'order', phrase: 'Nhờ', note: 'lối viết của Sở' })
    assert.deepEqual([await proposed(lamDong), await proposed(ministry)], ['Sở Cà Mau', ''])
    const above = await good(ministry, 'POST', '/phrases', { kind: 'never', phrase: 'báo cáo kết quả' })
    assert.equal(await proposed(lamDong), '')

    const { items } = await good(leader, 'GET', '/phrases')
    assert.deepEqual(
      items.map((row: { id: string; mayEdit: boolean }) => [row.id, row.mayEdit]),
      [
        [above.id, false],
        [own.id, false],
      ],
    )
    assert.equal(await codeOf(lamDong, 'DELETE', `/phrases/${above.id}`), 'person/not_entitled')
    await good(ministry, 'DELETE', `/phrases/${above.id}`)
    assert.equal(await proposed(lamDong), 'Sở Cà Mau')
    await good(lamDong, 'PATCH', `/phrases/${own.id}`, { phrase: 'kính nhờ', note: null }, 1)
    assert.equal(await proposed(lamDong), '')
    await verify()
  }),
)

test(
  'a phrase that would be found everywhere is refused, and so is one that the office has',
  withOffices(async ({ ministry, lamDong }) => {
    const add = (call: Call, kind: string, phrase: string) => codeOf(call, 'POST', '/phrases', { kind, phrase })
    assert.equal(await add(lamDong, 'never', 'không'), 'units/phrase_too_short')
    assert.equal(await add(lamDong, 'unit', 'Đoàn'), 'units/phrase_too_short')
    assert.equal(await add(lamDong, 'unit', 'Tổ công tác 1022'), '200')
    assert.equal(await add(lamDong, 'never', 'tổ  công tác 1022'), 'units/phrase_taken')
    assert.equal(await add(ministry, 'unit', 'Tổ công tác 1022'), '200')
  }),
)

test(
  'names that offices have taught are names to reading',
  withOffices(async ({ administration: { unit }, ministry, lamDong }) => {
    const text = 'Nhóm 06 tham mưu kế hoạch kiểm tra, báo cáo trước ngày 20/3/2026.'
    const members = [{ kind: 'unit', id: unit.daLat }]
    const leads = async () => {
      const { id } = await good(ministry, 'POST', '/directives', { text, evenIfSame: true })
      const { items } = await good(ministry, 'GET', `/directives/${id}/proposals`)
      return items[0]?.fields.lead
    }
    assert.deepEqual(await leads(), [])
    await good(lamDong, 'POST', '/groups', { name: 'Nhóm 06', members })
    assert.deepEqual(await leads(), ['Nhóm 06'])
  }),
)
