import { sql } from 'kysely'
import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { UnitPath } from '#core/people/may.ts'
import { buildNameIndex, type NameIndex } from '#core/units/name-index.ts'
import type { Territory } from '#core/units/territory.ts'
import { listAncestors, type UnitTree, unitTree } from '#core/units/tree.ts'
import type { Alias, ExternalUnit, GroupMember, Unit, UnitGroup } from '#core/units/unit.ts'
import type { Addressee, UnitRef } from '#core/units/unit-ref.ts'
import type { Store, Tx } from '#server/db/store.ts'

/** Scopes whose units are kept listed; each lists all units of the country. */
const KEPT_SCOPES = 200

/** The organisation of today as every request needs it, read once and kept until the register in the database has changed. */
export class UnitRegister {
  readonly version: number
  readonly day: PlainDate
  readonly tree: UnitTree
  readonly externals: ReadonlyMap<Id, ExternalUnit>
  readonly groups: ReadonlyMap<Id, UnitGroup>
  readonly aliases: readonly Alias[]
  readonly #territories: Territory[]
  /** All units that rows can name, also those that are no more, with their numbers. */
  readonly #numbered: readonly { id: Id; pos: number }[]
  #names: NameIndex | undefined
  #folded: { id: Id; key: string }[] | undefined
  #paths = new Map<Id, UnitPath>()
  #within = new Map<string, { inside: Id[]; outside: Id[] }>()

  constructor(
    version: number,
    day: PlainDate,
    units: Unit[],
    externals: ExternalUnit[],
    groups: UnitGroup[],
    aliases: Alias[],
    territories: Territory[],
    numbered: readonly { id: Id; pos: number }[],
  ) {
    this.version = version
    this.day = day
    this.tree = unitTree(units)
    this.externals = new Map(externals.map((unit) => [unit.id, unit]))
    this.groups = new Map(groups.map((group) => [group.id, group]))
    this.aliases = aliases
    this.#territories = territories
    this.#numbered = numbered
  }

  range(id: Id, mode: 'own' | 'subtree'): { pos: number; last: number } | undefined {
    const unit = this.tree.byId.get(id)
    return unit && { pos: unit.pos, last: mode === 'own' ? unit.pos : unit.last }
  }

  /** The units of some ranges, and all others. */
  listWithin(ranges: readonly { pos: number; last: number }[]): { inside: Id[]; outside: Id[] } {
    const key = ranges.map(({ pos, last }) => `${pos}-${last}`).join()
    let listed = this.#within.get(key)
    if (!listed) {
      listed = { inside: [], outside: [] }
      for (const { id, pos } of this.#numbered)
        listed[ranges.some((range) => range.pos <= pos && pos <= range.last) ? 'inside' : 'outside'].push(id)
      if (this.#within.size >= KEPT_SCOPES) this.#within.clear()
      this.#within.set(key, listed)
    }
    return listed
  }

  /** The unit at the top: what belongs to the whole administration is held by it. Partners are roots of their own and stand after it. */
  get top(): Unit | undefined {
    return this.tree.units[0]
  }

  /** From the top down to the unit itself. */
  path(id: Id): UnitPath {
    let path = this.#paths.get(id)
    if (!path) {
      const unit = this.tree.byId.get(id)
      path = unit
        ? [
            ...listAncestors(this.tree, unit)
              .map((above) => above.id)
              .toReversed(),
            id,
          ]
        : [id]
      this.#paths.set(id, path)
    }
    return path
  }

  ref(id: Id): UnitRef {
    const unit = this.tree.byId.get(id)
    if (unit) return { id, name: unit.name, shortName: unit.shortName, external: false }
    const external = this.externals.get(id)
    if (external) return { id, name: external.name, shortName: external.shortName, external: true }
    return { id, name: '?', shortName: '?', external: false }
  }

  /** For reading names; built when the first name is read. */
  get names(): NameIndex {
    this.#names ??= buildNameIndex({
      units: [...this.tree.units],
      externalUnits: [...this.externals.values()],
      groups: [...this.groups.values()],
      aliases: [...this.aliases],
      territories: this.#territories,
    })
    return this.#names
  }

  /** Units and external units in whose name the words stand, with or without accents; none when they say too little. */
  findByName(words: string): Id[] {
    const wanted = fold(words)
    if (wanted.length < 3) return []
    this.#folded ??= [...this.tree.units, ...this.externals.values()].map(({ id, name, shortName }) => ({
      id,
      key: fold(`${name} | ${shortName}`),
    }))
    return this.#folded.filter(({ key }) => key.includes(wanted)).map(({ id }) => id)
  }

  name(addressee: Addressee): string | undefined {
    if (addressee.kind === 'group') return this.groups.get(addressee.id)?.name
    if (addressee.kind === 'external') return this.externals.get(addressee.id)?.name
    return this.tree.byId.get(addressee.id)?.name
  }
}

/** Tells every process to read the register anew. */
export async function countChange(tx: Tx): Promise<void> {
  await tx
    .updateTable('unitRegister')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .execute()
}

export async function loadUnitRegister(db: Tx | Store['db'], day: PlainDate): Promise<UnitRegister> {
  const { rows: units } = await sql<Unit>`
    select u.id, u.kind, u.has_office as "hasOffice", u.pos, u.last, v.name, v.short_name as "shortName", v.parent_id as "parentId", v.tier,
      v.territory_id as "territoryId", v.valid_from as "validFrom", v.valid_to as "validTo"
    from unit u join unit_version v on v.unit_id = u.id and v.valid_from <= ${day}::date and (v.valid_to is null or v.valid_to > ${day}::date)
    order by u.pos`.execute(db)
  const numbered = await db.selectFrom('unit').select(['id', 'pos']).orderBy('pos').execute()
  const externals = await db.selectFrom('externalUnit').select(['id', 'name', 'shortName']).execute()
  const groups = await db.selectFrom('unitGroup').selectAll().where('removedAt', 'is', null).execute()
  const members = Map.groupBy(
    await db.selectFrom('unitGroupMember').selectAll().orderBy('ordinal').execute(),
    ({ unitGroupId }) => unitGroupId,
  )
  const aliases = await db.selectFrom('alias').selectAll().where('removedAt', 'is', null).execute()
  const { rows: territories } = await sql<Territory>`
    select territory_id as id, code, kind, name, name_en as "nameEn", parent_id as "parentId", valid_from as "validFrom", valid_to as "validTo", decision
    from territory_version where valid_from <= ${day}::date and (valid_to is null or valid_to > ${day}::date)
    order by parent_id nulls first, code`.execute(db)
  const { version } = await db.selectFrom('unitRegister').select('version').executeTakeFirstOrThrow()
  return new UnitRegister(
    version,
    day,
    units,
    externals as ExternalUnit[],
    groups.map(({ id, name, unitKind, below }) => ({
      id: id as Id,
      name,
      rule: { kind: unitKind, below: below as Id },
      ...(unitKind === null ? { members: (members.get(id) ?? []).map(memberOf) } : {}),
    })),
    aliases.map(({ id, unitId, externalUnitId, unitGroupId, text }) => ({
      id: id as Id,
      text,
      target: unitId
        ? { kind: 'unit', id: unitId as Id }
        : unitGroupId
          ? { kind: 'group', id: unitGroupId as Id }
          : { kind: 'external', id: externalUnitId as Id },
    })),
    territories,
    numbered as { id: Id; pos: number }[],
  )
}

function memberOf({ unitId, externalUnitId }: { unitId: string | null; externalUnitId: string | null }): GroupMember {
  return unitId === null ? { kind: 'external', id: externalUnitId as Id } : { kind: 'unit', id: unitId as Id }
}
