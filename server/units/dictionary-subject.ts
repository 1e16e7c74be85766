import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import { allows, allowsSomewhere, type Subject } from '#core/people/may.ts'
import type { Addressee } from '#core/units/unit-ref.ts'
import type { Request } from '#server/http/mount.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

type Caller = Pick<Request<unknown>, 'actor' | 'register'>

/** A group lies where its members do. An external unit lies nowhere: any office may give it a name, so there is no subject. */
export function dictionarySubject(register: UnitRegister, target: Pick<Addressee, 'kind' | 'id'>): Subject | undefined {
  if (target.kind === 'external') return undefined
  return heldBy(register, register.groups.get(target.id)?.rule.below ?? target.id)
}

export function heldBy(register: UnitRegister, id: Id): Subject {
  return { units: { holding: register.path(id) } }
}

/** What `entitle` would decide, for a list. */
export function mayTeach({ actor, register }: Caller, target: Pick<Addressee, 'kind' | 'id'>): boolean {
  const subject = dictionarySubject(register, target)
  return subject === undefined ? allowsSomewhere(actor, 'dictionary.edit') : allows(actor, 'dictionary.edit', subject)
}

/** Whether the words stand in one of the texts, with or without accents. */
export function fits(q: string, ...texts: string[]): boolean {
  const wanted = fold(q)
  return wanted === '' || texts.some((text) => fold(text).includes(wanted))
}
