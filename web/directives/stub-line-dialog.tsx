import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directivesApi } from '#core/directives/api.ts'
import type { DirectiveRow, StubHead } from '#core/directives/directive.ts'
import { call, Problem } from '#web/client.ts'
import { ErasingNote } from '#web/directives/erasing-note.tsx'
import { erasingReachQuery, refreshAround } from '#web/directives/queries.ts'
import { isWhole, StubFields } from '#web/directives/stub-fields.tsx'
import { useFormat } from '#web/i18n/use-format.ts'
import { queryClient } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

type Line = Pick<DirectiveRow, 'id' | 'version' | 'symbol' | 'issuer' | 'issuedOn' | 'secrecy'>

/** The line of a secret directive is corrected; or a directive that is found to be secret becomes one, and loses its content. */
export function StubLineDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const { t } = useTranslation('directives')
  const { number } = useFormat()
  // As it was when this was opened: who has changed it meanwhile is not overwritten.
  const [{ id, version, ...opened }] = useState(line)
  const isFound = opened.secrecy === null
  const [head, setHead] = useState<StubHead>({
    symbol: opened.symbol ?? '',
    issuer: opened.issuer ?? '',
    issuedOn: opened.issuedOn,
    secrecy: opened.secrecy ?? 'confidential',
  })
  const [tried, setTried] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  const reach = useQuery({ ...erasingReachQuery(id), enabled: isFound })
  const tasks = reach.data?.tasks.length ?? 0
  // What was agreed to is these tasks: where others are shown meanwhile, it is asked again.
  const shown = reach.data?.tasks.map(({ code }) => code).join() ?? ''
  const [agreedTo, setAgreedTo] = useState<string | null>(null)
  const sure = agreedTo === shown
  const setSure = (isSure: boolean) => setAgreedTo(isSure ? shown : null)
  const isOthers = tasks > 0 && reach.data?.mayWithdraw === false
  const isReady = !isOthers && (!isFound || reach.data !== undefined)
  const save = useMutation({
    mutationFn: async () => {
      if (isFound) return call(directivesApi.eraseContent, { params: { id }, body: { ...head, tasks }, version })
      await call(directivesApi.editDirective, { params: { id }, body: head, version })
      return null
    },
    onSuccess: async (erased) => {
      const symbol = head.symbol.trim()
      if (erased === null) showToast(t('stub.corrected', { symbol }))
      else if (erased.tasks === 0) showToast(t('stub.erased', { symbol }))
      else
        showToast(t('stub.erasedTasks', { symbol, tasks: number(erased.tasks), withdrawn: number(erased.withdrawn) }))
      if (erased?.fileKept) showToast(t('stub.fileKept', { symbol }))
      onClose()
      if (erased !== null && erased.tasks > 0) {
        // Its words stood in lists of every kind.
        queryClient.removeQueries({ type: 'inactive' })
        await queryClient.invalidateQueries()
        return
      }
      await queryClient.invalidateQueries({ queryKey: ['directives'] })
      await refreshAround(id)
      if (!isFound) return
      // What was taken away is nothing to be kept here.
      queryClient.removeQueries({ queryKey: ['look-alikes'] })
      queryClient.removeQueries({ queryKey: ['directives', id], type: 'inactive' })
    },
    onError: (error) => {
      if (!(error instanceof Problem)) return
      if (error.status === 412) void queryClient.invalidateQueries({ queryKey: ['directives'] })
      if (error.code === 'directive/tasks_quote_it') void reach.refetch().then(() => setSure(false))
    },
  })
  const send = () => {
    setTried(true)
    if (isWhole(head) && (sure || !isFound)) save.mutate()
    else requestAnimationFrame(() => body.current && focusFirstError(body.current))
  }
  return (
    <Dialog
      title={t(isFound ? 'stub.eraseTitle' : 'stub.edit')}
      onClose={onClose}
      actions={
        isReady && (
          <Button look="primary" busy={save.isPending} onClick={send}>
            {t(isFound ? 'stub.erase' : 'card.save')}
          </Button>
        )
      }
    >
      <p className="ink2">{t(isFound ? 'stub.eraseLead' : 'stub.lead')}</p>
      {isFound && <p className="nt late">{t('stub.eraseWhat')}</p>}
      {reach.data && <ErasingNote reach={reach.data} />}
      <ProblemMessage error={reach.error} onRetry={() => void reach.refetch()} />
      <div ref={body} hidden={isOthers}>
        <StubFields head={head} onChange={setHead} tried={tried} />
        {isFound && (
          <label className="row check">
            <input
              type="checkbox"
              className="cb"
              required
              checked={sure}
              aria-invalid={(tried && !sure) || undefined}
              aria-describedby={tried && !sure ? 'stub-sure' : undefined}
              onChange={(event) => setSure(event.target.checked)}
            />
            <span>{tasks > 0 ? t('stub.sureTasks', { tasks: number(tasks) }) : t('stub.sure')}</span>
          </label>
        )}
        {isFound && tried && !sure && (
          <p className="c-over" id="stub-sure" role="alert">
            {t('stub.sureNeeded')}
          </p>
        )}
      </div>
      <ProblemMessage error={save.error} />
    </Dialog>
  )
}
