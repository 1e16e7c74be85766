import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'
import { PlainDate } from '#core/kernel/plain-date.ts'

/**
 * What a territory is called by law. The Vietnamese word is in `TERRITORY_WORDS`. Districts ended on 1 July 2025 and are here for history.
 */
export const TerritoryKind = z.enum(['province', 'city', 'district', 'commune', 'ward', 'special-zone', 'township'])
export type TerritoryKind = z.infer<typeof TerritoryKind>

/** The word before the name, as laws write it; `Huyện` stands for every kind of district (quận, thị xã too). */
export const TERRITORY_WORDS = {
  province: 'Tỉnh',
  city: 'Thành phố',
  district: 'Huyện',
  commune: 'Xã',
  ward: 'Phường',
  'special-zone': 'Đặc khu',
  township: 'Thị trấn',
} as const satisfies Record<TerritoryKind, string>

/** One version of a piece of land: the same id with another span is the same land under another name, kind or parent. */
export const Territory = z.object({
  id: Id,
  /** Official code; the same code may mean another territory at another time. */
  code: z.string(),
  kind: TerritoryKind,
  name: z.string(),
  nameEn: z.string(),
  parentId: Id.nullable(),
  validFrom: PlainDate,
  /** First day on which it no longer holds. */
  validTo: PlainDate.nullable(),
  decision: z.string().nullable(),
})
export type Territory = z.infer<typeof Territory>

/**
 * A territory as it is written inside a sentence or a unit's name: "tỉnh Lâm Đồng", "phường 1 Bảo Lộc".
 * Source: Decree 30/2020/NĐ-CP, appendix II: the common noun is lower case, except Thủ đô Hà Nội and Thành phố Hồ Chí Minh.
 */
export function territoryPhrase(territory: Pick<Territory, 'kind' | 'name'>): string {
  if (territory.kind === 'city' && territory.name === 'Hồ Chí Minh') return 'Thành phố Hồ Chí Minh'
  return `${TERRITORY_WORDS[territory.kind].toLowerCase()} ${territory.name}`
}
