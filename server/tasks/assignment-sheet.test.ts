import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import type { Sheet, SheetCell } from '#core/sheets/sheet.ts'
import { type Administration, anAdministration, people } from '#server/testing/administration.ts'
import { assignmentsOfAllKinds } from '#server/testing/assignments-of-all-kinds.ts'
import { withStore } from '#server/testing/harness.ts'
import { type Call, signedIn, testApp } from '#server/testing/signed-in.ts'
import { storedAssignment, storedDirective, storedTask } from '#server/testing/stored.ts'

function withCalls(body: (as: (login: string) => Call, administration: Administration) => Promise<void>) {
  return withStore(async (store) => {
    const administration = await anAdministration(store)
    const [by, ...handlers] = await people(administration, [
      { login: 'office', roles: [{ role: 'officer', at: 'ministry' }] },
      { login: 'lamdong', roles: [{ role: 'unit-head', at: 'lamDong' }] },
    ])
    assert.ok(by)
    await assignmentsOfAllKinds(administration, { by, handlers }, 12)
    const taskId = await storedTask(administration, { owner: 'ministry', by })
    await storedAssignment(administration, { taskId, lead: 'lamDong', issuedBy: 'ministry', by, state: 'in_progress' })
    const running = await testApp(store, { demo: true })
    try {
      await body((login) => signedIn(running.app, login), administration)
    } finally {
      await running.close()
    }
  })
}

async function sheetOf(call: Call, query: string): Promise<Sheet> {
  const { status, body, text } = await call('GET', `/assignments/sheet${query}`)
  assert.equal(status, 200, text)
  return body
}

const rowsOf = (sheet: Sheet) => sheet.rows.filter((row): row is SheetCell[] => !('heading' in row))

test(
  'a sheet has all rows of the list, in its order and under its conditions, for everybody what they may read',
  withCalls(async (as) => {
    for (const login of ['office', 'lamdong'])
      for (const query of ['?sort=due', '?sort=-code&state=in_progress,returned', '?class=open_overdue', '?q=thue']) {
        const { body } = await as(login)('GET', `/assignments${query}&limit=200`)
        assert.equal(body.items.length, body.total)
        const sheet = await sheetOf(as(login), `${query}&columns=code,due`)
        assert.deepEqual(
          sheet.rows,
          body.items.map((row: { code: string; dueOn: string | null }) => [row.code, row.dueOn]),
        )
        assert.deepEqual([sheet.demo, sheet.asOf], [true, '2026-03-16T02:00:00.000Z'])
      }
  }),
)

test(
  'one row by hand: due on 20 April, in progress, five weeks left',
  withCalls(async (as, { unit }) => {
    const sheet = await sheetOf(
      as('office'),
      `?lead=${unit.lamDong}&state=in_progress&dueFrom=2026-04-20&dueTo=2026-04-20`,
    )
    assert.deepEqual(sheet.filters, [
      'Trạng thái: Đang thực hiện',
      'Chủ trì: Sở Lâm Đồng',
      'Hạn từ ngày 20/4/2026 đến ngày 20/4/2026',
    ])
    assert.equal(sheet.count, '1 lượt giao của 1 nhiệm vụ')
    const cells = rowsOf(sheet)[0] ?? []
    const named = Object.fromEntries(sheet.columns.map(({ head }, at) => [head, cells[at] ?? null]))
    assert.deepEqual(
      { ...named, Mã: null },
      {
        'Loại tiến độ': 'Đang làm, trong hạn',
        Mã: null,
        'Nhiệm vụ': 'Rà soát biên chế',
        'Chủ trì': 'Sở Lâm Đồng',
        'Người xử lý': null,
        'Văn bản chỉ đạo': null,
        'Đơn vị giao': 'Bộ Phát triển Cơ sở',
        'Ngày giao': '2026-03-13',
        Hạn: '2026-04-20',
        'Quá hạn, ngày': null,
        // From 16 March: 15 days of March and 20 of April.
        'Còn lại, ngày': 35,
        'Trạng thái': 'Đang thực hiện',
        'Tiến độ': null,
        'Bằng chứng, tệp': 0,
      },
    )
    const english = await sheetOf(as('office'), `?state=in_progress&language=en&columns=code&title=My%20view`)
    assert.deepEqual(
      [english.title, english.filters, english.columns[0]?.head],
      ['My view', ['State: In progress'], 'Code'],
    )
  }),
)

test(
  'a task that was written from the middle of a sentence begins with a capital, as on screen',
  withCalls(async (as, { unit }) => {
    const body = {
      action: 'đánh giá thực trạng',
      deliverable: null,
      deadline: null,
      source: 'giao ban tháng 3',
      leads: [{ kind: 'unit', id: unit.lamDong }],
      cooperating: [],
      monitorId: null,
    }
    const made = await as('office')('POST', '/tasks', { body })
    assert.equal(made.status, 200, made.text)
    const sheet = await sheetOf(as('office'), `?task=${made.body.id}&columns=action`)
    assert.deepEqual(rowsOf(sheet), [['Đánh giá thực trạng']])
  }),
)

test(
  'groups stand in the order of the screen, each over its own rows and with their number',
  withCalls(async (as) => {
    for (const by of ['lead', 'directive', 'handler']) {
      const { body } = await as('office')('GET', `/assignments/groups?by=${by}`)
      const sheet = await sheetOf(as('office'), `?group=${by}&columns=code`)
      const heads = sheet.rows.flatMap((row) => ('heading' in row ? [row.heading] : []))
      assert.equal(heads.length, body.items.length)
      const sizes: number[] = []
      for (const row of sheet.rows) {
        if ('heading' in row) sizes.push(0)
        else sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1
      }
      assert.deepEqual(
        sizes,
        body.items.map(({ total }: { total: number }) => total),
      )
      assert.ok(heads.every((head, at) => head.includes(`: ${sizes[at]} lượt giao của `)))
    }
  }),
)

test(
  'the workbook read back says cell by cell what the sheet says',
  withCalls(async (as) => {
    const query = '?group=lead&columns=code,action,due,against,percent'
    const sheet = await sheetOf(as('lamdong'), query)
    const { status, headers, raw } = await as('lamdong')('GET', `/assignments/sheet.xlsx${query}`)
    assert.equal(status, 200)
    assert.match(String(headers['content-disposition']), /luot-giao-2026-03-16\.xlsx$/)
    const { sheets } = await readXlsx(new Uint8Array(raw))
    const above = sheets[0]?.rows.findIndex(([first]) => first === 'Mã') ?? -1
    assert.equal(sheets[0]?.rows[3]?.[0], 'Số liệu minh hoạ')
    const plain = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? null))
    assert.deepEqual(
      sheets[0]?.rows.slice(above + 1).map((row) => sheet.columns.map((_, at) => plain(row[at]))),
      sheet.rows.map((row) => ('heading' in row ? [row.heading, ...sheet.columns.slice(1).map(() => null)] : row)),
    )
  }),
)

test(
  'a directive that the reader may not open is not taken for none: its group says that it is not open',
  withStore(async (store) => {
    const administration = await anAdministration(store)
    const [by] = await people(administration, [
      { login: 'office', roles: [{ role: 'officer', at: 'ministry' }] },
      { login: 'lamdong', roles: [{ role: 'unit-head', at: 'lamDong' }] },
    ])
    assert.ok(by)
    const { id: directiveId } = await storedDirective(administration, { owner: 'ministry', by })
    for (const from of [directiveId, undefined]) {
      const taskId = await storedTask(administration, {
        owner: 'ministry',
        by,
        ...(from ? { directive: { id: from } } : {}),
      })
      const given = { taskId, lead: 'lamDong', issuedBy: 'ministry', by, state: 'in_progress' } as const
      await storedAssignment(administration, { ...given, ...(from ? { directiveId: from } : {}) })
    }
    const running = await testApp(store)
    try {
      const headings = async (login: string, language: string) => {
        const sheet = await sheetOf(signedIn(running.app, login), `?group=directive&columns=code&language=${language}`)
        return sheet.rows.flatMap((row) => ('heading' in row ? [row.heading.split(':')[0]] : []))
      }
      assert.deepEqual(await headings('office', 'vi'), ['01/CT-BPTCS, Về biên chế', 'không từ văn bản chỉ đạo'])
      assert.deepEqual(await headings('lamdong', 'vi'), ['văn bản ngoài phạm vi được xem', 'không từ văn bản chỉ đạo'])
      assert.deepEqual(await headings('lamdong', 'en'), ['a directive that is not open to you', 'from no directive'])
    } finally {
      await running.close()
    }
  }),
)
