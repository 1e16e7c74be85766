import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing } from '#web/directives/drawing.ts'
import { LeaveGuard } from '#web/directives/leave-guard.tsx'
import { PageBar } from '#web/directives/page-bar.tsx'
import { usePageDrafts } from '#web/directives/page-drafts.ts'
import { PageForm } from '#web/directives/page-form.tsx'
import { PagePicture } from '#web/directives/page-picture.tsx'
import type { Zoom } from '#web/directives/page-picture.tsx'
import { PageWords } from '#web/directives/page-words.tsx'
import type { Pages, View } from '#web/directives/pages-of.ts'
import '#web/directives/pages.css'
import { ReaderNotes } from '#web/directives/reader-notes.tsx'
import { RecogniseAll } from '#web/directives/recognise-all.tsx'
import { useEnterPage } from '#web/directives/use-enter-page.ts'
import { ViewSwitch } from '#web/directives/view-switch.tsx'
import { NoPicture } from '#web/directives/no-picture.tsx'

/** The original page by page: the picture of each beside its words, or beside the place where they are typed. */
export function PagesPane({
  pages,
  page,
  onPage,
  onView,
  ...drawing
}: Drawing & { pages: Pages; page: number; onPage: (page: number) => void; onView: (view: View) => void }) {
  const { t } = useTranslation('directives')
  const { directive, may } = drawing
  const [zoom, setZoom] = useState<Zoom>('fit')
  const [typesOn, setTypesOn] = useState(false)
  const drafts = usePageDrafts(directive.id, pages.count)
  const enter = useEnterPage(directive.id, drafts.saved)
  const whole = !pages.pictured && pages.count === 1
  const words = directive.pages.find((one) => one.page === page)
  const textOf = (one: number) => {
    const span = directive.pages.find((entered) => entered.page === one)
    return span ? (directive.text ?? '').slice(span.start, span.end) : ''
  }
  const draft = drafts.get(page)
  const turn = (to: number, types: boolean) => {
    setTypesOn(types)
    enter.reset()
    if (to >= 1 && to <= pages.count) onPage(to)
  }
  const typing = may.decide && (words === undefined || draft !== undefined)
  return (
    <section className={whole ? 'pgs whole' : 'pgs'} aria-label={t('page.pictures')}>
      {pages.pictured && (
        <PageBar
          page={page}
          pages={pages}
          zoom={zoom}
          mayType={may.decide && words !== undefined}
          onZoom={setZoom}
          onPage={turn}
        >
          {directive.recognises && may.decide && (
            <RecogniseAll
              directive={directive}
              pages={pages.empty.filter((one) => !drafts.get(one))}
              offered={words === undefined}
            />
          )}
          {directive.text !== '' && <ViewSwitch view="pages" onView={onView} />}
        </PageBar>
      )}
      <div className="pgs-2">
        {pages.pictured && directive.file ? (
          <PagePicture
            key={page}
            fileId={directive.file.id}
            page={page}
            count={pages.count}
            zoom={zoom}
            title={directive.subject}
            onTurn={(step) => turn(page + step, false)}
          />
        ) : (
          <NoPicture file={directive.file} typing={typing} />
        )}
        {/* A pane that scrolls has to be reachable by the keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className="docp" aria-label={whole ? t('reader.text') : t('page.wordsOf', { page })} tabIndex={0}>
          {page === 1 && (
            <ReaderNotes directive={directive} may={may} typing={typing && !whole} originalAbove={whole} />
          )}
          {typing && (
            <PageForm
              key={page}
              directiveId={directive.id}
              page={page}
              whole={whole}
              current={words}
              savedText={textOf(page)}
              draft={draft}
              recognises={directive.recognises}
              focused={typesOn}
              saving={enter.isPending}
              error={enter.error}
              onDraft={(changed) => drafts.set(page, changed)}
              onSave={(ready, notSecret) => enter.mutate({ ...ready, page, notSecret })}
              onDrop={() => {
                enter.reset()
                drafts.drop(page)
              }}
            />
          )}
          {!typing && words && (
            <PageWords
              {...drawing}
              words={words}
              whole={whole}
              busy={enter.isPending}
              onEdit={() => drafts.set(page, { text: textOf(page), origin: 'typed', replaces: words.id })}
              onChecked={() => enter.mutate({ page, text: textOf(page), origin: 'typed', replaces: words.id })}
            />
          )}
          {!typing && !words && <p className="mut">{t('page.noWords')}</p>}
        </section>
      </div>
      <LeaveGuard unsaved={drafts.unsaved.filter((one) => drafts.get(one)?.text.trim() !== textOf(one).trim())} />
    </section>
  )
}
