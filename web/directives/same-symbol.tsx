import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Problem } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'

const Earlier = z.object({
  id: z.string(),
  symbol: z.string().nullable().optional(),
  subject: z.string().optional(),
  receivedOn: z.string().optional(),
})

/** The register has this symbol already: the earlier directive, and the way on for whoever knows that it is another. */
export function SameSymbol({
  problem,
  onEvenSo,
  onLeave,
}: {
  problem: Problem
  onEvenSo: () => void
  onLeave: () => void
}) {
  const { t } = useTranslation('directives')
  const { day } = useFormat()
  const earlier = earlierOf(problem)
  return (
    <div className="nt late" role="alert">
      <Icon name="warn" />
      <div>
        {earlier.length === 0 && <p>{t('intake.sameUnknown')}</p>}
        {earlier.map((one) => (
          <p key={one.id}>
            {t('intake.same', {
              symbol: one.symbol ?? '',
              day: one.receivedOn ? day(one.receivedOn) : '',
              subject: one.subject ?? '',
            })}{' '}
            <Link to="/directives/$id" params={{ id: one.id }} onClick={onLeave}>
              {t('intake.openEarlier')}
            </Link>
          </p>
        ))}
      </div>
      <Button small onClick={onEvenSo}>
        {t('intake.evenSo')}
      </Button>
    </div>
  )
}

function earlierOf(problem: Problem): z.infer<typeof Earlier>[] {
  const list = z.array(Earlier).safeParse(problem.facts['same'])
  if (list.success) return list.data
  const one = Earlier.safeParse(problem.facts['earlier'] ?? problem.facts)
  return one.success ? [one.data] : []
}
