import type { Id } from '#core/kernel/id.ts'
import type { Actor } from '#core/people/may.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

/** The reader's units and those above them, whose priorities are the reader's too. */
export function unitsInLine({ actor, register }: { actor: Actor; register: UnitRegister }): Id[] {
  return [...new Set(actor.roles.flatMap(({ unitId }) => register.path(unitId)))]
}
