import type { Id } from '#core/kernel/id.ts'
import type { AssignmentCommand } from '#core/tasks/assignment-command.ts'
import { assignmentChanges } from '#core/tasks/field-changes.ts'
import { decide, evolve } from '#core/tasks/lifecycle.ts'
import { atVersion, type Request } from '#server/http/mount.ts'
import { fail, need } from '#server/http/refusal.ts'
import { lockAssignment, type StoredAssignment, saveAssignment } from '#server/tasks/assignment-store.ts'
import { addAddressees, followAddressees, listNamed } from '#server/tasks/addressees-of-directive.ts'
import { findParent, readOffice } from '#server/tasks/circumstances.ts'

export type Acting = Pick<
  Request<unknown>,
  'tx' | 'register' | 'actor' | 'today' | 'now' | 'newId' | 'record' | 'version'
>

/** One command on one assignment: read, decide, store, record. Entitlement was judged before (mount). */
export async function act(request: Acting, id: Id, command: AssignmentCommand): Promise<void> {
  const { tx, now, newId, record, register, version } = request
  const before = atVersion(await lockAssignment(tx, id), version)
  const office = await readOffice(request)
  const parent = await findParent(tx, before.taskId)
  const events = need(decide(before, command, { ...office, parent }))
  const after = events.reduce(evolve, before)
  if (command.type === 'report' || command.type === 'report_complete') await checkEvidence(request, command.evidenceIds)
  await saveAssignment(tx, before, after, events, { now, newId })
  await followAddressees(tx, register, before, after)
  const { type, ...data } = command
  const changes = assignmentChanges(before, after)
  await record({ command: `assignment.${type}`, kind: 'assignment', id, data: { ...data, changes } })
}

/** Evidence is what the reporter handed in: nobody attaches a file by guessing its id. */
async function checkEvidence({ tx, actor }: Acting, fileIds: readonly Id[]): Promise<void> {
  if (fileIds.length === 0) return
  const own = await tx
    .selectFrom('file')
    .select('id')
    .where('id', 'in', [...fileIds])
    .where('addedBy', '=', actor.personId)
    .execute()
  const known = new Set(own.map((row) => row.id))
  const missing = fileIds.find((fileId) => !known.has(fileId))
  if (missing) fail({ code: 'assignment/evidence_unknown', fileId: missing })
}

/** A task's assignments share a command: one statement changes them all, each has its own entry in the journal. */
export async function actOnAll(
  request: Acting,
  assignments: readonly StoredAssignment[],
  type: 'approve' | 'issue',
): Promise<StoredAssignment[]> {
  const { tx, actor, now, today, record, register } = request
  const office = await readOffice(request)
  const decisions = assignments.map((assignment) => ({
    assignment,
    decision: decide(assignment, { type }, { ...office, parent: null }),
  }))
  const done = decisions.flatMap(({ assignment, decision }) => (decision.ok ? [assignment] : []))
  if (done.length === 0) {
    const refused = decisions.find(({ decision }) => !decision.ok)?.decision
    return fail(refused && !refused.ok ? refused.failure : { code: 'task/no_assignment' })
  }
  const ids = done.map((assignment) => assignment.id)
  const raised = tx.updateTable('assignment').where('id', 'in', ids)
  if (type === 'approve') {
    await raised
      .set((eb) => ({ state: 'approved', approvedBy: actor.personId, version: eb('version', '+', 1) }))
      .execute()
  } else {
    await raised
      .set((eb) => ({
        state: 'issued',
        issuedOn: today,
        issuedAt: now,
        answerFrom: today,
        originalDueOn: eb.ref('dueOn'),
        version: eb('version', '+', 1),
      }))
      .execute()
    const units = done.flatMap((assignment) => listNamed({ ...assignment, issuedOn: today }))
    const first = done[0]
    if (first) await addAddressees(tx, register, first.directiveId, first.issuedBy, units)
  }
  const to = type === 'approve' ? 'approved' : 'issued'
  await record(
    ...done.map(({ id, state }) => ({
      command: `assignment.${type}`,
      kind: 'assignment' as const,
      id,
      data: { changes: [{ field: 'state', from: state, to }] },
    })),
  )
  return done
}

/** That assignments of a task were issued is written on the task too: whoever edits it finds it changed. */
export async function recordIssue({ tx, record }: Pick<Acting, 'tx' | 'record'>, taskId: Id, assignments: number) {
  await tx
    .updateTable('task')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', taskId)
    .execute()
  await record({ command: 'task.issue', kind: 'task', id: taskId, data: { assignments } })
}
