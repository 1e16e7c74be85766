import { sql } from 'kysely'
import type { z } from 'zod'
import type { Id } from '#core/kernel/id.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import { allows, DEEDS } from '#core/people/may.ts'
import type { Task } from '#core/tasks/answers.ts'
import { type Deadline, lastDayOnTime } from '#core/tasks/deadline.ts'
import { taskCode } from '#core/tasks/code.ts'
import { commonRule, type ReportingPlan } from '#core/tasks/reporting.ts'
import type { Tx } from '#server/db/store.ts'
import type { Request } from '#server/http/mount.ts'
import { found } from '#server/http/refusal.ts'
import { subjectOf } from '#server/http/subject.ts'
import { readOffice } from '#server/tasks/circumstances.ts'
import { listHistory } from '#server/tasks/describe-history.ts'
import {
  ASSIGNMENT_COLUMNS,
  ASSIGNMENT_TABLES,
  type AssignmentRecord,
  describeRow,
  listSiblings,
  readSource,
} from '#server/tasks/describe.ts'
import { peopleByIds } from '#server/tasks/people-by-ids.ts'

export interface StoredTask {
  id: Id
  number: number
  action: string
  deliverable: string | null
  deadline: Deadline | null
  ownerId: Id
  directiveId: Id | null
  proposalId: Id | null
  parentId: Id | null
  draftedBy: Id
  draftedAt: Instant
  version: number
}

export async function getTask({ tx }: Pick<Request<unknown>, 'tx'>, id: Id): Promise<StoredTask> {
  const { rows } = await sql<StoredTask>`
    select id, number, action, deliverable, deadline, owner_id as "ownerId", directive_id as "directiveId", proposal_id as "proposalId", parent_id as "parentId",
      drafted_by as "draftedBy", drafted_at as "draftedAt", version
    from task where id = ${id}`.execute(tx)
  return found(rows[0], 'task')
}

export async function describeTask(
  request: Pick<Request<unknown>, 'tx' | 'register' | 'actor' | 'today'>,
  id: Id,
): Promise<z.input<typeof Task>> {
  const { tx, register, actor, today } = request
  const task = await getTask(request, id)
  const office = await readOffice(request)
  const { rows } = await sql<AssignmentRecord & { unapproved: boolean }>`
    select ${ASSIGNMENT_COLUMNS}, a.state = 'draft' and a.needs_approval as unapproved
    from ${ASSIGNMENT_TABLES} where a.task_id = ${id} order by a.ordinal`.execute(tx)
  const person = await peopleByIds(tx, [task.draftedBy])
  const subject = await subjectOf(tx, register, 'task', id)
  const visible = new Set(rows.map((row) => row.id))
  const siblings = await listSiblings(tx, register, id, task.number, today, (siblingId) => visible.has(siblingId))
  return {
    id,
    code: taskCode(task.number),
    action: task.action,
    deliverable: task.deliverable,
    deadline: task.deadline,
    lastDayOnTime: task.deadline ? lastDayOnTime(task.deadline, office) : (rows[0]?.dueOn ?? null),
    owner: register.ref(task.ownerId),
    source: await readSource(tx, register, id),
    draftedBy: person(task.draftedBy) ?? { id: task.draftedBy, name: '?', position: '' },
    draftedAt: task.draftedAt,
    assignments: rows.map((row) => describeRow(row, register, office)),
    siblings: siblings.filter((sibling) => !sibling.own),
    reporting: commonRule(await listPlans(tx, id)),
    history: await listHistory(tx, register, id),
    deeds: DEEDS.filter((deed) => allows(actor, deed, subject)),
    unapproved: rows.filter(({ unapproved }) => unapproved).length,
    version: task.version,
  }
}

/** Of the assignments that are still part of the task: a draft that was replaced is withdrawn and was never given. */
async function listPlans(tx: Tx, taskId: Id): Promise<(ReportingPlan | null)[]> {
  const { rows } = await sql<{ reporting: ReportingPlan | null }>`
    select reporting from assignment where task_id = ${taskId} and (state <> 'withdrawn' or issued_on is not null) order by ordinal`.execute(
    tx,
  )
  return rows.map(({ reporting }) => reporting)
}
