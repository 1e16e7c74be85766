import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dictionaryApi, type PhraseRow } from '#core/units/dictionary-api.ts'
import { PhraseKind, saysEnough } from '#core/units/fixed-phrase.ts'
import { call, newKey } from '#web/client.ts'
import { EntryForm } from '#web/dictionary/parts.tsx'
import { useTeach } from '#web/dictionary/queries.ts'
import { TryReading } from '#web/dictionary/try-reading.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/field.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'

/** A phrase and what it does; below, a sentence shows it before it is kept. */
export function PhraseDialog({
  edited,
  phrases,
  onClose,
}: {
  edited?: PhraseRow
  phrases: readonly PhraseRow[]
  onClose: () => void
}) {
  const { t } = useTranslation(['dictionary', 'shell', 'problems'])
  const key = useRef(newKey())
  const [phrase, setPhrase] = useState(edited?.phrase ?? '')
  const [kind, setKind] = useState<PhraseKind>(edited?.kind ?? 'unit')
  const [note, setNote] = useState(edited?.note ?? '')
  const [tried, setTried] = useState(false)
  const isShort = phrase.trim().length > 1 && !saysEnough(kind, phrase)
  const isWrong = phrase.trim().length < 2 || isShort
  const command = useTeach(
    async () => {
      const body = { phrase, note: note.trim() || null }
      if (edited) await call(dictionaryApi.editPhrase, { params: { id: edited.id }, version: edited.version, body })
      else
        await call(dictionaryApi.addPhrase, { idempotencyKey: key.current, body: { ...body, kind } }).catch(
          (error: unknown) => {
            key.current = newKey()
            throw error
          },
        )
    },
    { onDone: onClose },
  )
  const others = phrases.filter(({ id }) => id !== edited?.id)
  return (
    <Dialog title={edited ? t('editOf', { name: edited.phrase }) : t('phrases.add')} onClose={onClose} wide>
      <EntryForm
        busy={command.isPending}
        error={command.error}
        submit={edited ? t('shell:save') : t('add')}
        onClose={onClose}
        onSend={(form) => {
          setTried(true)
          if (isWrong) focusFirstError(form)
          else command.mutate()
        }}
      >
        <TextField
          label={t('phrases.phrase')}
          hint={t('phrases.phraseHint')}
          value={phrase}
          required
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setPhrase(event.target.value)}
          error={tried && isWrong ? t(isShort ? 'problems:units/phrase_too_short' : 'nameNeeded') : undefined}
        />
        <fieldset className="dict-choice" disabled={edited !== undefined}>
          <legend>{t('phrases.kind')}</legend>
          {PhraseKind.options.map((one) => (
            <label key={one} className="chk">
              <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
              <span>
                {t(`phrases.name.${one}`)} <small>{t(`phrases.effect.${one}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <TextField
          label={t('phrases.note')}
          hint={t('phrases.noteHint')}
          value={note}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => setNote(event.target.value)}
        />
        <TryReading phrases={isWrong ? others : [...others, { kind, phrase }]} />
      </EntryForm>
    </Dialog>
  )
}
