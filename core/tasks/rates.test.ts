import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import { LatenessClass } from '#core/tasks/lateness.ts'
import { confirmationLag, RATE_NAMES, ratesOf, returnRate, tally, updateRate } from '#core/tasks/rates.ts'
import type { RateName, Tally } from '#core/tasks/rates.ts'

const none = tally([])

function rateOf(counts: Partial<Tally>, name: RateName, leastN = 1) {
  const found = ratesOf({ ...none, ...counts }, leastN).find((rate) => rate.name === name)
  assert.ok(found)
  return found
}

function percent(counts: Partial<Tally>, name: RateName): number {
  return Math.round((rateOf(counts, name).value ?? Number.NaN) * 10_000) / 100
}

test('of the same tasks of 2016, 46.67 % of all and 90.86 % of due were done', () => {
  const vietTimes = { done_on_time: 1310, done_late: 429, open_in_term: 1812, open_overdue: 175 }
  assert.equal(percent(vietTimes, 'completion_of_all'), 46.67)
  assert.equal(percent(vietTimes, 'completion_of_due'), 90.86)
  assert.deepEqual([rateOf(vietTimes, 'completion_of_all').n, rateOf(vietTimes, 'completion_of_due').n], [3726, 1914])
})

test('VPCP, four months of 2021: 2.2 % of all and 6.6 % of due were overdue', () => {
  const vpcp = { done_on_time: 495, open_in_term: 1059, open_overdue: 35 }
  assert.equal(percent(vpcp, 'overdue_of_all'), 2.2)
  assert.equal(percent(vpcp, 'overdue_of_due'), 6.6)
})

test('Đà Nẵng, to 24/2/2022: 53.67 % of all done, 8.37 % of all overdue', () => {
  const daNang = { done_on_time: 1052, open_in_term: 744, open_overdue: 164 }
  assert.equal(percent(daNang, 'completion_of_all'), 53.67)
  assert.equal(percent(daNang, 'overdue_of_all'), 8.37)
})

test('Bình Định, to 30/5/2022: 87.4 % of done were on time', () => {
  assert.equal(rateOf({ done_on_time: 1014, done_late: 146 }, 'on_time_of_done').value?.toFixed(3), '0.874')
})

test('withdrawn, superseded, merged and drafts are in no rate', () => {
  const counts = { done_on_time: 3, open_overdue: 1 }
  const more = { ...none, ...counts, closed_without_result: 40, not_counted: 7 }
  assert.deepEqual(ratesOf(more, 1), ratesOf({ ...none, ...counts }, 1))
})

test('assignments without a deadline are in a rate of their own', () => {
  const counts = { done_on_time: 3, open_overdue: 1, done_no_deadline: 5, open_no_deadline: 15 }
  assert.equal(rateOf(counts, 'completion_of_all').n, 4)
  assert.deepEqual(
    [rateOf(counts, 'completion_without_deadline').value, rateOf(counts, 'completion_without_deadline').n],
    [0.25, 20],
  )
})

test('a rate of nothing is absent, not zero', () => {
  for (const rate of ratesOf(none, 0)) assert.deepEqual([rate.value, rate.n, rate.isRankable], [null, 0, false])
})

test('nothing is ranked on fewer than the least n', () => {
  assert.equal(rateOf({ done_on_time: 9 }, 'completion_of_all', 10).isRankable, false)
  assert.equal(rateOf({ done_on_time: 10 }, 'completion_of_all', 10).isRankable, true)
})

test('a tally counts every class it meets, also those it does not meet', () => {
  const counts = tally(['open_overdue', 'done_late', 'open_overdue'])
  assert.deepEqual([counts.open_overdue, counts.done_late, counts.done_on_time], [2, 1, 0])
  assert.deepEqual(Object.keys(counts).toSorted(), LatenessClass.options.toSorted())
})

test('the update rate and the return rate carry their denominators too', () => {
  assert.deepEqual(updateRate({ received: 17, due: 57 }, 10), {
    name: 'update_rate',
    count: 17,
    n: 57,
    value: 17 / 57,
    isRankable: true,
  })
  assert.equal(returnRate({ returned: 0, issued: 0 }, 10).value, null)
})

test('every rate has one name', () => {
  const names = [...ratesOf(none, 1), updateRate({ received: 0, due: 0 }, 1), returnRate({ returned: 0, issued: 0 }, 1)]
  assert.deepEqual(
    names.map(({ name }) => name),
    RATE_NAMES,
  )
})

function decided(recordedOn: string, decidedOn: string | null) {
  return {
    on: recordedOn as PlainDate,
    recordedAt: `${recordedOn}T03:00:00Z` as Instant,
    outcome: decidedOn === null ? ('pending' as const) : ('confirmed' as const),
    decidedAt: decidedOn === null ? null : (`${decidedOn}T09:00:00Z` as Instant),
  }
}

test('the office’s own delay is the median of days to decide, of the reports that were decided', () => {
  const reports = [
    decided('2026-03-01', '2026-03-02'),
    decided('2026-03-01', '2026-03-11'),
    decided('2026-03-01', null),
  ]
  assert.deepEqual(confirmationLag(reports), { medianDays: 5.5, n: 2 })
  assert.deepEqual(confirmationLag([...reports, decided('2026-03-05', '2026-03-08')]), { medianDays: 3, n: 3 })
  assert.deepEqual(confirmationLag([]), { medianDays: null, n: 0 })
})
