import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directivesApi } from '#core/directives/api.ts'
import { call, Problem } from '#web/client.ts'
import { DifferenceItem } from '#web/directives/difference-item.tsx'
import { lookAlikesQuery, refreshAround, rereadingQuery } from '#web/directives/queries.ts'
import '#web/directives/rereading.css'
import { useFormat } from '#web/i18n/use-format.ts'
import { queryClient } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'
import { showToast } from '#web/ui/toast.tsx'

const GROUPS = ['added', 'changed', 'withdrawn', 'held'] as const

/** What reading the text again would change. Nothing is changed until it is chosen and applied; what a person decided is only shown. */
export function RereadingDialog({ directiveId, onClose }: { directiveId: string; onClose: () => void }) {
  const { t } = useTranslation('directives')
  const { number } = useFormat()
  const reread = useQuery(rereadingQuery(directiveId))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const differences = reread.data?.differences ?? []
  const free = differences.filter(({ held }) => held === null)
  const chosen = free.filter(({ key }) => !left.has(key))
  const apply = useMutation({
    mutationFn: () =>
      call(directivesApi.applyRereading, {
        params: { id: directiveId },
        body: { keys: chosen.map(({ key }) => key) },
        version: reread.data?.version ?? 0,
      }),
    onSuccess: async ({ added, withdrawn, replaced }) => {
      showToast(
        t('rereading.applied', { added: number(added), withdrawn: number(withdrawn), replaced: number(replaced) }),
      )
      onClose()
      void queryClient.invalidateQueries({ queryKey: lookAlikesQuery(directiveId).queryKey })
      await refreshAround(directiveId)
    },
    onError: (error) => {
      if (error instanceof Problem && [409, 412].includes(error.status)) void reread.refetch()
    },
  })
  const toggle = (key: string) => {
    const next = new Set(left)
    if (!next.delete(key)) next.add(key)
    setLeft(next)
  }
  const groupOf = ({ held, before, after }: (typeof differences)[number]) =>
    held ? 'held' : before === null ? 'added' : after === null ? 'withdrawn' : 'changed'
  return (
    <Dialog
      wide
      title={t('rereading.title')}
      onClose={onClose}
      actions={
        free.length > 0 && (
          <Button
            look="primary"
            icon="check"
            busy={apply.isPending || reread.isFetching}
            aria-disabled={chosen.length === 0 || undefined}
            onClick={() => chosen.length > 0 && apply.mutate()}
          >
            {t('rereading.apply', { count: chosen.length })}
          </Button>
        )
      }
    >
      <p className="ink2">{t('rereading.lead')}</p>
      {reread.isPending && <Loading rows={6} what={t('rereading.reading')} />}
      <ProblemMessage error={reread.error} onRetry={() => void reread.refetch()} />
      <ProblemMessage error={apply.error} />
      {reread.data && (
        <output className="m">
          {t(differences.length === 0 ? 'rereading.same' : 'rereading.counts', {
            count: reread.data.unchanged,
            differences: number(differences.length),
          })}
        </output>
      )}
      {GROUPS.map((group) => {
        const ones = differences.filter((one) => groupOf(one) === group)
        if (ones.length === 0) return null
        return (
          <section key={group} className="rr">
            <h3>
              {t(`rereading.${group}`)} <span className="mut">{number(ones.length)}</span>
            </h3>
            {group === 'held' && <p className="ink2">{t('rereading.heldLead')}</p>}
            <ul>
              {ones.map((one) => (
                <DifferenceItem
                  key={one.key}
                  of={one}
                  chosen={!left.has(one.key)}
                  onToggle={group === 'held' ? undefined : () => toggle(one.key)}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </Dialog>
  )
}
