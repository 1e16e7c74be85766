import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OFFICIAL_DAYS_OFF } from '#core/calendar/official-days-off.ts'
import {
  addWorkingDays,
  isWorkingDay,
  rollToWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from '#core/calendar/working-calendar.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'

const calendar = workingCalendar(OFFICIAL_DAYS_OFF)
const day = (text: string) => text as PlainDate
const isWorked = (text: string) => isWorkingDay(calendar, day(text)).value
const add = (from: string, count: number) => addWorkingDays(calendar, day(from), count).value

test('Tết 2026 lasts from Saturday 14/2 to Sunday 22/2', () => {
  const worked = Array.from({ length: 11 }, (_, index) => `2026-02-${13 + index}`).filter(isWorked)
  assert.deepEqual(worked, ['2026-02-13', '2026-02-23'])
})

test('a swapped day is off, and the Saturday in its place is worked', () => {
  for (const [off, makeUp] of [
    ['2024-04-29', '2024-05-04'],
    ['2025-05-02', '2025-04-26'],
    ['2026-01-02', '2026-01-10'],
    ['2026-08-31', '2026-08-22'],
  ] as const) {
    assert.deepEqual([isWorked(off), isWorked(makeUp)], [false, true], off)
  }
})

test('the Hùng Kings’ day of 2026 is a Sunday, and the Monday after it is off', () => {
  assert.deepEqual(['2026-04-24', '2026-04-27', '2026-04-28'].map(isWorked), [true, false, true])
})

test('each announced year has the eleven days of the law off, and as many more as Saturdays are worked', () => {
  for (const [year, off, makeUp] of [
    ['2024', 12, 1],
    ['2025', 12, 1],
    ['2026', 13, 2],
  ] as const) {
    const kinds = OFFICIAL_DAYS_OFF.filter((entry) => entry.day.startsWith(year)).map(({ kind }) => kind)
    assert.equal(kinds.filter((kind) => kind === 'off').length, off)
    assert.equal(kinds.filter((kind) => kind === 'make-up').length, makeUp)
  }
})

test('every day off is a weekday and every make-up day a Saturday, each with its basis', () => {
  for (const entry of OFFICIAL_DAYS_OFF) {
    const weekday = Temporal.PlainDate.from(entry.day).dayOfWeek
    assert.equal(entry.kind === 'off' ? weekday <= 5 : weekday === 6, true, entry.day)
    assert.notEqual(entry.basis, '')
  }
})

test('working days of a year: 251 in 2024, 250 in 2025, 250 in 2026', () => {
  const ofYear = (year: number) => workingDaysBetween(calendar, day(`${year - 1}-12-31`), day(`${year}-12-31`))
  assert.deepEqual([2024, 2025, 2026].map(ofYear), [
    { value: 251, notAnnounced: [] },
    { value: 250, notAnnounced: [] },
    { value: 250, notAnnounced: [] },
  ])
})

test('the day itself is not counted', () => {
  assert.equal(add('2026-11-16', 3), '2026-11-19')
  assert.equal(add('2026-11-16', 0), '2026-11-16')
})

test('counting passes over Tết', () => {
  assert.equal(add('2026-02-13', 1), '2026-02-23')
})

test('counting takes in a Saturday that is worked and leaves out the day it replaces', () => {
  assert.deepEqual(
    [1, 2, 3, 4].map((count) => add('2025-04-25', count)),
    ['2025-04-26', '2025-04-28', '2025-04-29', '2025-05-05'],
  )
})

test('an end on Saturday 29/8/2026 rolls over the swap and National Day to Thursday 3/9', () => {
  assert.equal(rollToWorkingDay(calendar, day('2026-08-29')).value, '2026-09-03')
  assert.equal(rollToWorkingDay(calendar, day('2026-09-03')).value, '2026-09-03')
})

test('a year that is not announced is named with the result, never passed over', () => {
  assert.deepEqual(isWorkingDay(calendar, day('2028-01-27')), { value: true, notAnnounced: [2028] })
  assert.deepEqual(addWorkingDays(calendar, day('2026-12-30'), 2), { value: '2027-01-01', notAnnounced: [2027] })
  assert.deepEqual(workingDaysBetween(calendar, day('2026-12-31'), day('2028-01-03')).notAnnounced, [2027, 2028])
  assert.deepEqual(rollToWorkingDay(calendar, day('2023-07-01')).notAnnounced, [2023])
})

test('a year of which only some days off are entered is not announced', () => {
  const days = OFFICIAL_DAYS_OFF.filter((entry) => entry.day !== '2026-09-02')
  assert.deepEqual(isWorkingDay(workingCalendar(days), day('2026-03-02')).notAnnounced, [2026])
  assert.deepEqual(isWorkingDay(workingCalendar([...days, ...days]), day('2026-03-02')).notAnnounced, [2026])
})

test('counting backwards is refused', () => {
  assert.throws(() => addWorkingDays(calendar, day('2026-03-02'), -1), RangeError)
  assert.throws(() => addWorkingDays(calendar, day('2026-03-02'), 1.5), RangeError)
})
