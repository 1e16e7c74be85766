import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'
import { Addressee } from '#core/units/unit-ref.ts'

/** Whom a task goes to. Every lead gets its own assignment; a group stands for all units of its rule. */
export const AddresseeChoice = z
  .object({
    leads: z.array(Addressee).max(200),
    cooperating: z.array(Addressee).max(200),
    monitorId: Id.nullable(),
  })
  .meta({ id: 'AddresseeChoice' })
export type AddresseeChoice = z.infer<typeof AddresseeChoice>
