import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { OwnDay } from '#core/settings/own-days.ts'
import { Settings, SettingsChange } from '#core/settings/settings.ts'

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
    body: SettingsChange,
    response: SettingsAnswer,
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
}
