import { useTranslation } from 'react-i18next'
import type { Drawing } from '#web/directives/drawing.ts'
import { Legend } from '#web/directives/legend.tsx'
import type { Pages, View } from '#web/directives/pages-of.ts'
import { Paper } from '#web/directives/paper.tsx'
import { ReaderNotes } from '#web/directives/reader-notes.tsx'
import { ViewSwitch } from '#web/directives/view-switch.tsx'

/** The words of a directive as one document. */
export function PaperPane({
  pages,
  onView,
  onPage,
  ...drawing
}: Drawing & { pages: Pages | null; onView: (view: View) => void; onPage: (page: number) => void }) {
  const { t } = useTranslation('directives')
  const { directive, may, count, ...paper } = drawing
  return (
    // A pane that scrolls has to be reachable by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="docp" aria-label={t('reader.text')} tabIndex={0}>
      {pages?.pictured && <ViewSwitch view="text" onView={onView} />}
      <ReaderNotes directive={directive} may={may} empty={pages?.empty ?? []} onPage={onPage} />
      {may.seeProposals && <Legend maySelect={may.decide} count={count} />}
      <Paper directive={directive} {...paper} />
    </section>
  )
}
