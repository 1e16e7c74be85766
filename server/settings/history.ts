import { sql } from 'kysely'
import type { Id } from '#core/kernel/id.ts'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import type { Instant } from '#core/kernel/plain-date.ts'
import { Settings } from '#core/settings/settings.ts'
import type { Tx } from '#server/db/store.ts'

interface Entry {
  id: Id
  at: Instant
  by: PersonRef | null
  command: string
  data: Record<string, unknown>
}

interface HistoryLine extends Omit<Entry, 'command' | 'data'> {
  name: string
  from: unknown
  to: unknown
}

/** One line for each setting that an entry of the journal really changed: a form sends all that it shows. */
export async function listSettingsHistory(tx: Tx): Promise<HistoryLine[]> {
  const { rows } = await sql<Entry>`
    select e.id, e.recorded_at as at, e.command, e.data,
      case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name, 'position', p.position) end as by
    from journal_entry e left join person p on p.id = e.actor_id
    where e.subject_kind = 'settings' order by e.subject_version`.execute(tx)
  const last = new Map<string, unknown>(Object.entries({ ...Settings.parse({}), approvalBeforeIssue: false }))
  const lines = rows.flatMap(({ command, data, ...entry }): HistoryLine[] => {
    // A tier is told by its own entry: which, what it is called, from when.
    if (command !== 'settings.change') {
      const name = command.replace('settings.', '')
      return [{ ...entry, name, from: null, to: data }]
    }
    return Object.entries(data).flatMap(([name, to]) => {
      const from = last.get(name) ?? null
      last.set(name, to)
      return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ ...entry, name, from, to }]
    })
  })
  return lines.toReversed()
}
