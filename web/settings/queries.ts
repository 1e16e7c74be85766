import { queryOptions } from '@tanstack/react-query'
import { settingsApi } from '#core/settings/api.ts'
import { call } from '#web/client.ts'

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => call(settingsApi.getSettings, { signal }),
})

export const calendarQuery = queryOptions({
  queryKey: ['calendar-days'],
  queryFn: ({ signal }) => call(settingsApi.listCalendarDays, { signal }),
  staleTime: 3_600_000,
})

export const tiersQuery = queryOptions({
  queryKey: ['tiers'],
  queryFn: ({ signal }) => call(settingsApi.listTiers, { signal }),
})

export const settingsHistoryQuery = queryOptions({
  queryKey: ['settings-history'],
  queryFn: ({ signal }) => call(settingsApi.listSettingsHistory, { signal }),
})
