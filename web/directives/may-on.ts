import type { Directive } from '#core/directives/directive.ts'
import { allows } from '#core/people/may.ts'
import type { Deed } from '#core/people/may.ts'
import type { Me } from '#core/people/api.ts'

export interface MayOnDirective {
  seeProposals: boolean
  decide: boolean
  edit: boolean
  close: boolean
}

/**
 * What the page offers, by the same table by which the server refuses. Registers are kept by `own`, so the unit that owns the
 * directive is enough; whoever stands above it reads its proposals by `proposal.read`, which the server judges.
 */
export function mayOn(me: Me, directive: Directive): MayOnDirective {
  const roles = me.roles.map(({ role, unit }) => ({ role, unitId: unit.id }))
  const may = (deed: Deed) =>
    allows({ personId: me.person.id, roles }, deed, { units: { holding: [directive.owner.id] } })
  return {
    seeProposals: me.deeds.includes('proposal.read') && directive.text !== null,
    decide: may('proposal.decide'),
    edit: may('directive.edit'),
    close: may('directive.close-reading'),
  }
}
