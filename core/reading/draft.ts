import type { ClauseFrame } from '#core/reading/clause-parts.ts'
import type { Anchor } from '#core/reading/dates-written.ts'
import type { FoundTime } from '#core/reading/deadline.ts'
import type { Outlined } from '#core/reading/outline.ts'
import type { Placed } from '#core/reading/passages.ts'
import type { SourceText, Span } from '#core/reading/source-text.ts'
import type { Token } from '#core/reading/tokens.ts'

/** Where the bodies obliged were found. */
export type LeadFrom = 'clause' | 'heading' | 'introduction' | 'same-paragraph' | 'earlier' | 'cell' | 'none'

/** A piece of text that may order something, with what its words say. Whether it does is decided later (`weighing.ts`). */
export interface Draft extends Span {
  paragraph: number
  tokens: readonly Token[]
  frame: ClauseFrame
  lead: Span[]
  leadFrom: LeadFrom
  cooperating: Span[]
  /** Bodies that watch over it in the same item. */
  monitor: Span[]
  times: FoundTime[]
  /** A time of the heading, used when the piece has none of its own. */
  inheritedTime: FoundTime | undefined
  /** The sentence announces a list ("… sau:") and orders nothing by itself. */
  introduces: boolean
  product: Span | undefined
  /** The cell of a table that says what is to be done. */
  task: Span | undefined
  fromTable: boolean
  place: Place
}

/** Where a piece stands: much of what a sentence means depends on it. */
export interface Place {
  /** It begins a numbered or bulleted item. */
  item: boolean
  /** Its paragraph has numbered items under it: it may be their heading. */
  hasItems: boolean
  /** Before the first numbered item of a document that has some. */
  preamble: boolean
  /** The document has no head of an official text and few numbered items: a piece of news. */
  news: boolean
  /** Somebody was quoted as ordering before, in the same part. */
  afterOrder: boolean
  /** A lower body was said to ask a higher one before, in the same paragraph. */
  afterRequest: boolean
  /** The last sentence that said so ordered something, and did not tell what was. */
  underOrder: boolean
}

export interface DraftContext {
  source: SourceText
  placed: readonly Placed[]
  outlined: readonly Outlined[]
  anchor: Anchor
}

/** A sentence, or a part of one that stands for itself. */
export interface Piece extends Span {
  tokens: Token[]
  frame: ClauseFrame
}
