import { z } from 'zod'
import { FileRef } from '#core/files/api.ts'
import { Id } from '#core/kernel/id.ts'
import { PersonRef } from '#core/kernel/person-ref.ts'
import { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import { AssignmentAction, AssignmentState } from '#core/tasks/assignment.ts'
import { Deadline } from '#core/tasks/deadline.ts'
import { Lateness } from '#core/tasks/lateness.ts'
import { ReportingRule } from '#core/tasks/reporting.ts'
import { UnitRef } from '#core/units/unit-ref.ts'

// What the API answers about tasks and assignments.

/** Where a task comes from: the sentence of a directive, the assignment that was cascaded, or the words of whoever entered it. */
export const TaskSource = z
  .object({
    directive: z
      .object({
        id: Id,
        symbol: z.string().nullable(),
        type: z.string().nullable(),
        subject: z.string(),
        issuedOn: PlainDate.nullable(),
      })
      .nullable(),
    proposalId: Id.nullable(),
    citation: z.string().nullable(),
    quote: z.string().nullable(),
    quoteStart: z.int().nullable(),
    parent: z.object({ assignmentId: Id, code: z.string(), lead: UnitRef }).nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'TaskSource' })
export type TaskSource = z.infer<typeof TaskSource>

export const AssignmentRow = z
  .object({
    id: Id,
    /** `NV-0297.04`: the number of the task and of the assignment within it. */
    code: z.string(),
    taskId: Id,
    action: z.string(),
    lead: UnitRef,
    issuedBy: UnitRef,
    directiveSymbol: z.string().nullable(),
    state: AssignmentState,
    deemedAccepted: z.boolean(),
    issuedOn: PlainDate.nullable(),
    dueOn: PlainDate.nullable(),
    percent: z.int().nullable(),
    handler: PersonRef.nullable(),
    /** Files that stand behind its reports. */
    evidence: z.int(),
    /** Reports of progress whose day passed without them. */
    missedReports: z.int(),
    lateness: Lateness,
    version: z.int(),
  })
  .meta({ id: 'AssignmentRow' })
export type AssignmentRow = z.infer<typeof AssignmentRow>

/** What everybody who shares a task may know of the others: the unit and the class. */
export const Sibling = z
  .object({ id: Id, code: z.string(), lead: UnitRef, lateness: Lateness, own: z.boolean() })
  .meta({ id: 'Sibling' })
export type Sibling = z.infer<typeof Sibling>

export const Report = z
  .object({
    id: Id,
    kind: z.enum(['progress', 'completion']),
    reportedOn: PlainDate,
    recordedAt: Instant,
    reportedBy: PersonRef,
    onBehalf: z.boolean(),
    text: z.string(),
    percent: z.int().nullable(),
    evidence: z.array(FileRef),
    outcome: z.enum(['noted', 'pending', 'confirmed', 'sent_back']),
    decidedBy: PersonRef.nullable(),
    decidedAt: Instant.nullable(),
    decidedReason: z.string().nullable(),
  })
  .meta({ id: 'Report' })
export type Report = z.infer<typeof Report>

/** A value of a field as people read it; null where there was none. */
export const ChangedValue = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string() }),
    z.object({ kind: z.literal('day'), day: PlainDate }),
    z.object({ kind: z.literal('units'), units: z.array(UnitRef) }),
    z.object({ kind: z.literal('person'), person: PersonRef }),
    z.object({ kind: z.literal('state'), state: AssignmentState }),
    z.object({ kind: z.literal('percent'), percent: z.int() }),
    z.object({ kind: z.literal('reporting'), rule: ReportingRule }),
  ])
  .nullable()
export type ChangedValue = z.infer<typeof ChangedValue>

/** One step of the history, from the journal. */
export const HistoryStep = z
  .object({
    id: Id,
    at: Instant,
    by: PersonRef.nullable(),
    command: z.string(),
    data: z.record(z.string(), z.unknown()),
    /** What it made of each field. */
    changes: z.array(z.object({ field: z.string(), from: ChangedValue, to: ChangedValue })),
    sealed: z.boolean(),
  })
  .meta({ id: 'HistoryStep' })
export type HistoryStep = z.infer<typeof HistoryStep>

export const Task = z
  .object({
    id: Id,
    code: z.string(),
    action: z.string(),
    deliverable: z.string().nullable(),
    deadline: Deadline.nullable(),
    lastDayOnTime: PlainDate.nullable(),
    owner: UnitRef,
    source: TaskSource,
    draftedBy: PersonRef,
    draftedAt: Instant,
    assignments: z.array(AssignmentRow),
    /** Assignments of the task that the reader may not open: only the unit and the class. */
    siblings: z.array(Sibling),
    reporting: ReportingRule.nullable(),
    history: z.array(HistoryStep),
    deeds: z.array(z.string()),
    /** Drafts that a leader has to approve before they are issued. */
    unapproved: z.int(),
    version: z.int(),
  })
  .meta({ id: 'Task' })
export type Task = z.infer<typeof Task>

export const TaskRow = z
  .object({
    id: Id,
    code: z.string(),
    action: z.string(),
    directiveSymbol: z.string().nullable(),
    owner: UnitRef,
    lastDayOnTime: PlainDate.nullable(),
    draftedAt: Instant,
    states: z.record(z.string(), z.int()),
    assignments: z.int(),
    version: z.int(),
  })
  .meta({ id: 'TaskRow' })
export type TaskRow = z.infer<typeof TaskRow>

export const Assignment = AssignmentRow.extend({
  deliverable: z.string().nullable(),
  deadline: Deadline.nullable(),
  /** The office's own words for the deadline, where a revision made them differ from the task's. */
  deadlineText: z.string().nullable(),
  originalDueOn: PlainDate.nullable(),
  reporting: ReportingRule.nullable(),
  /** Reports due of the present lead, oldest first, up to the next one to come. */
  expectedReports: z.array(
    z.object({ on: PlainDate, state: z.enum(['received', 'missed', 'ahead']), reportId: Id.nullable() }),
  ),
  cooperating: z.array(UnitRef),
  monitor: UnitRef.nullable(),
  source: TaskSource,
  draftedBy: PersonRef,
  draftedAt: Instant,
  approvedBy: PersonRef.nullable(),
  issuedAt: Instant.nullable(),
  /** Last working day on which the unit can still return it before it counts as accepted. */
  answerBy: PlainDate.nullable(),
  answeredAt: Instant.nullable(),
  returnedReason: z.string().nullable(),
  completedOn: PlainDate.nullable(),
  confirmedBy: PersonRef.nullable(),
  confirmedAt: Instant.nullable(),
  exitReason: z.string().nullable(),
  reports: z.array(Report),
  siblings: z.array(Sibling),
  children: z.array(TaskRow),
  history: z.array(HistoryStep),
  /** What the reader may do with it now. */
  actions: z.array(AssignmentAction),
}).meta({ id: 'Assignment' })
export type Assignment = z.infer<typeof Assignment>

/** A thing that somebody has to do now, and why. */
export const Duty = z
  .object({
    kind: z.enum([
      'read-directive',
      'approve',
      'issue',
      'answer',
      'reassign',
      'work',
      'confirm',
      'progress',
      'mention',
      'on-paper',
    ]),
    subject: z.enum(['directive', 'task', 'assignment']),
    id: Id,
    code: z.string(),
    title: z.string(),
    unit: UnitRef.nullable(),
    by: PlainDate.nullable(),
    since: PlainDate,
    lateness: Lateness.nullable(),
  })
  .meta({ id: 'Duty' })
export type Duty = z.infer<typeof Duty>
