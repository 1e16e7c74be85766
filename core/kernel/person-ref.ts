import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'

/** How a person is shown wherever one is named. */
export const PersonRef = z.object({ id: Id, name: z.string(), position: z.string() }).meta({ id: 'PersonRef' })
export type PersonRef = z.infer<typeof PersonRef>
