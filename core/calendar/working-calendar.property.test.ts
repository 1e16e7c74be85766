import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { OFFICIAL_DAYS_OFF } from '#core/calendar/official-days-off.ts'
import {
  addWorkingDays,
  isWorkingDay,
  rollToWorkingDay,
  workingCalendar,
  workingDaysBetween,
} from '#core/calendar/working-calendar.ts'
import { addDays } from '#core/kernel/plain-date.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'

const calendar = workingCalendar(OFFICIAL_DAYS_OFF)
const aDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2023-06-01' as PlainDate, days))
const aCount = fc.integer({ min: 1, max: 60 })

test('as many working days lie between as were added', () => {
  fc.assert(
    fc.property(aDay, aCount, (from, count) => {
      const to = addWorkingDays(calendar, from, count).value
      assert.equal(workingDaysBetween(calendar, from, to).value, count)
      assert.equal(isWorkingDay(calendar, to).value, true)
    }),
  )
})

test('adding in two steps equals adding at once', () => {
  fc.assert(
    fc.property(aDay, aCount, aCount, (from, a, b) => {
      const inSteps = addWorkingDays(calendar, addWorkingDays(calendar, from, a).value, b).value
      assert.equal(inSteps, addWorkingDays(calendar, from, a + b).value)
    }),
  )
})

test('rolling twice equals rolling once, and never goes back', () => {
  fc.assert(
    fc.property(aDay, (from) => {
      const rolled = rollToWorkingDay(calendar, from).value
      assert.equal(rollToWorkingDay(calendar, rolled).value, rolled)
      assert.ok(rolled >= from)
    }),
  )
})

test('counting the other way round changes the sign only', () => {
  fc.assert(
    fc.property(aDay, aDay, (a, b) => {
      const there = workingDaysBetween(calendar, a, b)
      const back = workingDaysBetween(calendar, b, a)
      assert.equal(there.value + back.value, 0)
      assert.deepEqual(there.notAnnounced, back.notAnnounced)
    }),
  )
})
