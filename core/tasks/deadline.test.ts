import assert from 'node:assert/strict'
import { test } from 'node:test'
import { OFFICIAL_DAYS_OFF } from '#core/calendar/official-days-off.ts'
import { workingCalendar } from '#core/calendar/working-calendar.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { Deadline, isDueLater, lastDayOnTime, saysBeforeDay } from '#core/tasks/deadline.ts'
import { endOfDuration, onDayOff } from '#core/tasks/duration.ts'
import type { Duration } from '#core/tasks/duration.ts'

const calendar = workingCalendar(OFFICIAL_DAYS_OFF)
const day = (text: string) => text as PlainDate

function aDeadline(fields: Partial<Deadline>): Deadline {
  return { text: 'chậm nhất ngày 20/11/2026', kind: 'by', iso: day('2026-11-20'), ...fields }
}

function lastDay(fields: Partial<Deadline>, beforeMeans: 'day-before' | 'same-day' = 'day-before') {
  return lastDayOnTime(aDeadline(fields), { beforeMeans })
}

test('"trước ngày 20" ends on the 19th, or on the 20th where the office reads it so', () => {
  assert.equal(lastDay({ text: 'trước ngày 20/11/2026', before: true }), '2026-11-19')
  assert.equal(lastDay({ text: 'trước ngày 20/11/2026', before: true }, 'same-day'), '2026-11-20')
})

test('"chậm nhất ngày 20" and "đến ngày 20" end on that day', () => {
  assert.equal(lastDay({ text: 'chậm nhất ngày 20/11/2026' }), '2026-11-20')
  assert.equal(lastDay({ text: 'đến ngày 20/11/2026' }), '2026-11-20')
})

test('"trong tháng" ends on the last day of the period', () => {
  assert.equal(lastDay({ text: 'trong tháng 11/2026', kind: 'in-period', iso: day('2026-11-30') }), '2026-11-30')
})

test('where nobody has said whether it is written "trước ngày", the text tells', () => {
  assert.equal(lastDay({ text: 'Trước ngày 20/11/2026' }), '2026-11-19')
  assert.equal(lastDay({ text: 'trước ngày 20/11/2026', before: false }), '2026-11-20')
})

test('"trước" before a day is told from "trước" before an hour or an event', () => {
  const before = ['trước ngày 30/10', 'xong trước 20/12/2026', 'chậm nhất trước ngày 5 tháng 6', 'trước 31 tháng 12']
  const not = [
    'trước 14 giờ ngày 05/12/2017',
    'trước 14h30 ngày 5/12',
    'chậm nhất ngày 20',
    'trước khi sáp nhập',
    'hết ngày 1/7',
  ]
  assert.deepEqual(before.filter(saysBeforeDay), before)
  assert.deepEqual(not.filter(saysBeforeDay), [])
})

test('"trước 14 giờ ngày 05/12" is still in time on the 5th', () => {
  const fields = { text: 'trước 14 giờ, ngày 05/12/2017', iso: day('2017-12-05'), hour: '14:00', before: true }
  assert.equal(lastDay(fields), '2017-12-05')
})

test('what is urgent, recurs or hangs on an event has no last day until somebody sets a date', () => {
  assert.equal(lastDay({ text: 'khẩn trương', kind: 'immediate', iso: null }), null)
  assert.equal(lastDay({ text: 'trước ngày 25 hằng tháng', kind: 'recurring', iso: null, rule: 'monthly' }), null)
  assert.equal(lastDay({ text: 'sau khi Quốc hội thông qua', iso: null, event: 'Quốc hội thông qua' }), null)
  assert.equal(lastDayOnTime(null, { beforeMeans: 'day-before' }), null)
})

test('the hour is an hour of the day', () => {
  assert.equal(Deadline.safeParse(aDeadline({ hour: '23:59' })).success, true)
  assert.equal(Deadline.safeParse(aDeadline({ hour: '24:00' })).success, false)
})

test('a child is due no later than its parent; without a date it would end later than any', () => {
  assert.equal(isDueLater(day('2026-11-20'), day('2026-11-20')), false)
  assert.equal(isDueLater(day('2026-11-21'), day('2026-11-20')), true)
  assert.equal(isDueLater(null, day('2026-11-20')), true)
  assert.equal(isDueLater(day('2036-11-20'), null), false)
})

function endOf(count: number, unit: Duration['unit'], from: string) {
  return endOfDuration({ count, unit }, day(from), calendar).value
}

test('"trong thời hạn 5 ngày làm việc" counts working days from the next day', () => {
  assert.equal(endOf(5, 'working-day', '2026-02-12'), '2026-02-26')
})

test('"trong thời hạn 20 ngày" counts all days from the next day and rolls to a working day', () => {
  assert.equal(endOf(20, 'day', '2026-11-02'), '2026-11-23')
  assert.equal(endOf(10, 'day', '2026-11-02'), '2026-11-12')
  assert.equal(endOf(2, 'week', '2026-02-03'), '2026-02-23')
})

test('a month without the corresponding day ends on its last day (Điều 148.3), then rolls', () => {
  assert.equal(endOf(1, 'month', '2024-01-31'), '2024-02-29')
  assert.equal(endOf(1, 'month', '2026-01-31'), '2026-03-02')
  assert.equal(endOf(1, 'year', '2024-02-29'), '2025-02-28')
})

test('a duration that runs into a year without announced days off says so', () => {
  assert.deepEqual(endOfDuration({ count: 1, unit: 'month' }, day('2026-12-15'), calendar).notAnnounced, [2027])
  assert.throws(() => endOfDuration({ count: -1, unit: 'day' }, day('2026-12-15'), calendar), RangeError)
})

test('a fixed date on a day off is kept, and only pointed out', () => {
  assert.equal(lastDay({ iso: day('2026-09-02') }), '2026-09-02')
  assert.deepEqual(onDayOff(day('2026-09-02'), calendar).value, { kind: 'day-off', basis: 'Quốc khánh' })
  assert.deepEqual(onDayOff(day('2026-09-05'), calendar).value, { kind: 'weekend' })
  assert.equal(onDayOff(day('2026-09-04'), calendar).value, null)
})
