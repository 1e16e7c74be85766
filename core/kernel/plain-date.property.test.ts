import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type PlainDate, weekdayOf } from '#core/kernel/plain-date.ts'

const FIRST = Temporal.PlainDate.from('0000-01-01')
const DAYS = FIRST.until(Temporal.PlainDate.from('9999-12-31')).days
const anyDay = fc.integer({ min: 0, max: DAYS }).map((days) => FIRST.add({ days }).toString() as PlainDate)

test('a day so many days later, and its weekday, are those of the calendar that all dates are meant in', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -800_000, max: 800_000 }), (day, days) => {
      assert.equal(addDays(day, days), Temporal.PlainDate.from(day).add({ days }).toString())
      assert.equal(weekdayOf(day), Temporal.PlainDate.from(day).dayOfWeek)
    }),
    { numRuns: 5000 },
  )
})

test('every day from 1899 to 2101 follows the one before', () => {
  let day = '1899-01-01' as PlainDate
  for (let date = Temporal.PlainDate.from(day); date.year < 2102; date = date.add({ days: 1 })) {
    assert.equal(day, date.toString())
    assert.equal(weekdayOf(day), date.dayOfWeek)
    day = addDays(day, 1)
  }
})
