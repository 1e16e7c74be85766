import { useTranslation } from 'react-i18next'
import { setLanguage, useLanguage } from '#web/i18n/language.ts'
import { Button, IconButton } from '#web/ui/button.tsx'

export function ThemeSwitch() {
  const { t } = useTranslation()
  return <IconButton icon="theme" label={t('theme')} onClick={switchTheme} />
}

export function LanguageSwitch() {
  const { t } = useTranslation()
  const other = useLanguage() === 'vi' ? 'en' : 'vi'
  return (
    <Button look="ghost" className="lang" lang={other} onClick={() => void setLanguage(other)}>
      {t('language')}
    </Button>
  )
}

export function switchTheme(): void {
  const root = document.documentElement
  const theme = root.dataset['theme'] === 'dark' ? 'light' : 'dark'
  root.dataset['theme'] = theme
  try {
    localStorage.setItem('throughline.theme', theme)
  } catch {
    // Storage can be switched off by policy; the choice then lasts as long as the page.
  }
}
