import type { Id } from '#core/kernel/id.ts'
import { fold } from '#core/kernel/fold.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { AddresseeChoice } from '#core/tasks/addressee-choice.ts'
import { type Deadline, isPlausibleDue, lastDayOnTime } from '#core/tasks/deadline.ts'
import { findCascadeRefusal } from '#core/tasks/refusal.ts'
import { type ReportingRule, withRule } from '#core/tasks/reporting.ts'
import { planFanOut } from '#core/tasks/task.ts'
import type { Request } from '#server/http/mount.ts'
import { fail, need } from '#server/http/refusal.ts'
import type { StoredAssignment } from '#server/tasks/assignment-store.ts'
import { type Office, waitsForApproval } from '#server/tasks/circumstances.ts'
import { expandAddressees } from '#server/units/addressees.ts'

export interface TaskDraft extends AddresseeChoice {
  action: string
  deliverable: string | null
  deadline: Deadline | null
  ownerId: Id
  /** Where the last day on time does not follow from the deadline (a cascade names the day itself). */
  dueOn?: PlainDate | null
  /** When its assignments are reported on. */
  reporting?: ReportingRule | null | undefined
  source:
    | {
        kind: 'commitment'
        directiveId: Id
        proposalId: Id
        passageId: Id | null
        quote: string
        start: number
        end: number
      }
    /** The note says where it comes from; the directive, where the register has it. */
    | { kind: 'by-hand'; note: string; directiveId?: Id | null }
    | { kind: 'cascade'; parent: StoredAssignment }
}

type Planning = Pick<Request<unknown>, 'actor' | 'register' | 'now' | 'newId'>

/** The row of a task and those of the assignments that it is given; nothing is stored yet. */
export function planTask(request: Planning, office: Office, draft: TaskDraft, number: number) {
  const { actor, now, newId } = request
  const { source } = draft
  const id = newId()
  const directiveId = directiveOf(source)
  const isOfSentence = source.kind === 'commitment'
  const task = {
    id,
    number,
    directiveId,
    proposalId: isOfSentence ? source.proposalId : null,
    passageId: isOfSentence ? source.passageId : null,
    quote: isOfSentence ? source.quote : null,
    quoteStart: isOfSentence ? source.start : null,
    quoteEnd: isOfSentence ? source.end : null,
    source: source.kind === 'by-hand' ? source.note : null,
    parentId: source.kind === 'cascade' ? source.parent.id : null,
    action: draft.action,
    deliverable: draft.deliverable,
    deadline: draft.deadline ? JSON.stringify(draft.deadline) : null,
    ownerId: draft.ownerId,
    draftedBy: actor.personId,
    draftedAt: now,
    folded: fold(`${draft.action} ${draft.deliverable ?? ''}`),
    version: 1,
  }
  const dueOn = draft.dueOn === undefined ? lastDayOnTime(draft.deadline, office) : draft.dueOn
  if (dueOn !== null && !isPlausibleDue(dueOn)) fail({ code: 'assignment/due_implausible', dueOn })
  const kind = isOfSentence ? 'directive' : source.kind
  const needsApproval = waitsForApproval(office, request.register, kind, draft.ownerId)
  return { task, given: planAssignments(request, office, { taskId: id, directiveId, dueOn, needsApproval, draft }) }
}

function directiveOf(source: TaskDraft['source']): Id | null {
  if (source.kind === 'by-hand') return source.directiveId ?? null
  return source.kind === 'cascade' ? source.parent.directiveId : source.directiveId
}

interface NewAssignments {
  taskId: Id
  directiveId: Id | null
  dueOn: PlainDate | null
  needsApproval: boolean
  draft: Pick<TaskDraft, 'leads' | 'cooperating' | 'monitorId' | 'ownerId' | 'source' | 'reporting'>
  /** The last ordinal that is taken. */
  after?: number
}

/** The rows of the assignments that a task is given, or a refusal. */
export function planAssignments(
  { register, actor, newId }: Omit<Planning, 'now'>,
  office: Office,
  { taskId, directiveId, dueOn, needsApproval, draft, after = 0 }: NewAssignments,
) {
  const leads = expandAddressees(register, draft.leads)
  const { source, ownerId } = draft
  if (source.kind === 'cascade') {
    const refusal = findCascadeRefusal(source.parent, { leadIds: leads.map((lead) => lead.id), dueOn }, office)
    if (refusal) fail(refusal)
  }
  // An office gives work within its own subtree; across it there is only the external unit.
  const stray = leads.find((lead) => lead.kind === 'unit' && !register.path(lead.id).includes(ownerId))
  if (stray) fail({ code: 'task/lead_not_below', unitId: stray.id, name: register.ref(stray.id).name })
  const cooperatingIds = expandAddressees(register, draft.cooperating).flatMap((unit) =>
    unit.kind === 'unit' ? [unit.id] : [],
  )
  const { parts } = need(planFanOut({ leads, cooperatingIds, monitorId: draft.monitorId }))
  const rows = parts.map((part, index) => ({
    id: newId(),
    taskId,
    directiveId,
    ordinal: after + index + 1,
    leadId: part.lead.kind === 'unit' ? part.lead.id : null,
    externalLeadId: part.lead.kind === 'external' ? part.lead.id : null,
    issuedBy: ownerId,
    monitorId: part.monitorId,
    state: 'draft',
    needsApproval,
    dueOn,
    reporting: withRule(null, draft.reporting ?? null, { issuedOn: null, today: office.today }),
    draftedBy: actor.personId,
    version: 1,
  }))
  const cooperating = rows.flatMap((row, index) =>
    (parts[index]?.cooperatingIds ?? []).map((unitId) => ({ assignmentId: row.id, unitId })),
  )
  return { rows, cooperating }
}
