import type { Territory } from '#core/units/territory.ts'
import type { Alias, UnitGroup } from '#core/units/unit.ts'
import { stableId } from '#demo/stable-id.ts'
import {
  COMPLETE_PROVINCES,
  departmentId,
  DEPARTMENTS,
  MINISTRY_ID,
  PARTNER_ID,
  partnerBranchId,
  provincialBodyId,
} from '#demo/units.ts'

const MINISTRY_ALIASES = ['Bộ Phát triển Cơ sở', 'BPTCS']

/** Slug, kind of the members, name, other names. All below the ministry; a narrower unit is named in the directive itself. */
const GROUPS: readonly (readonly [slug: string, kind: string, name: string, ...aliases: string[]])[] = [
  [
    'departments',
    'department',
    'Các đơn vị thuộc Bộ',
    'các đơn vị thuộc, trực thuộc Bộ',
    'các Vụ, Cục, đơn vị thuộc Bộ',
    'các cơ quan, đơn vị thuộc Bộ',
    'các đơn vị trực thuộc Bộ',
    'các đơn vị, địa phương',
  ],
  ['line-departments', 'department.line', 'Các Cục, Vụ thuộc Bộ', 'các Vụ, Cục thuộc Bộ', 'các Cục, Vụ', 'các Vụ, Cục'],
  ['service-bodies', 'department.service', 'Các Trung tâm thuộc Bộ', 'các Trung tâm', 'các đơn vị sự nghiệp thuộc Bộ'],
  [
    'provincial-bodies',
    'provincial-body',
    'Sở Phát triển Cơ sở các tỉnh, thành phố',
    'các Sở Phát triển Cơ sở',
    'Sở PTCS các tỉnh, thành phố',
    'Sở Phát triển Cơ sở các tỉnh, thành phố trực thuộc Trung ương',
    'Sở Phát triển Cơ sở các địa phương',
    'các Sở',
    'các tỉnh, thành phố',
    'các tỉnh, thành phố trực thuộc Trung ương',
    'các địa phương',
    'các đơn vị, địa phương',
  ],
  [
    'commune-bodies',
    'commune-body',
    'Ban Phát triển Cơ sở các xã, phường, đặc khu',
    'các Ban Phát triển Cơ sở',
    'Ban PTCS các xã, phường, đặc khu',
    'Ban PTCS cấp xã',
    'Ban Phát triển Cơ sở cấp xã',
    'Ban Phát triển Cơ sở các xã, phường',
    'các xã, phường, đặc khu',
    'các xã, phường',
    'UBND các xã, phường',
    'UBND các xã, phường, đặc khu',
    'UBND cấp xã',
    'cấp xã',
    'cấp cơ sở',
  ],
]

/** Names of provinces that are still written, and under which the Sở must be found. */
const PROVINCE_VARIANTS: Readonly<Record<string, readonly string[]>> = {
  '46': ['tỉnh Thừa Thiên Huế', 'tỉnh Thừa Thiên - Huế'],
  '66': ['tỉnh Đăk Lăk', 'tỉnh Đắc Lắc'],
  '75': ['tỉnh Đồng Nai'],
  '79': ['TP.HCM', 'TPHCM'],
}

export const DEMO_GROUPS: UnitGroup[] = GROUPS.map(([slug, kind, name]) => ({
  id: stableId(`group/${slug}`),
  name,
  rule: { kind, below: MINISTRY_ID },
}))

/** The office's dictionary: what the demo's directives write besides names and short names. */
export function demoAliases(provinces: readonly Territory[]): Alias[] {
  const aliases: Alias[] = []
  const add = (key: string, target: Alias['target'], texts: readonly string[]): void => {
    for (const [index, text] of texts.entries()) aliases.push({ id: stableId(`alias/${key}/${index}`), target, text })
  }
  add('unit/ministry', { kind: 'unit', id: MINISTRY_ID }, MINISTRY_ALIASES)
  add('unit/partner', { kind: 'unit', id: PARTNER_ID }, ['Liên hiệp Hỗ trợ chính quyền cơ sở'])
  for (const { code, name } of provinces.filter(isComplete)) {
    const texts = [`Liên hiệp Hỗ trợ chính quyền cơ sở tỉnh ${name}`]
    add(`unit/partner/${code}`, { kind: 'unit', id: partnerBranchId(code) }, texts)
  }
  for (const { slug, aliases: texts } of DEPARTMENTS) {
    add(`unit/department/${slug}`, { kind: 'unit', id: departmentId(slug) }, texts)
  }
  for (const [slug, , , ...texts] of GROUPS) {
    add(`group/${slug}`, { kind: 'group', id: stableId(`group/${slug}`) }, texts)
  }
  for (const { code } of provinces) {
    const variants = PROVINCE_VARIANTS[code] ?? []
    const texts = variants.map((variant) => `Sở Phát triển Cơ sở ${variant}`)
    add(`unit/provincial-body/${code}`, { kind: 'unit', id: provincialBodyId(code) }, texts)
    const committees = variants.map((variant) => `Ủy ban nhân dân ${variant}`)
    add(`external/ubnd/${code}`, { kind: 'external', id: stableId(`external/ubnd/${code}`) }, committees)
  }
  return aliases
}

function isComplete(province: Territory): boolean {
  return COMPLETE_PROVINCES.some(({ code }) => code === province.code)
}
