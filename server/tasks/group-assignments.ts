import { sql } from 'kysely'
import type { z } from 'zod'
import type { ResponseOf } from '#core/kernel/endpoint.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import { byVietnameseOrder } from '#core/kernel/vietnamese-order.ts'
import type { tasksApi } from '#core/tasks/api.ts'
import type { AssignmentGroup } from '#core/tasks/assignment-list.ts'
import type { LatenessClass } from '#core/tasks/lateness.ts'
import type { Tx } from '#server/db/store.ts'
import type { Request } from '#server/http/mount.ts'
import { wantedOf } from '#server/tasks/assignment-query.ts'
import { peopleByIds } from '#server/tasks/people-by-ids.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

type Groups = (typeof tasksApi)['groupAssignments']
type Group = z.input<typeof AssignmentGroup>
type DirectiveName = NonNullable<Group['directive']>

/** The assignments of a list with the same filter, counted in groups. */
export async function groupAssignments(
  request: Pick<Request<Groups>, 'tx' | 'register' | 'actor' | 'today' | 'query'>,
): Promise<ResponseOf<Groups>> {
  const { tx, register, query } = request
  const { by, limit, offset, ...filter } = query
  const { rows } = await sql<{ key: Id | null; class: LatenessClass | null; n: number }>`
    select * from app_assignment_groups(${wantedOf(filter, request)}, ${by})`.execute(tx)
  const groups = new Map<Id | 'none', { total: number; tasks: number; classes: Group['classes'] }>()
  for (const row of rows) {
    const key = row.key ?? 'none'
    const group = groups.get(key) ?? { total: 0, tasks: 0, classes: {} }
    groups.set(key, group)
    if (row.class === null) group.tasks = row.n
    else {
      group.classes[row.class] = row.n
      group.total += row.n
    }
  }
  const keys = rows.flatMap(({ key, class: kind }) => (key !== null && kind === null ? [key] : []))
  const items: Group[] = []
  const add = (key: Id | 'none', named: Partial<Pick<Group, 'unit' | 'directive' | 'person'>>) => {
    const counted = groups.get(key)
    if (counted) items.push({ key, unit: null, directive: null, person: null, ...named, ...counted })
  }
  if (by === 'lead') for (const key of orderLeads(keys, register)) add(key, { unit: register.ref(key) })
  if (by === 'directive') for (const [key, directive] of await orderDirectives(tx, keys)) add(key, { directive })
  if (by === 'handler') for (const [key, person] of await orderPeople(tx, keys)) add(key, { person })
  add('none', {})
  return { items: items.slice(offset, offset + limit), total: items.length }
}

/** As the register has them; external units after them. */
function orderLeads(keys: readonly Id[], register: UnitRegister): Id[] {
  const units = keys.flatMap((key) => register.tree.byId.get(key) ?? []).toSorted((a, b) => a.pos - b.pos)
  const others = keys.filter((key) => !register.tree.byId.has(key)).map((key) => register.ref(key))
  return [...units, ...byVietnameseOrder(others)].map(({ id }) => id)
}

/** The latest first. One that the reader may not open has no name: its assignments are known, not its subject. */
async function orderDirectives(tx: Tx, keys: readonly Id[]): Promise<[Id, DirectiveName | null][]> {
  const { rows } = await sql<DirectiveName & { id: Id }>`
    select id, symbol, type, subject, issued_on as "issuedOn" from directive where id = any(${keys}::uuid[])
    order by issued_on desc nulls last, id desc`.execute(tx)
  const known = new Set(rows.map(({ id }) => id))
  return [
    ...rows.map((row): [Id, DirectiveName] => [row.id, row]),
    ...keys.filter((key) => !known.has(key)).map((key): [Id, null] => [key, null]),
  ]
}

async function orderPeople(tx: Tx, keys: readonly Id[]): Promise<[Id, PersonRef][]> {
  const person = await peopleByIds(tx, keys)
  return byVietnameseOrder(keys.map((id) => person(id) ?? { id, name: '?', position: '' })).map((one) => [one.id, one])
}
