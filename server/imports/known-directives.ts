import { sql } from 'kysely'
import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { Tx } from '#server/db/store.ts'

export interface Identified {
  symbol: string
  issuer: string | null
  issuedOn: PlainDate | null
}

interface KnownDirective extends Identified {
  id: Id
  isSecret: boolean
}

/** Directives that a table names, each once, and those of them that the register of the office has. */
export class DirectiveIndex<T extends Identified> {
  readonly items: T[] = []
  readonly #known: Map<string, KnownDirective[]>
  readonly #bySymbol = new Map<string, T[]>()

  constructor(known: readonly KnownDirective[]) {
    this.#known = Map.groupBy(known, ({ symbol }) => fold(symbol))
  }

  /** The one of the register that is meant, the latest where several are. */
  known(one: Identified): Id | null {
    return this.#find(one)?.id ?? null
  }

  /** Whether it is a secret one of the register. */
  isSecret(one: Identified): boolean {
    return this.#find(one)?.isSecret ?? false
  }

  #find(one: Identified): KnownDirective | undefined {
    return this.#known.get(fold(one.symbol))?.find((other) => isSame(one, other))
  }

  /** The same directive named before in the table, or this one, which is added. */
  add(one: T): T {
    const key = fold(one.symbol)
    const others = this.#bySymbol.get(key) ?? []
    const before = others.find((other) => isSame(one, other))
    if (before) return before
    this.#bySymbol.set(key, [...others, one])
    this.items.push(one)
    return one
  }
}

/** Numbers begin anew each year, and offices share them: what one of two does not say does not part them. */
function isSame(a: Identified, b: Identified): boolean {
  const isSameDay = a.issuedOn === null || b.issuedOn === null || a.issuedOn === b.issuedOn
  const isSameIssuer = !a.issuer || !b.issuer || fold(a.issuer) === fold(b.issuer)
  return isSameDay && isSameIssuer
}

export async function knownDirectives(tx: Tx, ownerId: Id, symbols: readonly string[]): Promise<KnownDirective[]> {
  if (symbols.length === 0) return []
  const folded = [...new Set(symbols.map(fold))]
  const { rows } = await sql<KnownDirective>`
    select id, symbol, issuer, issued_on as "issuedOn", secrecy is not null as "isSecret" from directive
    where owner_id = ${ownerId} and split_part(identity_key, '|', 1) = any(${folded}::text[])
    order by received_on desc, id desc`.execute(tx)
  return rows
}
