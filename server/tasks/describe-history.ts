import { sql } from 'kysely'
import type { z } from 'zod'
import type { Id } from '#core/kernel/id.ts'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import type { ChangedValue, HistoryStep } from '#core/tasks/answers.ts'
import type { FieldChange } from '#core/tasks/field-changes.ts'
import { currentRule, ReportingPlan } from '#core/tasks/reporting.ts'
import type { Tx } from '#server/db/store.ts'
import { peopleByIds } from '#server/tasks/people-by-ids.ts'
import type { UnitRegister } from '#server/units/unit-register.ts'

type StoredStep = Omit<HistoryStep, 'changes'>

/** What was done with a task or an assignment, in its order, with what each command made of each field. */
export async function listHistory(
  tx: Tx,
  register: UnitRegister,
  subjectId: Id,
): Promise<z.input<typeof HistoryStep>[]> {
  const { rows } = await sql<StoredStep>`
    select e.id, e.recorded_at as at, e.command, e.data, exists (select from journal_sealed s where s.entry_id = e.id) as sealed,
      case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name, 'position', p.position) end as by
    from journal_entry e left join person p on p.id = e.actor_id
    where e.subject_id = ${subjectId} order by e.subject_version`.execute(tx)
  const handlers = rows.flatMap(({ data }) =>
    changesIn(data).flatMap(({ field, from, to }) => (field === 'handlerId' ? [from, to] : [])),
  )
  const person = await peopleByIds(tx, [...new Set(handlers)] as (Id | null)[])
  return rows.map(({ data, ...step }) => {
    const { changes: _, ...rest } = data
    const changes = changesIn(data).map(({ field, from, to }) => ({
      field,
      from: valueOf(field, from, register, person),
      to: valueOf(field, to, register, person),
    }))
    return { ...step, data: rest, changes }
  })
}

function changesIn(data: Record<string, unknown>): FieldChange[] {
  const changes = data['changes']
  return Array.isArray(changes) ? (changes as FieldChange[]) : []
}

function valueOf(
  field: string,
  value: unknown,
  register: UnitRegister,
  person: (id: Id | null) => PersonRef | null,
): z.input<typeof ChangedValue> {
  if (value === null || value === undefined) return null
  switch (field) {
    case 'lead':
      return { kind: 'units', units: [register.ref((value as { id: Id }).id)] }
    case 'monitorId':
      return { kind: 'units', units: [register.ref(value as Id)] }
    case 'cooperatingIds':
      return (value as Id[]).length === 0
        ? null
        : { kind: 'units', units: (value as Id[]).map((id) => register.ref(id)) }
    case 'handlerId': {
      const named = person(value as Id)
      return named && { kind: 'person', person: named }
    }
    case 'dueOn':
      return { kind: 'day', day: value as string }
    case 'state':
      return { kind: 'state', state: value as never }
    case 'percent':
      return { kind: 'percent', percent: value as number }
    case 'reporting': {
      const rule = currentRule(ReportingPlan.parse(value))
      return rule && { kind: 'reporting', rule }
    }
    case 'deadline':
      return { kind: 'text', text: (value as { text: string }).text }
    default:
      return { kind: 'text', text: typeof value === 'string' ? value : JSON.stringify(value) }
  }
}
