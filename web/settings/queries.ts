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
