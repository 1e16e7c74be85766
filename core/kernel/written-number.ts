import type { Language } from '#core/kernel/language.ts'

/** 1.234.567,5 in Vietnamese, 1,234,567.5 in English; at most so many decimals, and at least so many; the minus is U+2212. */
export function formatNumber(value: number, language: Language, decimals = 1, least = 0): string {
  const format = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: least,
    maximumFractionDigits: decimals,
  })
  return format.format(value).replace('-', '−')
}
