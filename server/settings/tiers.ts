import { sql } from 'kysely'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Tier } from '#core/settings/api.ts'
import { type NamedTier, nameTier, type TierName, tierNameOn } from '#core/settings/tier-names.ts'
import type { Tx } from '#server/db/store.ts'
import type { Request } from '#server/http/mount.ts'
import { found, need } from '#server/http/refusal.ts'
import { readSettings } from '#server/settings/read-settings.ts'

async function readTiers(tx: Tx): Promise<NamedTier[]> {
  const tiers = await tx.selectFrom('tier').select(['number', 'name']).orderBy('number').execute()
  const { tierNames } = await readSettings(tx)
  return tiers.map((tier) => ({ ...tier, names: tierNames.filter(({ number }) => number === tier.number) }))
}

export async function listTiers(tx: Tx, today: PlainDate): Promise<Tier[]> {
  const { rows } = await sql<{ tier: number; units: number }>`
    select tier, count(*) as units from unit_version
    where valid_from <= ${today}::date and (valid_to is null or valid_to > ${today}::date) group by tier`.execute(tx)
  const units = new Map(rows.map((row) => [row.tier, row.units]))
  return (await readTiers(tx)).map((tier) => ({
    ...tier,
    first: tier.name,
    name: tierNameOn(tier, today),
    units: units.get(tier.number) ?? 0,
  }))
}

type Naming = Pick<Request<unknown>, 'tx'> & { body: Omit<TierName, 'number'> }

/** The names after the change, and what was given. */
interface Named {
  tierNames: TierName[]
  given: TierName
}

export async function addTier({ tx, body }: Naming): Promise<Named> {
  const tiers = await readTiers(tx)
  const given = { number: (tiers.at(-1)?.number ?? 0) + 1, ...body }
  const tierNames = need(nameTier(tiers, given))
  await tx.insertInto('tier').values({ number: given.number, name: given.name }).execute()
  return { tierNames, given }
}

export async function renameTier({ tx, body, params }: Naming & { params: { number: number } }): Promise<Named> {
  const tiers = await readTiers(tx)
  const { number } = found(
    tiers.find((tier) => tier.number === params.number),
    'tier',
  )
  const given = { number, ...body }
  return { tierNames: need(nameTier(tiers, given)), given }
}
