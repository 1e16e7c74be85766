import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import { findSought, type Sought } from '#core/kernel/sought.ts'
import type { Tx } from '#server/db/store.ts'

/** Shorter beginnings of words are in every text. */
const LEAST_LETTERS = 2

/** A sentence that the caller reads of a directive with separate parts, whose text he does not read. */
export interface OwnSentence {
  directiveId: Id
  quote: string
}

export async function listOwnSentences(tx: Tx): Promise<OwnSentence[]> {
  const { rows } = await sql<OwnSentence>`
    select distinct t.directive_id as "directiveId", t.quote from directive d join task t on t.directive_id = d.id
    where d.separate_parts and t.quote is not null and not app_reads_text(d.id)`.execute(tx)
  return rows
}

/** As `app_register_found` takes them (0018-register.sql). */
export function phrasesOf(sought: readonly Sought[], sentences: readonly OwnSentence[]): Record<string, unknown>[] {
  return sought.map((one) => {
    const own = sentences.flatMap(({ directiveId, quote }) => {
      const spans = findSought(quote, [one])
      return spans.length === 0 ? [] : [{ directiveId, exact: one.accented && spans.some(({ exact }) => exact) }]
    })
    return {
      folded: one.folded,
      ...(one.folded.length < LEAST_LETTERS ? {} : { any: `${keysOf(one.folded)}:*` }),
      ...(one.accented ? { spelled: one.spelled, exact: keysOf(one.spelled) } : {}),
      own: own.map(({ directiveId }) => directiveId),
      own_exact: own.filter(({ exact }) => exact).map(({ directiveId }) => directiveId),
    }
  })
}

/** Each word with the next, as `app_words` keeps them; keys are letters and digits alone. */
function keysOf(words: string): string {
  const list = words.split(' ')
  const pairs = list.length === 1 ? list : list.slice(1).map((word, at) => `${list[at]} ${word}`)
  return pairs.map((pair) => `'${pair}'`).join(' & ')
}
