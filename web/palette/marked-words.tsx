import type { ReactNode } from 'react'
import { fold } from '#core/kernel/fold.ts'

/** A text in which the words that begin like one of those typed stand out. */
export function MarkedWords({ text, words }: { text: string; words: readonly string[] }): ReactNode {
  if (words.length === 0) return text
  return text.split(/([\p{L}\p{M}\p{N}]+)/u).map((part, at) => {
    const isHit = at % 2 === 1 && words.some((word) => fold(part).startsWith(word))
    return isHit ? (
      // oxlint-disable-next-line react/no-array-index-key
      <b key={at} className="hit">
        {part}
      </b>
    ) : (
      part
    )
  })
}
