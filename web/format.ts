import type { Language } from '#core/kernel/language.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { formatNumber } from '#core/kernel/written-number.ts'

/** 57,9%: no space before the sign. */
export function formatPercent(share: number, language: Language, decimals = 1): string {
  return `${formatNumber(share * 100, language, decimals, decimals)}%`
}

/** 1,2 MB; what is smaller than a KB in bytes, so that an empty file is seen to be empty. */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1024) return `${bytes} ${language === 'vi' || bytes === 1 ? 'byte' : 'bytes'}`
  if (bytes < 1024 * 1024) return `${formatNumber(Math.round(bytes / 1024), language, 0)} KB`
  return `${formatNumber(bytes / 1024 / 1024, language)} MB`
}

/** The letters of a person's picture: of the last two words of the name. */
export function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .slice(-2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}

/** Nguyễn Thu Lan → N. T. Lan, where room is short. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/)
  return words.map((word, at) => (at < words.length - 1 ? `${word.charAt(0).toUpperCase()}.` : word)).join(' ')
}

/** 5/11/2026, 05-11-2026 or 2026-11-05 as a day; null for anything else, 31/2 included. */
export function parseDay(text: string): PlainDate | null {
  const local = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(text)
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text)
  const [year, month, day] = local ? [local[3], local[2], local[1]] : iso ? [iso[1], iso[2], iso[3]] : []
  if (!year || !month || !day) return null
  try {
    const date = Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    )
    return date.toString() as PlainDate
  } catch {
    return null
  }
}
