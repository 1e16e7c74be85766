import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Role } from '#core/people/role.ts'
import { TERRITORY_WORDS } from '#core/units/territory.ts'
import type { Territory } from '#core/units/territory.ts'
import { localPosts } from '#demo/local-people.ts'
import { inventName } from '#demo/person-names.ts'
import { stableId } from '#demo/stable-id.ts'
import {
  communeBodyId,
  COMPLETE_PROVINCES,
  departmentId,
  DEPARTMENTS,
  divisionId,
  MINISTRY_ID,
  OFFICE_ID,
  PARTNER_ID,
  partnerBranchId,
  provincialBodyId,
} from '#demo/units.ts'

/** The one password of everybody in the demo. The demo is refused outside a local or explicitly marked installation. */
export const DEMO_PASSWORD = 'ThongSuot-2026'

interface DemoRole {
  role: Role
  unitId: Id
  from: PlainDate
  to: PlainDate | null
}

/** An invented official. `unitId` is where the person works; a role may reach further. */
export interface DemoPerson {
  id: Id
  login: string
  name: string
  position: string
  unitId: Id
  roles: DemoRole[]
}

/** Communes whose Ban has its people, three in each complete province, of every kind. */
const COMPLETE_COMMUNES = [
  { code: '24781', slug: 'xuanhuong' },
  { code: '24958', slug: 'ductrong' },
  { code: '23272', slug: 'phuquy' },
  { code: '30307', slug: 'longxuyen' },
  { code: '30688', slug: 'oceo' },
  { code: '31078', slug: 'phuquoc' },
] as const

export type Post = readonly [login: string, position: string, role: Role, unitId: Id, worksAt?: Id]

const INSPECTORATE_ID = departmentId('thanh-tra')

const MINISTRY_POSTS: readonly Post[] = [
  ['lanhdao.bo', 'Bộ trưởng', 'leader', MINISTRY_ID],
  ['thutruong.bo', 'Thứ trưởng', 'leader', MINISTRY_ID],
  ['chanhvanphong.bo', 'Chánh Văn phòng Bộ', 'unit-head', OFFICE_ID],
  ['daumoi.vpb', 'Phó Chánh Văn phòng Bộ', 'focal-point', OFFICE_ID],
  ['nhaplieu.vpb', 'Chuyên viên Văn phòng Bộ', 'reporter', OFFICE_ID],
  ['chuyenvien.vpb', 'Chuyên viên chính Văn phòng Bộ', 'officer', MINISTRY_ID, OFFICE_ID],
  ['chuyenvien2.vpb', 'Chuyên viên Văn phòng Bộ', 'officer', MINISTRY_ID, OFFICE_ID],
  ['vanthu.bo', 'Văn thư Bộ', 'clerk', MINISTRY_ID, OFFICE_ID],
  ['kiemtra.bo', 'Thanh tra viên chính', 'inspector', MINISTRY_ID, INSPECTORATE_ID],
  ['kiemtra2.bo', 'Thanh tra viên', 'inspector', MINISTRY_ID, INSPECTORATE_ID],
  ['phatngon.bo', 'Người phát ngôn của Bộ', 'press-officer', MINISTRY_ID, OFFICE_ID],
  ['baochi.bo', 'Chuyên viên báo chí Văn phòng Bộ', 'press-officer', MINISTRY_ID, OFFICE_ID],
  ['kiemtoan.bo', 'Kiểm toán viên nội bộ', 'auditor', MINISTRY_ID],
  ['quantri.bo', 'Quản trị hệ thống', 'administrator', MINISTRY_ID, departmentId('du-lieu')],
  ['doitac.lienhiep', 'Đầu mối phối hợp của Liên hiệp', 'liaison', PARTNER_ID],
]

const HEADS: readonly [word: RegExp, login: string, position: string][] = [
  [/^Vụ/, 'vutruong', 'Vụ trưởng'],
  [/^Cục/, 'cuctruong', 'Cục trưởng'],
  [/^Thanh tra/, 'chanhthanhtra', 'Chánh'],
  [/^Trung tâm/, 'giamdoc', 'Giám đốc'],
]

/** Invented people for every role at the ministry, in two provinces and six communes, and a head for each Sở. */
export function demoPeople(territories: readonly Territory[]): DemoPerson[] {
  const posts: [Post, from: string][] = []
  const add = (from: string, list: readonly Post[]): void => {
    for (const post of list) posts.push([post, from])
  }
  add('2025-03-01', MINISTRY_POSTS)
  for (const { slug, name } of DEPARTMENTS.slice(1)) add('2025-03-01', departmentPosts(slug, name))
  for (const territory of territories) {
    const complete = COMPLETE_PROVINCES.find(({ code }) => code === territory.code)
    const commune = COMPLETE_COMMUNES.find(({ code }) => code === territory.code)
    if (territory.parentId === null) add('2025-07-01', [headOfSo(territory)])
    if (complete) add('2025-07-01', provincePosts(complete.code, complete.slug, territory.name))
    if (commune) add('2025-07-01', communePosts(territory, commune.slug))
  }
  add(
    '2025-07-01',
    localPosts(territories, (code) => COMPLETE_COMMUNES.some((commune) => commune.code === code)),
  )
  return gather(posts)
}

function departmentPosts(slug: string, name: string): Post[] {
  const unitId = departmentId(slug)
  const login = slug.replaceAll('-', '')
  const [, word = 'thutruong', title = 'Thủ trưởng'] = HEADS.find(([pattern]) => pattern.test(name)) ?? []
  return [
    [slug === 'thanh-tra' ? 'chanhthanhtra.bo' : `${word}.${login}`, `${title} ${name}`, 'unit-head', unitId],
    [`daumoi.${login}`, `Đầu mối ${name}`, 'focal-point', unitId],
    [`nhaplieu.${login}`, `Chuyên viên ${name}`, 'reporter', unitId],
  ]
}

function headOfSo(territory: Territory): Post {
  const login = fold(territory.name).replaceAll(' ', '')
  return [`giamdoc.${login}`, `Giám đốc Sở PTCS ${territory.name}`, 'unit-head', provincialBodyId(territory.code)]
}

function provincePosts(code: string, slug: string, name: string): Post[] {
  const so = provincialBodyId(code)
  const office = divisionId(code, 'van-phong')
  return [
    [`lanhdao.${slug}`, `Phó Giám đốc Sở PTCS ${name}`, 'leader', so],
    [`chanhvanphong.${slug}`, `Chánh Văn phòng Sở PTCS ${name}`, 'unit-head', office],
    [`chuyenvien.${slug}`, `Chuyên viên Văn phòng Sở PTCS ${name}`, 'officer', so, office],
    [`vanthu.${slug}`, `Văn thư Sở PTCS ${name}`, 'clerk', so, office],
    [`daumoi.${slug}`, `Đầu mối Sở PTCS ${name}`, 'focal-point', so],
    [`nhaplieu.${slug}`, `Người nhập số liệu Sở PTCS ${name}`, 'reporter', so],
    [`kiemtra.${slug}`, `Kiểm tra viên Sở PTCS ${name}`, 'inspector', so],
    [`phatngon.${slug}`, `Người phát ngôn Sở PTCS ${name}`, 'press-officer', so, office],
    [`baochi.${slug}`, `Chuyên viên báo chí Sở PTCS ${name}`, 'press-officer', so, office],
    [`kiemtoan.${slug}`, `Kiểm toán viên nội bộ Sở PTCS ${name}`, 'auditor', so],
    [`quantri.${slug}`, `Quản trị hệ thống Sở PTCS ${name}`, 'administrator', so, office],
    [`doitac.${slug}`, `Đầu mối phối hợp của Liên hiệp tại ${name}`, 'liaison', partnerBranchId(code)],
    [`truongphong.nhansu.${slug}`, `Trưởng phòng Tổ chức và Nhân sự`, 'unit-head', divisionId(code, 'nhan-su')],
    [`truongphong.phananh.${slug}`, `Trưởng phòng Tiếp nhận phản ánh`, 'unit-head', divisionId(code, 'phan-anh')],
  ]
}

function communePosts(territory: Territory, slug: string): Post[] {
  const unitId = communeBodyId(territory.code)
  const place = `${TERRITORY_WORDS[territory.kind].toLowerCase()} ${territory.name}`
  return [
    [`truongban.${slug}`, `Trưởng Ban PTCS ${place}`, 'unit-head', unitId],
    [`daumoi.${slug}`, `Phó Trưởng Ban PTCS ${place}`, 'focal-point', unitId],
    [`nhaplieu.${slug}`, `Công chức Ban PTCS ${place}`, 'reporter', unitId],
  ]
}

/** One person per login; a login that comes twice holds both roles. */
function gather(posts: readonly [Post, from: string][]): DemoPerson[] {
  const people = new Map<string, DemoPerson>()
  const taken = new Set<string>()
  for (const [[login, position, role, unitId, worksAt], from] of posts) {
    const held = { role, unitId, from: from as PlainDate, to: null }
    const person = people.get(login)
    if (person) {
      person.roles.push(held)
      continue
    }
    const name = inventName(login, taken)
    people.set(login, {
      id: stableId(`person/${login}`),
      login,
      name,
      position,
      unitId: worksAt ?? unitId,
      roles: [held],
    })
  }
  return [...people.values()]
}
