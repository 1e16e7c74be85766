import { z } from 'zod'
import { addDays, dayOf, type Instant, PlainDate } from '#core/kernel/plain-date.ts'

/** On which days progress is to be reported. Days are kept as they fall: a holiday is only pointed out, as with every fixed date. */
export const ReportingRule = z
  .discriminatedUnion('kind', [
    /** Every so many weeks on a day of the week, 1 Monday to 7 Sunday. */
    z.object({ kind: z.literal('weeks'), every: z.int().min(1).max(26), weekday: z.int().min(1).max(7) }),
    /** Every so many months on a day of the month; where the month is shorter, on its last day. */
    z.object({ kind: z.literal('months'), every: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
    z.object({ kind: z.literal('dates'), on: z.array(PlainDate).min(1).max(60) }),
  ])
  .meta({ id: 'ReportingRule' })
export type ReportingRule = z.infer<typeof ReportingRule>

/**
 * The schedule with its revisions, oldest first: each rule holds for the days after its own day (null: after the day of issue) up to
 * and including the day of the next one, so that a revision makes no report of before missed or unmissed.
 */
export const ReportingPlan = z.array(z.object({ from: PlainDate.nullable(), rule: ReportingRule.nullable() })).max(200)
export type ReportingPlan = z.infer<typeof ReportingPlan>

/** The rule that holds now. */
export function currentRule(plan: ReportingPlan | null): ReportingRule | null {
  return plan?.at(-1)?.rule ?? null
}

/** The rule that most of them have, of equally many the one that comes first: what a task says of all its assignments. */
export function commonRule(plans: readonly (ReportingPlan | null)[]): ReportingRule | null {
  const alike = Map.groupBy(plans.map(currentRule), keyOf)
  const most = Math.max(...[...alike.values()].map((rules) => rules.length))
  return [...alike.values()].find((rules) => rules.length === most)?.[0] ?? null
}

/** The plan with another rule from today on; before it is issued nothing has been relied on, and the rule is simply another. */
export function withRule(
  plan: ReportingPlan | null,
  rule: ReportingRule | null,
  { issuedOn, today }: { issuedOn: PlainDate | null; today: PlainDate },
): ReportingPlan | null {
  if (issuedOn === null) return rule === null ? null : [{ from: null, rule }]
  const before = (plan ?? []).filter(({ from }) => from === null || from < today)
  return [...before, { from: today, rule }]
}

export function isSameRule(a: ReportingRule | null, b: ReportingRule | null): boolean {
  return keyOf(a) === keyOf(b)
}

function keyOf(rule: ReportingRule | null): string {
  return JSON.stringify(rule && ReportingRule.parse(rule))
}

/**
 * The days on which reports are due, after the day of issue up to and including `until`.
 *
 * Shape   ascending, none twice
 * Units   calendar days
 */
export function reportDays(plan: ReportingPlan | null, issuedOn: PlainDate, until: PlainDate): PlainDate[] {
  const days = (plan ?? []).flatMap(({ from, rule }, index) => {
    const start = from ?? issuedOn
    const next = plan?.[index + 1]?.from ?? until
    return rule === null ? [] : daysOfRule(rule, start, next < until ? next : until)
  })
  return [...new Set(days)].filter((day) => day > issuedOn).toSorted()
}

function daysOfRule(rule: ReportingRule, start: PlainDate, until: PlainDate): PlainDate[] {
  switch (rule.kind) {
    case 'weeks': {
      const after = addDays(start, 1)
      const weekday = Temporal.PlainDate.from(after).dayOfWeek
      const first = addDays(after, (rule.weekday - weekday + 7) % 7)
      return steps(until, (n) => addDays(first, n * rule.every * 7))
    }
    case 'months': {
      const month = Temporal.PlainDate.from(start).toPlainYearMonth()
      const dayIn = (of: Temporal.PlainYearMonth) =>
        of.toPlainDate({ day: Math.min(rule.day, of.daysInMonth) }).toString() as PlainDate
      const first = dayIn(month) > start ? month : month.add({ months: 1 })
      return steps(until, (n) => dayIn(first.add({ months: n * rule.every })))
    }
    case 'dates':
      return rule.on.filter((day) => day > start && day <= until)
  }
}

function steps(until: PlainDate, at: (n: number) => PlainDate): PlainDate[] {
  const days: PlainDate[] = []
  for (let n = 0, day = at(0); day <= until; n += 1, day = at(n)) days.push(day)
  return days
}

/** What expected reports follow from. */
export interface ReportingFacts {
  plan: ReportingPlan | null
  issuedOn: PlainDate | null
  /** From when the present lead answers: what another missed is not its own. */
  answerFrom: PlainDate | null
  /** The day of the completion that waits or was confirmed. */
  completedOn: PlainDate | null
  /** The day on which it was returned, withdrawn, superseded or merged. */
  endedOn: PlainDate | null
  /** Reports of progress and completion, in any order. */
  reports: readonly { id: string; on: PlainDate; sentBackAt: Instant | null }[]
}

/** One day on which a report is due: received in its time, missed, or still to come. */
export interface ExpectedReport {
  on: PlainDate
  state: 'received' | 'missed' | 'ahead'
  /** The last report that came for it. */
  reportId: string | null
}

/**
 * The reports that are expected of the present lead as of a day, and the next one to come.
 *
 * Shape   ascending. A report is for the first day due on or after it; a day that passed without one is missed, and stays missed
 *         whatever comes later. While a completion waits for the office nothing is expected, also where it is sent back afterwards
 * Source  domain.md, "a missed report is a fact that is counted"
 */
export function expectedReports(facts: ReportingFacts, today: PlainDate): ExpectedReport[] {
  const { issuedOn, answerFrom, plan } = facts
  if (issuedOn === null || answerFrom === null || plan === null) return []
  const isOpen = facts.completedOn === null && facts.endedOn === null
  const last = closingDay(facts, today)
  const days = reportDays(plan, issuedOn, isOpen ? addDays(today, 400) : last).filter((day) => day > answerFrom)
  const reports = facts.reports.filter(({ on }) => on >= answerFrom).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const waits = reports.flatMap(({ on, sentBackAt }) => (sentBackAt ? [{ after: on, to: dayOf(sentBackAt) }] : []))
  const expected: ExpectedReport[] = []
  for (const [index, on] of days.entries()) {
    if (waits.some(({ after, to }) => on > after && on <= to)) continue
    const before = days[index - 1]
    const report = reports.findLast((one) => one.on <= on && (before === undefined || one.on > before))
    if (report) expected.push({ on, state: 'received', reportId: report.id })
    else if (on < today) expected.push({ on, state: 'missed', reportId: null })
    else {
      expected.push({ on, state: 'ahead', reportId: null })
      break
    }
  }
  return expected
}

/** The last day on which a report is due: the day of completion, or the day before it ended otherwise. */
function closingDay({ completedOn, endedOn }: ReportingFacts, today: PlainDate): PlainDate {
  if (completedOn !== null) return completedOn
  return endedOn === null ? today : addDays(endedOn, -1)
}

export function countMissed(expected: readonly ExpectedReport[]): number {
  return expected.filter(({ state }) => state === 'missed').length
}

/** The day of the report that is due next and has not come yet; null where none is due. */
export function nextReportOn(expected: readonly ExpectedReport[]): PlainDate | null {
  return expected.find(({ state }) => state === 'ahead')?.on ?? null
}
