import { inPageOrder } from '#core/directives/page-text.ts'
import type { PageText } from '#core/directives/page-text.ts'
import { pageAt } from '#web/directives/pages-of.ts'

const WORD = /[\p{L}\p{N}\p{M}]/u

/** What is selected on the paper, as offsets into the whole text and a place on the screen; null when nothing is. */
export function selectionIn(
  paper: Element,
  text: string,
  pages: readonly PageText[],
): { start: number; end: number; box: DOMRect } | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!paper.contains(range.startContainer) && !paper.contains(range.endContainer)) return null
  const pieces = [...paper.querySelectorAll<HTMLElement>('[data-o]')].filter((piece) => range.intersectsNode(piece))
  const spans = pieces.map((piece) => spanOf(piece, range)).filter((span) => span.end > span.start)
  if (spans.length === 0) return null
  let start = Math.min(...spans.map((span) => span.start))
  let end = Math.max(...spans.map((span) => span.end))
  if (!inPageOrder(text, pages).place(start, end)) {
    // Pages typed one by one do not follow each other in the stored text: what is taken ends with the page where it begins.
    const [first] = spans
    const page = pageAt(pages, first?.start)
    if (!first || !page) return null
    start = first.start
    end = Math.max(...spans.filter((span) => span.end <= page.end).map((span) => span.end))
  }
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  // Half a word is never meant.
  while (start > 0 && WORD.test(text.charAt(start - 1)) && WORD.test(text.charAt(start))) start -= 1
  while (end < text.length && WORD.test(text.charAt(end - 1)) && WORD.test(text.charAt(end))) end += 1
  return start < end ? { start, end, box: range.getBoundingClientRect() } : null
}

/** Every piece holds one text node, so that a place in it is a place in the text. */
function spanOf(piece: HTMLElement, range: Range): { start: number; end: number } {
  const offset = Number(piece.dataset['o'])
  const node = piece.firstChild
  const length = node?.textContent?.length ?? 0
  const from = range.startContainer === node ? range.startOffset : 0
  const to = range.endContainer === node ? range.endOffset : length
  return { start: offset + from, end: offset + to }
}
