import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { Subject } from '#core/people/may.ts'
import { unitsApi } from '#core/units/api.ts'
import { listAncestors, listChildren } from '#core/units/tree.ts'
import type { Unit } from '#core/units/unit.ts'
import type { Addressee } from '#core/units/unit-ref.ts'
import type { Tx } from '#server/db/store.ts'
import { actingUnit, entitle } from '#server/http/entitle.ts'
import { type Handlers, mount, type Request, type System } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import { expandAddressees, findAddressees, matchName, nameAddressee } from '#server/units/addressees.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

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
    return { items: findAddressees(register, query.q, query.limit) }
  },
  async matchNames({ register, body }) {
    return { matches: body.names.map((name) => matchName(register, name)) }
  },
  async expandAddressees({ register, body }) {
    const units = expandAddressees(register, body.addressees)
    return { units: units.map((addressee) => register.ref(addressee.id)), total: units.length }
  },
  async listGroups({ register }) {
    const items = [...register.groups.values()].flatMap((group) => {
      const named = nameAddressee(register, { kind: 'group', id: group.id })
      const aliases = register.aliases.filter((alias) => alias.target.id === group.id).map((alias) => alias.text)
      return named ? [{ ...named, aliases }] : []
    })
    return { items }
  },
  async addAlias(request) {
    const { tx, register, body, newId, record } = request
    entitle(request, 'dictionary.edit', dictionarySubject(request, body.target))
    if (register.name(body.target) === undefined) fail({ code: 'request/not_found', what: 'addressee' })
    const id = newId()
    const { kind } = body.target
    await tx
      .insertInto('alias')
      .values({
        id,
        text: body.text,
        unitId: kind === 'unit' ? body.target.id : null,
        unitGroupId: kind === 'group' ? body.target.id : null,
        externalUnitId: kind === 'external' ? body.target.id : null,
        version: 1,
      })
      .execute()
    await countChange(tx)
    await record({ command: 'alias.add', kind: 'alias', id, data: { text: body.text, target: body.target } })
    return { id }
  },
  async addExternalUnit(request) {
    const { tx, body, newId, record } = request
    actingUnit(request, 'dictionary.edit')
    const id = newId()
    const name = body.name
    const shortName = body.shortName || name
    await tx.insertInto('externalUnit').values({ id, name, shortName, version: 1 }).execute()
    await countChange(tx)
    await record({ command: 'external_unit.add', kind: 'external_unit', id, data: { name } })
    return { id, name, shortName, external: true }
  },
}

export function mountUnits(app: FastifyInstance, system: System): void {
  mount(app, system, unitsApi, handlers)
}

/** A group lies where its members do. An external unit lies nowhere: any office may give it a name. */
function dictionarySubject(request: Request<unknown>, target: Addressee): Subject {
  const { register } = request
  const group = register.groups.get(target.id)
  if (target.kind === 'external') return { units: { holding: register.path(actingUnit(request, 'dictionary.edit')) } }
  return { units: { holding: register.path(group ? group.rule.below : target.id) } }
}

/** Tells every process to read the register anew. */
async function countChange(tx: Tx): Promise<void> {
  await tx
    .updateTable('unitRegister')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .execute()
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
