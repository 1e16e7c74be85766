import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Actor } from '#core/people/may.ts'
import type { Tx } from '#server/db/store.ts'
import type { System } from '#server/http/mount.ts'
import { enterScope } from '#server/http/scope.ts'
import { loadUnitRegister, type UnitRegister } from '#server/units/unit-register.ts'

/** The transaction of a request: under the scopes of the actor, or as the owner where nobody is known yet; read-only where it only reads. */
export function inTransaction<T>(
  system: System,
  { actor, today, readOnly }: { actor: Actor | null; today: PlainDate; readOnly: boolean },
  work: (tx: Tx, register: UnitRegister) => Promise<T>,
): Promise<T> {
  const begun = system.store.db.transaction()
  return (readOnly ? begun.setAccessMode('read only') : begun).execute(async (tx) => {
    if (actor === null) return work(tx, await currentRegister(system, tx, today))
    // The register in memory is nearly always that of the database, and whether it is comes with the answer.
    let register = system.register?.day === today ? system.register : await currentRegister(system, tx, today)
    while (!(await enterScope(tx, actor, register, today, { readOnly })).isCurrent) {
      register = await loadUnitRegister(tx, today)
      system.register = register
    }
    return work(tx, register)
  })
}

async function currentRegister(system: System, tx: Tx, today: PlainDate): Promise<UnitRegister> {
  const { version } = await tx.selectFrom('unitRegister').select('version').executeTakeFirstOrThrow()
  if (system.register?.version !== version || system.register.day !== today)
    system.register = await loadUnitRegister(tx, today)
  return system.register
}
