import { type RawBuilder, sql } from 'kysely'

/** "trang 3": how a place of a directive's text is cited that no number stands above, where the original has pages; null elsewhere. */
export function pageCitation(directiveId: RawBuilder<unknown>, start: RawBuilder<unknown>): RawBuilder<string | null> {
  return sql`(select 'trang ' || w.page from page_text w join directive o on o.id = w.directive_id
    where w.directive_id = ${directiveId} and w.start_at <= ${start} and ${start} < w.end_at and o.page_count is not null
    order by w.replaced, w.page limit 1)`
}
