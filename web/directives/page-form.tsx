import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { directivesApi } from '#core/directives/api.ts'
import type { PageText } from '#core/directives/page-text.ts'
import { call, Problem } from '#web/client.ts'
import { isMarked, NotSecret } from '#web/directives/not-secret.tsx'
import type { PageDraft } from '#web/directives/page-drafts.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Button } from '#web/ui/button.tsx'
import { TextArea } from '#web/ui/field.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

interface FormProps {
  directiveId: string
  page: number
  /** The original has no pages: all of its words are typed here. */
  whole: boolean
  /** The words that are saved, where these are to take their place. */
  current: PageText | undefined
  savedText: string
  draft: PageDraft | undefined
  recognises: boolean
  /** Whoever turned the page by keyboard goes on typing. */
  focused: boolean
  saving: boolean
  error: unknown
  onDraft: (draft: PageDraft) => void
  /** With the reason why it bears no mark of secrecy, where it seems to. */
  onSave: (draft: PageDraft, notSecret?: string) => void
  onDrop: () => void
}

/** Where the words of a page are typed, pasted, or checked after recognition. */
export function PageForm(props: FormProps) {
  const { directiveId, page, whole, current, draft, recognises, focused, saving, error, onDraft, onSave, onDrop } =
    props
  const { t } = useTranslation('directives')
  const { number } = useFormat()
  const box = useRef<HTMLDivElement>(null)
  const now: PageDraft = draft ?? { text: '', origin: 'typed', replaces: current?.id ?? null }
  const stale = draft !== undefined && draft.replaces !== (current?.id ?? null)
  const changed = error instanceof Problem && error.code === 'page/changed'
  // Whoever turned the page meanwhile may have typed there: words that come late are for nobody.
  const isShown = useRef(true)
  useEffect(() => {
    isShown.current = true
    return () => void (isShown.current = false)
  }, [])
  const recognise = useMutation({
    mutationFn: (notSecret?: string) =>
      call(directivesApi.recognisePage, { params: { id: directiveId, page: `${page}` }, body: { notSecret } }),
    onSuccess: ({ text }) => {
      if (!isShown.current) return
      onDraft({ ...now, text, origin: 'recognised' })
      if (now.text.trim() !== '')
        showToast(t('page.recognised', { page }), { text: t('page.giveBack'), run: () => onDraft(now) })
    },
  })
  const save = () => {
    if (!saving && !stale) onSave(now)
  }
  useEffect(() => {
    if (focused) box.current?.querySelector('textarea')?.focus()
  }, [focused])
  return (
    <div className="pform" ref={box}>
      {stale && (
        <Stale
          savedText={props.savedText}
          onMine={() => onDraft({ ...now, replaces: current?.id ?? null })}
          onDrop={onDrop}
        />
      )}
      <TextArea
        label={whole ? t('page.wholeText') : t('page.wordsOf', { page })}
        hint={
          now.text === ''
            ? t('page.pasteHint')
            : t('intake.characters', { count: now.text.length, n: number(now.text.length) })
        }
        lang="vi"
        spellCheck={false}
        rows={8}
        maxLength={5_000_000}
        placeholder={t(whole ? 'page.typeWhole' : 'page.typeHere')}
        aria-keyshortcuts="Control+Enter"
        value={now.text}
        readOnly={saving}
        onChange={(event) => onDraft({ ...now, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
          event.preventDefault()
          save()
        }}
      />
      {now.origin === 'recognised' && draft && (
        <p className="nt late">
          <Icon name="info" />
          <span>{t('page.check')}</span>
        </p>
      )}
      {recognise.error ? (
        <ProblemMessage error={recognise.error} onRetry={() => recognise.mutate(recognise.variables)} />
      ) : null}
      {isMarked(recognise.error) && (
        <NotSecret busy={recognise.isPending} onSay={(reason) => recognise.mutate(reason)} />
      )}
      {!changed && <ProblemMessage error={error} />}
      {isMarked(error) && <NotSecret busy={saving} onSay={(reason) => !stale && onSave(now, reason)} />}
      <div className="row wrap pform-a">
        <Button look="primary" icon="check" busy={saving} onClick={save}>
          {t(whole ? 'page.saveWhole' : 'page.save')}
        </Button>
        {now.origin === 'recognised' && draft && (
          <Button busy={saving} onClick={() => !stale && onSave({ ...now, origin: 'typed' })}>
            {t('page.saveChecked')}
          </Button>
        )}
        {recognises && !whole && (
          <Button icon="search" busy={recognise.isPending} onClick={() => recognise.mutate(undefined)}>
            {t('page.recognise')}
          </Button>
        )}
        {current && (
          <Button look="ghost" onClick={onDrop}>
            {t('page.cancel')}
          </Button>
        )}
        <span className="grow" />
        <kbd>Ctrl Enter</kbd>
      </div>
      {recognise.isPending && <output className="mut">{t('page.recognising', { page })}</output>}
    </div>
  )
}

/** A colleague has entered this page meanwhile: nothing is lost, and nobody is overwritten unawares. */
function Stale({ savedText, onMine, onDrop }: { savedText: string; onMine: () => void; onDrop: () => void }) {
  const { t } = useTranslation('directives')
  return (
    <div className="nt late" role="alert">
      <div>
        <p>{t('page.stale')}</p>
        <div className="row wrap tight">
          <Button small onClick={onDrop}>
            {t('page.useSaved')}
          </Button>
          <Button small onClick={onMine}>
            {t('page.keepMine')}
          </Button>
        </div>
        <details>
          <summary>{t('page.seeSaved')}</summary>
          <p className="pre">{savedText}</p>
        </details>
      </div>
    </div>
  )
}
