import type { FastifyInstance } from 'fastify'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { settingsApi } from '#core/settings/api.ts'
import { fitsKind, listDays, type OwnDay } from '#core/settings/own-days.ts'
import { Settings } from '#core/settings/settings.ts'
import { entitleAtTop } from '#server/http/entitle.ts'
import { atVersion, type Handlers, mount, type Request, type System } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import { listSettingsHistory } from '#server/settings/history.ts'
import { readSettings } from '#server/settings/read-settings.ts'
import { addTier, listTiers, renameTier } from '#server/settings/tiers.ts'

const handlers: Handlers<typeof settingsApi> = {
  getSettings: ({ tx }) => readSettings(tx),
  changeSettings(request) {
    checkDays(request.body.calendarDays ?? [])
    return changeSettings(request, request.body, { command: 'settings.change', data: request.body })
  },
  listSettingsHistory: async ({ tx }) => ({ items: await listSettingsHistory(tx) }),
  async listCalendarDays({ tx }) {
    const rows = await tx.selectFrom('calendarDay').select(['day', 'kind', 'basis']).execute()
    const official = rows.map(({ day, kind, basis }) => ({
      day: day as PlainDate,
      kind: kind === 'off' ? ('off' as const) : ('make-up' as const),
      basis,
    }))
    return { items: listDays(official, (await readSettings(tx)).calendarDays) }
  },
  listTiers: async ({ tx, today }) => ({ items: await listTiers(tx, today) }),
  async addTier(request) {
    const { tierNames, given } = await addTier(request)
    return changeSettings(request, { tierNames }, { command: 'settings.add_tier', data: given })
  },
  async renameTier(request) {
    const { tierNames, given } = await renameTier(request)
    return changeSettings(request, { tierNames }, { command: 'settings.rename_tier', data: given })
  },
}

type Changing = Pick<Request<unknown>, 'tx' | 'version' | 'record' | 'actor' | 'register'>

async function changeSettings(
  request: Changing,
  change: { [K in keyof Settings]?: Settings[K] | undefined },
  entry: { command: string; data: Record<string, unknown> },
): Promise<Settings & { version: number }> {
  const { tx, version, record } = request
  entitleAtTop(request, 'settings.manage')
  const { id, version: stored, ...before } = atVersion(await readSettings(tx), version)
  const value = Settings.parse({ ...before, ...change })
  await tx
    .updateTable('setting')
    .set({ value: JSON.stringify(value), version: stored + 1 })
    .where('version', '=', stored)
    .execute()
  await record({ ...entry, kind: 'settings', id })
  return { ...value, version: stored + 1 }
}

/** Each day once, and each of a kind that its weekday allows. */
function checkDays(days: readonly OwnDay[]): void {
  const seen = new Set<PlainDate>()
  for (const { day, kind } of days) {
    if (seen.has(day)) fail({ code: 'settings/day_twice', day })
    seen.add(day)
    if (!fitsKind({ day, kind })) fail({ code: kind === 'off' ? 'settings/off_anyway' : 'settings/worked_anyway', day })
  }
}

export function mountSettings(app: FastifyInstance, system: System): void {
  mount(app, system, settingsApi, handlers)
}
