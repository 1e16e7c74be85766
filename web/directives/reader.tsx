import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Directive } from '#core/directives/directive.ts'
import type { Proposal } from '#core/directives/proposal.ts'
import { AboutPanel } from '#web/directives/about-panel.tsx'
import { AddDialog } from '#web/directives/add-dialog.tsx'
import type { Selected } from '#web/directives/add-dialog.tsx'
import { countsOf, isHidden, marksOf, numbersOf, wordsOf } from '#web/directives/marks.ts'
import type { MayOnDirective } from '#web/directives/may-on.ts'
import { PagesPane } from '#web/directives/pages-pane.tsx'
import { inReadingOrder, pageAt, pagesOf, viewAtFirst as firstView } from '#web/directives/pages-of.ts'
import type { View } from '#web/directives/pages-of.ts'
import type { Markers } from '#web/directives/paper-block.tsx'
import { PaperPane } from '#web/directives/paper-pane.tsx'
import { ProposalList } from '#web/directives/proposal-list.tsx'
import '#web/directives/paper.css'
import '#web/directives/paper-frame.css'
import '#web/directives/card.css'
import '#web/directives/reader.css'
import { proposalsQuery } from '#web/directives/queries.ts'
import { ReadingStrip } from '#web/directives/reading-strip.tsx'
import { SelectionToolbar } from '#web/directives/selection-toolbar.tsx'
import { SentenceLink } from '#web/directives/sentence-link.tsx'
import { useDecisions } from '#web/directives/use-decisions.ts'
import { useDrafts } from '#web/directives/use-drafts.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { useShortcut } from '#web/ui/shortcut.ts'
import { Loading } from '#web/ui/states.tsx'
import { useStable } from '#web/ui/use-stable.ts'

const NONE: Proposal[] = []

/** What the address of the reader keeps. */
export interface Place {
  proposal: string | undefined
  page: number | undefined
  view: View | undefined
}

/** The paper with its sentences on the left, the commitments read from them on the right, linked both ways. */
export function Reader({
  directive,
  may,
  openId,
  at,
  page: wantedPage,
  view: wantedView,
  onMove,
}: {
  directive: Directive
  may: MayOnDirective
  openId: string | undefined
  /** A place in the text to go to at first, as a link from a task gives it. */
  at: number | undefined
  /** The page of the original that is shown beside its words. */
  page: number | undefined
  view: View | undefined
  onMove: (to: Place) => void
}) {
  const list = useQuery({ ...proposalsQuery(directive.id), enabled: may.seeProposals })
  const proposals = useMemo(() => inReadingOrder(list.data ?? NONE, directive), [list.data, directive])
  const [hoverId, setHoverId] = useState<string>()
  const [adding, setAdding] = useState<Selected | null>(null)
  const drafts = useDrafts()
  const decisions = useDecisions(drafts)
  const panes = useRef<HTMLDivElement>(null)
  const numbers = useMemo(() => numbersOf(proposals), [proposals])
  const openOne = proposals.find((one) => one.id === openId)
  const shownToo = openOne && isHidden(openOne) ? openId : undefined
  const marks = useMemo(() => marksOf(proposals, shownToo, directive.text), [proposals, shownToo, directive.text])
  const markers = useMarkers(proposals, numbers)
  const pages = useMemo(() => pagesOf(directive), [directive])
  const [viewAtFirst] = useState(() => firstView(directive, pages))
  const view = pages ? (wantedView ?? (wantedPage ? 'pages' : viewAtFirst)) : 'text'
  const page = Math.min(pages?.count ?? 1, wantedPage ?? pageAt(directive.pages, openOne?.start ?? at)?.page ?? 1)
  const shown = pageAt(directive.pages, openOne?.start)?.page
  const go = (to: Partial<Place>) => onMove({ proposal: openId, page: wantedPage, view: wantedView, ...to })
  const open = (id: string | undefined, from: 'paper' | 'list') => {
    const turnsTo = id && pageAt(directive.pages, proposals.find((one) => one.id === id)?.start)?.page
    go({ proposal: id, ...(view === 'pages' && turnsTo ? { page: turnsTo } : {}) })
    if (id) requestAnimationFrame(() => reveal(panes.current, id, from))
  }
  const onPaper = useStable({ open: (id: string) => open(id, 'paper') })
  const moveBy = (step: number) => {
    const listed = proposals.filter((one) => markers.has(one.id))
    const now = listed.findIndex((one) => one.id === openId)
    open(listed[Math.min(listed.length - 1, Math.max(0, now + step))]?.id, 'list')
  }
  useShortcut({ key: 'ArrowDown', alt: true }, () => moveBy(1))
  useShortcut({ key: 'ArrowUp', alt: true }, () => moveBy(-1))
  useShortcut({ key: 'Escape' }, () => open(undefined, 'paper'), openId !== undefined && adding === null)

  // A link into the text, once: to the proposal it names, or to the passage at the offset.
  const arrived = useRef(false)
  const ready = proposals.length > 0 || !may.seeProposals
  useEffect(() => {
    if (arrived.current || !ready) return
    arrived.current = true
    if (openId) reveal(panes.current, openId, 'list')
    else if (at !== undefined) showPlace(panes.current, at)
  }, [ready, openId, at])

  const goToPlace = (offset: number) => {
    if (view === 'pages') go({ page: pageAt(directive.pages, offset)?.page ?? page })
    requestAnimationFrame(() => requestAnimationFrame(() => showPlace(panes.current, offset)))
  }
  const drawing = {
    directive,
    may,
    marks,
    markers,
    count: countsOf(proposals).all,
    activeId: openId,
    onOpen: onPaper.open,
    onHover: setHoverId,
  }
  return (
    <>
      {may.seeProposals && <ReadingStrip current={directive.id} />}
      <AboutPanel directive={directive} may={may} onPlace={directive.text === null ? undefined : goToPlace} />
      <div
        className={`reader-panes${may.seeProposals ? '' : ' alone-text'}${view === 'pages' ? ' paged' : ''}`}
        ref={panes}
      >
        {pages && view === 'pages' ? (
          <PagesPane
            {...drawing}
            activeId={shown === page ? openId : undefined}
            pages={pages}
            page={page}
            onPage={(to) => go({ page: to })}
            onView={(to) => go({ view: to })}
          />
        ) : (
          <PaperPane
            {...drawing}
            pages={pages}
            onPage={(to) => go({ page: to, view: 'pages' })}
            onView={(to) => go({ view: to })}
          />
        )}
        {may.seeProposals && list.isPending && (
          <section className="cms">
            <Loading rows={12} />
          </section>
        )}
        {may.seeProposals && list.error && !list.data && (
          <section className="cms">
            <ProblemMessage error={list.error} onRetry={() => void list.refetch()} />
          </section>
        )}
        {list.data && (
          <ProposalList
            directiveId={directive.id}
            proposals={proposals}
            numbers={numbers}
            openId={openId}
            hoverId={hoverId}
            mayDecide={may.decide}
            drafts={drafts}
            decisions={decisions}
            onOpen={(id) => open(id, 'list')}
            onHover={setHoverId}
            onAdd={() => setAdding({ start: null, end: null })}
          />
        )}
        <SentenceLink panes={panes} activeId={openId} hoverId={hoverId} />
      </div>
      {may.decide && directive.text !== null && (
        <SelectionToolbar directive={directive} onAdded={(id) => open(id, 'paper')} onTarget={setAdding} />
      )}
      {adding && directive.text !== null && (
        <AddDialog
          directive={directive}
          text={directive.text}
          selected={adding}
          near={openOne?.start ?? directive.pages.find((one) => view === 'pages' && one.page === page)?.start}
          onAdded={(id) => {
            setAdding(null)
            open(id, 'list')
          }}
          onClose={() => setAdding(null)}
        />
      )}
    </>
  )
}

/** The numbered signs in the margin, of the proposals that count. */
function useMarkers(proposals: Proposal[], numbers: ReadonlyMap<string, number>): Markers {
  const { t } = useTranslation('directives')
  return useMemo(() => {
    const shown = proposals.filter((one) => one.state !== 'rejected' && numbers.has(one.id))
    return new Map(
      shown.map((one) => {
        const n = numbers.get(one.id) ?? 0
        const label = t('reader.marker', { kind: t(`kind.${one.kind}`), n, action: wordsOf(one) })
        return [one.id as string, { n, label, done: one.state === 'accepted', start: one.start }]
      }),
    )
  }, [proposals, numbers, t])
}

/** Brings the other end of the line into view: the card when a sentence was pressed, the sentence when a card was. */
function reveal(panes: HTMLElement | null, id: string, from: 'paper' | 'list'): void {
  const selector = from === 'paper' ? `#card-${CSS.escape(id)}` : `[data-sn~="${CSS.escape(id)}"]`
  // On one column the list stays where it is: jumping to the paper would take the card away from under the finger.
  if (from === 'list' && matchMedia('(max-width: 1023px)').matches) return
  panes?.querySelector(selector)?.scrollIntoView({ block: from === 'paper' ? 'nearest' : 'center' })
}

/** Brings the words at an offset into view, wherever their page stands. */
function showPlace(panes: HTMLElement | null, offset: number): void {
  const pieces = [...(panes?.querySelectorAll<HTMLElement>('[data-o]') ?? [])]
  const before = pieces.filter((piece) => Number(piece.dataset['o']) <= offset)
  const nearest = before.toSorted((a, b) => Number(b.dataset['o']) - Number(a.dataset['o']))[0]
  nearest?.scrollIntoView({ block: 'center' })
}
