import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directivesApi } from '#core/directives/api.ts'
import type { Directive } from '#core/directives/directive.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { call, Problem } from '#web/client.ts'
import { directiveQuery, refreshAround } from '#web/directives/queries.ts'
import { queryClient } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextArea, TextField } from '#web/ui/field.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

const LINES = ['symbol', 'type', 'issuer', 'place', 'signerName', 'signerPosition', 'urgency'] as const

/** What the head of the document says: the machine proposes it, a person corrects it. */
export function HeadDialog({ directive, onClose }: { directive: Directive; onClose: () => void }) {
  const { t } = useTranslation('directives')
  const [head, setHead] = useState(() => headOf(directive))
  const [issuedOn, setIssuedOn] = useState<PlainDate | null>(directive.issuedOn)
  const [separateParts, setSeparateParts] = useState(directive.separateParts)
  const body = useRef<HTMLDivElement>(null)
  const save = useMutation({
    mutationFn: () => {
      const lines = Object.fromEntries(LINES.map((line) => [line, head[line].trim() === '' ? null : head[line]]))
      return call(directivesApi.editDirective, {
        params: { id: directive.id },
        body: { ...lines, subject: head.subject, issuedOn, separateParts },
        version: directive.version,
      })
    },
    onSuccess: async (answer) => {
      queryClient.setQueryData(directiveQuery(directive.id).queryKey, answer)
      showToast(t('head.saved'))
      onClose()
      await refreshAround(directive.id)
    },
    onError: (error) => {
      // The newest version comes in from behind; what was typed here stays.
      if (error instanceof Problem && error.status === 412) {
        void queryClient.invalidateQueries({ queryKey: directiveQuery(directive.id).queryKey })
      }
    },
  })
  const noSubject = head.subject.trim() === ''
  return (
    <Dialog
      wide
      title={t('reader.head')}
      onClose={onClose}
      actions={
        <Button
          look="primary"
          busy={save.isPending}
          onClick={() => {
            if (noSubject && body.current) focusFirstError(body.current)
            else save.mutate()
          }}
        >
          {t('card.save')}
        </Button>
      }
    >
      <div className="ff" ref={body}>
        <TextArea
          wide
          label={t('head.subject')}
          value={head.subject}
          maxLength={2000}
          onChange={(event) => setHead({ ...head, subject: event.target.value })}
          error={noSubject && t('head.subjectMissing')}
        />
        <DateField
          label={t('head.issuedOn')}
          value={issuedOn}
          missing={directive.issuedOn === null && issuedOn === null}
          onChange={setIssuedOn}
        />
        {LINES.map((line) => (
          <TextField
            key={line}
            label={t(`head.${line}`)}
            value={head[line]}
            maxLength={300}
            placeholder={t(line === 'urgency' ? 'card.notNamed' : 'head.missing')}
            missing={line !== 'urgency' && line !== 'place' && head[line] === ''}
            onChange={(event) => setHead({ ...head, [line]: event.target.value })}
          />
        ))}
        <label className="row check w2">
          <input
            type="checkbox"
            className="cb"
            checked={separateParts}
            onChange={(event) => setSeparateParts(event.target.checked)}
          />
          <span>{t('intake.separateParts')}</span>
        </label>
      </div>
      <ProblemMessage error={save.error} />
    </Dialog>
  )
}

function headOf(directive: Directive) {
  const { symbol, type, issuer, place, subject, signerName, signerPosition, urgency } = directive
  return {
    symbol: symbol ?? '',
    type: type ?? '',
    issuer: issuer ?? '',
    place: place ?? '',
    subject,
    signerName: signerName ?? '',
    signerPosition: signerPosition ?? '',
    urgency: urgency ?? '',
  }
}
