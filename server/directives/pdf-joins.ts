import { isVietnameseSyllable } from '#core/reading/vietnamese-syllable.ts'

/** No half of a word is longer; a paragraph may be. */
const WORD = 40

/**
 * One text out of two lines that follow each other. A hyphen at the end is one of division only when the two halves are one syllable,
 * or both are none: "phát tri-/ển" and "infor-/mation", but not "Lao động-/Thương binh", "QĐ-/TTg", "COVID-/19".
 */
export function joinLines(before: string, after: string): string {
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + after
  const head = /(\p{Ll}+)[-‐]$/u.exec(before.slice(-WORD))?.[1]
  const tail = /^\p{Ll}+(?!\S*[@./\d]\S)/u.exec(after)?.[0]
  if (head !== undefined && tail !== undefined) return (isWhole(head, tail) ? before.slice(0, -1) : before) + after
  return /[\p{L}\p{N}][-‐/]$/u.test(before.slice(-2)) && /^[\p{L}\p{N}]/u.test(after)
    ? before + after
    : `${before} ${after}`
}

function isWhole(head: string, tail: string): boolean {
  return isVietnameseSyllable(head + tail) || (!isVietnameseSyllable(head) && !isVietnameseSyllable(tail))
}
