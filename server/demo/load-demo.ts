import { sql } from 'kysely'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { OFFICIAL_DAYS_OFF } from '#core/calendar/official-days-off.ts'
import type { Store, Tx } from '#server/db/store.ts'
import type { System } from '#server/http/mount.ts'
import { type Act, record } from '#server/journal/append.ts'
import { insertBulk } from '#server/demo/bulk-insert.ts'
import { playDemo } from '#server/demo/play-demo.ts'
import { hashPassword } from '#server/people/passwords.ts'
import { type DemoAdministration, demoAdministration } from '#demo/administration.ts'
import { DEMO_PASSWORD } from '#demo/people.ts'
import { stableId } from '#demo/stable-id.ts'

/** Loads the demo administration into an empty store, once; false where there is one already. One transaction: it is there whole or not at all. */
export async function loadDemo({
  store,
  files,
  clock,
  newId,
}: Pick<System, 'store' | 'files' | 'clock' | 'newId'>): Promise<boolean> {
  // Asked again under the lock; here it spares every later start the work.
  if (await isLoaded(store.db)) return false
  const demo = demoAdministration()
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  const now = clock()
  return store.db.transaction().execute(async (tx) => {
    await sql`lock table unit_register in exclusive mode`.execute(tx)
    if (await isLoaded(tx)) return false
    const acts = [...(await loadUnits(tx, demo)), ...(await loadPeople(tx, demo, passwordHash))]
    await loadCalendar(tx)
    await tx.updateTable('unitRegister').set({ version: 1 }).execute()
    await record({ tx, actorId: null, now, newId }, acts)
    await playDemo(tx, demo, { files })
    return true
  })
}

async function isLoaded(db: Tx | Store['db']): Promise<boolean> {
  const { version } = await db.selectFrom('unitRegister').select('version').executeTakeFirstOrThrow()
  return version > 0
}

/** The calendar of working days is the law's, not the demo's: every installation starts with it. */
export async function loadCalendarOnce(store: Store): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    if (!(await tx.selectFrom('calendarDay').select('day').limit(1).executeTakeFirst())) await loadCalendar(tx)
  })
}

async function loadCalendar(tx: Tx): Promise<void> {
  await tx
    .insertInto('calendarDay')
    .values(OFFICIAL_DAYS_OFF.map(({ day, kind, basis }) => ({ day, kind, basis, version: 1 })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function loadUnits(tx: Tx, demo: DemoAdministration): Promise<Act[]> {
  const lands = [...demo.territories, ...demo.formerTerritories]
  const landIds = [...new Set(lands.map((land) => land.id))]
  await insertBulk(
    tx,
    'territory',
    landIds.map((id) => ({ id })),
  )
  await insertBulk(
    tx,
    'territoryVersion',
    lands.map(({ id, code, kind, name, nameEn, parentId, validFrom, validTo, decision }) => ({
      territoryId: id,
      code,
      kind,
      name,
      nameEn,
      parentId,
      validFrom,
      validTo,
      decision,
    })),
  )
  await tx
    .insertInto('tier')
    .values(demo.tiers.map(({ number, name }) => ({ number, name })))
    .execute()
  await insertBulk(
    tx,
    'unit',
    demo.units.map(({ id, kind, hasOffice, pos, last }) => ({ id, kind, hasOffice, pos, last, version: 1 })),
  )
  await insertBulk(
    tx,
    'unitVersion',
    demo.units.map(({ id, name, shortName, parentId, tier, territoryId, validFrom, validTo }) => ({
      unitId: id,
      name,
      shortName,
      parentId,
      tier,
      territoryId,
      validFrom,
      validTo,
    })),
  )
  await insertBulk(
    tx,
    'externalUnit',
    demo.externalUnits.map((unit) => ({ ...unit, version: 1 })),
  )
  await tx
    .insertInto('unitGroup')
    .values(demo.groups.map(({ id, name, rule }) => ({ id, name, unitKind: rule.kind, below: rule.below, version: 1 })))
    .execute()
  await insertBulk(
    tx,
    'alias',
    demo.aliases.map(({ id, target, text }) => ({
      id,
      text,
      unitId: target.kind === 'unit' ? target.id : null,
      externalUnitId: target.kind === 'external' ? target.id : null,
      unitGroupId: target.kind === 'group' ? target.id : null,
      version: 1,
    })),
  )
  const load = (kind: Act['kind'], ids: readonly { id: string }[]): Act[] =>
    ids.map(({ id }) => ({ command: 'demo.load', kind, id }))
  return [
    ...load('unit', demo.units),
    ...load('external_unit', demo.externalUnits),
    ...load('unit_group', demo.groups),
    ...load('alias', demo.aliases),
  ]
}

async function loadPeople(tx: Tx, demo: DemoAdministration, passwordHash: string): Promise<Act[]> {
  await insertBulk(
    tx,
    'person',
    demo.people.map(({ id, login, name, position }) => ({
      id,
      login,
      name,
      position,
      active: true,
      passwordHash,
      version: 1,
    })),
  )
  const grants = demo.people.flatMap((person) =>
    person.roles.map(({ role, unitId, from, to }) => ({
      id: stableId(`grant/${person.login}/${role}/${unitId}`),
      personId: person.id,
      role,
      unitId,
      fromOn: from,
      toOn: to as PlainDate | null,
    })),
  )
  await insertBulk(tx, 'roleGrant', grants)
  return demo.people.map(({ id }) => ({ command: 'demo.load', kind: 'person' as const, id }))
}
