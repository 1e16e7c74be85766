import { readFileSync } from 'node:fs'
import type { Id } from '#core/kernel/id.ts'
import { parseTerritoryList } from '#core/units/territory-list.ts'
import type { Territory } from '#core/units/territory.ts'
import { stableId } from '#demo/stable-id.ts'

const LIST = new URL('./data/territories-2026.txt', import.meta.url)
const PROVINCES_OF_2025 = 'Nghị quyết 202/2025/QH15'
const CHANGE_OF_2026 = 'Nghị quyết 30/2026/QH16'

export interface DemoTerritories {
  /** The versions that hold today: 34 provinces, each followed by its communes. */
  current: Territory[]
  /** Versions that ended after 1 July 2025: what became of Đồng Nai on 30 April 2026. */
  former: Territory[]
}

/** Reads the list of real territories. Throws when the file is damaged: it is part of the project. */
export function demoTerritories(): DemoTerritories {
  const list = parseTerritoryList(readFileSync(LIST, 'utf8'))
  if (!list.ok) throw new Error(`${list.failure.code} in line ${list.failure.line}: ${list.failure.text}`)
  const { since, territories } = list.value
  const ids = new Map(territories.map(({ code }) => [code, territoryId(code)]))
  const current: Territory[] = []
  const former: Territory[] = []
  for (const listed of territories) {
    const territory: Territory = {
      id: ids.get(listed.code) ?? territoryId(listed.code),
      code: listed.code,
      kind: listed.kind,
      name: listed.name,
      nameEn: listed.nameEn,
      parentId: listed.parentCode === null ? null : (ids.get(listed.parentCode) ?? null),
      validFrom: listed.since,
      validTo: null,
      decision: listed.before ? CHANGE_OF_2026 : PROVINCES_OF_2025,
    }
    current.push(territory)
    if (!listed.before) continue
    former.push({
      ...territory,
      ...listed.before,
      validFrom: since,
      validTo: listed.since,
      decision: PROVINCES_OF_2025,
    })
  }
  return { current, former }
}

/** The key holds the year: the same code meant another territory before the merger of 1 July 2025. */
function territoryId(code: string): Id {
  return stableId(`territory/2025/${code}`)
}
