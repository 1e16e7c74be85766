import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { type Actor, allowsSomewhere } from '#core/people/may.ts'
import { type Reach, scopeOf } from '#core/people/scope.ts'
import type { Tx } from '#server/db/store.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

/**
 * Puts the transaction under the application's role and says who acts and how far that reaches; the row policies ask these settings
 * (server/db/migrations, `app_units`). All of it ends with the transaction.
 */
export async function enterScope(tx: Tx, actor: Actor, register: UnitRegister, today: PlainDate): Promise<void> {
  const scope = scopeOf(actor)
  const ranges = (reaches: readonly Reach[]) =>
    multirange(reaches.map((reach) => register.range(reach.unitId, reach.mode)))
  const own = (ids: readonly Id[]) => multirange(ids.map((id) => register.range(id, 'own')))
  const settings: Record<string, string> = {
    person: actor.personId,
    today,
    reads: ranges(scope.content),
    registers: ranges(scope.register),
    addressed: own(scope.addressed),
    reads_issued: own(scope.readsIssued),
    drafts: ranges(scope.drafts),
    records: own(scope.records),
    decides: own(scope.decides),
    names: ranges(scope.names),
    answers: own(scope.answers),
    reports: own(scope.reports),
    issues: own(scope.issues),
    approves: own(scope.approves),
    targets: ranges(scope.issues.map((unitId) => ({ unitId, mode: 'subtree' as const }))),
    handles: own(scope.handlesAt),
    audits: onOff(scope.journal.some((reach) => reach.unitId === register.top?.id)),
    manages: onOff(scope.manages.length > 0),
    organises: onOff(allowsSomewhere(actor, 'unit.manage')),
    configures: onOff(scope.configures.length > 0),
    teaches: onOff(scope.names.length > 0),
    hands_in: onOff(allowsSomewhere(actor, 'file.add')),
  }
  const pairs = Object.entries(settings).map(([name, value]) => sql`set_config(${`app.${name}`}, ${value}, true)`)
  await sql`select ${sql.join(pairs)}, set_config('role', 'throughline_app', true)`.execute(tx)
}

function onOff(flag: boolean): string {
  return flag ? 'on' : 'off'
}

function multirange(ranges: readonly ({ pos: number; last: number } | undefined)[]): string {
  return `{${ranges.flatMap((range) => (range ? [`[${range.pos},${range.last}]`] : [])).join(',')}}`
}
