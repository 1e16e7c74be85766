import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { closeHint, useHint } from '#web/help/hints.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { showGuide } from '#web/ui/overlay.ts'

/** One line between the top bar and the content, which moves down for it: nothing is covered. */
export function Hint({ personId }: { personId: string | undefined }) {
  const { t } = useTranslation('help')
  const { pathname } = useLocation()
  const hint = useHint(pathname, personId)
  if (hint === undefined || personId === undefined) return null
  return (
    <aside className="hint" aria-label={t('hint.label')}>
      <Icon name="info" />
      <p>{t(`hint.${hint}`)}</p>
      <Button small look="ghost" onClick={() => showGuide(true)}>
        {t('hint.more')}
      </Button>
      <Button small onClick={() => closeHint(hint, personId)}>
        {t('hint.done')}
      </Button>
    </aside>
  )
}
