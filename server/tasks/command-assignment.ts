import type { Id } from '#core/kernel/id.ts'
import { allows } from '#core/people/may.ts'
import { deedFor, subjectOf } from '#core/tasks/actions-for.ts'
import type { Request } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import { type Acting, act } from '#server/tasks/act.ts'
import { getAssignment } from '#server/tasks/assignment-store.ts'
import { listHandlers } from '#server/tasks/list-handlers.ts'

// Commands that look at more than the assignment before they are decided; given alone or with others.

/** Whether the office acts for an external lead: where it may not answer as the lead itself. */
export async function actsOnBehalf(
  { tx, register, actor }: Pick<Request<unknown>, 'tx' | 'register' | 'actor'>,
  id: Id,
): Promise<boolean> {
  const assignment = await getAssignment(tx, id)
  if (assignment.lead.kind === 'unit') return false
  const subject = subjectOf(assignment, (unitId) => register.path(unitId))
  if (!allows(actor, deedFor(assignment, 'accept'), subject)) fail({ code: 'person/not_entitled' })
  return true
}

export async function acceptAssignment(request: Acting, id: Id): Promise<void> {
  await act(request, id, { type: 'accept', onBehalf: await actsOnBehalf(request, id) })
}

export async function assignHandler(request: Acting, id: Id, personId: Id | null): Promise<void> {
  const isThere = async () =>
    (await listHandlers({ ...request, params: { id } })).some((person) => person.id === personId)
  if (personId !== null && !(await isThere())) fail({ code: 'assignment/handler_not_in_unit' })
  await act(request, id, { type: 'assign_handler', personId })
}

export async function setCooperating(request: Acting, id: Id, unitIds: Id[]): Promise<void> {
  const unknown = unitIds.find((unitId) => !request.register.tree.byId.has(unitId))
  if (unknown) fail({ code: 'request/not_found', what: 'unit', id: unknown })
  await act(request, id, { type: 'set_cooperating', unitIds })
}
