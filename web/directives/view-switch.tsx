import { useTranslation } from 'react-i18next'
import type { View } from '#web/directives/pages-of.ts'

/** The words as a document, or the original page by page. */
export function ViewSwitch({ view, onView }: { view: View; onView: (view: View) => void }) {
  const { t } = useTranslation('directives')
  return (
    <fieldset className="seg vsw" aria-label={t('page.view')}>
      {(['text', 'pages'] as const).map((one) => (
        <button key={one} type="button" aria-pressed={one === view} onClick={() => onView(one)}>
          {t(one === 'text' ? 'reader.text' : 'page.pictures')}
        </button>
      ))}
    </fieldset>
  )
}
