import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directivesApi } from '#core/directives/api.ts'
import type { StubHead } from '#core/directives/directive.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { call, Problem } from '#web/client.ts'
import { isWhole, StubFields } from '#web/directives/stub-fields.tsx'
import { queryClient } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { focusFirstError, stopsAtUnreadable } from '#web/ui/focus-first-error.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** A secret directive enters the register as a line without content. */
export function StubDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('directives')
  const [head, setHead] = useState<StubHead>({ symbol: '', issuer: '', issuedOn: null, secrecy: 'confidential' })
  const [receivedOn, setReceivedOn] = useState<PlainDate | null>(null)
  const [tried, setTried] = useState(false)
  const key = useRef(crypto.randomUUID())
  const body = useRef<HTMLDivElement>(null)
  const save = useMutation({
    mutationFn: (evenIfSame: boolean) =>
      call(directivesApi.registerStub, {
        body: { ...head, evenIfSame, ...(receivedOn === null ? {} : { receivedOn }) },
        idempotencyKey: key.current,
      }),
    onSuccess: async () => {
      showToast(t('stub.saved', { symbol: head.symbol.trim() }))
      onClose()
      await queryClient.invalidateQueries({ queryKey: ['directives', 'register'] })
    },
    onError: () => void (key.current = crypto.randomUUID()),
  })
  const isSame = save.error instanceof Problem && save.error.code === 'directive/same_symbol'
  const send = (evenIfSame: boolean) => {
    setTried(true)
    if (body.current && stopsAtUnreadable(body.current)) return
    if (isWhole(head)) save.mutate(evenIfSame)
    else requestAnimationFrame(() => body.current && focusFirstError(body.current))
  }
  return (
    <Dialog
      title={t('stub.title')}
      onClose={onClose}
      actions={
        <>
          {isSame && (
            <Button busy={save.isPending} onClick={() => send(true)}>
              {t('stub.evenIfSame')}
            </Button>
          )}
          <Button look="primary" busy={save.isPending} onClick={() => send(false)}>
            {t('stub.save')}
          </Button>
        </>
      }
    >
      <p className="ink2">{t('stub.lead')}</p>
      <StubFields head={head} onChange={setHead} tried={tried} box={body}>
        <DateField label={t('stub.receivedOn')} value={receivedOn} onChange={setReceivedOn} />
      </StubFields>
      <ProblemMessage error={save.error} />
    </Dialog>
  )
}
