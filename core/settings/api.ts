import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Id } from '#core/kernel/id.ts'
import { PersonRef } from '#core/kernel/person-ref.ts'
import { Instant } from '#core/kernel/plain-date.ts'
import { OwnDay } from '#core/settings/own-days.ts'
import { Settings, SettingsChange } from '#core/settings/settings.ts'
import { TierName } from '#core/settings/tier-names.ts'

const SettingsAnswer = Settings.extend({ version: z.int() })

export const Tier = z
  .object({
    number: z.int(),
    /** Today. */
    name: z.string(),
    /** What it was called before its first renaming. */
    first: z.string(),
    units: z.int(),
    /** Since the first one; those of coming days too. */
    names: z.array(TierName),
  })
  .meta({ id: 'Tier' })
export type Tier = z.infer<typeof Tier>

export const settingsApi = {
  getSettings: endpoint({
    method: 'GET',
    path: '/settings',
    summary: 'What the office has decided for itself',
    may: 'signed-in',
    response: SettingsAnswer,
  }),
  changeSettings: endpoint({
    method: 'PATCH',
    path: '/settings',
    summary: 'Change a setting',
    may: 'settings.manage',
    ifMatch: true,
    body: SettingsChange,
    response: SettingsAnswer,
  }),
  listSettingsHistory: endpoint({
    method: 'GET',
    path: '/settings/history',
    summary: 'Who changed which setting, when and from what to what; newest first',
    may: 'settings.read',
    response: z.object({
      items: z.array(
        z.object({
          id: Id,
          at: Instant,
          by: PersonRef.nullable(),
          name: z.string(),
          /** As stored; null where it was never changed before. */
          from: z.unknown(),
          to: z.unknown(),
        }),
      ),
    }),
  }),
  listCalendarDays: endpoint({
    method: 'GET',
    path: '/calendar-days',
    summary:
      'Days off beyond Saturdays and Sundays, and Saturdays worked in their place; official ones and those of the office',
    may: 'signed-in',
    response: z.object({
      items: z.array(OwnDay.extend({ basis: z.string(), own: z.boolean() })),
    }),
  }),
  listTiers: endpoint({
    method: 'GET',
    path: '/tiers',
    summary: 'The levels of the organisation from the top, what they are called and were called',
    may: 'signed-in',
    response: z.object({ items: z.array(Tier) }),
  }),
  addTier: endpoint({
    method: 'POST',
    path: '/tiers',
    summary: 'Add a level below the last',
    may: 'settings.manage',
    ifMatch: true,
    body: TierName.omit({ number: true }),
    response: SettingsAnswer,
  }),
  renameTier: endpoint({
    method: 'POST',
    path: '/tiers/:number/rename',
    summary: 'Give a level another name from a day on; what was before keeps its name',
    may: 'settings.manage',
    ifMatch: true,
    params: z.object({ number: z.coerce.number<string>().int().min(1).max(9) }),
    body: TierName.omit({ number: true }),
    response: SettingsAnswer,
  }),
}
