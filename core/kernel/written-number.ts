import type { Language } from '#core/kernel/language.ts'

/** 1.234.567,5 in Vietnamese, 1,234,567.5 in English; the minus is U+2212. */
export function formatNumber(value: number, language: Language, decimals = 1): string {
  const format = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: decimals })
  return format.format(value).replace('-', '−')
}
