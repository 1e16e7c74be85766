import type { Territory } from '#core/units/territory.ts'
import type { Tier, Unit } from '#core/units/unit.ts'
import { demoTerritories } from '#demo/territories.ts'
import { DEMO_TIERS, demoUnits } from '#demo/units.ts'

/** The demo administration as pure data; it is the same on every machine and at every run. */
export interface DemoAdministration {
  /** Versions that hold today, and those that ended. */
  territories: Territory[]
  formerTerritories: Territory[]
  tiers: Tier[]
  /** In preorder, numbered. */
  units: Unit[]
}

export function demoAdministration(): DemoAdministration {
  const territories = demoTerritories()
  const units = demoUnits(territories.current)
  return { territories: territories.current, formerTerritories: territories.former, tiers: DEMO_TIERS, units }
}
