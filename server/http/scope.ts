import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { type Actor, allowsSomewhere } from '#core/people/may.ts'
import { type Reach, scopeOf } from '#core/people/scope.ts'
import type { Tx } from '#server/db/store.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

/** No question takes longer on a server; the embedded store knows no such limit. */
const READING_MS = '20000'

/**
 * Puts the transaction under the application's role and says who acts and how far that reaches; the row policies ask these settings
 * (server/db/migrations, `app_units` and `app_ids`). All of it ends with the transaction.
 *
 * Answers whether the register is still that of the database: where it is not, its ranges and ids mean nothing, and the scopes are set anew.
 */
export async function enterScope(
  tx: Tx,
  actor: Actor,
  register: UnitRegister,
  today: PlainDate,
  { readOnly = false }: { readOnly?: boolean } = {},
): Promise<{ isCurrent: boolean }> {
  const settings = Object.entries(settingsOf(actor, register, today))
  const pairs = settings.map(([name, value]) => sql`set_config(${`app.${name}`}, ${value}, true)`)
  if (readOnly) pairs.push(sql`set_config('statement_timeout', ${READING_MS}, true)`)
  const { rows } = await sql<{ version: number }>`
    select ${sql.join(pairs)}, set_config('role', 'throughline_app', true), (select version from unit_register) as version`.execute(
    tx,
  )
  return { isCurrent: rows[0]?.version === register.version }
}

function settingsOf(actor: Actor, register: UnitRegister, today: PlainDate): Record<string, string> {
  const scope = scopeOf(actor)
  const range = (reaches: readonly Reach[]) => reaches.flatMap(({ unitId, mode }) => register.range(unitId, mode) ?? [])
  const own = (ids: readonly Id[]) => multirange(range(ids.map((unitId) => ({ unitId, mode: 'own' }))))
  const reads = range(scope.content)
  const registers = range(scope.register)
  return {
    person: actor.personId,
    today,
    reads: multirange(reads),
    ...listed('reads', register.listWithin(reads)),
    registers: multirange(registers),
    ...listed('registers', register.listWithin(registers)),
    addressed: own(scope.addressed),
    addressed_ids: array(scope.addressed),
    reads_issued: own(scope.readsIssued),
    reads_issued_ids: array(scope.readsIssued),
    drafts: multirange(range(scope.drafts)),
    records: own(scope.records),
    decides: own(scope.decides),
    names: multirange(range(scope.names)),
    answers: own(scope.answers),
    reports: own(scope.reports),
    issues: own(scope.issues),
    issues_ids: array(scope.issues),
    approves: own(scope.approves),
    stars: own(scope.stars),
    targets: multirange(range(scope.issues.map((unitId) => ({ unitId, mode: 'subtree' })))),
    handles: own(scope.handlesAt),
    handles_ids: array(scope.handlesAt),
    discusses_ids: array(scope.discusses),
    views_ids: array(scope.views),
    keeps_views_ids: array(scope.keepsViews),
    people: multirange(range(scope.people)),
    audits: onOff(scope.journal.some((reach) => reach.unitId === register.top?.id)),
    manages: onOff(scope.manages.length > 0),
    organises: onOff(allowsSomewhere(actor, 'unit.manage')),
    configures: onOff(scope.configures.length > 0),
    teaches: onOff(scope.names.length > 0),
    hands_in: onOff(allowsSomewhere(actor, 'file.add')),
  }
}

function onOff(flag: boolean): string {
  return flag ? 'on' : 'off'
}

function array(ids: readonly Id[]): string {
  return `{${ids.join(',')}}`
}

/** Inside or outside, whichever are fewer. */
function listed(name: string, { inside, outside }: { inside: Id[]; outside: Id[] }): Record<string, string> {
  const isWide = outside.length < inside.length
  return { [`${name}_ids`]: array(isWide ? outside : inside), [`${name}_wide`]: onOff(isWide) }
}

function multirange(ranges: readonly { pos: number; last: number }[]): string {
  return `{${ranges.map(({ pos, last }) => `[${pos},${last}]`).join(',')}}`
}
