import { useTranslation } from 'react-i18next'
import type { ErasingReach } from '#core/directives/erasing.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Icon } from '#web/ui/icon.tsx'

const CODES_SHOWN = 5

/** What goes with the content of a directive that tasks quote; whoever may not withdraw them reads who does. */
export function ErasingNote({ reach }: { reach: ErasingReach }) {
  const { t } = useTranslation('directives')
  const { number } = useFormat()
  if (reach.tasks.length === 0) return null
  const shown = reach.tasks
    .slice(0, CODES_SHOWN)
    .map(({ code }) => code)
    .join(', ')
  const more = reach.tasks.length - CODES_SHOWN
  return (
    <>
      <p>
        {t('stub.reach', {
          tasks: number(reach.tasks.length),
          codes: more > 0 ? t('stub.reachMore', { codes: shown, count: more }) : shown,
          assignments: number(reach.assignments),
          given: number(reach.given),
        })}
      </p>
      {reach.open > 0 ? <p>{t('stub.reachEnds', { open: number(reach.open) })}</p> : null}
      <p>
        {t('stub.reachGoes', {
          reports: number(reach.reports),
          files: number(reach.files),
          messages: number(reach.messages),
        })}
      </p>
      <p className="mut">{t('stub.reachRest')}</p>
      {reach.mayWithdraw ? null : (
        <p className="nt late">
          <Icon name="lock" />
          <span>{t('stub.needsOfficer')}</span>
        </p>
      )}
    </>
  )
}
