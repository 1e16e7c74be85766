import { fold } from '#core/kernel/fold.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { toCommitment, weigh, type Weighed } from '#core/reading/commitments.ts'
import type { Anchor } from '#core/reading/dates-written.ts'
import { type Dictionary, EMPTY_DICTIONARY, hasMark, markPhrases } from '#core/reading/dictionary.ts'
import type { DraftContext } from '#core/reading/draft.ts'
import { listDrafts } from '#core/reading/drafts.ts'
import { listFieldBlocks } from '#core/reading/fields.ts'
import { readMetadata } from '#core/reading/metadata.ts'
import { outline } from '#core/reading/outline.ts'
import { listParagraphs } from '#core/reading/paragraphs.ts'
import { placeParagraphs, toPassages } from '#core/reading/passages.ts'
import { type Points, POINTS } from '#core/reading/points.ts'
import type { ProposedCommitment, ProposedTarget, Reading } from '#core/reading/reading.ts'
import { draftFromRow } from '#core/reading/row-drafts.ts'
import { type SourceText, sourceText } from '#core/reading/source-text.ts'
import { listBarredRows, listFlattenedRows } from '#core/reading/tables.ts'
import { listTargets } from '#core/reading/targets.ts'

/** What the caller knows and the text may not say. */
export interface Known {
  issuedOn?: PlainDate | undefined
  /** The office's own words; reading knows those of official style without it. */
  dictionary?: Dictionary | undefined
}

/**
 * Reads a directive: metadata, passages, and what it asks of whom by when. A pure function of its arguments.
 *
 * Shape   all offsets are UTF-16 units of `text`, which is `raw` in NFC; `text.slice(start, end) === quote`
 * Units   time is linear in the length of the text
 */
export function readDirective(raw: string, known: Known = {}, points: Points = POINTS): Reading {
  const { context, metadata, passages, barred, weighed } = weighDirective(raw, known, points)
  const commitments = weighed
    .flatMap((w) => toCommitment(context, w, passages) ?? [])
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const { never } = context.source.marks ?? {}
  const targets = listTargets(context, passages, barred).filter((target) => !hasMark(never, target))
  return { metadata, text: context.source.text, passages, commitments: relate(commitments, targets), targets }
}

/** Everything in the text that may order something, weighed: what the points are fitted on. */
export function listWeighed(raw: string): Weighed[] {
  return weighDirective(raw, {}, POINTS).weighed
}

function weighDirective(raw: string, known: Known, points: Points) {
  const plain = sourceText(raw)
  const paragraphs = listParagraphs(plain)
  const source = markPhrases(plain, paragraphs, known.dictionary ?? EMPTY_DICTIONARY)
  const placed = placeParagraphs(paragraphs)
  const outlined = outline(source, placed)
  const metadata = readMetadata(source, paragraphs)
  const anchor = anchorOf(source, known.issuedOn ?? metadata.issuedOn?.value)
  const context: DraftContext = { source, placed, outlined, anchor }
  const barred = listBarredRows(source, placed)
  const flattened = listFlattenedRows(source, placed)
  const blocks = listFieldBlocks(source, placed)
  const covered = new Set([...flattened.covered, ...blocks.covered])
  const headings = new Set(outlined.flatMap((o, i) => (o.role === 'heading' ? [i] : [])))
  const passages = toPassages(placed, headings)
  const rows = [...barred, ...flattened.rows, ...blocks.rows]
  const drafts = [...listDrafts(context, covered), ...rows.flatMap((row) => draftFromRow(context, row) ?? [])]
  return { context, metadata, passages, barred, weighed: drafts.map((draft) => weigh(context, draft, points)) }
}

/** What only the whole shows: a commitment said twice, and one without a measurable level. */
function relate(commitments: readonly ProposedCommitment[], targets: readonly ProposedTarget[]): ProposedCommitment[] {
  const said = new Set<string>()
  let next = 0
  return commitments.map((c) => {
    const key = fold(`${c.lead.join(';')} ${c.quote}`)
    const restatement = said.has(key)
    said.add(key)
    while (next < targets.length && (targets[next]?.end ?? 0) <= c.start) next++
    const measured = (targets[next]?.start ?? Number.POSITIVE_INFINITY) < c.end
    return { ...c, restatement, missing: measured ? c.missing : [...c.missing, 'measure'] }
  })
}

/** The year that a date without one means: that of issue, else the one that the text names most often. */
function anchorOf(source: SourceText, issuedOn: PlainDate | undefined): Anchor {
  if (issuedOn !== undefined) return { year: Number(issuedOn.slice(0, 4)) }
  const counts = new Map<number, number>()
  for (const m of source.low.slice(0, 200_000).matchAll(/(?:năm |(?<!\d{4} ?)[/.-])((?:19|20)\d{2})(?!\d)/gu)) {
    const year = Number(m[1])
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]
  return { year: best?.[0] }
}
