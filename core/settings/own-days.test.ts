import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { fitsKind, listDays, type OwnDay, setApart } from '#core/settings/own-days.ts'

const day = (text: string) => text as PlainDate
const OFFICIAL = [
  { day: day('2026-09-02'), kind: 'off' as const, basis: 'Quốc khánh' },
  { day: day('2026-12-31'), kind: 'off' as const, basis: 'nghỉ hoán đổi' },
]

test('a day that the office sets stands in the place of the official one, in the order of days', () => {
  const own: OwnDay[] = [
    { day: day('2026-12-31'), kind: 'ordinary', basis: 'trực báo cáo năm' },
    { day: day('2026-11-20'), kind: 'off', basis: 'Thông báo 12/TB-BPTCS' },
  ]
  assert.deepEqual(
    listDays(OFFICIAL, own).map(({ day: on, kind, own: isOwn }) => [on, kind, isOwn]),
    [
      ['2026-09-02', 'off', false],
      ['2026-11-20', 'off', true],
      ['2026-12-31', 'ordinary', true],
    ],
  )
  assert.deepEqual(
    setApart(listDays(OFFICIAL, own)).map(({ day: on }) => on),
    ['2026-09-02', '2026-11-20'],
  )
})

test('a weekday can be off and a Saturday or Sunday can be made up, not the other way round', () => {
  const saturday = day('2026-11-21')
  const monday = day('2026-11-23')
  assert.deepEqual([fitsKind({ day: monday, kind: 'off' }), fitsKind({ day: saturday, kind: 'make-up' })], [true, true])
  assert.deepEqual(
    [fitsKind({ day: saturday, kind: 'off' }), fitsKind({ day: monday, kind: 'make-up' })],
    [false, false],
  )
  assert.ok(fitsKind({ day: monday, kind: 'ordinary' }))
})
