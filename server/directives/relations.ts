import { sql } from 'kysely'
import type { Directive, DirectiveRef, DirectiveRelation } from '#core/directives/directive.ts'
import type { RegisterRow } from '#core/directives/register.ts'
import type { Id } from '#core/kernel/id.ts'
import type { RelationKind } from '#core/reading/reading.ts'
import type { Tx } from '#server/db/store.ts'

const REF = sql`jsonb_build_object('id', d.id, 'symbol', d.symbol, 'subject', d.subject)`

/** The directive of the register that a relation names. */
const NAMED = sql`(select ${REF} from directive d where split_part(d.identity_key, '|', 1) = r.symbol_folded and d.id <> r.directive_id
  and (r.dated is null or d.issued_on is null or d.issued_on = r.dated) order by d.received_on desc limit 1)`
/** `d` names `e`. */
const LATER = sql`directive e join directive_relation r on r.symbol_folded = split_part(e.identity_key, '|', 1) and r.directive_id <> e.id
    and (r.dated is null or e.issued_on is null or r.dated = e.issued_on)
  join directive d on d.id = r.directive_id`

/** The documents that a directive names. Those of the register that the caller sees are told by their symbol, the latest first. */
export async function listRelations(tx: Tx, directiveId: Id): Promise<DirectiveRelation[]> {
  const { rows } = await sql<DirectiveRelation>`
    select r.kind, r.symbol, r.dated, r.start_at as start, r.end_at as "end",
      ${NAMED} as directive
    from directive_relation r where r.directive_id = ${directiveId} order by r.ordinal`.execute(tx)
  return rows
}

/** What other directives of the register do to this one. */
export async function listRelatedBy(tx: Tx, directiveId: Id): Promise<Directive['relatedBy']> {
  const { rows } = await sql<Directive['relatedBy'][number]>`
    select r.kind, ${REF} as directive from ${LATER} where e.id = ${directiveId} order by d.received_on desc limit 50`.execute(
    tx,
  )
  return rows
}

export interface Related {
  relations: RegisterRow['relations']
  relatedBy: RegisterRow['relatedBy']
}

/** Both for the lines of a register; what a directive only cites is left out. */
export async function listRelated(tx: Tx, directiveIds: readonly Id[]): Promise<(id: Id) => Related> {
  const { rows: does } = await sql<{ of: Id; kind: RelationKind; symbol: string; directive: DirectiveRef | null }>`
    select r.directive_id as of, r.kind, r.symbol, ${NAMED} as directive
    from directive_relation r where r.directive_id = any(${directiveIds}::uuid[]) and r.kind <> 'cites' order by r.ordinal`.execute(
    tx,
  )
  const { rows: suffers } = await sql<{ of: Id; kind: RelationKind; directive: DirectiveRef }>`
    select e.id as of, r.kind, ${REF} as directive from ${LATER}
    where e.id = any(${directiveIds}::uuid[]) and r.kind <> 'cites' order by d.received_on desc, d.id`.execute(tx)
  return (id) => ({
    relations: does.flatMap(({ of, ...relation }) => (of === id ? [relation] : [])),
    relatedBy: suffers.flatMap(({ of, ...relation }) => (of === id ? [relation] : [])),
  })
}
