import type { Id } from '#core/kernel/id.ts'
import { type Dictionary, listUnknownNames } from '#core/reading/dictionary.ts'
import type { Tx } from '#server/db/store.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

const known = new WeakMap<UnitRegister, readonly string[]>()

/**
 * What reading is told before it reads a directive of this register: fixed phrases of its office and of those above, and every name in the
 * register of units that reading would not take for one. Read it in the transaction that stores what was read.
 */
export async function loadDictionary(tx: Tx, register: UnitRegister, ownerId: Id): Promise<Dictionary> {
  const rows = await tx
    .selectFrom('fixedPhrase')
    .select(['kind', 'phrase'])
    .where('removedAt', 'is', null)
    .where('ownerId', 'in', [...register.path(ownerId)])
    .orderBy('id')
    .execute()
  const ofKind = (kind: string) => rows.filter((row) => row.kind === kind).map(({ phrase }) => phrase)
  return {
    units: [...ofKind('unit'), ...namesOf(register)],
    orders: ofKind('order'),
    exhortations: ofKind('exhortation'),
    never: ofKind('never'),
  }
}

/** Once for each reading of the register. */
function namesOf(register: UnitRegister): readonly string[] {
  let names = known.get(register)
  if (!names) {
    const listed = [...register.groups.values()].filter(({ rule }) => rule.kind === null)
    const outside = [...register.externals.values()].flatMap(({ name, shortName }) => [name, shortName])
    const aliases = register.aliases.filter(({ target }) => register.name(target) !== undefined)
    const all = [...aliases.map(({ text }) => text), ...listed.map(({ name }) => name), ...outside]
    // "cấp xã" names a group where somebody is named, and stands in half of all sentences where nobody is.
    names = listUnknownNames(all.filter((name) => /\p{Lu}/u.test(name)))
    known.set(register, names)
  }
  return names
}
