import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Id } from '#core/kernel/id.ts'
import { PlainDate } from '#core/kernel/plain-date.ts'
import { PersonRef } from '#core/kernel/person-ref.ts'
import { AddresseeChoice } from '#core/tasks/addressee-choice.ts'
import { Assignment, Duty, Task } from '#core/tasks/answers.ts'
import { AssignmentFilter } from '#core/tasks/assignment-filter.ts'
import {
  AssignmentCounts,
  AssignmentGroups,
  AssignmentGroupsQuery,
  AssignmentList,
  AssignmentListQuery,
  TaskCounts,
  TaskCountsQuery,
  TaskList,
  TaskListQuery,
} from '#core/tasks/assignment-list.ts'
import { Deadline } from '#core/tasks/deadline.ts'
import { ReportingRule } from '#core/tasks/reporting.ts'

const ById = z.object({ id: Id })
const text = z.string().trim().min(1).max(10_000)
const reason = z.string().trim().min(1).max(2000)

function onAssignment<B extends z.ZodType>(verb: string, summary: string, may: string, body: B, orMay?: string) {
  return endpoint({
    method: 'POST',
    path: `/assignments/:id/${verb}`,
    summary,
    may,
    ...(orMay === undefined ? {} : { orMay }),
    on: 'assignment',
    ifMatch: true,
    params: ById,
    body,
    response: Assignment,
  })
}

const ReportBody = z.object({
  text,
  percent: z.int().min(0).max(100).nullable().default(null),
  evidence: z.array(Id).max(50).default([]),
  /** The day on which the external lead reported, where the office records it; a unit reports today. */
  reportedOn: PlainDate.optional(),
})

export const tasksApi = {
  listTasks: endpoint({
    method: 'GET',
    path: '/tasks',
    summary: 'Tasks, newest first; one task to 34 provinces is one row',
    may: 'task.read',
    query: TaskListQuery,
    response: TaskList,
  }),
  countTasks: endpoint({
    method: 'GET',
    path: '/tasks/counts',
    summary:
      'How many tasks a list with the same filter has, and how many assignments they have within the reader’s scope',
    may: 'task.read',
    query: TaskCountsQuery,
    response: TaskCounts,
  }),
  draftTask: endpoint({
    method: 'POST',
    path: '/tasks',
    summary: 'Enter a task by hand with its source, and draft an assignment for each lead',
    may: 'task.draft',
    creates: true,
    body: AddresseeChoice.extend({
      action: text,
      deliverable: z.string().trim().max(2000).nullable(),
      deadline: Deadline.nullable(),
      reporting: ReportingRule.nullable().optional(),
      source: reason,
    }),
    response: Task,
  }),
  getTask: endpoint({
    method: 'GET',
    path: '/tasks/:id',
    summary: 'A task with the assignments that the reader may see',
    may: 'task.read',
    on: 'task',
    params: ById,
    response: Task,
  }),
  editTask: endpoint({
    method: 'PATCH',
    path: '/tasks/:id',
    summary: 'Change a task while none of its assignments is issued',
    may: 'task.draft',
    on: 'task',
    ifMatch: true,
    params: ById,
    body: AddresseeChoice.partial().extend({
      action: text.optional(),
      deliverable: z.string().trim().max(2000).nullable().optional(),
      deadline: Deadline.nullable().optional(),
      reporting: ReportingRule.nullable().optional(),
    }),
    response: Task,
  }),
  approveTask: endpoint({
    method: 'POST',
    path: '/tasks/:id/approve',
    summary: 'Approve all draft assignments of a task',
    may: 'assignment.approve',
    on: 'task',
    ifMatch: true,
    params: ById,
    response: Task,
  }),
  issueTask: endpoint({
    method: 'POST',
    path: '/tasks/:id/issue',
    summary: 'Issue all assignments of a task that are ready',
    may: 'assignment.issue',
    on: 'task',
    ifMatch: true,
    params: ById,
    response: Task,
  }),
  listAssignments: endpoint({
    method: 'GET',
    path: '/assignments',
    summary: 'Assignments within the reader’s scope, earliest due first',
    may: 'assignment.read',
    query: AssignmentListQuery,
    response: AssignmentList,
  }),
  countAssignments: endpoint({
    method: 'GET',
    path: '/assignments/counts',
    summary: 'How many assignments a list with the same filter has, by state and by lateness',
    may: 'assignment.read',
    query: AssignmentFilter,
    response: AssignmentCounts,
  }),
  groupAssignments: endpoint({
    method: 'GET',
    path: '/assignments/groups',
    summary: 'The assignments of a list with the same filter, counted by lead, by directive or by handler',
    may: 'assignment.read',
    query: AssignmentGroupsQuery,
    response: AssignmentGroups,
  }),
  getAssignment: endpoint({
    method: 'GET',
    path: '/assignments/:id',
    summary: 'An assignment with its thread: sentence, task, reports, evidence, decisions, history',
    may: 'assignment.read',
    on: 'assignment',
    params: ById,
    response: Assignment,
  }),
  accept: onAssignment(
    'accept',
    'Accept an assignment (or record that an external lead did)',
    'assignment.accept',
    z.object({}),
    'assignment.record-external',
  ),
  return: onAssignment(
    'return',
    'Return an assignment to the office with the reason',
    'assignment.return',
    z.object({ reason }),
    'assignment.record-external',
  ),
  assignHandler: onAssignment(
    'handler',
    'Name the person who does the work',
    'assignment.assign-handler',
    z.object({ personId: Id.nullable() }),
  ),
  reportProgress: onAssignment(
    'report',
    'Report progress',
    'assignment.report',
    ReportBody,
    'assignment.record-external',
  ),
  reportComplete: onAssignment(
    'complete',
    'Report completion with evidence',
    'assignment.complete',
    ReportBody,
    'assignment.record-external',
  ),
  confirm: onAssignment('confirm', 'Confirm a completion', 'assignment.confirm', z.object({})),
  sendBack: onAssignment(
    'send-back',
    'Send a completion report back with the reason',
    'assignment.confirm',
    z.object({ reason }),
  ),
  withdraw: onAssignment(
    'withdraw',
    'Withdraw an assignment with the reason',
    'assignment.withdraw',
    z.object({ reason }),
  ),
  reassign: onAssignment(
    'reassign',
    'Give a returned assignment to another lead',
    'assignment.reassign',
    z.object({ lead: z.object({ kind: z.enum(['unit', 'external']), id: Id }), reason }),
  ),
  setCooperating: onAssignment(
    'cooperating',
    'Name the units that cooperate',
    'assignment.revise',
    z.object({ unitIds: z.array(Id).max(200) }),
  ),
  supersede: onAssignment(
    'supersede',
    'End an assignment because another takes its place',
    'assignment.withdraw',
    z.object({ byAssignmentId: Id, reason }),
  ),
  merge: onAssignment(
    'merge',
    'End an assignment because it goes on in another',
    'assignment.withdraw',
    z.object({ intoAssignmentId: Id, reason }),
  ),
  revise: onAssignment(
    'revise',
    'Correct an issued assignment by a revision with its reason; what is absent stays',
    'assignment.revise',
    z.object({
      dueOn: PlainDate.nullable().optional(),
      /** The office's own words for the deadline. */
      deadlineText: z.string().trim().min(1).max(500).nullable().optional(),
      action: text.optional(),
      monitorId: Id.nullable().optional(),
      reporting: ReportingRule.nullable().optional(),
      reason,
    }),
  ),
  cascade: endpoint({
    method: 'POST',
    path: '/assignments/:id/cascade',
    summary: 'Cascade an assignment into a child task for subordinate units, due no later than itself',
    may: 'assignment.cascade',
    on: 'assignment',
    creates: true,
    params: ById,
    body: AddresseeChoice.extend({
      action: text,
      deliverable: z.string().trim().max(2000).nullable(),
      dueOn: PlainDate.nullable(),
    }),
    response: Task,
  }),
  listHandlers: endpoint({
    method: 'GET',
    path: '/assignments/:id/handlers',
    summary: 'People of the lead unit who can be named handler',
    may: 'assignment.assign-handler',
    on: 'assignment',
    params: ById,
    response: z.object({ items: z.array(PersonRef) }),
  }),
  listDuties: endpoint({
    method: 'GET',
    path: '/duties',
    summary: 'What the reader has to do now, why and by when; empty when all is done',
    may: 'signed-in',
    response: z.object({ items: z.array(Duty), total: z.int() }),
  }),
}
