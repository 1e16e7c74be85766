import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import { byVietnameseOrder } from '#core/kernel/vietnamese-order.ts'
import type { Lead } from '#core/tasks/assignment.ts'
import { matchName as matchWritten } from '#core/units/match-name.ts'
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

function members(register: UnitRegister, addressee: Addressee): Id[] {
  const group = register.groups.get(addressee.id)
  return group ? listGroupMembers(register.tree, group, addressee.below).map((unit) => unit.id) : []
}

/** The leads that a list reaches, each once, in the order of the list. */
export function expandAddressees(register: UnitRegister, addressees: readonly Addressee[]): Lead[] {
  const reached = new Map<Id, Lead>()
  for (const addressee of addressees) {
    if (register.name(addressee) === undefined) fail({ code: 'request/not_found', what: 'addressee', id: addressee.id })
    if (addressee.kind === 'group') {
      for (const id of members(register, addressee)) if (!reached.has(id)) reached.set(id, { kind: 'unit', id })
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

/** For a field that is being typed in: exact accents first, then the start of a name, then anywhere in it; groups before single units. */
export function findAddressees(register: UnitRegister, typed: string, limit: number): NamedAddressee[] {
  const wanted = fold(typed)
  const exact = typed.normalize('NFC').toLowerCase().trim()
  const scored: { addressee: Addressee; score: number; name: string }[] = []
  const consider = (addressee: Addressee, name: string, texts: readonly string[], bonus: number) => {
    let score = -1
    for (const text of texts) {
      const folded = fold(text)
      const at = ` ${folded}`.indexOf(` ${wanted}`)
      if (at < 0) continue
      const accents = text.toLowerCase().includes(exact) ? 4 : 0
      score = Math.max(score, accents + (folded === wanted ? 8 : at === 0 ? 2 : 1) + bonus)
    }
    if (score >= 0) scored.push({ addressee, score, name })
  }
  const aliases = Map.groupBy(register.aliases, (alias) => alias.target.id)
  const texts = (id: Id, ...own: string[]) => [...own, ...(aliases.get(id) ?? []).map((alias) => alias.text)]
  for (const group of register.groups.values())
    consider({ kind: 'group', id: group.id }, group.name, texts(group.id, group.name), 1)
  for (const unit of register.tree.units) {
    consider({ kind: 'unit', id: unit.id }, unit.name, texts(unit.id, unit.name, unit.shortName), 1 / (1 + unit.tier))
  }
  for (const unit of register.externals.values())
    consider({ kind: 'external', id: unit.id }, unit.name, texts(unit.id, unit.name, unit.shortName), 0)
  return byVietnameseOrder(scored)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .flatMap(({ addressee }) => nameAddressee(register, addressee) ?? [])
}
