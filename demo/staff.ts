import type { Id } from '#core/kernel/id.ts'
import type { DemoPerson } from '#demo/people.ts'

/** Who acts for a unit, by what their role lets them do. */
export interface Staff {
  /** Answers, reports, returns. */
  heads: Id[]
  /** The same except returning. */
  focals: Id[]
  /** Does the work and reports its progress. */
  reporters: Id[]
  /** Of an office: drafts, issues, confirms. */
  officers: Id[]
  leaders: Id[]
}

const PART = {
  'unit-head': 'heads',
  'focal-point': 'focals',
  reporter: 'reporters',
  officer: 'officers',
  leader: 'leaders',
} as const

/** By unit; a unit that nobody acts for is not in it. */
export function staffOf(people: readonly DemoPerson[]): ReadonlyMap<Id, Staff> {
  const staff = new Map<Id, Staff>()
  for (const { id, roles } of people)
    for (const { role, unitId } of roles) {
      const part = PART[role as keyof typeof PART]
      if (part === undefined) continue
      const here = staff.get(unitId) ?? { heads: [], focals: [], reporters: [], officers: [], leaders: [] }
      here[part].push(id)
      staff.set(unitId, here)
    }
  return staff
}
