import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '#core/kernel/language.ts'
import { vi } from '#web/i18n/vi.ts'

const KEPT_AS = 'throughline.language'

/** Vietnamese is in the first load, English comes when it is chosen. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    defaultNS: 'shell',
    resources: { vi },
    // React escapes; a second time would show &amp; in names.
    interpolation: { escapeValue: false },
  })
  if (keptLanguage() === 'en') await setLanguage('en')
}

export async function setLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'shell')) {
    const { en } = await import('#web/i18n/en.ts')
    for (const [slice, texts] of Object.entries(en)) i18next.addResourceBundle('en', slice, texts)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  keep(language)
}

/** The language on screen. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'vi'
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(KEPT_AS)
  } catch {
    return null
  }
}

function keep(language: Language): void {
  try {
    localStorage.setItem(KEPT_AS, language)
  } catch {
    // Storage can be switched off by policy; the choice then lasts as long as the page.
  }
}
