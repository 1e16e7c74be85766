import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { territoryPhrase } from '#core/units/territory.ts'
import type { Territory } from '#core/units/territory.ts'
import { numberTree } from '#core/units/tree.ts'
import type { Tier, Unit } from '#core/units/unit.ts'
import { stableId } from '#demo/stable-id.ts'

export const MINISTRY_ID = stableId('unit/ministry')
export const OFFICE_ID = stableId('unit/department/van-phong')

export const DEMO_TIERS: Tier[] = [
  { number: 1, name: 'Bộ' },
  { number: 2, name: 'Tỉnh, thành phố' },
  { number: 3, name: 'Xã, phường, đặc khu' },
]

/** Local government has two tiers since then: Luật Tổ chức chính quyền địa phương 2025. */
const TWO_TIERS_FROM = '2025-07-01' as PlainDate
const MINISTRY_FROM = '2025-03-01' as PlainDate

/** Provinces whose Sở has an office of its own and divisions. */
export const COMPLETE_PROVINCES = [
  { code: '68', slug: 'lamdong' },
  { code: '91', slug: 'angiang' },
] as const

/**
 * Two communes of 3,321 have no Ban: the special zones Hoàng Sa (Đà Nẵng) and Trường Sa (Khánh Hòa). No civil commune staff sits there as in
 * the other eleven, as no commune police does either (3,319 since 1 July 2025): every count over communes must live with two without a body.
 */
export const COMMUNES_WITHOUT_BODY: readonly string[] = ['20333', '22736']

interface Department {
  slug: string
  kind: string
  name: string
  shortName: string
  /** Other names in directives. */
  aliases: string[]
}

export const DEPARTMENTS: readonly Department[] = [
  department('van-phong', 'office', 'Văn phòng Bộ', 'VP Bộ', ['Văn phòng Bộ Phát triển Cơ sở', 'VPB']),
  department('nhan-su', 'line', 'Vụ Tổ chức và Nhân sự', 'Vụ TCNS', ['Vụ Tổ chức, Nhân sự', 'Vụ TC&NS']),
  department('ke-hoach', 'line', 'Vụ Kế hoạch - Tài chính', 'Vụ KHTC', ['Vụ Kế hoạch và Tài chính', 'Vụ KH-TC']),
  department('phap-che', 'line', 'Vụ Pháp chế', 'Vụ PC', []),
  department('tieu-chuan', 'line', 'Vụ Tiêu chuẩn cơ sở', 'Vụ TCCS', ['Vụ Tiêu chuẩn Cơ sở']),
  department('tru-so', 'line', 'Cục Trụ sở và Hạ tầng', 'Cục TSHT', ['Cục Trụ sở, Hạ tầng', 'Cục TS&HT']),
  department('dich-vu', 'line', 'Cục Dịch vụ công cơ sở', 'Cục DVC', ['Cục Dịch vụ công', 'Cục DVCCS']),
  department('phan-anh', 'line', 'Cục Tiếp nhận và Giải quyết phản ánh', 'Cục PA', [
    'Cục Tiếp nhận, giải quyết phản ánh, kiến nghị',
    'Cục TNGQPA',
  ]),
  department('thanh-tra', 'inspectorate', 'Thanh tra Bộ', 'TTr Bộ', ['Thanh tra Bộ Phát triển Cơ sở', 'TTrB']),
  department('du-lieu', 'service', 'Trung tâm Dữ liệu và Chuyển đổi số', 'TT DLCĐS', ['TTDL', 'Trung tâm Dữ liệu']),
  department('boi-duong', 'service', 'Trung tâm Bồi dưỡng cán bộ cơ sở', 'TT BDCB', ['Trung tâm Bồi dưỡng', 'TTBD']),
]

const DIVISIONS = [
  { slug: 'van-phong', name: 'Văn phòng', shortName: 'VP Sở' },
  { slug: 'nhan-su', name: 'Phòng Tổ chức và Nhân sự', shortName: 'P. TCNS' },
  { slug: 'phan-anh', name: 'Phòng Tiếp nhận phản ánh', shortName: 'P. TNPA' },
] as const

function department(slug: string, kind: string, name: string, shortName: string, aliases: string[]): Department {
  return { slug, kind: `department.${kind}`, name, shortName, aliases }
}

export function departmentId(slug: string): Id {
  return stableId(`unit/department/${slug}`)
}
export function provincialBodyId(code: string): Id {
  return stableId(`unit/provincial-body/${code}`)
}
export function divisionId(code: string, slug: string): Id {
  return stableId(`unit/provincial-division/${code}/${slug}`)
}
export function communeBodyId(code: string): Id {
  return stableId(`unit/commune-body/${code}`)
}
/** A fictitious partner agency: it stands beside the ministry, not below it. */
export const PARTNER_ID = stableId('unit/partner')
export function partnerBranchId(code: string): Id {
  return stableId(`unit/partner/${code}`)
}

/** All units in preorder: the ministry, its departments, then each Sở with its divisions and its Ban; the partner comes last. */
export function demoUnits(territories: readonly Territory[]): Unit[] {
  const units: Omit<Unit, 'pos' | 'last'>[] = [
    {
      ...unit(MINISTRY_ID, 'ministry', null, 1),
      name: 'Bộ Phát triển Cơ sở (minh hoạ)',
      shortName: 'Bộ PTCS',
      hasOffice: true,
      validFrom: MINISTRY_FROM,
    },
    ...DEPARTMENTS.map(({ slug, kind, name, shortName }) => ({
      ...unit(departmentId(slug), kind, MINISTRY_ID, 1),
      name,
      shortName,
      validFrom: MINISTRY_FROM,
    })),
  ]
  const bodies = new Map<Id, Id>()
  for (const territory of territories) {
    if (territory.parentId === null) {
      bodies.set(territory.id, provincialBodyId(territory.code))
      units.push(...provincialBody(territory))
    } else if (!COMMUNES_WITHOUT_BODY.includes(territory.code)) {
      units.push({
        ...unit(communeBodyId(territory.code), 'commune-body', bodies.get(territory.parentId) ?? null, 3),
        name: `Ban Phát triển Cơ sở ${territoryPhrase(territory)}`,
        shortName: `Ban PTCS ${territoryPhrase(territory)}`,
        territoryId: territory.id,
      })
    }
  }
  const provinces = territories.filter((territory) => COMPLETE_PROVINCES.some(({ code }) => code === territory.code))
  units.push(
    {
      ...unit(PARTNER_ID, 'partner', null, 1),
      name: 'Liên hiệp Hỗ trợ chính quyền cơ sở (minh hoạ)',
      shortName: 'Liên hiệp HTCQCS',
      validFrom: MINISTRY_FROM,
    },
    ...provinces.map((territory) => ({
      ...unit(partnerBranchId(territory.code), 'partner', PARTNER_ID, 2),
      name: `Liên hiệp Hỗ trợ chính quyền cơ sở ${territoryPhrase(territory)} (minh hoạ)`,
      shortName: `Liên hiệp HTCQCS ${territory.name}`,
    })),
  )
  const numbered = numberTree(units)
  if (!numbered.ok) throw new Error(numbered.failure.code)
  return numbered.value
}

function provincialBody(territory: Territory): Omit<Unit, 'pos' | 'last'>[] {
  const id = provincialBodyId(territory.code)
  const complete = COMPLETE_PROVINCES.some((province) => province.code === territory.code)
  const body = {
    ...unit(id, 'provincial-body', MINISTRY_ID, 2),
    name: `Sở Phát triển Cơ sở ${territoryPhrase(territory)}`,
    shortName: `Sở PTCS ${territory.name}`,
    territoryId: territory.id,
    hasOffice: complete,
  }
  if (!complete) return [body]
  const divisions = DIVISIONS.map(({ slug, name, shortName }) => ({
    ...unit(divisionId(territory.code, slug), 'provincial-division', id, 2),
    name: `${name} ${body.name}`,
    shortName: `${shortName} ${territory.name}`,
  }))
  return [body, ...divisions]
}

function unit(
  id: Id,
  kind: string,
  parentId: Id | null,
  tier: number,
): Omit<Unit, 'pos' | 'last' | 'name' | 'shortName'> {
  return { id, kind, parentId, tier, territoryId: null, hasOffice: false, validFrom: TWO_TIERS_FROM, validTo: null }
}
