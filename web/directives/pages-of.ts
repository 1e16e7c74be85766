import type { Directive } from '#core/directives/directive.ts'
import { inPageOrder } from '#core/directives/page-text.ts'
import type { PageText } from '#core/directives/page-text.ts'
import type { Proposal } from '#core/directives/proposal.ts'

/** How a directive is put on the left: its words as a document, or the original page by page beside the words of each. */
export type View = 'text' | 'pages'

export interface Pages {
  /** 1 where the original has no pages of its own and its words are typed as a whole. */
  count: number
  /** Whether there is a picture of each page. */
  pictured: boolean
  /** The pages whose words nobody has entered yet. */
  empty: number[]
}

/** The pages that can be put beside their words; null for a directive that came with its words and has no pages, or is not to be read whole. */
export function pagesOf({ text, pageCount, pages, file }: Directive): Pages | null {
  if (text === null) return null
  const count = pageCount ?? (text === '' || pages.length > 0 ? 1 : 0)
  if (count === 0) return null
  const entered = new Set(pages.map((one) => one.page))
  const all = Array.from({ length: count }, (_, at) => at + 1)
  return {
    count,
    pictured: pageCount !== null && file !== null,
    empty: all.filter((page) => !entered.has(page)),
  }
}

/** Words that came with the file are read as a document; what was or is to be typed is read beside its original. */
export function viewAtFirst(directive: Directive, pages: Pages | null): View {
  if (!pages) return 'text'
  return pages.empty.length > 0 || directive.pages.some((one) => one.origin !== 'layer') ? 'pages' : 'text'
}

/** The page on which a place of the text stands; undefined for words that were entered anew since. */
export function pageAt(pages: readonly PageText[], offset: number | undefined): PageText | undefined {
  return offset === undefined ? undefined : pages.find((one) => one.start <= offset && offset < one.end)
}

/** Proposals as the pages follow each other, whatever the order in which they were typed; those of words entered anew come last. */
export function inReadingOrder(proposals: readonly Proposal[], { text, pages }: Directive): Proposal[] {
  const ordered = inPageOrder(text ?? '', pages)
  const at = (one: Proposal) => ordered.place(one.start, Math.min(one.start + 1, one.end))?.start ?? Infinity
  const placed = proposals.map((proposal) => ({ proposal, at: at(proposal) }))
  return placed.toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ proposal }) => proposal)
}
