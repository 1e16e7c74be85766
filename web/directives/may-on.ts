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
  const may = (deed: Deed) => mayInRegister(me, deed, directive)
  return {
    seeProposals: me.deeds.includes('proposal.read') && directive.text !== null,
    decide: may('proposal.decide'),
    edit: may('directive.edit'),
    close: may('directive.close-reading'),
  }
}

/** The same of one deed, asked of a line of the register. */
export function mayInRegister(me: Me, deed: Deed, { owner }: Pick<Directive, 'owner'>): boolean {
  const roles = me.roles.map(({ role, unit }) => ({ role, unitId: unit.id }))
  return allows({ personId: me.person.id, roles }, deed, { units: { holding: [owner.id] } })
}
