import { z } from 'zod'

/** Every stored thing has a UUID, version 7, made by the server: it sorts by time of creation. */
export const Id = z.uuid().brand('Id')
export type Id = z.infer<typeof Id>
