import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Id } from '#core/kernel/id.ts'
import { SavedView, ViewFilter, ViewKind, ViewLook, ViewName } from '#core/views/saved-view.ts'

const ById = z.object({ id: Id })
/** Null keeps it to oneself. */
const unitId = Id.nullable()

export const viewsApi = {
  listSavedViews: endpoint({
    method: 'GET',
    path: '/saved-views',
    summary: 'The views of a list that the reader has kept, and those shared in the reader’s units',
    may: 'signed-in',
    query: z.object({ kind: ViewKind }),
    response: z.object({ items: z.array(SavedView) }),
  }),
  addSavedView: endpoint({
    method: 'POST',
    path: '/saved-views',
    summary: 'Keep the conditions of a list under a name, for oneself or shared in a unit in which one holds a role',
    may: 'signed-in',
    creates: true,
    body: ViewLook.partial().extend({
      kind: ViewKind,
      name: ViewName,
      filter: ViewFilter,
      unitId: unitId.default(null),
    }),
    response: SavedView,
  }),
  changeSavedView: endpoint({
    method: 'PATCH',
    path: '/saved-views/:id',
    summary: 'Rename a view, change what it keeps, its place or with whom it is shared',
    may: 'signed-in',
    ifMatch: true,
    params: ById,
    body: ViewLook.partial().extend({
      name: ViewName.optional(),
      filter: ViewFilter.optional(),
      unitId: unitId.optional(),
      ordinal: z.int().min(0).max(1000).optional(),
    }),
    response: SavedView,
  }),
  removeSavedView: endpoint({
    method: 'DELETE',
    path: '/saved-views/:id',
    summary: 'Remove a view, for all with whom it is shared',
    may: 'signed-in',
    ifMatch: true,
    params: ById,
    response: z.object({ id: Id }),
  }),
}
