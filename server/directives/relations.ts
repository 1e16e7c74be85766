import { sql } from 'kysely'
import type { DirectiveRelation } from '#core/directives/directive.ts'
import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import type { Directive } from '#core/directives/directive.ts'
import type { Tx } from '#server/db/store.ts'

const REF = sql`jsonb_build_object('id', d.id, 'symbol', d.symbol, 'subject', d.subject)`

/** The documents that a directive names. Those of the register that the caller sees are told by their symbol, the latest first. */
export async function listRelations(tx: Tx, directiveId: Id): Promise<DirectiveRelation[]> {
  const { rows } = await sql<DirectiveRelation>`
    select r.kind, r.symbol, r.dated, r.start_at as start, r.end_at as "end",
      (select ${REF} from directive d where split_part(d.identity_key, '|', 1) = r.symbol_folded and d.id <> r.directive_id
        and (r.dated is null or d.issued_on is null or d.issued_on = r.dated) order by d.received_on desc limit 1) as directive
    from directive_relation r where r.directive_id = ${directiveId} order by r.ordinal`.execute(tx)
  return rows
}

/** What other directives of the register do to this one. */
export async function listRelatedBy(tx: Tx, directiveId: Id, symbol: string | null): Promise<Directive['relatedBy']> {
  if (symbol === null) return []
  const { rows } = await sql<Directive['relatedBy'][number]>`
    select r.kind, ${REF} as directive from directive_relation r join directive d on d.id = r.directive_id
    where r.symbol_folded = ${fold(symbol)} and r.directive_id <> ${directiveId} order by d.received_on desc limit 50`.execute(
    tx,
  )
  return rows
}
