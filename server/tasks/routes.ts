import type { FastifyInstance } from 'fastify'
import type { Id } from '#core/kernel/id.ts'
import { tasksApi } from '#core/tasks/api.ts'
import { assignmentSheetApi } from '#core/tasks/assignment-sheet.ts'
import { bulkApi } from '#core/tasks/bulk-api.ts'
import { starsApi } from '#core/tasks/stars-api.ts'
import { actingUnit } from '#server/http/entitle.ts'
import { atVersion, type Handlers, mount, type System } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import { act, actOnAll, recordIssue } from '#server/tasks/act.ts'
import { getAssignment, lockAssignmentsOfTask } from '#server/tasks/assignment-store.ts'
import { downloadAssignmentSheet, readAssignmentSheet } from '#server/tasks/assignment-sheet.ts'
import { commandAssignments } from '#server/tasks/bulk.ts'
import { acceptAssignment, actsOnBehalf, assignHandler, setCooperating } from '#server/tasks/command-assignment.ts'
import { countAssignments } from '#server/tasks/count-assignments.ts'
import { describeAssignment } from '#server/tasks/describe.ts'
import { describeTask, getTask } from '#server/tasks/describe-task.ts'
import { draftTask } from '#server/tasks/draft-task.ts'
import { redraftTask } from '#server/tasks/redraft-task.ts'
import { groupAssignments } from '#server/tasks/group-assignments.ts'
import { listAssignments } from '#server/tasks/list-assignments.ts'
import { listHandlers } from '#server/tasks/list-handlers.ts'
import { listDuties } from '#server/tasks/duties.ts'
import { starHandlers } from '#server/tasks/stars.ts'
import { countTasks, listTasks } from '#server/tasks/list-tasks.ts'

function reportOf(body: { text: string; percent: number | null; evidence: Id[]; reportedOn?: string | undefined }) {
  const { text, percent, evidence, reportedOn } = body
  return {
    text,
    percent,
    evidenceIds: evidence,
    ...(reportedOn === undefined ? {} : { reportedOn: reportedOn as never }),
  }
}

const handlers: Handlers<typeof tasksApi> = {
  listTasks,
  countTasks,
  async draftTask(request) {
    const { body } = request
    const ownerId = actingUnit(request, 'task.draft')
    const { id } = await draftTask(request, { ...body, ownerId, source: { kind: 'by-hand', note: body.source } })
    return describeTask(request, id)
  },
  getTask: (request) => describeTask(request, request.params.id),
  async editTask(request) {
    const { params, body, version } = request
    await redraftTask(request, atVersion(await getTask(request, params.id), version), body)
    return describeTask(request, params.id)
  },
  async approveTask(request) {
    const { tx, params, version } = request
    atVersion(await getTask(request, params.id), version)
    const drafts = (await lockAssignmentsOfTask(tx, params.id)).filter((assignment) => assignment.state === 'draft')
    await actOnAll(request, drafts, 'approve')
    return describeTask(request, params.id)
  },
  async issueTask(request) {
    const { tx, params, version } = request
    const task = atVersion(await getTask(request, params.id), version)
    const ready = (await lockAssignmentsOfTask(tx, params.id)).filter(
      ({ state }) => state === 'draft' || state === 'approved',
    )
    const issued = await actOnAll(request, ready, 'issue')
    await recordIssue(request, task.id, issued.length)
    return describeTask(request, params.id)
  },
  listAssignments,
  countAssignments,
  groupAssignments,
  getAssignment: (request) => describeAssignment(request, request.params.id),
  async accept(request) {
    await acceptAssignment(request, request.params.id)
    return describeAssignment(request, request.params.id)
  },
  async return(request) {
    const answer = {
      type: 'return',
      onBehalf: await actsOnBehalf(request, request.params.id),
      reason: request.body.reason,
    } as const
    await act(request, request.params.id, answer)
    return describeAssignment(request, request.params.id)
  },
  async assignHandler(request) {
    const { params, body } = request
    await assignHandler(request, params.id, body.personId)
    return describeAssignment(request, params.id)
  },
  async reportProgress(request) {
    await act(request, request.params.id, {
      type: 'report',
      onBehalf: await actsOnBehalf(request, request.params.id),
      ...reportOf(request.body),
    })
    return describeAssignment(request, request.params.id)
  },
  async reportComplete(request) {
    await act(request, request.params.id, {
      type: 'report_complete',
      onBehalf: await actsOnBehalf(request, request.params.id),
      ...reportOf(request.body),
    })
    return describeAssignment(request, request.params.id)
  },
  async confirm(request) {
    await act(request, request.params.id, { type: 'confirm' })
    return describeAssignment(request, request.params.id)
  },
  async sendBack(request) {
    await act(request, request.params.id, { type: 'send_back', reason: request.body.reason })
    return describeAssignment(request, request.params.id)
  },
  async withdraw(request) {
    await act(request, request.params.id, { type: 'withdraw', reason: request.body.reason })
    return describeAssignment(request, request.params.id)
  },
  async reassign(request) {
    const { body, params, register } = request
    if (register.name(body.lead) === undefined) fail({ code: 'request/not_found', what: 'addressee' })
    await act(request, params.id, { type: 'reassign', lead: body.lead, reason: body.reason })
    return describeAssignment(request, params.id)
  },
  async setCooperating(request) {
    const { params, body } = request
    await setCooperating(request, params.id, body.unitIds)
    return describeAssignment(request, params.id)
  },
  async supersede(request) {
    const { params, body } = request
    await getAssignment(request.tx, body.byAssignmentId)
    await act(request, params.id, { type: 'supersede', ...body })
    return describeAssignment(request, params.id)
  },
  async merge(request) {
    const { params, body } = request
    await getAssignment(request.tx, body.intoAssignmentId)
    await act(request, params.id, { type: 'merge', ...body })
    return describeAssignment(request, params.id)
  },
  async revise(request) {
    const { monitorId } = request.body
    if (monitorId && !request.register.tree.byId.has(monitorId))
      fail({ code: 'request/not_found', what: 'unit', id: monitorId })
    await act(request, request.params.id, { type: 'revise', ...request.body })
    return describeAssignment(request, request.params.id)
  },
  async cascade(request) {
    const { tx, body, params } = request
    const parent = await getAssignment(tx, params.id)
    const { dueOn, ...choice } = body
    const { id } = await draftTask(request, {
      ...choice,
      deadline: null,
      dueOn,
      ownerId: parent.lead.id,
      source: { kind: 'cascade', parent },
    })
    return describeTask(request, id)
  },
  async listHandlers(request) {
    return { items: await listHandlers(request) }
  },
  async listDuties(request) {
    const items = await listDuties(request)
    return { items, total: items.length }
  },
}

export function mountTasks(app: FastifyInstance, system: System): void {
  mount(app, system, tasksApi, handlers)
  mount(app, system, bulkApi, { commandAssignments })
  mount(app, system, assignmentSheetApi, { readAssignmentSheet, downloadAssignmentSheet })
  mount(app, system, starsApi, starHandlers)
}
