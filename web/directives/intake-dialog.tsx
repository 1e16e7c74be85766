import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directivesApi } from '#core/directives/api.ts'
import type { Id } from '#core/kernel/id.ts'
import { call, newKey, Problem } from '#web/client.ts'
import { EMPTY_DRAFT, faultOf } from '#web/directives/intake-draft.ts'
import type { IntakeDraft } from '#web/directives/intake-draft.ts'
import { IntakeFile } from '#web/directives/intake-file.tsx'
import { IntakeOptions } from '#web/directives/intake-options.tsx'
import { isMarked, NotSecret } from '#web/directives/not-secret.tsx'
import { refreshAround } from '#web/directives/queries.ts'
import { SameSymbol } from '#web/directives/same-symbol.tsx'
import { useFormat } from '#web/i18n/use-format.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { stopsAtUnreadable } from '#web/ui/focus-first-error.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'
import { upload } from '#web/upload.ts'

interface Answers {
  evenIfSame: boolean
  notSecret: string | undefined
}

interface Step {
  what: 'idle' | 'uploading' | 'reading'
  share: number
}

export function IntakeDialog({
  draft,
  onDraft,
  onSeveral,
  opens,
  onClose,
}: {
  draft: IntakeDraft
  onDraft: (draft: IntakeDraft) => void
  onSeveral: (files: File[]) => void
  /** Whoever registers also reads: the directive opens when it is there. */
  opens: boolean
  onClose: () => void
}) {
  const { t } = useTranslation('directives')
  const { number, percent } = useFormat()
  const navigate = useNavigate()
  const [step, setStep] = useState<Step>({ what: 'idle', share: 0 })
  const [tried, setTried] = useState(false)
  const sent = useRef<{ file: File; id: Id } | null>(null)
  const key = useRef({ of: '', key: '' })
  const body = useRef<HTMLDivElement>(null)
  const register = useMutation({
    mutationFn: async ({ evenIfSame, notSecret }: Answers) => {
      const fileId = draft.file ? await send(draft.file) : undefined
      setStep({ what: 'reading', share: 1 })
      const body = {
        ...(fileId ? { fileId } : { text: draft.text }),
        ...(draft.receivedOn ? { receivedOn: draft.receivedOn } : {}),
        separateParts: draft.separateParts,
        evenIfSame,
        notSecret,
      }
      const of = JSON.stringify(body)
      if (key.current.of !== of) key.current = { of, key: newKey() }
      return await call(directivesApi.registerDirective, { body, idempotencyKey: key.current.key })
    },
    onSuccess: async ({ id, notes }) => {
      await refreshAround(id)
      onDraft(EMPTY_DRAFT)
      // The reader says at its top what became of the words.
      if (opens) {
        await navigate({ to: '/directives/$id', params: { id } })
        return
      }
      for (const note of notes) showToast(t(`intake.note.${note}`))
      showToast(t('intake.done'))
      onClose()
    },
    onError: (error) => {
      // What seems to be secret was not kept: it is sent again with the reason why it is not.
      if (isMarked(error)) sent.current = null
    },
    onSettled: () => setStep({ what: 'idle', share: 0 }),
  })

  // A file that was sent once is not sent again when the office answers "register it all the same".
  async function send(file: File): Promise<Id> {
    if (sent.current?.file === file) return sent.current.id
    setStep({ what: 'uploading', share: 0 })
    const ref = await upload(file, (share) => setStep({ what: 'uploading', share }))
    sent.current = { file, id: ref.id }
    return ref.id
  }

  const nothing = draft.file === null && draft.text.trim() === ''
  const fault = draft.file && faultOf(draft.file)
  const same =
    register.error instanceof Problem && register.error.code === 'directive/same_symbol' ? register.error : null
  const submit = (evenIfSame: boolean, notSecret?: string) => {
    setTried(true)
    if (body.current && stopsAtUnreadable(body.current)) return
    if (!nothing && !fault && !register.isPending) register.mutate({ evenIfSame, notSecret })
  }
  const start = useRef(submit)
  useEffect(() => {
    start.current = submit
  })
  const { file } = draft
  useEffect(() => {
    // A good file is read as soon as it is there; a refused one waits with its reason.
    if (file && !faultOf(file)) start.current(false)
  }, [file])
  return (
    <Dialog
      wide
      title={t('intake.title')}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" busy={register.isPending} onClick={() => submit(false)}>
            {t('intake.submit')}
          </Button>
          <span className="mut" role="alert">
            {tried && nothing && t('intake.nothing')}
          </span>
          <output className="mut">
            {step.what === 'uploading' &&
              t('intake.uploading', { name: file?.name ?? '', percent: percent(step.share, 0) })}
            {step.what === 'reading' && t('intake.reading')}
          </output>
        </>
      }
    >
      {/* Before the file, which is read as soon as it is chosen. */}
      <div ref={body}>
        <IntakeOptions draft={draft} onDraft={onDraft} />
      </div>
      <IntakeFile draft={draft} onDraft={onDraft} onSeveral={onSeveral} />
      {step.what !== 'idle' && (
        <progress
          className="bar"
          aria-label={t('intake.title')}
          {...(step.what === 'uploading' ? { value: step.share } : {})}
        />
      )}
      {same ? (
        <SameSymbol problem={same} onEvenSo={() => submit(true, register.variables?.notSecret)} onLeave={onClose} />
      ) : (
        <ProblemMessage
          error={register.error}
          onRetry={() => submit(register.variables?.evenIfSame ?? false, register.variables?.notSecret)}
        />
      )}
      {isMarked(register.error) && <NotSecret busy={register.isPending} onSay={(reason) => submit(false, reason)} />}
      {(draft.file === null || fault) && (
        <TextArea
          label={t('intake.or')}
          hint={
            draft.text === ''
              ? t('intake.pasteHint')
              : t('intake.characters', { count: draft.text.length, n: number(draft.text.length) })
          }
          className="paste"
          rows={8}
          value={draft.text}
          maxLength={5_000_000}
          // Words that are pasted take the place of a file that cannot be read.
          onChange={(event) => onDraft({ ...draft, file: fault ? null : draft.file, text: event.target.value })}
        />
      )}
    </Dialog>
  )
}
