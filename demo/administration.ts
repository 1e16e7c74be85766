import type { Id } from '#core/kernel/id.ts'
import type { Territory } from '#core/units/territory.ts'
import type { Alias, ExternalUnit, Tier, Unit, UnitGroup } from '#core/units/unit.ts'
import { demoAliases, DEMO_GROUPS } from '#demo/dictionary.ts'
import { DEMO_DIRECTIVES } from '#demo/directives.ts'
import type { DemoDirective } from '#demo/directives.ts'
import { demoExternals } from '#demo/external-units.ts'
import { demoPeople } from '#demo/people.ts'
import type { DemoPerson } from '#demo/people.ts'
import { demoTerritories } from '#demo/territories.ts'
import { DEMO_TIERS, demoUnits, MINISTRY_ID } from '#demo/units.ts'

/** The demo administration as pure data; it is the same on every machine and at every run. */
export interface DemoAdministration {
  /** The unit at the top: its office directs everything. */
  ministryId: Id
  /** Versions that hold today: each province before its communes. */
  territories: Territory[]
  /** Versions that ended since 1 July 2025. */
  formerTerritories: Territory[]
  tiers: Tier[]
  /** In preorder, numbered; parents before children. */
  units: Unit[]
  externalUnits: ExternalUnit[]
  groups: UnitGroup[]
  /** The office's dictionary, of units, groups and external units. */
  aliases: Alias[]
  people: DemoPerson[]
  /** In order of registration. */
  directives: DemoDirective[]
}

export function demoAdministration(): DemoAdministration {
  const { current, former } = demoTerritories()
  const provinces = current.filter((territory) => territory.parentId === null)
  const externals = demoExternals(provinces)
  return {
    ministryId: MINISTRY_ID,
    territories: current,
    formerTerritories: former,
    tiers: DEMO_TIERS,
    units: demoUnits(current),
    externalUnits: externals.externalUnits,
    groups: DEMO_GROUPS,
    aliases: [...externals.aliases, ...demoAliases(provinces)],
    people: demoPeople(current),
    directives: DEMO_DIRECTIVES,
  }
}
