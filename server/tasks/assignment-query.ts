import { fold } from '#core/kernel/fold.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Actor } from '#core/people/may.ts'
import { asOfDay, type AssignmentFilter } from '#core/tasks/assignment-filter.ts'
import { unitsInLine } from '#server/tasks/units-in-line.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

/**
 * The filter as functions of the database take it (0016-lists.sql): with the day as of which a class or a span of days is meant, the units below one as places in
 * the tree, priorities by the units whose they are, and words as they are searched for. A further key is a function of the database `app_wanted_<key>`.
 */
export function wantedOf(
  wanted: AssignmentFilter,
  reader: { register: UnitRegister; today: PlainDate; actor: Actor },
): string {
  const { register, today } = reader
  const { q, within, starred, ...filter } = asOfDay(wanted, today)
  const range = within && register.range(within, 'subtree')
  return JSON.stringify({
    ...filter,
    today,
    ...(within ? { within: range ? [range.pos, range.last] : [0, -1] } : {}),
    ...(starred ? { starred: unitsInLine(reader) } : {}),
    ...(q ? wordsOf(q, register) : {}),
  })
}

/** Words of the task, the number under which people speak of it, or the name of a lead. */
function wordsOf(q: string, register: UnitRegister) {
  const [, number, ordinal] = /^(?:nv\W*)?0*(\d{1,9})(?:\.0*(\d{1,4}))?$/i.exec(q.trim()) ?? []
  const leads = register.findByName(q)
  return {
    words: fold(q),
    ...(number === undefined ? {} : { number: Number(number) }),
    ...(ordinal === undefined ? {} : { ordinal: Number(ordinal) }),
    ...(leads.length === 0 ? {} : { leads }),
  }
}
