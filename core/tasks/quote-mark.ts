/** A quote cut around the words that the task was taken from, so that they can be underlined where they stand. */
export interface MarkedQuote {
  before: string
  marked: string
  after: string
}

/** Nothing is marked where the task was worded anew. Case does not matter: a task begins with a capital, its words in a sentence do not. */
export function markQuote(quote: string, words: string): MarkedQuote {
  const start = quote.toLocaleLowerCase('vi').indexOf(words.trim().toLocaleLowerCase('vi'))
  if (start < 0 || words.trim() === '') return { before: quote, marked: '', after: '' }
  const end = start + words.trim().length
  return { before: quote.slice(0, start), marked: quote.slice(start, end), after: quote.slice(end) }
}
