import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { PlainDate } from '#core/kernel/plain-date.ts'
import { Settings } from '#core/settings/settings.ts'

const SettingsAnswer = Settings.extend({ version: z.int() })

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
    body: Settings.partial(),
    response: SettingsAnswer,
  }),
  listCalendarDays: endpoint({
    method: 'GET',
    path: '/calendar-days',
    summary: 'Days off beyond Saturdays and Sundays, and Saturdays worked in their place',
    may: 'signed-in',
    response: z.object({
      items: z.array(z.object({ day: PlainDate, kind: z.enum(['off', 'make-up']), basis: z.string() })),
    }),
  }),
}
