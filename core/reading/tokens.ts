import type { SourceText, Span } from '#core/reading/source-text.ts'

/** A word (a run of letters or digits) or one sign of punctuation. `low` is what rules compare. */
export interface Token extends Span {
  low: string
  kind: 'word' | 'number' | 'sign'
  /** Begins with a capital letter. */
  capital: boolean
  /** Written in capitals throughout, and no Roman numeral. */
  acronym: boolean
  /** A name of the dictionary begins here: the number of its tokens. */
  name?: number
  /** Words of the dictionary that open an order begin here: the number of their tokens. */
  order?: number
}

const TOKEN = /[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu

export function listTokens(source: SourceText, start: number, end: number): Token[] {
  const out: Token[] = []
  for (const m of source.flat.slice(start, end).matchAll(TOKEN)) {
    const at = start + m.index
    const stop = at + m[0].length
    const first = m[0].charAt(0)
    const kind = /[\p{L}\p{M}]/u.test(first) ? 'word' : /\p{N}/u.test(first) ? 'number' : 'sign'
    out.push({
      start: at,
      end: stop,
      low: source.low.slice(at, stop),
      kind,
      capital: kind === 'word' && /\p{Lu}/u.test(first),
      acronym: kind === 'word' && /^\p{Lu}{2,}$/u.test(m[0]) && !/^[IVX]+$/u.test(m[0]),
    })
  }
  if (source.marks) {
    for (const [at, token] of out.entries()) {
      const name = countTokens(out, at, source.marks.units.get(token.start))
      if (name > 0) token.name = name
      const order = countTokens(out, at, source.marks.orders.get(token.start))
      if (order > 0) token.order = order
    }
  }
  return out
}

/** None when the tokens break off before the phrase does. */
function countTokens(tokens: readonly Token[], at: number, end: number | undefined): number {
  if (end === undefined) return 0
  let next = at
  while (next < tokens.length && (tokens[next]?.end ?? end) < end) next++
  return tokens[next]?.end === end ? next - at + 1 : 0
}

interface Node {
  next: Map<string, Node>
  tag: string | undefined
}

/** Phrases found word by word: the longest one that begins at a token, in time that does not depend on how many there are. */
export class Phrases {
  readonly #root: Node = { next: new Map(), tag: undefined }

  constructor(groups: Record<string, string>) {
    for (const [tag, list] of Object.entries(groups)) {
      for (const phrase of list.split('|')) {
        const words = phrase.trim().match(TOKEN) ?? []
        let node = this.#root
        for (const word of words) {
          let next = node.next.get(word)
          if (!next) {
            next = { next: new Map(), tag: undefined }
            node.next.set(word, next)
          }
          node = next
        }
        if (words.length > 0) node.tag ??= tag
      }
    }
  }

  findAt(tokens: readonly Token[], at: number): { length: number; tag: string } | undefined {
    let node: Node | undefined = this.#root
    let found: { length: number; tag: string } | undefined
    for (let i = at; i < tokens.length; i++) {
      node = node.next.get(tokens[i]?.low ?? '')
      if (!node) break
      if (node.tag !== undefined) found = { length: i - at + 1, tag: node.tag }
    }
    return found
  }

  has(tokens: readonly Token[], at: number): boolean {
    return this.findAt(tokens, at) !== undefined
  }
}
