import type { OrderedText, PageText } from '#core/directives/page-text.ts'
import type { Reading, TextSpan } from '#core/reading/reading.ts'

type Found = Pick<Reading, 'passages' | 'commitments' | 'targets'>

/** What a reading of the ordered text found on one page, in offsets of the stored text. */
export function readingOnPage(reading: Reading, ordered: OrderedText, page: Pick<PageText, 'start' | 'end'>): Found {
  return inStoredText(reading, ordered, (start) => start >= page.start && start < page.end)
}

/** A reading of the ordered text in offsets of the stored one. What begins where `keeps` says no is left out. */
export function inStoredText(
  { passages, commitments, targets }: Found,
  ordered: OrderedText,
  keeps: (start: number) => boolean = () => true,
): Found {
  const span = (one: TextSpan | null) => (one && ordered.stored(one.start, one.end)) ?? null
  const spans = (list: readonly TextSpan[]) => list.flatMap((one) => span(one) ?? [])
  const moved = <T extends TextSpan>(list: readonly T[]): T[] =>
    list.flatMap((one) => {
      const at = ordered.stored(one.start, one.end)
      return at && keeps(at.start) ? [{ ...one, ...at }] : []
    })
  return {
    passages: moved(passages),
    commitments: moved(commitments).map((one) => ({
      ...one,
      quote: one.quote.slice(0, one.end - one.start),
      spans: {
        lead: spans(one.spans.lead),
        cooperating: spans(one.spans.cooperating),
        monitor: spans(one.spans.monitor),
        action: span(one.spans.action) ?? { start: one.start, end: one.end },
        deadline: span(one.spans.deadline),
        deliverable: span(one.spans.deliverable),
      },
    })),
    targets: moved(targets).map((one) => ({
      ...one,
      quote: one.quote.slice(0, one.end - one.start),
      spans: {
        indicator: span(one.spans.indicator),
        value: span(one.spans.value) ?? { start: one.start, end: one.end },
        baseline: span(one.spans.baseline),
        due: span(one.spans.due),
      },
    })),
  }
}
