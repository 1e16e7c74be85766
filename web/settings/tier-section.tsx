import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, type PlainDate } from '#core/kernel/plain-date.ts'
import { settingsApi, type Tier } from '#core/settings/api.ts'
import type { Settings } from '#core/settings/settings.ts'
import { tierNameOn } from '#core/settings/tier-names.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { settingsQuery, tiersQuery } from '#web/settings/queries.ts'
import { type TierDraft, TierDialog } from '#web/settings/tier-dialog.tsx'
import { Button } from '#web/ui/button.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** The levels of the organisation in their order, each with the names it has had and will have. */
export function TierSection({
  settings,
  mayChange,
  today,
}: {
  settings: Settings & { version: number }
  mayChange: boolean
  today: PlainDate
}) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const client = useQueryClient()
  const { data, error } = useQuery(tiersQuery)
  const [open, setOpen] = useState<Tier | 'new' | null>(null)
  const change = useMutation({
    mutationFn: (body: TierDraft) =>
      open === 'new' || open === null
        ? call(settingsApi.addTier, { version: settings.version, body })
        : call(settingsApi.renameTier, { version: settings.version, params: { number: `${open.number}` }, body }),
    onSuccess: async (answer) => {
      client.setQueryData(settingsQuery.queryKey, answer)
      void client.invalidateQueries({ queryKey: ['settings-history'] })
      await client.invalidateQueries({ queryKey: tiersQuery.queryKey })
      setOpen(null)
      showToast(t('tiers.saved'))
    },
    onError: () => client.invalidateQueries({ queryKey: settingsQuery.queryKey }),
  })
  if (!data) return <ProblemMessage error={error} />
  return (
    <section className="sec" aria-labelledby="tiers-title">
      <div className="sec-h wrap">
        <h2 id="tiers-title">{t('tiers.title')}</h2>
        <p>{t('tiers.text')}</p>
        {mayChange && data.items.length < 9 ? (
          <Button icon="plus" onClick={() => setOpen('new')}>
            {t('tiers.add')}
          </Button>
        ) : null}
      </div>
      <table className="tbl">
        <caption className="vh">{t('tiers.title')}</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('tiers.number')}
            </th>
            <th scope="col">{t('tiers.name')}</th>
            <th scope="col" className="num">
              {t('tiers.units')}
            </th>
            <th scope="col">{t('tiers.basis')}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((tier) => (
            <tr key={tier.number}>
              <td className="num">{tier.number}</td>
              <td>
                <b>{tier.name}</b>
                <OtherNames tier={tier} today={today} />
              </td>
              <td className="num">{format.number(tier.units)}</td>
              <td className="ink2">
                <div className="row wrap tight">
                  <span className="grow">
                    {tier.names.findLast(({ from }) => from <= today)?.basis ?? t('tiers.first')}
                  </span>
                  {mayChange ? (
                    <Button
                      small
                      look="ghost"
                      icon="edit"
                      aria-label={t('tiers.renameOf', { number: tier.number, name: tier.name })}
                      onClick={() => setOpen(tier)}
                    >
                      {t('tiers.rename')}
                    </Button>
                  ) : null}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open === null ? null : (
        <TierDialog
          tier={open === 'new' ? null : open}
          above={data.items.at(-1)}
          today={today}
          busy={change.isPending}
          error={change.error}
          onSave={(draft) => change.mutate(draft)}
          onClose={() => {
            setOpen(null)
            change.reset()
          }}
        />
      )}
    </section>
  )
}

/** What it was called before, and will be called. */
function OtherNames({ tier, today }: { tier: Tier; today: PlainDate }) {
  const { t } = useTranslation('settings')
  const format = useFormat()
  const coming = tier.names.filter(({ from }) => from > today)
  const since = tier.names.findLast(({ from }) => from <= today)
  const formerly = since && tierNameOn({ name: tier.first, names: tier.names }, addDays(since.from, -1))
  return (
    <>
      {since ? (
        <small className="mut blk">
          {t('tiers.since')} {format.day(since.from)}
        </small>
      ) : null}
      {since && formerly !== since.name ? (
        <small className="mut blk">
          {t('tiers.until', { name: formerly, day: format.day(addDays(since.from, -1)) })}
        </small>
      ) : null}
      {coming.map(({ name, from }) => (
        <small key={from} className="mut blk">
          {t('tiers.coming', { name, day: format.day(from) })}
        </small>
      ))}
    </>
  )
}
