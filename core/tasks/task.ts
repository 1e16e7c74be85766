import type { Id } from '#core/kernel/id.ts'
import { ok, refuse } from '#core/kernel/result.ts'
import type { Result } from '#core/kernel/result.ts'
import type { Lead } from '#core/tasks/assignment.ts'

/** Who takes part in one assignment of a task. */
export interface Part {
  lead: Lead
  cooperatingIds: Id[]
  monitorId: Id | null
}

export type FanOutFailure =
  /** A task without a lead is done by nobody. */
  { code: 'task/no_lead' }

/**
 * One assignment for each lead of a task, none twice.
 *
 * Shape   in the order of `leads`; `repeated` names those met again ("các Sở" and one of them by name) or assigned before (`already`):
 *         said, not silently dropped. A unit that leads does not cooperate in, or watch over, its own part
 * Errors  `task/no_lead` when nobody is named
 */
export function planFanOut({
  leads,
  cooperatingIds,
  monitorId,
  already = [],
}: {
  leads: readonly Lead[]
  cooperatingIds: readonly Id[]
  monitorId: Id | null
  already?: readonly Id[]
}): Result<{ parts: Part[]; repeated: Id[] }, FanOutFailure> {
  if (leads.length === 0) return refuse({ code: 'task/no_lead' })
  const seen = new Set<Id>(already)
  const parts: Part[] = []
  const repeated = new Set<Id>()
  for (const lead of leads) {
    if (seen.has(lead.id)) {
      repeated.add(lead.id)
      continue
    }
    seen.add(lead.id)
    parts.push({
      lead,
      cooperatingIds: [...new Set(cooperatingIds)].filter((id) => id !== lead.id),
      monitorId: monitorId === lead.id ? null : monitorId,
    })
  }
  return ok({ parts, repeated: [...repeated] })
}
