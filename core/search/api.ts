import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Id } from '#core/kernel/id.ts'
import { PersonRef } from '#core/kernel/person-ref.ts'
import { PlainDate } from '#core/kernel/plain-date.ts'
import { AssignmentState } from '#core/tasks/assignment.ts'
import { UnitRef } from '#core/units/unit-ref.ts'

export const SearchKind = z.enum(['directives', 'tasks', 'assignments', 'units', 'people'])
export type SearchKind = z.infer<typeof SearchKind>

/** The best of one kind; `more` says that there are others. */
const some = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), more: z.boolean() })

export const Found = z
  .object({
    directives: some(
      z.object({
        id: Id,
        symbol: z.string().nullable(),
        subject: z.string(),
        issuer: z.string().nullable(),
        issuedOn: PlainDate.nullable(),
      }),
    ),
    tasks: some(z.object({ id: Id, code: z.string(), action: z.string(), directiveSymbol: z.string().nullable() })),
    assignments: some(
      z.object({
        id: Id,
        code: z.string(),
        action: z.string(),
        lead: UnitRef,
        state: AssignmentState,
        dueOn: PlainDate.nullable(),
      }),
    ),
    units: some(UnitRef.extend({ above: z.string().nullable() })),
    people: some(PersonRef.extend({ login: z.string(), units: z.array(UnitRef) })),
  })
  .meta({ id: 'Found' })
export type Found = z.infer<typeof Found>

export const searchApi = {
  search: endpoint({
    method: 'GET',
    path: '/search',
    summary:
      'Directives by number and subject, tasks by code and wording, assignments by code, units and people by name: a few of each, best first, of what the caller reads',
    may: 'signed-in',
    query: z.object({
      q: z.string().max(200),
      /** Only this kind. */
      kind: SearchKind.optional(),
      /** Of each kind. */
      limit: z.coerce.number<string | number>().int().min(1).max(50).default(5),
    }),
    response: Found,
  }),
}
