import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { taskCodeOf } from '#core/tasks/thread.ts'
import { unitsApi } from '#core/units/api.ts'
import { call } from '#web/client.ts'
import type { AssignmentFilter } from '#web/tasks/queries.ts'
import { assignmentsQuery } from '#web/tasks/queries.ts'
import { AddresseePicker } from '#web/ui/addressee-picker.tsx'
import { Icon } from '#web/ui/icon.tsx'

/** The conditions in force, each a chip that can be taken off, and the way to add a lead. */
export function FilterChips({ filter }: { filter: AssignmentFilter }) {
  const { t } = useTranslation('tasks')
  const navigate = useNavigate({ from: '/assignments' })
  const [isAdding, setAdding] = useState(false)
  const drop = (key: 'lead' | 'directive' | 'task') =>
    void navigate({ search: (search) => ({ ...search, [key]: undefined, offset: undefined, open: undefined }) })
  return (
    <>
      {filter.lead === undefined ? (
        isAdding ? (
          <div className="lead-pick">
            <AddresseePicker
              label={t('list.lead')}
              value={[]}
              kinds={['unit', 'external']}
              single
              onChange={([chosen]) => {
                setAdding(false)
                if (chosen)
                  void navigate({
                    search: (search) => ({ ...search, lead: chosen.id, offset: undefined, open: undefined }),
                  })
              }}
            />
          </div>
        ) : (
          <button type="button" className="fc add" onClick={() => setAdding(true)}>
            {t('list.leadAll')}
            <Icon name="chev" />
          </button>
        )
      ) : (
        <LeadChip id={filter.lead} onDrop={() => drop('lead')} />
      )}
      {filter.task === undefined && filter.directive === undefined ? null : (
        <SourceChip filter={filter} onDrop={drop} />
      )}
    </>
  )
}

function LeadChip({ id, onDrop }: { id: string; onDrop: () => void }) {
  const { t } = useTranslation('tasks')
  const { data } = useQuery({
    queryKey: ['fan-out', [{ kind: 'unit', id }]],
    queryFn: ({ signal }) => call(unitsApi.expandAddressees, { body: { addressees: [{ kind: 'unit', id }] }, signal }),
    staleTime: 60_000,
  })
  // An external lead is no unit of the register; the list itself then knows its name.
  const rows = useQuery({ ...assignmentsQuery({ lead: id }), enabled: data?.units.length === 0 })
  const name = data?.units[0]?.name ?? rows.data?.items[0]?.lead.name ?? ''
  return <Chip text={t('list.leadChip', { name })} label={t('list.lead')} onDrop={onDrop} />
}

/** The rows themselves say which task or directive it is. */
function SourceChip({ filter, onDrop }: { filter: AssignmentFilter; onDrop: (key: 'directive' | 'task') => void }) {
  const { t } = useTranslation('tasks')
  const { data } = useQuery(assignmentsQuery(filter))
  const [row] = data?.items ?? []
  return (
    <>
      {filter.task === undefined ? null : (
        <Chip
          text={t('list.taskChip', { name: row ? taskCodeOf(row.code) : '' })}
          label={t('task.title')}
          onDrop={() => onDrop('task')}
        />
      )}
      {filter.directive === undefined ? null : (
        <Chip
          text={t('list.directiveChip', { name: row?.directiveSymbol ?? '' })}
          label={t('field.directive')}
          onDrop={() => onDrop('directive')}
        />
      )}
    </>
  )
}

function Chip({ text, label, onDrop }: { text: string; label: string; onDrop: () => void }) {
  const { t } = useTranslation('tasks')
  return (
    <span className="fc">
      {text}
      <button type="button" aria-label={t('list.removeFilter', { name: label })} onClick={onDrop}>
        <Icon name="x" />
      </button>
    </span>
  )
}
