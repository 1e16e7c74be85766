import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import { REGISTER_WORDS } from '#server/directives/register-sheet-words.ts'
import { anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { withOneStore } from '#server/testing/harness.ts'
import { signedIn, testApp } from '#server/testing/signed-in.ts'

test('a sheet of the register says what the screen says', async () => {
  for (const language of ['vi', 'en'] as const) {
    const { register, readingState, about } = JSON.parse(
      await readFile(`web/i18n/${language}/directives.json`, 'utf8'),
    ) as Record<string, Record<string, unknown>>
    const words = REGISTER_WORDS[language]
    assert.equal(words.title, register?.['title'])
    assert.equal(words.secret, register?.['secret'])
    assert.deepEqual(words.state, readingState)
    assert.deepEqual(words.grade, register?.['grade'])
    for (const [column, head] of Object.entries(words.head)) assert.equal(head, register?.[column], column)
    for (const kind of ['replaces', 'amends'] as const)
      assert.equal(words.by[kind], (about?.['by'] as Record<string, string> | undefined)?.[kind])
  }
})

test(
  'exactly what is shown is exported: the lines of the conditions, in the columns and order asked for, with both in words',
  withOneStore(async (store) => {
    await everyRoleAt(await anAdministration(store), ['ministry'])
    const { app, close } = await testApp(store)
    try {
      const officer = signedIn(app, loginOf('officer', 'ministry'))
      const stub = { symbol: '07/CT-BNV', issuer: 'Bộ Nội vụ', issuedOn: '2026-03-02', secrecy: 'secret' }
      assert.equal((await officer('POST', '/directives/stubs', { body: stub })).status, 200)
      const text =
        'BỘ NỘI VỤ\nSố: 12/CT-BNV\nHà Nội, ngày 05 tháng 01 năm 2026\n\nCHỈ THỊ\nVề biên chế\n\nĐiều 1. Các Sở báo cáo.\n'
      const registered = await officer('POST', '/directives', { body: { text, receivedOn: '2026-02-01' } })
      assert.equal(registered.status, 200, registered.text)
      const path = '?sort=received&columns=symbol,subject,received'
      const { body } = await officer('GET', `/directives/sheet${path}`)
      assert.deepEqual(
        body.columns.map(({ head }: { head: string }) => head),
        ['Số, ký hiệu', 'Trích yếu', 'Ngày đến'],
      )
      assert.deepEqual(body.rows, [
        ['12/CT-BNV', 'Chỉ thị: Về biên chế', '2026-02-01'],
        ['07/CT-BNV', 'Tối mật. Văn bản mật: nội dung không lưu trong hệ thống', '2026-03-16'],
      ])
      assert.equal(body.count, '2 văn bản (gồm 1 văn bản mật)')
      const narrowed = await officer('GET', `/directives/sheet${path}&month=2026-02&q=bien+che&receivedFrom=2026-01-05`)
      assert.deepEqual(narrowed.body.filters, ['Tìm “bien che”', 'Đến trong tháng 2/2026', 'Đến từ ngày 05/01/2026'])
      assert.equal(narrowed.body.rows.length, 1)
      const view = await officer('GET', `/directives/sheet${path}&title=${encodeURIComponent('Văn bản của Bộ Nội vụ')}`)
      assert.deepEqual([body.title, view.body.title], ['Văn bản chỉ đạo', 'Văn bản của Bộ Nội vụ'])
      const file = await officer('GET', `/directives/sheet.xlsx${path}&title=Bieu%20A`)
      assert.match(String(file.headers['content-disposition']), /bieu-a-2026-03-16\.xlsx$/)
      assert.equal(file.status, 200)
      const { sheets } = await readXlsx(file.raw)
      const cells = sheets[0]?.rows.flat().filter((cell) => cell !== null) ?? []
      assert.ok(cells.includes('12/CT-BNV') && cells.includes('Chỉ thị: Về biên chế'))
    } finally {
      await close()
    }
  }),
)
