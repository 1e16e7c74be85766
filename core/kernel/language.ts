import { z } from 'zod'

/** The languages in which people read. */
export const Language = z.enum(['vi', 'en'])
export type Language = z.infer<typeof Language>
