import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import '#web/people/people.css'
import { LanguageSwitch, ThemeSwitch } from '#web/ui/appearance.tsx'
import { BrandMark } from '#web/ui/brand.tsx'

/** The frame of the pages that need nobody signed in. */
export function Entrance({ title, demo, children }: { title: string; demo?: boolean; children: ReactNode }) {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${title} · ${t('product')}`
  }, [title, t])
  return (
    <div className="entr">
      <header>
        <span className="brand">
          <BrandMark />
          <span>
            Thông suốt<small>Throughline</small>
          </span>
        </span>
        <span className="grow" />
        {demo && <span className="synth">{t('demo')}</span>}
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main id="content">{children}</main>
    </div>
  )
}
