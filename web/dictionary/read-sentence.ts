import { EMPTY_DICTIONARY } from '#core/reading/dictionary.ts'
import { readDirective } from '#core/reading/read-directive.ts'
import { type FixedPhrase, PhraseKind } from '#core/units/fixed-phrase.ts'

/** What reading makes of one sentence; `rules` are the kinds of phrases that had a part in it. */
export interface ReadSentence {
  kind: 'task' | 'exhortation' | 'target'
  start: number
  lead: readonly string[]
  action: string
  deadline: string | null
  rules: PhraseKind[]
}

/** Loaded when a sentence is tried, and not before: it brings the whole reader. */
export function readSentence(sentence: string, phrases: readonly Pick<FixedPhrase, 'kind' | 'phrase'>[]) {
  const ofKind = (kind: PhraseKind) => phrases.filter((one) => one.kind === kind).map(({ phrase }) => phrase)
  const dictionary = {
    units: ofKind('unit'),
    orders: ofKind('order'),
    exhortations: ofKind('exhortation'),
    never: ofKind('never'),
  }
  const plain = whatIsRead(sentence, EMPTY_DICTIONARY)
  const taught = whatIsRead(sentence, dictionary)
  const words = (read: readonly ReadSentence[]) =>
    JSON.stringify(read.map((one) => [one.kind, one.start, one.lead, one.action, one.deadline]))
  return { plain, taught, isSame: words(plain) === words(taught) }
}

function whatIsRead(sentence: string, dictionary: typeof EMPTY_DICTIONARY): ReadSentence[] {
  const { commitments, targets } = readDirective(sentence, { dictionary })
  return [
    ...commitments.map(
      ({ start, exhortation, lead, action, deadline, evidence }): ReadSentence => ({
        kind: exhortation ? 'exhortation' : 'task',
        start,
        lead,
        action,
        deadline: deadline && (deadline.iso ?? deadline.text),
        rules: PhraseKind.options.filter((kind) => evidence.some(({ rule }) => rule === `dictionary-${kind}`)),
      }),
    ),
    ...targets.map(
      ({ start, quote }): ReadSentence => ({
        kind: 'target',
        start,
        lead: [],
        action: quote,
        deadline: null,
        rules: [],
      }),
    ),
  ]
}
