import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { readXlsx } from 'hucre/xlsx'
import type { ImportRun } from '#core/imports/import.ts'
import type { Store } from '#server/db/store.ts'
import { verifyJournal } from '#server/journal/verify.ts'
import { type Administration, anAdministration, people } from '#server/testing/administration.ts'
import { aWorkbook, HEAD, TYPICAL } from '#server/testing/a-workbook.ts'
import { withStore } from '#server/testing/harness.ts'
import { type Call, signedIn, testApp } from '#server/testing/signed-in.ts'

interface Stage {
  store: Store
  administration: Administration
  office: Call
  clerk: Call
}

const OFFICE = [
  { login: 'officer', roles: [{ role: 'officer' as const, at: 'ministry' as const }] },
  { login: 'clerk', roles: [{ role: 'clerk' as const, at: 'ministry' as const }] },
]

function withOffice(body: (stage: Stage) => Promise<void>) {
  return withStore(async (store) => {
    const administration = await anAdministration(store)
    await people(administration, OFFICE)
    const running = await testApp(store)
    try {
      const [office, clerk] = [signedIn(running.app, 'officer'), signedIn(running.app, 'clerk')]
      await body({ store, administration, office, clerk })
    } finally {
      await running.close()
    }
  })
}

async function handIn(call: Call, bytes: Buffer, name = 'giao-viec.xlsx'): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream' }
  const { status, body } = await call('POST', `/files?name=${name}`, { body: bytes, headers })
  assert.equal(status, 200)
  return body.id
}

/** What is previewed, asked again as the screen does once its user has decided. */
async function preview(call: Call, fileId: string, more: object = {}) {
  const { status, body } = await call('POST', '/imports/preview', { body: { fileId, kind: 'tasks', ...more } })
  assert.equal(status, 200, JSON.stringify(body))
  return body
}

function askOf(
  fileId: string,
  kind: string,
  {
    sheet,
    headerRow,
    columns,
  }: { sheet: string; headerRow: number; columns: { letter: string; role: string | null }[] },
) {
  const mapping = Object.fromEntries(columns.flatMap(({ letter, role }) => (role === null ? [] : [[letter, role]])))
  return { fileId, kind, sheet, headerRow, mapping }
}

async function stored(store: Store): Promise<Record<string, number>> {
  const tables = [
    'task',
    'assignment',
    'assignment_cooperating',
    'directive',
    'import_run',
    'journal_entry',
    'idempotency',
  ]
  const counts: Record<string, number> = {}
  for (const table of tables) {
    // oxlint-disable-next-line no-await-in-loop
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(store.db)
    counts[table] = rows[0]?.n ?? 0
  }
  return counts
}

/** The units and people of the stage are stored without a journal; what an import does adds no fault. */
async function faultsOf(store: Store): Promise<number> {
  return (await verifyJournal(store)).faults
}

test(
  'a typical table with merged cells becomes tasks, assignments and the directives that its headings name',
  withOffice(async ({ store, office, administration: { unit } }) => {
    const unjournalled = await faultsOf(store)
    const fileId = await handIn(office, await aWorkbook(TYPICAL.rows, TYPICAL.merges))
    const seen = await preview(office, fileId)
    assert.deepEqual([seen.sheet, seen.headerRow, seen.headerRows, seen.mappedBy], ['Giao việc', 3, 2, 'guessed'])
    assert.deepEqual(
      seen.columns.map(({ role }: { role: string }) => role),
      ['number', 'action', 'lead', 'cooperating', 'deadline', 'deliverable', 'result'],
    )
    assert.deepEqual(seen.faults, [])
    assert.deepEqual(seen.counts, {
      tasks: 6,
      assignments: 8,
      directives: 2,
      done: 1,
      hidden: 0,
      known: 0,
      wrong: 0,
      open: 0,
    })
    const before = await stored(store)
    const { status, body } = await office('POST', '/imports', { body: askOf(fileId, 'tasks', seen) })
    assert.equal(status, 200, JSON.stringify(body))
    assert.equal(body.directives.length, 2)
    const { body: past } = await office('GET', '/imports')
    assert.deepEqual(
      past.items.map(({ fileName, sheet, counts, by }: ImportRun) => [fileName, sheet, counts.tasks, by.name]),
      [['giao-viec.xlsx', 'Giao việc', 6, 'officer']],
    )
    const after = await stored(store)
    assert.deepEqual(
      [after['task'], after['assignment'], after['directive'], after['import_run']].map(
        (n, at) => (n ?? 0) - (Object.values(before)[[0, 1, 3, 4][at] ?? 0] ?? 0),
      ),
      [6, 8, 2, 1],
    )
    // Each task, each assignment, each directive, and the import itself.
    assert.equal((after['journal_entry'] ?? 0) - (before['journal_entry'] ?? 0), 6 + 8 + 2 + 1)
    assert.equal(await faultsOf(store), unjournalled)
    const { body: tasks } = await office('GET', '/tasks?limit=50')
    const task = async (action: string) =>
      (await office('GET', `/tasks/${tasks.items.find((row: { action: string }) => row.action === action)?.id}`)).body
    const check = await task('Kiểm tra trụ sở làm việc')
    assert.deepEqual(
      check.assignments.map(({ lead, dueOn, state }: { lead: { id: string }; dueOn: string; state: string }) => [
        lead.id,
        dueOn,
        state,
      ]),
      [
        [unit.lamDong, '2026-06-30', 'draft'],
        [unit.caMau, '2026-06-30', 'draft'],
      ],
    )
    assert.equal(check.source.directive.symbol, '12/CT-BPTCS')
    assert.match(check.source.note, /giao-viec\.xlsx, trang tính “Giao việc”, dòng 7/)
    assert.match(check.source.note, /Phối hợp: Kho bạc/)
    const figures = await task('Tổng hợp số liệu')
    assert.deepEqual([figures.source.directive.issuedOn, figures.lastDayOnTime], ['2026-02-20', '2026-04-14'])
    const training = await task('Tập huấn cán bộ')
    assert.deepEqual(training.assignments[0].lead.id, unit.planning)
    assert.equal((await task('Trực tiếp nhận phản ánh')).source.directive, null)
  }),
)

test(
  'three wrong cells are named, exactly those three, and nothing is changed',
  withOffice(async ({ store, office }) => {
    const rows = structuredClone(TYPICAL.rows)
    const put = (row: number, column: number, value: string | null) => {
      const line = rows[row - 1]
      if (line) line[column] = value
    }
    put(6, 4, '31/6/2026')
    put(9, 2, null)
    put(15, 2, 'Ban Điều hành Z')
    const fileId = await handIn(office, await aWorkbook(rows, TYPICAL.merges))
    const seen = await preview(office, fileId)
    const wrong = [
      ['E6', 'deadline_impossible', '31/6/2026'],
      ['C9', 'lead_missing', ''],
      ['C15', 'name_unknown', 'Ban Điều hành Z'],
    ]
    const listed = (faults: { cell: string; code: string; value: string }[]) =>
      faults.map(({ cell, code, value }) => [cell, code, value])
    assert.deepEqual(listed(seen.faults), wrong)
    assert.equal(seen.counts.wrong, 3)
    const before = await stored(store)
    const headers = { 'idempotency-key': 'once' }
    const refused = await office('POST', '/imports', { body: askOf(fileId, 'tasks', seen), headers })
    assert.deepEqual([refused.status, refused.body.code, refused.body.count], [422, 'import/wrong_cells', 3])
    assert.deepEqual(listed(refused.body.faults), wrong)
    assert.deepEqual(await stored(store), before)
  }),
)

test(
  'work of a secret directive in the register is a wrong cell, and nothing of the table is taken over',
  withOffice(async ({ store, office }) => {
    const stub = { symbol: '45/TB-BPTCS', issuer: 'Bộ Phát triển Cơ sở', issuedOn: '2026-02-20', secrecy: 'secret' }
    assert.equal((await office('POST', '/directives/stubs', { body: stub })).status, 200)
    const fileId = await handIn(office, await aWorkbook(TYPICAL.rows, TYPICAL.merges))
    const seen = await preview(office, fileId)
    const named = [...new Set(seen.faults.map(({ code }: { code: string }) => code))]
    assert.deepEqual(named, ['directive_secret'])
    // The heading in row 11 names it; the first work below it stands in row 12.
    assert.equal(seen.faults[0].cell, 'B12')
    const before = await stored(store)
    const refused = await office('POST', '/imports', { body: askOf(fileId, 'tasks', seen) })
    assert.deepEqual([refused.status, refused.body.code], [422, 'import/wrong_cells'])
    assert.deepEqual(await stored(store), before)
  }),
)

test(
  'a name that is not sure and a cell of several leads are the office’s to decide before anything is taken over',
  withOffice(async ({ store, office, administration: { unit, external } }) => {
    const rows = [HEAD, [1, 'Rà soát', 'Cục Kế hoạch, Cục Tổ chức', 'Hội Z', '30/6/2026']]
    const fileId = await handIn(office, await aWorkbook(rows))
    const seen = await preview(office, fileId)
    assert.deepEqual([seen.counts.open, seen.leads[0].names], [1, ['Cục Kế hoạch', 'Cục Tổ chức']])
    const names = [{ written: 'Hội Z', to: [{ kind: 'external', id: external }] }]
    const ask = { ...askOf(fileId, 'tasks', seen), names }
    const before = await stored(store)
    assert.equal((await office('POST', '/imports', { body: ask })).body.code, 'import/names_open')
    assert.deepEqual(await stored(store), before)
    const leads = [{ written: 'Cục Kế hoạch, Cục Tổ chức', as: 'first' }]
    const decided = await preview(office, fileId, { names, leads })
    assert.deepEqual([decided.counts.open, decided.counts.wrong, decided.counts.assignments], [0, 0, 1])
    const { body } = await office('POST', '/imports', { body: { ...ask, leads } })
    const { body: tasks } = await office('GET', '/tasks')
    const { body: task } = await office('GET', `/tasks/${tasks.items[0].id}`)
    assert.deepEqual([body.firstTask, task.assignments[0].lead.id], [task.code, unit.planning])
    assert.match(task.source.note, /Phối hợp: Kho bạc/)
  }),
)

test(
  'issued at once, each assignment stands in the journal, and those whom it names may read the directive',
  withOffice(async ({ store, office, administration: { unit } }) => {
    const unjournalled = await faultsOf(store)
    const fileId = await handIn(office, await aWorkbook(TYPICAL.rows, TYPICAL.merges))
    const ask = askOf(fileId, 'tasks', await preview(office, fileId))
    const { status, body } = await office('POST', '/imports', { body: { ...ask, issue: true } })
    assert.equal(status, 200, JSON.stringify(body))
    const { rows } = await sql<{ command: string; n: number }>`
      select command, count(*)::int as n from journal_entry group by command order by command`.execute(store.db)
    assert.deepEqual(Object.fromEntries(rows.map(({ command, n }) => [command, n])), {
      'assignment.draft': 8,
      'assignment.issue': 8,
      'directive.register': 2,
      'file.add': 1,
      'import.run': 1,
      'task.draft': 6,
      'task.issue': 6,
    })
    const { rows: states } = await sql<{ state: string }>`select distinct state from assignment`.execute(store.db)
    assert.deepEqual(states, [{ state: 'issued' }])
    const { rows: addressed } = await sql<{ n: number }>`
      select count(*)::int as n from directive_addressee where unit_id = ${unit.caMau}`.execute(store.db)
    assert.deepEqual(addressed, [{ n: 1 }])
    assert.equal(await faultsOf(store), unjournalled)
  }),
)

test(
  'columns that the office has named are remembered for the next table with the same head, and the same file is not taken over twice',
  withOffice(async ({ office }) => {
    const rows = [
      ['Số TT', 'Đầu mục A', 'Ai làm', 'Khi nào'],
      [1, 'Rà soát', 'Cục Kế hoạch', '30/6/2026'],
    ]
    const fileId = await handIn(office, await aWorkbook(rows))
    const guessed = await preview(office, fileId)
    assert.equal(guessed.mappedBy, 'guessed')
    assert.equal(guessed.counts.tasks, 0)
    const mapping = { B: 'action', C: 'lead', D: 'deadline' }
    const body = { fileId, kind: 'tasks', sheet: 'Giao việc', headerRow: 1, mapping }
    assert.equal((await office('POST', '/imports', { body })).status, 200)
    const again = await office('POST', '/imports', { body })
    assert.deepEqual([again.status, again.body.code, again.body.tasks], [422, 'import/again', 1])
    const next = await handIn(office, await aWorkbook([...rows, [2, 'Báo cáo', 'Cục Tổ chức', null]]))
    const seen = await preview(office, next)
    assert.deepEqual([seen.mappedBy, seen.counts.tasks, seen.before], ['remembered', 2, null])
    assert.equal((await preview(office, fileId)).before.tasks, 1)
  }),
)

test(
  'the same key takes a table over once',
  withOffice(async ({ store, office }) => {
    const fileId = await handIn(office, await aWorkbook(TYPICAL.rows, TYPICAL.merges))
    const body = askOf(fileId, 'tasks', await preview(office, fileId))
    const headers = { 'idempotency-key': 'once' }
    const first = await office('POST', '/imports', { body, headers })
    const second = await office('POST', '/imports', { body, headers })
    assert.deepEqual(second.body, first.body)
    assert.equal((await stored(store))['task'], 6)
  }),
)

test(
  'a clerk takes over a register, lines that are there already left out, and no tasks',
  withOffice(async ({ office, clerk }) => {
    const rows = [
      ['STT', 'Số, ký hiệu', 'Ngày ban hành', 'Cơ quan ban hành', 'Trích yếu', 'Người ký', 'Ngày đến'],
      [1, '12/CT-BPTCS', '05/01/2026', 'Bộ Phát triển Cơ sở', 'Về biên chế', 'Nguyễn Văn A', '06/01/2026'],
      [2, '45/TB-BPTCS', new Date(Date.UTC(2026, 1, 20)), 'Bộ Phát triển Cơ sở', 'Kết luận giao ban', null, null],
    ]
    const fileId = await handIn(clerk, await aWorkbook(rows, [], { name: 'Sổ' }))
    const seen = await preview(clerk, fileId, { kind: 'directives' })
    assert.deepEqual([seen.counts.directives, seen.counts.wrong], [2, 0])
    const { status, body } = await clerk('POST', '/imports', { body: askOf(fileId, 'directives', seen) })
    assert.equal(status, 200, JSON.stringify(body))
    const { body: register } = await office('GET', '/directives')
    assert.deepEqual(
      register.items.map(({ symbol, type, receivedOn }: Record<string, string>) => [symbol, type, receivedOn]),
      [
        ['45/TB-BPTCS', 'thông báo', '2026-03-16'],
        ['12/CT-BPTCS', 'chỉ thị', '2026-01-06'],
      ],
    )
    const { body: directive } = await office('GET', `/directives/${body.directives[0].id}`)
    assert.equal(directive.text, '')
    const next = await handIn(
      clerk,
      await aWorkbook([...rows, [3, '46/TB-BPTCS', null, null, 'Khác', null, null]], [], { name: 'Sổ' }),
    )
    const again = await preview(clerk, next, { kind: 'directives' })
    assert.deepEqual([again.counts.directives, again.counts.known], [1, 2])
    assert.equal((await clerk('POST', '/imports/preview', { body: { fileId, kind: 'tasks' } })).status, 403)
  }),
)

test(
  'a file that is no workbook, is locked, or holds too much is refused with its reason',
  withOffice(async ({ office }) => {
    const refused = async (bytes: Buffer, name = 't.xlsx') => {
      const fileId = await handIn(office, bytes, name)
      const { status, body } = await office('POST', '/imports/preview', { body: { fileId, kind: 'tasks' } })
      return [status, body.code]
    }
    assert.deepEqual(await refused(Buffer.from('một tệp văn bản')), [422, 'import/not_xlsx'])
    const rows = [HEAD, ...Array.from({ length: 5001 }, (_, at) => [at + 1, `Việc ${at}`, 'Cục Kế hoạch'])]
    assert.deepEqual(await refused(await aWorkbook(rows)), [422, 'import/too_many_rows'])
    const wide = [Array.from({ length: 61 }, (_, at) => `Cột ${at}`)]
    assert.deepEqual(await refused(await aWorkbook(wide)), [422, 'import/too_many_columns'])
    assert.deepEqual(await refused(await aWorkbook([[null]])), [422, 'import/empty'])
    const broken = await aWorkbook(TYPICAL.rows)
    broken.fill(0, 60, 400)
    assert.deepEqual(await refused(broken), [422, 'import/broken'])
  }),
)

test(
  'the template is a table that can be filled in and taken over',
  withOffice(async ({ office }) => {
    for (const [kind, needed] of [
      ['tasks', 'Nội dung nhiệm vụ'],
      ['directives', 'Số, ký hiệu'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const { status, raw } = await office('GET', `/imports/templates/${kind}`)
      assert.equal(status, 200)
      // oxlint-disable-next-line no-await-in-loop
      const { sheets } = await readXlsx(raw)
      assert.deepEqual(sheets[0]?.rows.length, 1)
      assert.ok(sheets[0]?.rows[0]?.includes(needed))
      assert.equal(sheets[1]?.name, 'Hướng dẫn')
      // oxlint-disable-next-line no-await-in-loop
      const seen = await preview(office, await handIn(office, raw), { kind })
      assert.ok(seen.columns.every(({ role }: { role: string | null }) => role !== null))
    }
  }),
)
