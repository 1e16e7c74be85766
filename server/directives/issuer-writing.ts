import { isCapitals } from '#core/reading/paragraphs.ts'
import { sourceText } from '#core/reading/source-text.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

/** How each name is written, by its lower case; null where names differ in their capitals alone. */
type Writings = ReadonlyMap<string, string | null>
const known = new WeakMap<UnitRegister, Writings>()

/**
 * The issuer of a letterhead ("BỘ NỘI VỤ") as a known unit of that name is written in sentences ("Bộ Nội vụ"). Which words of a name
 * have a capital does not follow from the capitals: what nobody knows stays as it stands in the document.
 */
export function writeIssuer(issuer: string | null, register: UnitRegister): string | null {
  if (issuer === null || !isCapitals(issuer)) return issuer
  let writings = known.get(register)
  if (!writings) {
    writings = writingsOf(register)
    known.set(register, writings)
  }
  return writings.get(lower(issuer)) ?? issuer
}

function writingsOf(register: UnitRegister): Writings {
  const writings = new Map<string, string | null>()
  const names = [...register.tree.units, ...register.externals.values()].map(({ name }) => name)
  for (const full of [...names, ...register.aliases.map(({ text }) => text)]) {
    // What the register adds in brackets stands on no letterhead.
    const name = full.replace(/ \([^()]*\)$/u, '')
    if (isCapitals(name)) continue
    const key = lower(name)
    const before = writings.get(key)
    writings.set(key, before === undefined || before === name ? name : null)
  }
  return writings
}

function lower(name: string): string {
  return sourceText(name).low.replaceAll(/ +/g, ' ').trim()
}
