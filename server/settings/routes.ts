import type { FastifyInstance } from 'fastify'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { settingsApi } from '#core/settings/api.ts'
import { fitsKind, listDays, type OwnDay } from '#core/settings/own-days.ts'
import { Settings } from '#core/settings/settings.ts'
import { entitleAtTop } from '#server/http/entitle.ts'
import { atVersion, type Handlers, mount, type System } from '#server/http/mount.ts'
import { fail } from '#server/http/refusal.ts'
import { readSettings } from '#server/settings/read-settings.ts'

const handlers: Handlers<typeof settingsApi> = {
  getSettings: ({ tx }) => readSettings(tx),
  async changeSettings(request) {
    const { tx, body, version, record } = request
    entitleAtTop(request, 'settings.manage')
    checkDays(body.calendarDays ?? [])
    const { id, version: stored, ...before } = atVersion(await readSettings(tx), version)
    const value = Settings.parse({ ...before, ...body })
    await tx
      .updateTable('setting')
      .set({ value: JSON.stringify(value), version: stored + 1 })
      .where('version', '=', stored)
      .execute()
    await record({ command: 'settings.change', kind: 'settings', id, data: body })
    return { ...value, version: stored + 1 }
  },
  async listCalendarDays({ tx }) {
    const rows = await tx.selectFrom('calendarDay').select(['day', 'kind', 'basis']).execute()
    const official = rows.map(({ day, kind, basis }) => ({
      day: day as PlainDate,
      kind: kind === 'off' ? ('off' as const) : ('make-up' as const),
      basis,
    }))
    return { items: listDays(official, (await readSettings(tx)).calendarDays) }
  },
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
