import { z } from 'zod'
import { Id } from '#core/kernel/id.ts'

/** How the words of a page were got: from the file, by optical recognition, or typed by an officer who had the page before him. */
export const PageOrigin = z.enum(['layer', 'recognised', 'typed'])
export type PageOrigin = z.infer<typeof PageOrigin>

/** The words of one page: `text.slice(start, end)` of the directive. */
export const PageText = z
  .object({ id: Id, page: z.int().min(1), start: z.int(), end: z.int(), origin: PageOrigin })
  .meta({ id: 'PageText' })
export type PageText = z.infer<typeof PageText>

interface Part {
  /** Offset in the stored text. */
  start: number
  end: number
  /** Offset in the text in the order of pages. */
  at: number
}

/** A directive's text as its pages follow each other, and the way back to the text as it is stored. */
export interface OrderedText {
  text: string
  /** Where the stored span stands in the ordered text; undefined where its page was typed anew, or where it crosses to another page. */
  place: (start: number, end: number) => { start: number; end: number } | undefined
  /** The way back. A span that goes on behind the end of its page ends there; undefined for what stands between pages. */
  stored: (start: number, end: number) => { start: number; end: number } | undefined
}

/**
 * Puts the words of a directive in the order of its pages. The stored text only grows: a page that is typed later, or anew, stands at
 * its end, so that no offset ever moves.
 *
 * Shape   `pages` holds the current words of each page; without any the stored text is the ordered one
 */
export function inPageOrder(text: string, pages: readonly PageText[]): OrderedText {
  const parts: Part[] = []
  let ordered = ''
  const inOrder = pages.length === 0 ? [{ start: 0, end: text.length }] : pages.toSorted((a, b) => a.page - b.page)
  for (const { start, end } of inOrder) {
    if (start >= end) continue
    const last = parts.at(-1)
    // Pages of one file follow each other in the stored text, and a sentence may go on from one to the next.
    const between = last && start >= last.end ? text.slice(last.end, start) : undefined
    if (last && between !== undefined && between.trim() === '') {
      ordered += text.slice(last.end, end)
      last.end = end
      continue
    }
    if (last) ordered += '\n'
    parts.push({ start, end, at: ordered.length })
    ordered += text.slice(start, end)
  }
  return {
    text: ordered,
    place: (start, end) => {
      const part = parts.find((one) => one.start <= start && end <= one.end)
      return part && { start: start - part.start + part.at, end: end - part.start + part.at }
    },
    stored: (start, end) => {
      const part = parts.find((one) => one.at <= start && start < one.at + one.end - one.start)
      if (!part) return undefined
      const from = start - part.at + part.start
      return { start: from, end: Math.min(part.end, from + end - start) }
    },
  }
}
