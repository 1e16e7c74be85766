import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'

/** Asks before leaving words that are not saved. Turning the pages of the same directive is not leaving. */
export function LeaveGuard({ unsaved }: { unsaved: number[] }) {
  const { t } = useTranslation('directives')
  const dirty = unsaved.length > 0
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: dirty,
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <Dialog
      title={t('page.leaveTitle')}
      onClose={reset}
      actions={
        <>
          <Button look="primary" onClick={reset}>
            {t('page.stay')}
          </Button>
          <Button onClick={proceed}>{t('page.leave')}</Button>
        </>
      }
    >
      <p>{t('page.leaveText', { pages: unsaved.join(', '), count: unsaved.length })}</p>
    </Dialog>
  )
}
