import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Directive } from '#core/directives/directive.ts'
import type { Proposal } from '#core/directives/proposal.ts'
import { AddDialog } from '#web/directives/add-dialog.tsx'
import type { Selected } from '#web/directives/add-dialog.tsx'
import { Legend } from '#web/directives/legend.tsx'
import { countsOf, isHidden, marksOf, numbersOf, wordsOf } from '#web/directives/marks.ts'
import type { MayOnDirective } from '#web/directives/may-on.ts'
import { Paper } from '#web/directives/paper.tsx'
import { ProposalList } from '#web/directives/proposal-list.tsx'
import '#web/directives/paper-frame.css'
import '#web/directives/paper.css'
import '#web/directives/card.css'
import '#web/directives/reader.css'
import { proposalsQuery } from '#web/directives/queries.ts'
import { ReaderNotes } from '#web/directives/reader-notes.tsx'
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

/** The paper with its sentences on the left, the commitments read from them on the right, linked both ways. */
export function Reader({
  directive,
  may,
  openId,
  at,
  onOpen,
}: {
  directive: Directive
  may: MayOnDirective
  openId: string | undefined
  /** A place in the text to go to at first, as a link from a task gives it. */
  at: number | undefined
  onOpen: (id: string | undefined) => void
}) {
  const { t } = useTranslation('directives')
  const list = useQuery({ ...proposalsQuery(directive.id), enabled: may.seeProposals })
  const proposals = list.data ?? NONE
  const [hoverId, setHoverId] = useState<string>()
  const [adding, setAdding] = useState<Selected | null>(null)
  const drafts = useDrafts()
  const decisions = useDecisions(drafts)
  const panes = useRef<HTMLDivElement>(null)
  const numbers = useMemo(() => numbersOf(proposals), [proposals])
  const openOne = proposals.find((one) => one.id === openId)
  const shownToo = openOne && isHidden(openOne) ? openId : undefined
  const marks = useMemo(() => marksOf(proposals, shownToo, directive.text), [proposals, shownToo, directive.text])
  const markers = useMemo(() => {
    const shown = proposals.filter((one) => one.state !== 'rejected' && numbers.has(one.id))
    return new Map(
      shown.map((one) => {
        const n = numbers.get(one.id) ?? 0
        const label = t('reader.marker', { kind: t(`kind.${one.kind}`), n, action: wordsOf(one) })
        return [one.id as string, { n, label, done: one.state === 'accepted', start: one.start }]
      }),
    )
  }, [proposals, numbers, t])
  const open = (id: string | undefined, from: 'paper' | 'list') => {
    onOpen(id)
    if (id) requestAnimationFrame(() => reveal(panes.current, id, from))
  }
  const onPaper = useStable({ open: (id: string) => open(id, 'paper') })
  const moveBy = (step: number) => {
    const shown = proposals.filter((one) => markers.has(one.id))
    const now = shown.findIndex((one) => one.id === openId)
    open(shown[Math.min(shown.length - 1, Math.max(0, now + step))]?.id, 'list')
  }
  useShortcut({ key: 'ArrowDown', alt: true }, () => moveBy(1))
  useShortcut({ key: 'ArrowUp', alt: true }, () => moveBy(-1))
  useShortcut({ key: 'Escape' }, () => onOpen(undefined), openId !== undefined && adding === null)

  // A link into the text, once: to the proposal it names, or to the passage at the offset.
  const arrived = useRef(false)
  const ready = proposals.length > 0 || !may.seeProposals
  useEffect(() => {
    if (arrived.current || !ready) return
    arrived.current = true
    if (openId) reveal(panes.current, openId, 'list')
    else if (at !== undefined) placeAt(panes.current, at)?.scrollIntoView({ block: 'center' })
  }, [ready, openId, at])

  return (
    <>
      {may.seeProposals && <ReadingStrip current={directive.id} />}
      <div className={`two${may.seeProposals ? '' : ' alone-text'}`} ref={panes}>
        {/* A pane that scrolls has to be reachable by the keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className="docp" aria-label={t('reader.text')} tabIndex={0}>
          <ReaderNotes directive={directive} may={may} />
          {may.seeProposals && <Legend maySelect={may.decide} count={countsOf(proposals).all} />}
          <Paper
            directive={directive}
            marks={marks}
            markers={markers}
            activeId={openId}
            onOpen={onPaper.open}
            onHover={setHoverId}
          />
        </section>
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
          near={openOne?.start}
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

/** Brings the other end of the line into view: the card when a sentence was pressed, the sentence when a card was. */
function reveal(panes: HTMLElement | null, id: string, from: 'paper' | 'list'): void {
  const selector = from === 'paper' ? `#card-${CSS.escape(id)}` : `[data-sn~="${CSS.escape(id)}"]`
  // On one column the list stays where it is: jumping to the paper would take the card away from under the finger.
  if (from === 'list' && matchMedia('(max-width: 1023px)').matches) return
  panes?.querySelector(selector)?.scrollIntoView({ block: from === 'paper' ? 'nearest' : 'center' })
}

function placeAt(panes: HTMLElement | null, offset: number): HTMLElement | undefined {
  const pieces = [...(panes?.querySelectorAll<HTMLElement>('[data-o]') ?? [])]
  return pieces.findLast((piece) => Number(piece.dataset['o']) <= offset)
}
