import { sql } from 'kysely'
import type { ResponseOf } from '#core/kernel/endpoint.ts'
import type { Id } from '#core/kernel/id.ts'
import { allows } from '#core/people/may.ts'
import { deedFor, subjectOf } from '#core/tasks/actions-for.ts'
import { type BulkCommand, type BulkOutcome, counterOf } from '#core/tasks/bulk.ts'
import type { bulkApi } from '#core/tasks/bulk-api.ts'
import { atVersion, type Request } from '#server/http/mount.ts'
import { failureOf } from '#server/http/problem.ts'
import { fail } from '#server/http/refusal.ts'
import { act, recordIssue } from '#server/tasks/act.ts'
import { getAssignment, type StoredAssignment } from '#server/tasks/assignment-store.ts'
import { acceptAssignment, assignHandler, setCooperating } from '#server/tasks/command-assignment.ts'

type Bulk = (typeof bulkApi)['commandAssignments']

/**
 * Each command goes the way of the single one, behind a savepoint of its own: what is refused takes nothing else with it. Rows are taken in the
 * order of their ids, so that two calls never wait for each other in a circle.
 */
export async function commandAssignments(request: Request<Bulk>): Promise<ResponseOf<Bulk>> {
  const { commands } = request.body
  const outcomes = new Map<BulkCommand, BulkOutcome>()
  const issued = new Map<Id, number>()
  for (const command of commands.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))) {
    outcomes.set(
      command,
      await tryOne(request, command, ({ taskId }) => {
        if (command.action === 'issue') issued.set(taskId, (issued.get(taskId) ?? 0) + 1)
      }),
    )
  }
  for (const [taskId, count] of issued) await recordIssue(request, taskId, count)
  return { outcomes: commands.flatMap((command) => outcomes.get(command) ?? []) }
}

async function tryOne(
  request: Request<Bulk>,
  command: BulkCommand,
  onDone: (before: StoredAssignment) => void,
): Promise<BulkOutcome> {
  const { tx } = request
  const { id } = command
  await sql`savepoint one_command`.execute(tx)
  try {
    const before = await obey(request, command)
    await sql`release savepoint one_command`.execute(tx)
    onDone(before)
    return {
      id,
      done: true,
      version: before.version + 1,
      problem: null,
      counter: counterOf(before, command.action),
    }
  } catch (error) {
    const problem = failureOf(error)
    if (!problem) throw error
    await sql`rollback to savepoint one_command`.execute(tx)
    return { id, done: false, version: null, problem, counter: null }
  }
}

/** Answers with the assignment as it was before. */
async function obey(request: Request<Bulk>, command: BulkCommand): Promise<StoredAssignment> {
  const { tx, actor, register } = request
  const { id, version } = command
  const before = await getAssignment(tx, id)
  const deed = deedFor(before, command.action === 'add_cooperating' ? 'set_cooperating' : command.action)
  const subject = subjectOf(before, (unitId) => register.path(unitId))
  if (!allows(actor, deed, subject)) fail({ code: 'person/not_entitled', deed })
  const one = { ...request, version }
  switch (command.action) {
    case 'approve':
    case 'issue':
    case 'confirm':
      await act(one, id, { type: command.action })
      break
    case 'withdraw':
      await act(one, id, { type: 'withdraw', reason: command.reason })
      break
    case 'revise':
      await act(one, id, { type: 'revise', dueOn: command.dueOn, reason: command.reason })
      break
    case 'accept':
      await acceptAssignment(one, id)
      break
    case 'assign_handler':
      await assignHandler(one, id, command.personId)
      break
    case 'set_cooperating':
      await setCooperating(one, id, command.unitIds)
      break
    case 'add_cooperating': {
      const added = command.unitIds.filter((unitId) => !before.cooperatingIds.includes(unitId))
      // One of another day is asked for its version first: what was read is what is added to.
      atVersion(before, version)
      if (added.length === 0) fail({ code: 'assignment/nothing_changed' })
      await setCooperating(one, id, [...before.cooperatingIds, ...added])
    }
  }
  return before
}
