import { useMemo } from 'react'
import type { Instant, PlainDate } from '#core/kernel/plain-date.ts'
import * as written from '#core/kernel/written-day.ts'
import { formatNumber } from '#core/kernel/written-number.ts'
import * as format from '#web/format.ts'
import { useLanguage } from '#web/i18n/language.ts'

/** The forms of numbers and dates in the language on screen. */
export function useFormat() {
  const language = useLanguage()
  return useMemo(
    () => ({
      day: (day: PlainDate | string) => written.formatDay(day, language),
      documentDay: (day: PlainDate | string) => written.formatDocumentDay(day, language),
      instant: (instant: Instant | string) => written.formatInstant(instant, language),
      instantDay: (instant: Instant | string) => written.formatInstantDay(instant, language),
      time: (instant: Instant | string) => written.formatTime(instant),
      number: (value: number, decimals?: number) => formatNumber(value, language, decimals),
      percent: (share: number, decimals?: number) => format.formatPercent(share, language, decimals),
      bytes: (bytes: number) => format.formatBytes(bytes, language),
    }),
    [language],
  )
}
