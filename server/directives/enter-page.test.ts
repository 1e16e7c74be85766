import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { aPdf, drawnLines } from '#server/testing/a-pdf.ts'
import { withStore } from '#server/testing/harness.ts'
import { type Call, signedIn, testApp } from '#server/testing/signed-in.ts'
import { checkSubjects } from '#server/journal/check-subjects.ts'
import { listStates } from '#server/journal/subjects.ts'

const FIRST = 'Giao Sở Y tế chủ trì xây dựng kế hoạch tiêm chủng, hoàn thành trước ngày 30/6/2026.'
const SECOND = 'Yêu cầu Sở Tài chính báo cáo Bộ kết quả giải ngân trước ngày 15/7/2026.'
const HEAD = `BỘ PHÁT TRIỂN CƠ SỞ
Số: 12/CT-BPTCS
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 02 tháng 03 năm 2026
CHỈ THỊ
Về việc tiêm chủng mở rộng
`

interface Scan {
  officer: Call
  clerk: Call
  id: string
  enter: (page: number, text: string, replaces: string | null, by?: Call) => ReturnType<Call>
  read: () => Promise<Awaited<ReturnType<Call>>['body']>
  proposals: () => Promise<{ id: string; quote: string; start: number; end: number; state: string; version: number }[]>
}

function withScan(pdf: Uint8Array, body: (scan: Scan) => Promise<void>) {
  return withStore(async (store) => {
    await everyRoleAt(await anAdministration(store), ['ministry'])
    const { app, close } = await testApp(store)
    const officer = signedIn(app, loginOf('officer', 'ministry'))
    const clerk = signedIn(app, loginOf('clerk', 'ministry'))
    try {
      const headers = { 'content-type': 'application/octet-stream' }
      const file = await officer('POST', '/files?name=ban-quet.pdf', { body: Buffer.from(pdf), headers })
      const made = await officer('POST', '/directives', { body: { fileId: file.body.id } })
      assert.equal(made.status, 200, made.text)
      const id = made.body.id as string
      await body({
        officer,
        clerk,
        id,
        enter: (page, text, replaces, by = officer) =>
          by('PUT', `/directives/${id}/pages/${page}`, { body: { text, origin: 'typed', replaces } }),
        read: async () => (await officer('GET', `/directives/${id}`)).body,
        proposals: async () => (await officer('GET', `/directives/${id}/proposals`)).body.items,
      })
      const entries = await store.db.selectFrom('journalEntry').selectAll().orderBy('id').execute()
      for (const kind of ['directive', 'proposal'] as const) {
        const own = entries.filter((entry) => entry.subjectKind === kind)
        assert.deepEqual(checkSubjects(kind, own, await listStates(store.db, kind)), [])
      }
    } finally {
      await close()
    }
  })
}

const SCAN = aPdf([[], [], []])

test(
  'a scan is registered under its file’s name with its pages counted, and says that its words are to be typed',
  withScan(SCAN, async ({ read, proposals }) => {
    const directive = await read()
    assert.deepEqual(
      [directive.subject, directive.text, directive.pageCount, directive.pages, directive.notes],
      ['ban-quet', '', 3, [], ['text_to_type']],
    )
    assert.deepEqual(await proposals(), [])
  }),
)

test(
  'a page that is typed is read at once, in whatever order pages come; page 1 gives the head',
  withScan(SCAN, async ({ enter, read, proposals }) => {
    const later = await enter(3, SECOND, null)
    assert.equal(later.status, 200, later.text)
    assert.equal(later.body.proposed, 1)
    const first = await enter(1, HEAD + FIRST, null)
    assert.equal(first.body.proposed, 1)
    const directive = await read()
    assert.deepEqual(
      [directive.symbol, directive.issuer, directive.subject, directive.issuedOn],
      ['12/CT-BPTCS', 'Bộ Phát triển Cơ sở', 'Về việc tiêm chủng mở rộng', '2026-03-02'],
    )
    assert.deepEqual(
      directive.pages.map((page: { page: number; origin: string }) => [page.page, page.origin]),
      [
        [1, 'typed'],
        [3, 'typed'],
      ],
    )
    const passages = directive.passages.map((one: { start: number; end: number }) =>
      directive.text.slice(one.start, one.end),
    )
    assert.deepEqual(passages.slice(-2), [FIRST, SECOND])
    for (const one of await proposals()) assert.equal(directive.text.slice(one.start, one.end), one.quote)
  }),
)

test(
  'a page typed anew withdraws what nobody had touched, and proposes nothing twice that was accepted',
  withScan(SCAN, async ({ officer, enter, read, proposals }) => {
    await enter(2, `${FIRST}\n${SECOND}`, null)
    const [kept] = await proposals()
    assert.ok(kept)
    await officer('POST', `/proposals/${kept.id}/reject`, { body: {}, headers: { 'if-match': `"${kept.version}"` } })
    const before = await read()
    const again = await enter(2, `${FIRST}\n${SECOND.replace('15/7', '20/7')}`, before.pages[0].id)
    assert.equal(again.body.proposed, 1)
    const now = await proposals()
    assert.deepEqual(
      now.map(({ id, state }) => [id === kept.id, state]),
      [
        [true, 'rejected'],
        [false, 'proposed'],
      ],
    )
    assert.match(now[1]?.quote ?? '', /20\/7\/2026/)
    // A second time: what was decided stands in words from before the last.
    await enter(2, `${FIRST}\n${SECOND.replace('15/7', '25/7')}`, again.body.directive.pages[0].id)
    assert.deepEqual(
      (await proposals()).map(({ state }) => state),
      ['rejected', 'proposed'],
    )
    assert.equal((await read()).text.slice(now[0]?.start, now[0]?.end), now[0]?.quote)
  }),
)

test(
  'of two orders alike on one page the one that nobody decided is proposed again',
  withScan(SCAN, async ({ officer, enter, read, proposals }) => {
    await enter(1, `${FIRST}\nII. KHÁC\n${FIRST}`, null)
    const [one, two] = await proposals()
    assert.ok(one && two)
    await officer('POST', `/proposals/${one.id}/reject`, { body: {}, headers: { 'if-match': `"${one.version}"` } })
    await enter(1, `${FIRST}\nII. KHÁC HẲN\n${FIRST}`, (await read()).pages[0].id)
    assert.deepEqual(
      (await proposals()).map(({ state }) => state),
      ['rejected', 'proposed'],
    )
  }),
)

test(
  'nobody overwrites what a colleague has entered meanwhile, and no page is entered that is not there',
  withScan(SCAN, async ({ enter, clerk, officer, id }) => {
    await enter(1, FIRST, null)
    assert.equal((await enter(1, SECOND, null)).body.code, 'page/changed')
    assert.equal((await enter(4, SECOND, null)).body.code, 'page/none')
    assert.equal((await enter(2, ' \n ', null)).body.code, 'page/empty')
    assert.equal((await enter(2, SECOND, null, clerk)).status, 403)
    const pasted = await officer('POST', '/directives', { body: { text: FIRST } })
    const path = `/directives/${pasted.body.id}/pages/1`
    const body = { text: SECOND, origin: 'typed', replaces: null }
    assert.equal((await officer('PUT', path, { body })).body.code, 'page/none')
    assert.equal((await officer('GET', `/directives/${id}`)).body.pages.length, 1)
  }),
)

test(
  'a PDF of which one page is a picture keeps its words, and takes those of the picture in their place',
  withScan(
    aPdf([drawnLines(85, 100, [FIRST], 11), [{ rule: [10, 10, 100, 10] }], drawnLines(85, 100, [SECOND], 11)]),
    async ({ enter, read, proposals }) => {
      const middle = 'Giao Sở Nội vụ rà soát biên chế các cơ quan trước ngày 01/7/2026.'
      assert.equal((await enter(2, middle, null)).body.proposed, 1)
      const directive = await read()
      const passages = directive.passages.map((one: { start: number; end: number }) =>
        directive.text.slice(one.start, one.end).trim(),
      )
      assert.deepEqual(passages, [FIRST, middle, SECOND])
      assert.equal((await proposals()).length, 3)
    },
  ),
)

test(
  'each page adds the documents that it names, and a sentence that no number stands above is cited by its page',
  withScan(SCAN, async ({ enter, read, proposals }) => {
    await enter(1, `${HEAD}Thực hiện Kế hoạch số 5/KH-BPTCS ngày 05/01/2026. ${FIRST}`, null)
    await enter(3, `${SECOND}\nChỉ thị này thay thế Chỉ thị số 41/CT-BPTCS ngày 02/3/2025.`, null)
    const { relations } = await read()
    assert.deepEqual(
      relations.map((one: { kind: string; symbol: string }) => [one.kind, one.symbol]),
      [
        ['implements', '5/KH-BPTCS'],
        ['replaces', '41/CT-BPTCS'],
      ],
    )
    const cited = (await proposals()) as unknown as { quote: string; citation: string }[]
    assert.equal(cited.find((one) => one.quote.includes('Sở Tài chính'))?.citation, 'trang 3')
  }),
)
