import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'
import { PlainDate } from '#core/kernel/plain-date.ts'
import { Addressee } from '#core/units/unit-ref.ts'

/** Level of a unit, counted from the top. Tiers are configured, not four by law. */
export const Tier = z.object({ number: z.int().min(1), name: z.string() })
export type Tier = z.infer<typeof Tier>

/** Kinds are configured slugs; a dot refines one: `department.office` is a `department`. See `isOfKind`. */
export const UnitKind = z.string().regex(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)*$/)
export type UnitKind = z.infer<typeof UnitKind>

/** An organisation or part of one, in its version of today. Never a territory. */
export const Unit = z.object({
  id: Id,
  kind: UnitKind,
  name: z.string(),
  shortName: z.string(),
  parentId: Id.nullable(),
  /** `Tier.number`. */
  tier: z.int().min(1),
  /** The territory for which it is responsible. */
  territoryId: Id.nullable(),
  /** Whether executive-office roles can be held here: they then reach over its subtree. */
  hasOffice: z.boolean(),
  validFrom: PlainDate,
  /** First day on which it no longer holds. */
  validTo: PlainDate.nullable(),
  /** Preorder number, from 1; the subtree is every unit with `pos` ≤ number ≤ `last`. */
  pos: z.int().min(1),
  last: z.int().min(1),
})
export type Unit = z.infer<typeof Unit>

/** A body that directives name but that reports to nobody here. */
export const ExternalUnit = z.object({ id: Id, name: z.string(), shortName: z.string() })
export type ExternalUnit = z.infer<typeof ExternalUnit>

export const GroupMember = z.object({ kind: z.enum(['unit', 'external']), id: Id })
export type GroupMember = z.infer<typeof GroupMember>

/** A collective name ("các Sở Phát triển Cơ sở"); its rule is: all units of a kind below a unit, or those that the office of that unit lists. */
export const UnitGroup = z.object({
  id: Id,
  name: z.string(),
  rule: z.object({ kind: UnitKind.nullable(), below: Id }),
  /** Where the rule names no kind. */
  members: z.array(GroupMember).optional(),
})
export type UnitGroup = z.infer<typeof UnitGroup>

/** An entry of the office's dictionary: another name or abbreviation under which directives write a unit, a group or an external unit. */
export const Alias = z.object({ id: Id, target: Addressee, text: z.string().min(1) })
export type Alias = z.infer<typeof Alias>

/** Which unit took over from which. */
export const Succession = z.object({
  fromId: Id,
  toId: Id,
  kind: z.enum(['keep', 'whole', 'part', 'rename']),
  /** Part that went over, 0 to 1; null when it is not known: it is never guessed. */
  share: z.number().min(0).max(1).nullable(),
  decision: z.string(),
  effectiveOn: PlainDate,
})
export type Succession = z.infer<typeof Succession>

/** Whether a unit of kind `kind` is meant when a rule says `wanted`: the same, or a refinement of it. */
export function isOfKind(kind: UnitKind, wanted: UnitKind): boolean {
  return kind === wanted || kind.startsWith(`${wanted}.`)
}
