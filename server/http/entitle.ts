import type { Id } from '#core/kernel/id.ts'
import { allows, type Deed, rolesGranting, type Subject } from '#core/people/may.ts'
import type { Request } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'

type Caller = Pick<Request<unknown>, 'actor' | 'register'>

/** For endpoints whose subject is not a stored thing named in the path. */
export function entitle({ actor }: Caller, deed: Deed, subject: Subject): void {
  if (!allows(actor, deed, subject)) fail({ code: 'person/not_entitled', deed })
}

/** What belongs to the whole administration is held by its top unit. */
export function entitleAtTop(caller: Caller, deed: Deed): void {
  const { top } = caller.register
  entitle(caller, deed, { units: top ? { holding: [top.id] } : {} })
}

/** The unit in whose name the caller does this: the first at which a role lets him. */
export function actingUnit({ actor, register }: Caller, deed: Deed): Id {
  for (const { unitId } of actor.roles) {
    const subject = { units: { holding: register.path(unitId), issuedBy: register.path(unitId) } }
    if (rolesGranting(actor, deed, subject).some((held) => held.unitId === unitId)) return unitId
  }
  return fail({ code: 'person/not_entitled', deed })
}
