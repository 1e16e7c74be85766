import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'

/** How a unit, or an external unit, is shown wherever it is named. */
export const UnitRef = z
  .object({ id: Id, name: z.string(), shortName: z.string(), external: z.boolean() })
  .meta({ id: 'UnitRef' })
export type UnitRef = z.infer<typeof UnitRef>

/** Whom an assignment can be addressed to: one unit, one external unit, or a group that stands for all units of its rule. */
export const Addressee = z
  .object({
    kind: z.enum(['unit', 'group', 'external']),
    id: Id,
    /** Of a group: only its members below this unit ("các xã, phường của tỉnh Lâm Đồng"). */
    below: Id.optional(),
  })
  .meta({ id: 'Addressee' })
export type Addressee = z.infer<typeof Addressee>

export const NamedAddressee = Addressee.extend({
  name: z.string(),
  count: z.int(),
  /** What a unit found by its name stands below: communes of several provinces are called alike. */
  above: z.string().optional(),
}).meta({ id: 'NamedAddressee' })
export type NamedAddressee = z.infer<typeof NamedAddressee>

/** What the system makes of a name as a directive writes it. Only `sure` is taken over without asking. */
export const NameMatch = z
  .object({
    written: z.string(),
    status: z.enum(['sure', 'unsure', 'unknown']),
    candidates: z.array(NamedAddressee),
  })
  .meta({ id: 'NameMatch' })
export type NameMatch = z.infer<typeof NameMatch>
