import type { Id } from '#core/kernel/id.ts'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import { canBeHeldAt, Role } from '#core/people/role.ts'
import { numberTree } from '#core/units/tree.ts'
import { newId } from '#server/clock.ts'
import type { Store } from '#server/db/store.ts'
import { sha256 } from '#server/journal/entry-hash.ts'
import { hashPassword } from '#server/people/passwords.ts'

/** Monday 16 March 2026, 09:00 in Hà Nội: "now" of every test that does not say otherwise. */
export const NOW = '2026-03-16T02:00:00.000Z' as Instant
export const TODAY = '2026-03-16' as PlainDate
/** Of everybody whom the builders make. */
export const PASSWORD = 'mật khẩu để thử'

const TREE = [
  { place: 'ministry', above: null, kind: 'ministry', name: 'Bộ Phát triển Cơ sở', tier: 1, hasOffice: true },
  { place: 'planning', above: 'ministry', kind: 'department', name: 'Cục Kế hoạch', tier: 2, hasOffice: false },
  { place: 'personnel', above: 'ministry', kind: 'department', name: 'Cục Tổ chức', tier: 2, hasOffice: false },
  { place: 'lamDong', above: 'ministry', kind: 'provincial', name: 'Sở Lâm Đồng', tier: 2, hasOffice: true },
  { place: 'daLat', above: 'lamDong', kind: 'communal', name: 'Ban phường Đà Lạt', tier: 3, hasOffice: false },
  { place: 'baoLoc', above: 'lamDong', kind: 'communal', name: 'Ban phường Bảo Lộc', tier: 3, hasOffice: false },
  { place: 'caMau', above: 'ministry', kind: 'provincial', name: 'Sở Cà Mau', tier: 2, hasOffice: false },
  { place: 'namCan', above: 'caMau', kind: 'communal', name: 'Ban xã Năm Căn', tier: 3, hasOffice: false },
  { place: 'damDoi', above: 'caMau', kind: 'communal', name: 'Ban xã Đầm Dơi', tier: 3, hasOffice: false },
] as const

export type Place = (typeof TREE)[number]['place']
export const PLACES: readonly Place[] = TREE.map(({ place }) => place)

/** A small ministry: two departments, two provincial bodies of which the first has an office of its own, two communes in each. */
export interface Administration {
  store: Store
  unit: Readonly<Record<Place, Id>>
  /** A body outside, and all provincial bodies under one name. */
  external: Id
  group: Id
}

export async function anAdministration(store: Store): Promise<Administration> {
  const unit = Object.fromEntries(PLACES.map((place) => [place, newId()])) as Record<Place, Id>
  const numbered = numberTree(
    TREE.map((one) => ({ ...one, id: unit[one.place], parentId: one.above && unit[one.above] })),
  )
  if (!numbered.ok) throw new Error(numbered.failure.code)
  const [external, group] = [newId(), newId()]
  await store.db.transaction().execute(async (tx) => {
    const tiers = [1, 2, 3].map((number) => ({ number, name: `Cấp ${number}` }))
    await tx.insertInto('tier').values(tiers).execute()
    const units = numbered.value.map(({ id, kind, hasOffice, pos, last }) => ({ id, kind, hasOffice, pos, last }))
    await tx.insertInto('unit').values(units).execute()
    const versions = numbered.value.map(({ id, name, parentId, tier }) => {
      return { unitId: id, validFrom: '2025-07-01', name, shortName: name, parentId, tier }
    })
    await tx.insertInto('unitVersion').values(versions).execute()
    await tx.insertInto('externalUnit').values({ id: external, name: 'Kho bạc', shortName: 'Kho bạc' }).execute()
    await tx
      .insertInto('unitGroup')
      .values({ id: group, name: 'các Sở', unitKind: 'provincial', below: unit.ministry })
      .execute()
    await tx.updateTable('unitRegister').set({ version: 1 }).execute()
  })
  return { store, unit, external, group }
}

export interface PersonDraft {
  login: string
  roles: { role: Role; at: Place; from?: string; to?: string | null }[]
  mustChangePassword?: boolean
}

let passwordHash: Promise<string> | undefined

/** People with their roles, each with a session of their own (`signedIn`). The answer is their ids in the order given. */
export async function people({ store, unit }: Administration, drafts: readonly PersonDraft[]): Promise<Id[]> {
  const hash = await (passwordHash ??= hashPassword(PASSWORD))
  const made = drafts.map((draft) => ({ ...draft, id: newId() }))
  await store.db.transaction().execute(async (tx) => {
    const persons = made.map(({ id, login, mustChangePassword = false }) => {
      return { id, login, name: login, position: '', active: true, passwordHash: hash, mustChangePassword }
    })
    await tx.insertInto('person').values(persons).execute()
    const grants = made.flatMap(({ id, roles }) =>
      roles.map(({ role, at, from = '2025-07-01', to = null }) => {
        return { id: newId(), personId: id, role, unitId: unit[at], fromOn: from, toOn: to }
      }),
    )
    if (grants.length > 0) await tx.insertInto('roleGrant').values(grants).execute()
    const sessions = made.map(({ id, login }) => {
      return {
        keyHash: sha256(sessionKey(login)),
        personId: id,
        createdAt: NOW,
        seenAt: NOW,
        expiresAt: '2026-03-17T02:00:00Z',
      }
    })
    await tx.insertInto('session').values(sessions).execute()
  })
  return made.map(({ id }) => id)
}

/** The cookie's value of a person's session. */
export function sessionKey(login: string): string {
  return `session-of-${login}`
}

export function loginOf(role: Role, at: Place): string {
  return `${role}.${at.toLowerCase()}`
}

/** One person for each role at each place where it can be held, or anywhere; by login. */
export async function everyRoleAt(
  administration: Administration,
  places: readonly Place[],
  { anywhere = false }: { anywhere?: boolean } = {},
): Promise<Map<string, Id>> {
  const drafts = places.flatMap((at) => {
    const { above, hasOffice } = TREE.find(({ place }) => place === at) ?? TREE[0]
    const place = { parentId: above && administration.unit[above], hasOffice: anywhere || hasOffice }
    return Role.options
      .filter((role) => canBeHeldAt(role, place))
      .map((role): PersonDraft => ({ login: loginOf(role, at), roles: [{ role, at }] }))
  })
  const ids = await people(administration, drafts)
  return new Map(drafts.map(({ login }, index) => [login, ids[index] ?? newId()]))
}
