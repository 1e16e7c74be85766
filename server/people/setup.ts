import type { Id } from '#core/kernel/id.ts'
import { numberTree } from '#core/units/tree.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { Role } from '#core/people/role.ts'
import type { Store, Tx } from '#server/db/store.ts'
import type { Handlers } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import { record } from '#server/journal/append.ts'
import { sha256 } from '#server/journal/entry-hash.ts'
import { describeMe } from '#server/people/me.ts'
import { hashPassword, newKey } from '#server/people/passwords.ts'
import { openSession } from '#server/people/sessions.ts'
import { loadUnitRegister, type UnitRegister } from '#server/units/unit-register.ts'
import { DEMO_PASSWORD } from '#demo/people.ts'

type PeopleHandlers = Handlers<typeof import('#core/people/api.ts').peopleApi>

export const welcome: PeopleHandlers['welcome'] = async ({ system, tx, register, today }) => {
  const setup = await tx.selectFrom('setup').select('usedAt').executeTakeFirst()
  return {
    demo: system.demo,
    setup: setup !== undefined && setup.usedAt === null,
    password: system.demo ? DEMO_PASSWORD : null,
    people: system.demo ? await listDemoPeople(tx, register, today) : [],
  }
}

/** As whom one can enter the demo. Asked for only there: elsewhere nobody learns logins without signing in. */
async function listDemoPeople(tx: Tx, register: UnitRegister, today: PlainDate) {
  const rows = await tx
    .selectFrom('person as p')
    .innerJoin('roleGrant as g', 'g.personId', 'p.id')
    .select(['p.login', 'p.name', 'p.position', 'g.role', 'g.unitId'])
    .where('p.active', '=', true)
    .where('g.fromOn', '<=', today)
    .where((eb) => eb.or([eb('g.toOn', 'is', null), eb('g.toOn', '>=', today)]))
    .execute()
  return rows
    .map((row) => ({
      ...row,
      role: Role.parse(row.role),
      unit: register.ref(row.unitId as Id).name,
      pos: register.range(row.unitId as Id, 'own')?.pos ?? 0,
    }))
    .toSorted((a, b) => a.pos - b.pos || Role.options.indexOf(a.role) - Role.options.indexOf(b.role))
}

/** Makes the top unit and its first administrator. The token was printed where only the operator reads. */
export const setUp: PeopleHandlers['setUp'] = async ({ system, tx, now, today, body, newId, http }) => {
  const setup = await tx.selectFrom('setup').selectAll().forUpdate().executeTakeFirst()
  if (!setup || setup.usedAt !== null || setup.keyHash !== sha256(body.token.trim()))
    return fail({ code: 'setup/refused' })
  // A token from before there were people makes nobody an administrator of theirs.
  if (await tx.selectFrom('person').select('id').limit(1).executeTakeFirst()) return fail({ code: 'setup/refused' })
  const unitId = newId()
  const personId = newId()
  const numbered = numberTree([{ id: unitId, parentId: null }])
  const top = numbered.ok ? numbered.value[0] : undefined
  if (!top) throw new Error('a tree of one unit has one root')
  await tx
    .insertInto('tier')
    .values({ number: 1, name: 'Trung ương' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .insertInto('unit')
    .values({ id: unitId, kind: 'ministry', hasOffice: true, pos: top.pos, last: top.last, version: 1 })
    .execute()
  await tx
    .insertInto('unitVersion')
    .values({ unitId, validFrom: today, name: body.organisation, shortName: body.organisation, tier: 1 })
    .execute()
  await tx
    .updateTable('unitRegister')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .execute()
  await tx
    .insertInto('person')
    .values({
      id: personId,
      login: body.login,
      name: body.name,
      position: '',
      active: true,
      passwordHash: await hashPassword(body.password),
      version: 1,
    })
    .execute()
  await tx
    .insertInto('roleGrant')
    .values({ id: newId(), personId, role: 'administrator', unitId, fromOn: today })
    .execute()
  await tx.updateTable('setup').set({ usedAt: now }).execute()
  await record({ tx, actorId: personId, now, newId }, [
    { command: 'unit.add', kind: 'unit', id: unitId, data: { name: body.organisation } },
    { command: 'person.set_up', kind: 'person', id: personId, data: { login: body.login } },
  ])
  await openSession({ tx, now, http }, personId as Id)
  return describeMe(tx, await loadUnitRegister(tx, today), personId, today, system.demo)
}

/** Makes the one-time token of an empty installation and returns it; undefined where people exist already. */
export async function offerSetUp(store: Store): Promise<string | undefined> {
  return store.db.transaction().execute(async (tx) => {
    if (await tx.selectFrom('person').select('id').limit(1).executeTakeFirst()) return undefined
    const key = newKey()
    await tx
      .insertInto('setup')
      .values({ keyHash: sha256(key) })
      .onConflict((conflict) => conflict.column('singleton').doUpdateSet({ keyHash: sha256(key), usedAt: null }))
      .execute()
    return key
  })
}
