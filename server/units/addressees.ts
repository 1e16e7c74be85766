import type { Id } from '#core/kernel/id.ts'
import type { Lead } from '#core/tasks/assignment.ts'
import { matchName as matchWritten } from '#core/units/match-name.ts'
import { searchNames } from '#core/units/search-names.ts'
import { listGroupMembers } from '#core/units/tree.ts'
import type { Addressee, NamedAddressee, NameMatch } from '#core/units/unit-ref.ts'
import { fail } from '#server/http/refusal.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

/** With its name and the number of units that it stands for; undefined where it is unknown. */
export function nameAddressee(register: UnitRegister, addressee: Addressee): NamedAddressee | undefined {
  const name = register.name(addressee)
  if (name === undefined) return undefined
  const below = addressee.below === undefined ? '' : ` (${register.ref(addressee.below).name})`
  return {
    ...addressee,
    name: name + below,
    count: addressee.kind === 'group' ? members(register, addressee).length : 1,
  }
}

/** A body outside lies below no unit: it is a member of the group that an office has listed, and of no part of it. */
function members(register: UnitRegister, addressee: Addressee): Lead[] {
  const group = register.groups.get(addressee.id)
  if (!group) return []
  const units = listGroupMembers(register.tree, group, addressee.below).map(({ id }): Lead => ({ kind: 'unit', id }))
  const outside = addressee.below === undefined ? (group.members ?? []) : []
  return [...units, ...outside.filter(({ kind, id }) => kind === 'external' && register.externals.has(id))]
}

/** The leads that a list reaches, each once, in the order of the list. */
export function expandAddressees(register: UnitRegister, addressees: readonly Addressee[]): Lead[] {
  const reached = new Map<Id, Lead>()
  for (const addressee of addressees) {
    if (register.name(addressee) === undefined) fail({ code: 'request/not_found', what: 'addressee', id: addressee.id })
    if (addressee.kind === 'group') {
      for (const lead of members(register, addressee)) if (!reached.has(lead.id)) reached.set(lead.id, lead)
    } else if (!reached.has(addressee.id)) reached.set(addressee.id, { kind: addressee.kind, id: addressee.id })
  }
  return [...reached.values()]
}

export function matchName(register: UnitRegister, written: string, context?: Id): NameMatch {
  const match = matchWritten(register.names, written, context)
  const candidates = match.candidates.flatMap(({ target, below }) => {
    const named = nameAddressee(register, below === undefined ? target : { ...target, below })
    return named ? [named] : []
  })
  return { written, status: match.status, candidates }
}

/** For a field that is being typed in, best first: of all that the register knows, or of what lies below a unit. */
export function findAddressees(register: UnitRegister, typed: string, limit: number, below?: Id): NamedAddressee[] {
  const narrowed = (target: Addressee) =>
    target.kind === 'group' && below !== undefined ? { ...target, below } : target
  const offered = (target: Addressee) => below === undefined || liesBelow(register, narrowed(target), below)
  return searchNames(register.names, typed, limit, offered).flatMap(({ target }) => {
    const named = nameAddressee(register, narrowed(target))
    const above = register.path(target.id).slice(1).at(-2)
    return named ? [above === undefined ? named : { ...named, above: register.ref(above).shortName }] : []
  })
}

/** A group does with all the members that it has there. */
function liesBelow(register: UnitRegister, target: Addressee, above: Id): boolean {
  const reached = target.kind === 'group' ? members(register, target) : [target]
  return (
    reached.length > 0 &&
    reached.every(({ kind, id }) => kind === 'unit' && register.path(id).slice(0, -1).includes(above))
  )
}
