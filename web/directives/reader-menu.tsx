import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Directive } from '#core/directives/directive.ts'
import type { MayOnDirective } from '#web/directives/may-on.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import '#web/directives/rereading.css'

// Seldom used, and a third as large as the reader.
const RereadingDialog = lazy(async () => ({
  default: (await import('#web/directives/rereading-dialog.tsx')).RereadingDialog,
}))
const StubLineDialog = lazy(async () => ({
  default: (await import('#web/directives/stub-line-dialog.tsx')).StubLineDialog,
}))
const QuestionsDialog = lazy(async () => ({
  default: (await import('#web/directives/questions-dialog.tsx')).QuestionsDialog,
}))

/** What is done with a directive now and then. */
export function ReaderMenu({ directive, may }: { directive: Directive; may: MayOnDirective }) {
  const { t } = useTranslation('directives')
  const [open, setOpen] = useState<'rereading' | 'questions' | 'stub' | null>(null)
  const menu = useRef<HTMLDivElement>(null)
  const place = (button: HTMLElement) => {
    const { bottom, right } = button.getBoundingClientRect()
    menu.current?.style.setProperty('top', `${bottom + 4}px`)
    menu.current?.style.setProperty('left', `${Math.max(8, right - 280)}px`)
  }
  const choose = (which: 'rereading' | 'questions' | 'stub') => {
    menu.current?.hidePopover()
    setOpen(which)
  }
  if (!may.decide || directive.text === null) return null
  return (
    <>
      <IconButton
        icon="more"
        label={t('reader.more')}
        popoverTarget="reader-menu"
        onClick={(event) => place(event.currentTarget)}
      />
      <div id="reader-menu" popover="auto" className="pop rmenu" ref={menu}>
        <button type="button" onClick={() => choose('rereading')}>
          <Icon name="undo" />
          {t('rereading.title')}
        </button>
        <button type="button" onClick={() => choose('questions')}>
          <Icon name="send" />
          {t('questions.title')}
        </button>
        {may.edit && (
          <button type="button" onClick={() => choose('stub')}>
            <Icon name="lock" />
            {t('stub.eraseTitle')}
          </button>
        )}
      </div>
      <Suspense fallback={null}>
        {open === 'rereading' && <RereadingDialog directiveId={directive.id} onClose={() => setOpen(null)} />}
        {open === 'stub' && <StubLineDialog line={directive} onClose={() => setOpen(null)} />}
        {open === 'questions' && <QuestionsDialog directive={directive} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  )
}
