import { sql } from 'kysely'
import { inPageOrder, type PageText } from '#core/directives/page-text.ts'
import type { Id } from '#core/kernel/id.ts'
import { searchWords } from '#core/kernel/search-words.ts'
import type { Store, Tx } from '#server/db/store.ts'
import { insertMany } from '#server/directives/store-reading.ts'

/** Words of one row: its index entry stays far below what a tsvector can hold. */
const PART = 10_000
/** What the rows of a text share, so that a phrase across the cut is found. */
const SHARED = 20

interface Head {
  symbol: string | null
  issuer: string | null
  subject: string
  signerName: string | null
}

/** Keeps the words by which a directive is found by its head. */
export async function keepHeadWords(tx: Tx, directiveId: Id, head: Head): Promise<void> {
  await tx.deleteFrom('directiveWords').where('directiveId', '=', directiveId).where('part', '=', 0).execute()
  await tx.insertInto('directiveWords').values(headWords(directiveId, head)).execute()
}

export function headWords(directiveId: Id, { symbol, issuer, subject, signerName }: Head) {
  return { directiveId, part: 0, ...keysOf(searchWords([symbol, issuer, subject, signerName].join('\n'))) }
}

/** Keeps those of its text as it stands now, in the order of its pages. */
export async function keepTextWords(tx: Tx, directiveId: Id, text: string, pages: readonly PageText[]): Promise<void> {
  await tx.deleteFrom('directiveWords').where('directiveId', '=', directiveId).where('part', '>', 0).execute()
  const words = searchWords(inPageOrder(text, pages).text)
  const rows = []
  for (let from = 0; from < words.length; from += PART - SHARED)
    rows.push({ directiveId, part: rows.length + 1, ...keysOf(words.slice(from, from + PART)) })
  await insertMany(tx, 'directiveWords', rows)
}

/** A space before each word: words are found from their beginning. */
function keysOf(words: ReturnType<typeof searchWords>) {
  return {
    folded: words.map(({ folded }) => ` ${folded}`).join(''),
    spelled: words.map(({ spelled }) => ` ${spelled}`).join(''),
  }
}

const AT_ONCE = 20

/** Makes the words of directives that were registered before words were kept; answers how many directives that were. */
export async function keepMissingWords({ db }: Pick<Store, 'db'>): Promise<number> {
  let made = 0
  for (;;) {
    const { rows } = await sql<Head & { id: Id; text: string | null; pages: PageText[] }>`
      select d.id, d.symbol, d.issuer, d.subject, d.signer_name as "signerName", x.text, coalesce((
        select jsonb_agg(jsonb_build_object('id', w.id, 'page', w.page, 'start', w.start_at, 'end', w.end_at, 'origin', w.origin))
        from page_text w where w.directive_id = d.id and not w.replaced), '[]') as pages
      from directive d left join directive_text x on x.directive_id = d.id
      where not exists (select from directive_words w where w.directive_id = d.id and w.part = 0) limit ${AT_ONCE}`.execute(
      db,
    )
    for (const { id, text, pages, ...head } of rows)
      await db.transaction().execute(async (tx) => {
        await keepHeadWords(tx, id, head)
        await keepTextWords(tx, id, text ?? '', pages)
      })
    made += rows.length
    if (rows.length < AT_ONCE) return made
  }
}
