import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { unitsApi } from '#core/units/api.ts'
import { listAncestors, listChildren } from '#core/units/tree.ts'
import type { Unit } from '#core/units/unit.ts'
import { entitle } from '#server/http/entitle.ts'
import { type Handlers, mount, type System } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import { expandAddressees, findAddressees, matchName } from '#server/units/addressees.ts'
import { countChange, type UnitRegister } from '#server/units/unit-register.ts'

const handlers: Handlers<typeof unitsApi> = {
  async listUnits({ register, query }) {
    const top = register.tree.units.filter((unit) => unit.parentId === null)
    const below = query.below ? register.tree.byId.get(query.below) : undefined
    if (query.below && !below) fail({ code: 'request/not_found', what: 'unit' })
    const units = below ? listChildren(register.tree, below) : top
    return { items: units.slice(0, query.limit).map((unit) => unitRow(register, unit)), total: units.length }
  },
  async addUnit(request) {
    const { tx, register, body, today, newId, record } = request
    const parent = register.tree.byId.get(body.parentId) ?? fail({ code: 'request/not_found', what: 'unit' })
    entitle(request, 'unit.manage', { units: { holding: register.path(parent.id) } })
    const { name, kind, hasOffice } = body
    const shortName = body.shortName || name
    const id = newId()
    const tier = parent.tier + 1
    // The last place below the parent: every unit behind it moves on by one.
    await sql`update unit set pos = pos + 1, last = last + 1 where pos > ${parent.last}`.execute(tx)
    await sql`update unit set last = last + 1 where pos <= ${parent.pos} and last >= ${parent.last}`.execute(tx)
    await tx
      .insertInto('unit')
      .values({ id, kind, hasOffice, pos: parent.last + 1, last: parent.last + 1, version: 1 })
      .execute()
    await tx
      .insertInto('tier')
      .values({ number: tier, name: `Cấp ${tier}` })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await tx
      .insertInto('unitVersion')
      .values({ unitId: id, validFrom: today, name, shortName, parentId: parent.id, tier })
      .execute()
    await countChange(tx)
    await record({ command: 'unit.add', kind: 'unit', id, data: { name, kind, parentId: parent.id, hasOffice } })
    return {
      id,
      name,
      shortName,
      external: false,
      kind,
      tier,
      hasOffice,
      parent: register.ref(parent.id),
      children: 0,
    }
  },
  async findAddressees({ register, query }) {
    const below = query.below
    if (below !== undefined && !register.tree.byId.has(below)) fail({ code: 'request/not_found', what: 'unit' })
    return { items: findAddressees(register, query.q, query.limit, below) }
  },
  async matchNames({ register, body }) {
    return { matches: body.names.map((name) => matchName(register, name)) }
  },
  async expandAddressees({ register, body }) {
    const units = expandAddressees(register, body.addressees)
    return { units: units.map((addressee) => register.ref(addressee.id)), total: units.length }
  },
}

export function mountUnits(app: FastifyInstance, system: System): void {
  mount(app, system, unitsApi, handlers)
}

function unitRow(register: UnitRegister, unit: Unit) {
  const parent = listAncestors(register.tree, unit)[0]
  return {
    ...register.ref(unit.id),
    kind: unit.kind,
    tier: unit.tier,
    hasOffice: unit.hasOffice,
    parent: parent ? register.ref(parent.id as Id) : null,
    children: listChildren(register.tree, unit).length,
  }
}
