import { sql } from 'kysely'
import { directivesApi } from '#core/directives/api.ts'
import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import type { Actor } from '#core/people/may.ts'
import { newId } from '#server/clock.ts'
import type { Store } from '#server/db/store.ts'
import { keepHeadWords, keepTextWords } from '#server/directives/keep-words.ts'
import { listRegister } from '#server/directives/list-register.ts'
import { inTransaction } from '#server/http/transaction.ts'
import { type Administration, anAdministration, everyRoleAt, loginOf, TODAY } from '#server/testing/administration.ts'
import { judge, print, takeTurns } from '#server/testing/in-turns.ts'
import { availableStores } from '#server/testing/test-stores.ts'

// npm run bench:register [-- directives]: the register of 5,000 directives of 12 pages, its newest page and searches in it, for the office that keeps
// it and a province that was sent one in twenty, at the query layer (the transaction of a GET with scopes and policies, the answer parsed; no HTTP).
// Floor: 50 of the same rows and how many there are in each state, by SQL over what the reader reads and the same index of words, in a transaction of
// its own on the same driver, in turns with the work. It has no policies, relations, loads of tasks and, above all, no sentence around each hit: for
// these the work reads fifty texts of twelve pages. So three times the floor is the aim of the newest page, not of a search.

const DIRECTIVES = Number(process.argv[2] ?? 5000)
const WORDS_OF_TWELVE_PAGES = 5400

// Syllables of official style, and numbers that look like chance: the same texts at every run.
const SYLLABLES =
  'các đơn vị địa phương thực hiện nhiệm vụ được giao kế hoạch báo cáo kết quả rà soát biên chế cơ sở cấp xã phường tỉnh thành phố chủ trì phối hợp với ban ngành liên quan xây dựng triển khai kiểm tra giám sát đôn đốc hoàn thành trước ngày tháng năm theo quy định của pháp luật bảo đảm chất lượng tiến độ hiệu lực người dân doanh nghiệp thủ tục hành chính công tác cán bộ tài sản trụ sở làm việc kinh phí ngân sách đầu tư phát triển nông thôn mới văn hoá giáo dục y tế lao động môi trường chuyển đổi số dữ liệu an ninh trật tự quốc phòng đối ngoại hội nhập kinh tế xã hội'.split(
    ' ',
  )
function textOf(n: number): string {
  let state = (n * 2_654_435_761) >>> 0
  const words: string[] = []
  for (let at = 0; at < WORDS_OF_TWELVE_PAGES; at++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    words.push(SYLLABLES[(state >>> 16) % SYLLABLES.length] ?? '')
    if (at % 25 === 24) words.push('\n')
  }
  if (n % 100 === 7) words.splice(2700, 0, 'phòng chống hạn mặn tại', 'Đà Nẵng')
  if (n % 100 === 8) words.splice(2700, 0, 'sản phẩm đa năng')
  return words.join(' ')
}

const QUERIES: readonly (readonly [string, Record<string, string>])[] = [
  ['newest page', {}],
  ['one state, by symbol', { state: 'unread', sort: 'symbol' }],
  ['search, 50 texts', { q: 'han man' }],
  ['search, accents', { q: 'Đà Nẵng' }],
  ['search, nearly all', { q: 'bao cao' }],
  ['search, four words', { q: 'phòng chống hạn mặn' }],
]
const { query: Query, response: Answer } = directivesApi.listDirectives
const AT_ONCE = 50

async function fill({ db }: Store, { unit }: Administration, by: Id): Promise<void> {
  for (let from = 0; from < DIRECTIVES; from += AT_ONCE)
    await db.transaction().execute(async (tx) => {
      for (let n = from; n < from + AT_ONCE; n++) {
        const id = newId()
        const head = { symbol: `${n + 1}/CT-BPTCS`, issuer: 'Bộ', subject: `Về việc số ${n + 1}`, signerName: null }
        await sql`insert into directive (id, symbol, issuer, received_on, subject, owner_id, registered_by, registered_at, folded, identity_key)
          values (${id}, ${head.symbol}, 'Bộ', date '2025-01-01' + ${n % 600}::int, ${head.subject}, ${unit.ministry}, ${by}, now(),
            ${fold(`${head.symbol} ${head.subject}`)}, ${`${n}|bo`})`.execute(tx)
        const text = textOf(n)
        await sql`insert into directive_text values (${id}, ${text})`.execute(tx)
        if (n % 20 === 7) await sql`insert into directive_addressee values (${id}, ${unit.lamDong})`.execute(tx)
        await keepHeadWords(tx, id, head)
        await keepTextWords(tx, id, text, [])
      }
    })
}

for (const available of await availableStores()) {
  const store = await available.fresh()
  const administration = await anAdministration(store)
  const everyone = await everyRoleAt(administration, ['ministry', 'lamDong'])
  const personOf = (role: 'officer' | 'unit-head', at: 'ministry' | 'lamDong') => {
    const personId = everyone.get(loginOf(role, at))
    if (personId === undefined) throw new Error(`nobody is ${role} at ${at}`)
    return {
      personId,
      roles: [{ role, unitId: administration.unit[at] }],
      mustChangePassword: false,
      sessionHash: null,
    }
  }
  const readers: Record<string, Actor> = {
    office: personOf('officer', 'ministry'),
    province: personOf('unit-head', 'lamDong'),
  }
  const begun = performance.now()
  await fill(store, administration, personOf('officer', 'ministry').personId)
  console.error(`${available.kind}: stored in ${Math.round((performance.now() - begun) / 1000)} s`)
  const clock = () => `${TODAY}T02:00:00.000Z` as Instant
  const system = { store, clock, newId, demo: false, tools: {}, files: undefined as never }
  await store.pool.query(
    `create table register_floor (who text, received_on date, id uuid, primary key (who, received_on, id))`,
  )
  const lines: ReturnType<typeof judge>[] = []
  for (const [who, actor] of Object.entries(readers)) {
    const inRegister = { actor, today: TODAY, readOnly: true }
    const seen = await inTransaction(system, inRegister, (tx) =>
      tx.selectFrom('directive').select(['id', 'receivedOn']).execute(),
    )
    await sql`insert into register_floor select ${who}, d.received_on, d.id from directive d where d.id = any(${seen.map(({ id }) => id)}::uuid[])`.execute(
      store.db,
    )
    await store.pool.query('analyze')
    for (const [row, text] of QUERIES) {
      const work = () =>
        inTransaction(system, inRegister, async (tx, register) => {
          const query = Query?.parse(text) ?? {}
          return Answer.parse(await listRegister({ tx, register, today: TODAY, query: query as never }))
        })
      const words = text['q'] === undefined ? [] : fold(text['q']).split(' ')
      const lexemes = words.slice(1).map((word, at) => `'${words[at]} ${word}'`)
      const floor = (most: number) =>
        store.db.transaction().execute(async (tx) => {
          const state = text['state'] === undefined ? sql`` : sql`and d.reading_state = ${text['state']}`
          const held =
            lexemes.length === 0
              ? sql``
              : sql`and d.id in (select w.directive_id from directive_words w where app_words(w.folded, w.spelled) @@ ${lexemes.join(' & ')}::tsquery)`
          const hits = sql`from register_floor f join directive d on d.id = f.id where f.who = ${who} ${state} ${held}`
          const { rows } = await sql<{ id: Id }>`
            select d.* ${hits} order by f.received_on desc, f.id desc limit ${most}`.execute(tx)
          await sql`select d.reading_state, count(*) ${hits} group by 1`.execute(tx)
          return rows.map(({ id }) => id)
        })
      // A search puts exact accents first: its rows are among those of the floor, and as many.
      const { items } = await work()
      const all = new Set(await floor(DIRECTIVES))
      const isSame = items.length === Math.min(50, all.size) && items.every(({ id }) => all.has(id))
      const line = judge({
        row: `${row} (${all.size})`,
        who,
        isSame,
        ...(await takeTurns({ floor: () => floor(50), work })),
      })
      lines.push(line)
      console.error(Object.values(line).join('  '))
    }
  }
  print(`register of ${DIRECTIVES}, ${available.kind}`, lines)
  await store.close()
  await available.close()
}
