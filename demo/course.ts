import type { Id } from '#core/kernel/id.ts'
import { dayOf, type Instant, type PlainDate } from '#core/kernel/plain-date.ts'
import type { AssignmentCommand } from '#core/tasks/assignment-command.ts'
import { type Draw, drawOf } from '#demo/draw.ts'
import { type Enclosure, enclosuresFor } from '#demo/enclosures.ts'
import type { Given } from '#demo/given.ts'
import {
  atWork,
  daysAfter,
  daysFrom,
  LAST_DAY,
  minutesAfter,
  workedFrom,
  workedUntil,
  workingDaysAfter,
} from '#demo/office-hours.ts'
import { COMPLETION, ENCLOSED, OUTSIDE } from '#demo/words/completion.ts'
import { fill } from '#demo/words/fill.ts'
import { NEXT, PROGRESS } from '#demo/words/progress.ts'
import * as reasons from '#demo/words/reasons.ts'
import { topicOf } from '#demo/words/topics.ts'

/** One thing that somebody does with an assignment. */
export interface Step {
  at: Instant
  by: Id
  command: AssignmentCommand
  /** What is handed in with a report. */
  enclosed: Enclosure[]
}

const ANSWER_WITHIN = 3
const SHORTEST_SPAN = 6
const NO_DEADLINE_SPAN = 75
/** Days for which something may lie with the office. */
const WAITS_AT_MOST = 40

/** The life of one assignment from its issue to the last day of the demo, as an office lives it: most in time, some late, some not at all. */
export function courseOf(given: Given): Step[] {
  return new Course(given).run()
}

class Course {
  readonly #given: Given
  readonly #draw: Draw
  readonly #steps: Step[] = []
  readonly #issuedOn: PlainDate
  #last: Instant
  #lastDay: PlainDate
  #due: PlainDate | null
  #percent = 0
  /** The person inside the lead unit who does the work. */
  #worker: Id | undefined

  constructor(given: Given) {
    this.#given = given
    this.#draw = drawOf(given.key)
    this.#last = given.issuedAt
    this.#issuedOn = dayOf(given.issuedAt)
    this.#lastDay = this.#issuedOn
    this.#due = given.dueOn
  }

  run(): Step[] {
    const draw = this.#draw
    if (this.#given.lead.kind === 'external') return this.#outside()
    if (this.#given.staff.heads.length === 0) return []
    if (draw.chance(0.035)) return this.#returned()
    this.#accept()
    if (draw.chance(0.025) && this.#exit()) return this.#steps
    this.#assignHandler()
    this.#revise()
    this.#work()
    return this.#steps
  }

  #accept(): void {
    // One in eight answers nobody; it then counts as accepted.
    if (this.#draw.chance(0.12)) {
      this.#lastDay = workingDaysAfter(this.#issuedOn, ANSWER_WITHIN + 1)
      this.#last = atWork(this.#lastDay, this.#draw)
      return
    }
    const day = workingDaysAfter(this.#issuedOn, this.#draw.between(0, 4) % ANSWER_WITHIN)
    this.#step(day, this.#answerer(), { type: 'accept', onBehalf: false })
  }

  #returned(): Step[] {
    const draw = this.#draw
    const [head] = this.#given.staff.heads
    if (!head) return []
    const returned = this.#step(workingDaysAfter(this.#issuedOn, draw.between(1, ANSWER_WITHIN)), head, {
      type: 'return',
      onBehalf: false,
      reason: draw.pick(reasons.RETURNED),
    })
    if (!returned || (draw.chance(0.3) && this.#isRecent())) return this.#steps
    const day = workingDaysAfter(this.#lastDay, draw.between(2, 7))
    if (draw.chance(0.2)) {
      this.#step(day, this.#officer(), { type: 'withdraw', reason: draw.pick(reasons.WITHDRAWN) })
      return this.#steps
    }
    const { lead, otherLead } = this.#given
    const moved = otherLead !== null && draw.chance(0.4)
    this.#step(day, this.#officer(), {
      type: 'reassign',
      lead: moved ? otherLead : lead,
      reason: draw.pick(moved ? reasons.MOVED : reasons.UPHELD),
    })
    // Whoever has it now starts afresh, and answers within the days that are counted from here.
    if (moved) return this.#steps
    if (
      this.#step(workingDaysAfter(this.#lastDay, draw.between(1, 2)), this.#answerer(), {
        type: 'accept',
        onBehalf: false,
      })
    )
      this.#work()
    return this.#steps
  }

  #exit(): boolean {
    const draw = this.#draw
    const { another } = this.#given
    const day = workingDaysAfter(this.#lastDay, draw.between(3, 18))
    const kind = another === null ? 'withdraw' : draw.pick(['withdraw', 'supersede', 'merge'] as const)
    const command: AssignmentCommand =
      kind === 'withdraw' || another === null
        ? { type: 'withdraw', reason: draw.pick(reasons.WITHDRAWN) }
        : kind === 'merge'
          ? { type: 'merge', intoAssignmentId: another, reason: draw.pick(reasons.MERGED) }
          : { type: 'supersede', byAssignmentId: another, reason: draw.pick(reasons.SUPERSEDED) }
    return this.#step(day, this.#officer(), command)
  }

  #assignHandler(): void {
    const { reporters, heads } = this.#given.staff
    const [head] = heads
    if (!head || reporters.length === 0 || this.#draw.chance(0.25)) return
    const worker = this.#draw.pick(reporters)
    const day = workingDaysAfter(this.#lastDay, this.#draw.between(0, 2))
    if (this.#step(day, head, { type: 'assign_handler', personId: worker })) this.#worker = worker
  }

  /** The office moves a due date that it gave. */
  #revise(): void {
    const draw = this.#draw
    const due = this.#due
    if (due !== null && !this.#given.isCascaded && draw.chance(0.06)) {
      const span = daysFrom(this.#issuedOn, due)
      const sooner = span > 40 && draw.chance(0.15)
      const moved = workedFrom(daysAfter(due, sooner ? -draw.between(5, 10) : draw.between(7, 25)))
      const day = daysAfter(this.#issuedOn, Math.round(span * (0.4 + draw.share() / 3)))
      const reason = sooner ? (reasons.MOVED_DUE.at(-1) ?? '') : draw.pick(reasons.MOVED_DUE.slice(0, -1))
      if (this.#step(day, this.#officer(), { type: 'revise', dueOn: moved, reason })) this.#due = moved
    }
  }

  #work(): void {
    const draw = this.#draw
    const due = this.#due ?? daysAfter(this.#issuedOn, NO_DEADLINE_SPAN + draw.between(0, 90))
    const span = Math.max(SHORTEST_SPAN, daysFrom(this.#issuedOn, due))
    const finished = this.#finishDay(due, span)
    const until = finished ?? LAST_DAY
    const reports = Math.min(
      5,
      Math.max(span > 21 ? 1 : 0, Math.round(daysFrom(this.#lastDay, until) / draw.between(38, 70))),
    )
    const reach = finished === null ? draw.between(25, 85) : draw.between(70, 90)
    const expected = this.#given.reportDays.filter((day) => day > this.#lastDay && day < until)
    for (const [n, day] of expected.entries()) {
      // Two of eleven are forgotten, and stay missed.
      if (draw.chance(0.18)) continue
      const percent = Math.round(((reach * (n + 1)) / expected.length) * 0.2) * 5
      if (!this.#report(workedUntil(day), Math.max(this.#percent, percent))) return
    }
    const start = this.#lastDay
    for (let n = 1; n <= reports && expected.length === 0; n++) {
      const day = daysAfter(start, Math.round((daysFrom(start, until) * n) / (reports + 1)) + draw.between(-2, 2))
      const percent = Math.round(((reach * n) / reports) * (0.85 + draw.share() * 0.15) * 0.2) * 5
      if (!this.#report(day, Math.max(this.#percent, percent))) return
    }
    if (finished !== null) this.#finish(finished)
  }

  /** The day on which completion is reported; null where that has not come yet. How reliable a unit is holds for all that it does. */
  #finishDay(due: PlainDate, span: number): PlainDate | null {
    const draw = this.#draw
    const reliable = drawOf(`reliable ${this.#given.lead.id}`).share()
    if (this.#due === null) return draw.chance(0.5) ? workedFrom(daysAfter(due, -draw.between(0, 40))) : null
    const open = (0.035 + (1 - reliable) ** 2 * 0.14) * (due > daysAfter(LAST_DAY, -30) ? 2 : 1)
    if (due <= LAST_DAY && draw.chance(open)) return null
    const late = draw.chance(0.04 + (1 - reliable) * 0.15)
    if (late) return workedFrom(daysAfter(due, 1 + Math.floor(draw.share() ** 2 * 32)))
    const early = draw.chance(0.6) ? draw.between(0, 4) : Math.floor(draw.share() * span * 0.45)
    const day = workedUntil(daysAfter(due, -early))
    return day <= this.#lastDay ? workedUntil(due) : day
  }

  #finish(day: PlainDate): void {
    const draw = this.#draw
    const complete = (on: PlainDate) => this.#report(on, 100, true)
    if (!complete(day)) return
    const judge = () => workingDaysAfter(this.#lastDay, 1 + Math.floor(draw.share() ** 2 * 9))
    if (draw.chance(0.07)) {
      if (!this.#step(judge(), this.#officer(), { type: 'send_back', reason: draw.pick(reasons.SENT_BACK) })) return
      if (draw.chance(0.12) && this.#isRecent()) return
      if (!complete(workingDaysAfter(this.#lastDay, draw.between(2, 7)))) return
    }
    // A few reports lie with the office for longer than they should, though not for ever.
    if (draw.chance(0.02) && this.#isRecent()) return
    this.#step(judge(), this.#officer(), { type: 'confirm' })
  }

  #report(day: PlainDate, percent: number, completes = false): boolean {
    const draw = this.#draw
    const { staff, action, tier, communes, symbol, name } = this.#given
    const by = completes ? this.#answerer() : (this.#worker ?? draw.pick([...staff.focals, ...staff.heads]))
    const on = workedFrom(day <= this.#lastDay ? daysAfter(this.#lastDay, 1) : day)
    const topic = topicOf(action)
    const words = (list: readonly string[]) => fill(draw.pick(list), { percent, day: on, communes, symbol }, draw)
    const pool = completes ? COMPLETION : PROGRESS
    const own = draw.chance(0.75) ? pool[topic][tier] : pool.general[tier]
    const more = draw.chance(completes ? 0.4 : 0.6) ? ` ${words(completes ? ENCLOSED : NEXT)}` : ''
    const enclosed = draw.chance(completes ? 0.5 : 0.12)
      ? enclosuresFor({ topic, tier, completes, name, day: on }, draw)
      : []
    this.#percent = percent
    const report = { onBehalf: false, text: words(own) + more, percent, evidenceIds: [] }
    return this.#step(on, by, { type: completes ? 'report_complete' : 'report', ...report }, enclosed)
  }

  /** For a body outside the office writes down what it answered, some days after it did. */
  #outside(): Step[] {
    const draw = this.#draw
    const officer = this.#officer()
    const day =
      this.#due === null ? daysAfter(this.#issuedOn, draw.between(18, 60)) : daysAfter(this.#due, draw.between(-12, 14))
    if (draw.chance(0.3)) return this.#steps
    const on = workedFrom(
      day <= workingDaysAfter(this.#issuedOn, ANSWER_WITHIN)
        ? workingDaysAfter(this.#issuedOn, ANSWER_WITHIN + 2)
        : day,
    )
    const text = fill(draw.pick(OUTSIDE), { percent: 100, day: on, communes: 1, symbol: '' }, draw)
    const recordedOn = workingDaysAfter(on, draw.between(1, 4))
    const report = { onBehalf: true, text, percent: 100, evidenceIds: [], reportedOn: on }
    if (this.#step(recordedOn, officer, { type: 'report_complete', ...report }) && draw.chance(0.85))
      this.#step(workingDaysAfter(recordedOn, draw.between(1, 3)), this.#otherOfficer(officer), { type: 'confirm' })
    return this.#steps
  }

  /** Whether what happened last may still wait for somebody. */
  #isRecent(): boolean {
    return this.#lastDay > daysAfter(LAST_DAY, -WAITS_AT_MOST)
  }

  #answerer(): Id {
    const { heads, focals } = this.#given.staff
    return this.#draw.pick(focals.length > 0 && this.#draw.chance(0.7) ? focals : heads)
  }

  #officer(): Id {
    return this.#draw.pick(this.#given.office)
  }

  #otherOfficer(one: Id): Id {
    return this.#given.office.find((id) => id !== one) ?? one
  }

  /** False where the day lies after the last one: then nothing more happens. */
  #step(day: PlainDate, by: Id, command: AssignmentCommand, enclosed: Enclosure[] = []): boolean {
    const lastDay = this.#lastDay
    const on = workedFrom(day < lastDay ? lastDay : day)
    if (on > LAST_DAY) return false
    const at = on === lastDay ? minutesAfter(this.#last, this.#draw.between(12, 95)) : atWork(on, this.#draw)
    this.#steps.push({ at, by, command, enclosed })
    this.#last = at
    this.#lastDay = on
    return true
  }
}
