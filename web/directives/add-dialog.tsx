import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directivesApi } from '#core/directives/api.ts'
import type { Directive } from '#core/directives/directive.ts'
import { call } from '#web/client.ts'
import { targetFields } from '#web/directives/proposal-draft.ts'
import type { TargetDraft } from '#web/directives/proposal-draft.ts'
import { keepProposal } from '#web/directives/queries.ts'
import { TargetForm } from '#web/directives/target-form.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { SelectField, TextArea } from '#web/ui/field.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** A stretch that was selected with the pointer; nothing yet when the dialog was opened with the keyboard. */
export interface Selected {
  start: number | null
  end: number | null
}

const EMPTY_TARGET: TargetDraft = {
  base: 0,
  fields: { indicator: '', direction: 'reach', comparator: '>=', unit: null, baseline: null, due: null },
  value: '',
  valueMax: '',
}

/** Adds a commitment or a target from the text without a pointer: choose the passage, then the words in it with Shift and the arrows. */
export function AddDialog({
  directive,
  text,
  selected,
  near,
  onAdded,
  onClose,
}: {
  directive: Directive
  text: string
  selected: Selected
  /** Where in the text to begin looking. */
  near: number | undefined
  onAdded: (id: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation('directives')
  const { passages } = directive
  const from = selected.start ?? near
  // With nothing to go by, the first numbered passage: before it stands the head of the document.
  const first = passages.findIndex(({ citation, start, end }) =>
    from === undefined ? citation !== '' : start <= from && from < end,
  )
  const [at, setAt] = useState(Math.max(0, first))
  const [range, setRange] = useState(
    selected.start !== null && selected.end !== null ? { start: selected.start, end: selected.end } : null,
  )
  const [kind, setKind] = useState<'commitment' | 'target'>(selected.start === null ? 'commitment' : 'target')
  const [target, setTarget] = useState(EMPTY_TARGET)
  const [tried, setTried] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  const passage = passages[at]
  const whole = passage ? { start: passage.start, end: passage.end } : null
  const chosen = range ?? whole
  const add = useMutation({
    mutationFn: async () => {
      if (!chosen) throw new TypeError('the directive has no passage')
      const fields = targetFields(target)
      const params = { id: directive.id }
      if (kind === 'commitment') return await call(directivesApi.addProposal, { params, body: { kind, ...chosen } })
      if (!fields) throw new TypeError('the level is no number')
      return await call(directivesApi.addProposal, { params, body: { kind, ...chosen, fields } })
    },
    onSuccess: (proposal) => {
      keepProposal(proposal)
      showToast(t('add.added'))
      onAdded(proposal.id)
    },
  })
  const submit = () => {
    setTried(true)
    const wrong = kind === 'target' && (targetFields(target) === null || target.fields.indicator.trim() === '')
    if (wrong && body.current) focusFirstError(body.current)
    else if (!add.isPending) add.mutate()
  }
  return (
    <Dialog
      wide
      title={t('add.title')}
      onClose={onClose}
      actions={
        <Button look="primary" icon="plus" busy={add.isPending} onClick={submit}>
          {t(kind === 'commitment' ? 'add.asCommitment' : 'add.asTarget')}
        </Button>
      }
    >
      <div className="addb" ref={body}>
        <SelectField
          label={t('add.passage')}
          value={`${at}`}
          onChange={(event) => {
            setAt(Number(event.target.value))
            setRange(null)
          }}
          options={passages.map((one, index) => ({
            value: `${index}`,
            text: `${one.citation ? `${one.citation}: ` : ''}${text.slice(one.start, Math.min(one.end, one.start + 70)).replace(/\s+/g, ' ')}`,
          }))}
        />
        {passage && (
          <TextArea
            key={passage.id}
            label={t('add.sentence')}
            hint={t('add.sentenceHint')}
            readOnly
            value={text.slice(passage.start, passage.end)}
            onSelect={(event) => {
              const { selectionStart, selectionEnd } = event.currentTarget
              setRange(
                selectionStart < selectionEnd
                  ? { start: passage.start + selectionStart, end: passage.start + selectionEnd }
                  : null,
              )
            }}
          />
        )}
        {chosen && <p className="quote">{t('add.chosen', { quote: text.slice(chosen.start, chosen.end) })}</p>}
        <SelectField
          label={t('add.kind')}
          value={kind}
          onChange={(event) => setKind(event.target.value === 'target' ? 'target' : 'commitment')}
          options={[
            { value: 'commitment', text: t('kind.commitment') },
            { value: 'target', text: t('kind.target') },
          ]}
        />
        {kind === 'target' && <TargetForm draft={target} onDraft={setTarget} tried={tried} />}
        <ProblemMessage error={add.error} />
      </div>
    </Dialog>
  )
}
