import { z } from 'zod'
import { directivesApi } from '#core/directives/api.ts'
import { Id } from '#core/kernel/id.ts'
import { PersonRef } from '#core/kernel/person-ref.ts'
import { ok, refuse, type Result } from '#core/kernel/result.ts'
import { tasksApi } from '#core/tasks/api.ts'
import { AssignmentFilter } from '#core/tasks/assignment-filter.ts'
import { UnitRef } from '#core/units/unit-ref.ts'

/** The lists of which views are kept. */
export const ViewKind = z.enum(['assignments', 'directives', 'tasks'])
export type ViewKind = z.infer<typeof ViewKind>

/** Conditions as the address of the list carries them. */
export const ViewFilter = z.record(z.string().max(40), z.union([z.string().max(2000), z.number(), z.boolean()]))
export type ViewFilter = z.infer<typeof ViewFilter>

export const ViewName = z.string().trim().min(1).max(80)
const Word = z.string().trim().min(1).max(40)

/** What of a list is kept under a name, besides its conditions. */
export const ViewLook = z.object({
  /** Null: those that the reader has chosen. */
  columns: z.array(Word).max(40).nullable(),
  group: Word.nullable(),
  sort: Word.nullable(),
})

export const SavedView = ViewLook.extend({
  id: Id,
  kind: ViewKind,
  name: ViewName,
  filter: ViewFilter,
  owner: PersonRef,
  /** With whose people it is shared; null: with nobody. */
  unit: UnitRef.nullable(),
  ordinal: z.int(),
  /** Whether the one who asks may change or remove it. */
  mayChange: z.boolean(),
  version: z.int(),
}).meta({ id: 'SavedView' })
export type SavedView = z.infer<typeof SavedView>

/** So many does a person keep. */
export const MOST_VIEWS = 50

/** What belongs to a page of a list, not to its conditions. */
const PAGING = ['limit', 'offset', 'after', 'counts', 'sort']
const CONDITIONS: Readonly<Record<ViewKind, z.ZodObject>> = {
  assignments: AssignmentFilter,
  directives: directivesApi.listDirectives.query ?? z.object({}),
  tasks: tasksApi.listTasks.query ?? z.object({}),
}

/** A view that its list would not understand is not kept. */
export function checkFilter(
  kind: ViewKind,
  filter: ViewFilter,
): Result<ViewFilter, { code: 'view/filter_unknown'; key: string }> {
  const schema = CONDITIONS[kind]
  const stray = Object.keys(filter).find((key) => !(key in schema.shape) || PAGING.includes(key))
  if (stray !== undefined) return refuse({ code: 'view/filter_unknown', key: stray })
  const parsed = schema.safeParse(filter)
  if (parsed.success) return ok(filter)
  return refuse({ code: 'view/filter_unknown', key: String(parsed.error.issues[0]?.path[0] ?? '') })
}
