import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'
import { PlainDate } from '#core/kernel/plain-date.ts'

/** The offices a person can hold at a unit; what each may read and do is the table `MAY` (core/people/may.ts). */
export const Role = z.enum([
  'leader', // lãnh đạo
  'officer', // chuyên viên văn phòng
  'clerk', // văn thư
  'unit-head', // thủ trưởng
  'focal-point', // đầu mối
  'reporter', // người nhập
  'inspector', // kiểm tra
  'press-officer', // phát ngôn
  'liaison', // đối tác
  'auditor', // kiểm toán
  'administrator', // quản trị
])
export type Role = z.infer<typeof Role>

/** A role that somebody holds now, at one unit. */
export const HeldRole = z.object({ role: Role, unitId: Id })
export type HeldRole = z.infer<typeof HeldRole>

/** A role at a unit from a day to a last day, both included; `null` while it is open. */
export const RoleTerm = HeldRole.extend({ from: PlainDate, to: PlainDate.nullable() })
export type RoleTerm = z.infer<typeof RoleTerm>

/** The roles in force on a day. Former holders keep nothing, future holders have nothing yet. */
export function rolesOn(terms: readonly RoleTerm[], day: PlainDate): HeldRole[] {
  return terms
    .filter((term) => term.from <= day && (term.to === null || day <= term.to))
    .map(({ role, unitId }) => ({ role, unitId }))
}

/**
 * Where a role can be held: office roles at the top unit or at a unit that has an office; administrator and auditor, whose powers
 * are bound to no subtree, at a top unit only, or a commune's administrator could name themself the ministry's.
 */
export function canBeHeldAt(role: Role, unit: { parentId: Id | null; hasOffice: boolean }): boolean {
  switch (role) {
    case 'administrator':
    case 'auditor':
      return unit.parentId === null
    case 'leader':
    case 'officer':
    case 'clerk':
    case 'press-officer':
      return unit.parentId === null || unit.hasOffice
    case 'unit-head':
    case 'focal-point':
    case 'reporter':
    case 'inspector':
    case 'liaison':
      return true
  }
}
