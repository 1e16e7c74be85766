import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import type { Found } from '#core/search/api.ts'
import { directiveFolded } from '#server/directives/register.ts'
import {
  type Administration,
  anAdministration,
  everyRoleAt,
  loginOf,
  type Place,
} from '#server/testing/administration.ts'
import { withStore } from '#server/testing/harness.ts'
import { signedIn, testApp } from '#server/testing/signed-in.ts'
import { storedAssignment, storedDirective, storedTask } from '#server/testing/stored.ts'

interface Scene extends Administration {
  by: Id
  find: (q: string, login?: string, more?: string) => Promise<Found>
  task: (action: string, owner?: Place) => Promise<{ id: Id; code: string }>
  directive: (symbol: string, subject: string, owner?: Place, addressees?: Place[]) => Promise<Id>
}

const officer = loginOf('officer', 'ministry')

function withScene(body: (scene: Scene) => Promise<void>) {
  return withStore(async (store) => {
    const administration = await anAdministration(store)
    const everyone = await everyRoleAt(administration, ['ministry', 'lamDong', 'daLat', 'caMau'])
    const by = everyone.get(officer) as Id
    const { app, close } = await testApp(store)
    try {
      await body({
        ...administration,
        by,
        find: async (q, login = officer, more = '') => {
          const answer = await signedIn(app, login)('GET', `/search?q=${encodeURIComponent(q)}${more}`)
          assert.equal(answer.status, 200, answer.text)
          return answer.body
        },
        task: async (action, owner = 'ministry') => {
          const id = await storedTask(administration, { owner, by })
          await store.db
            .updateTable('task')
            .set({ action, folded: fold(action) })
            .where('id', '=', id)
            .execute()
          const { number } = await store.db
            .selectFrom('task')
            .select('number')
            .where('id', '=', id)
            .executeTakeFirstOrThrow()
          return { id, code: `NV-${String(number).padStart(4, '0')}` }
        },
        directive: async (symbol, subject, owner = 'ministry', addressees = []) => {
          const { id } = await storedDirective(administration, { owner, by, addressees })
          const head = { symbol, subject, issuer: 'Bộ Phát triển Cơ sở', signerName: null }
          await store.db
            .updateTable('directive')
            .set({ symbol, subject, folded: directiveFolded(head) })
            .where('id', '=', id)
            .execute()
          return id
        },
      })
    } finally {
      await close()
    }
  })
}

const actions = ({ tasks }: Found) => tasks.items.map(({ action }) => action)
const symbols = ({ directives }: Found) => directives.items.map(({ symbol }) => symbol)

test(
  'what has the accents that were typed comes before what has only the letters',
  withScene(async ({ find, task, directive }) => {
    for (const action of ['Mua sắm bàn ghế', 'Khám má cho trẻ', 'Rà mà báo', 'Lập mã định danh']) await task(action)
    assert.deepEqual(actions(await find('mã')), ['Lập mã định danh', 'Rà mà báo', 'Khám má cho trẻ'])
    assert.deepEqual(actions(await find('má')), ['Khám má cho trẻ', 'Lập mã định danh', 'Rà mà báo'])
    assert.deepEqual(actions(await find('ma')), ['Lập mã định danh', 'Rà mà báo', 'Khám má cho trẻ'])
    await directive('1/CT', 'Về hoà giải ở cơ sở')
    await directive('2/CT', 'Về việc hoa văn')
    assert.deepEqual(symbols(await find('hòa')), ['1/CT', '2/CT'])
    assert.deepEqual(symbols(await find('HOÀ')), ['1/CT', '2/CT'])
    assert.deepEqual(symbols(await find('hoa')), ['2/CT', '1/CT'])
  }),
)

test(
  'every word typed begins a word of what is found, in any order',
  withScene(async ({ find, task, directive }) => {
    await task('Rà soát biên chế và vị trí việc làm')
    assert.equal(actions(await find('bien che ra soat')).length, 1)
    assert.equal(actions(await find('biên c')).length, 1)
    assert.equal(actions(await find('iên chế')).length, 0)
    assert.equal(actions(await find('biên chế trụ sở')).length, 0)
    assert.equal(actions(await find('%')).length, 0)
    await directive('24/CT-BPTCS', 'Về phản ánh của người dân')
    await directive('240/QĐ-BPTCS', 'Ban hành tiêu chí')
    assert.deepEqual(symbols(await find('24')), ['24/CT-BPTCS', '240/QĐ-BPTCS'])
    assert.deepEqual(symbols(await find('240 qd')), ['240/QĐ-BPTCS'])
  }),
)

test(
  'a number is a task’s, with a second one an assignment’s',
  withScene(async (scene) => {
    const { find, task, by } = scene
    const { id, code } = await task('Báo cáo kết quả')
    const number = Number(code.slice(3))
    const own = await storedAssignment(scene, {
      taskId: id,
      lead: 'lamDong',
      issuedBy: 'ministry',
      by,
      state: 'issued',
    })
    const { ordinal } = await scene.store.db
      .selectFrom('assignment')
      .select('ordinal')
      .where('id', '=', own)
      .executeTakeFirstOrThrow()
    const found = await find(`nv ${number}.${ordinal}`)
    assert.deepEqual(
      found.assignments.items.map(({ id: one, lead }) => [one, lead.name]),
      [[own, 'Sở Lâm Đồng']],
    )
    assert.deepEqual(
      (await find(String(number))).tasks.items.map((one) => one.code),
      [code],
    )
    assert.deepEqual((await find(`nv ${number}.${ordinal + 1}`)).assignments.items, [])
  }),
)

test(
  'a unit finds what is its own and not what is another’s',
  withScene(async (scene) => {
    const { find, task, directive, by } = scene
    const { id, code } = await task('Rà soát biên chế')
    await task('Rà soát trụ sở')
    await storedAssignment(scene, { taskId: id, lead: 'daLat', issuedBy: 'ministry', by, state: 'issued' })
    await directive('5/CT', 'Về rà soát biên chế', 'ministry', ['daLat'])
    await directive('6/CT', 'Về rà soát trụ sở', 'ministry', ['caMau'])
    const number = Number(code.slice(3))
    const head = loginOf('unit-head', 'daLat')
    const own = await find('ra soat', head)
    assert.deepEqual([actions(own), symbols(own)], [['Rà soát biên chế'], ['5/CT']])
    assert.equal((await find(`${number}`, head)).assignments.items.length, 1)
    const other = loginOf('unit-head', 'caMau')
    const others = await find('ra soat', other)
    assert.deepEqual([actions(others), symbols(others)], [[], ['6/CT']])
    const byNumber = await find(`nv ${number}`, other)
    assert.deepEqual([byNumber.tasks.items, byNumber.assignments.items], [[], []])
    // The province above reads what is below it; the administrator reads no content, the clerk no more than the register.
    assert.deepEqual(actions(await find('ra soat', loginOf('unit-head', 'lamDong'))), ['Rà soát biên chế'])
    assert.deepEqual(actions(await find('ra soat', loginOf('administrator', 'ministry'))), [])
    assert.deepEqual(symbols(await find('ra soat', loginOf('administrator', 'ministry'))), [])
    const clerk = await find('ra soat', loginOf('clerk', 'ministry'))
    assert.deepEqual([actions(clerk), symbols(clerk).length], [[], 2])
  }),
)

test(
  'units are found by all of their names, people where one sees people',
  withScene(async ({ find, store }) => {
    await store.db
      .updateTable('person')
      .set({ name: 'Lê Thị Hoà' })
      .where('login', '=', loginOf('reporter', 'daLat'))
      .execute()
    await store.db
      .updateTable('person')
      .set({ name: 'Lê Văn Hoa' })
      .where('login', '=', loginOf('unit-head', 'caMau'))
      .execute()
    const names = ({ people }: Found) => people.items.map(({ name }) => name)
    assert.deepEqual(
      (await find('da lat')).units.items.map(({ name, above }) => [name, above]),
      [['Ban phường Đà Lạt', 'Sở Lâm Đồng']],
    )
    assert.equal((await find('kho bạc')).units.items[0]?.external, true)
    assert.deepEqual(names(await find('le hoa')), ['Lê Thị Hoà', 'Lê Văn Hoa'])
    assert.deepEqual(names(await find('lê hòa')), ['Lê Thị Hoà', 'Lê Văn Hoa'])
    const seen = await find('le hoa', loginOf('unit-head', 'lamDong'))
    assert.deepEqual(
      seen.people.items.map(({ name, units }) => [name, units.map((unit) => unit.name)]),
      [['Lê Thị Hoà', ['Ban phường Đà Lạt']]],
    )
    assert.deepEqual(names(await find('le hoa', loginOf('clerk', 'ministry'))), [])
    assert.deepEqual(names(await find('unit-head.camau')), ['Lê Văn Hoa'])
    await store.db.updateTable('person').set({ active: false }).where('name', '=', 'Lê Văn Hoa').execute()
    assert.deepEqual(names(await find('le hoa')), ['Lê Thị Hoà'])
  }),
)

test(
  'only one kind, and how many of it: more are said to be there',
  withScene(async ({ find, task, directive }) => {
    for (const n of [1, 2, 3]) await task(`Rà soát lần ${n}`)
    await directive('7/CT', 'Về rà soát')
    const { tasks, directives } = await find('ra soat', officer, '&kind=tasks&limit=2')
    assert.deepEqual([tasks.items.length, tasks.more, directives.items.length], [2, true, 0])
    assert.equal((await find('ra soat', officer, '&limit=3')).tasks.more, false)
  }),
)

test(
  'of very many tasks the newest are found, for whoever reads all and for whoever reads few',
  withScene(async (scene) => {
    const { store, find, task, by } = scene
    const first = await task('Tổng hợp số liệu đợt đầu')
    await store.db.updateTable('task').set({ number: 50_000 }).where('id', '=', first.id).execute()
    await store.pool.query(
      `insert into task (id, number, source, action, owner_id, drafted_by, drafted_at, folded)
        select gen_random_uuid(), number + n, 'thử', 'Tổng hợp số liệu đợt ' || n, owner_id, drafted_by, drafted_at, 'tong hop so lieu dot ' || n
        from task, generate_series(1, 900) n where id = $1`,
      [first.id],
    )
    const given = (lead: Place) =>
      storedAssignment(scene, { taskId: first.id, lead, issuedBy: 'ministry', by, state: 'issued' })
    await given('daLat')
    const last = await task('Tổng hợp số liêu gõ sai')
    await store.db.updateTable('task').set({ number: 100_000 }).where('id', '=', last.id).execute()
    assert.deepEqual(actions(await find('tong hop so lieu')).slice(0, 2), [
      'Tổng hợp số liêu gõ sai',
      'Tổng hợp số liệu đợt 900',
    ])
    assert.deepEqual(actions(await find('tổng hợp số liệu')).slice(0, 2), [
      'Tổng hợp số liệu đợt 900',
      'Tổng hợp số liệu đợt 899',
    ])
    assert.deepEqual(actions(await find('số liêu')).slice(0, 2), [
      'Tổng hợp số liêu gõ sai',
      'Tổng hợp số liệu đợt 900',
    ])
    for (const place of ['daLat', 'lamDong'] as const)
      assert.deepEqual(actions(await find('tong hop so lieu', loginOf('unit-head', place))), [
        'Tổng hợp số liệu đợt đầu',
      ])
  }),
)
