import { useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AssignmentSort, GroupedBy } from '#core/tasks/assignment-list.ts'
import type { SavedView } from '#core/views/saved-view.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { meQuery } from '#web/queries.ts'
import { type AssignmentFilter, assignmentCountsQuery } from '#web/tasks/queries.ts'
import type { AssignmentSearch } from '#web/tasks/routes.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { BUILT_IN, countOf, filterOf, isSameFilter } from '#web/views/assignment-views.ts'
import { savedViewsQuery } from '#web/views/queries.ts'
import { ViewDialog } from '#web/views/view-dialog.tsx'
import '#web/views/views.css'

/** The views of the list as tabs, each with the count of its list: those that everybody has, one's own, those shared in one's units. */
export function ViewTabs({
  search,
  columns,
  showColumns,
}: {
  search: AssignmentSearch
  /** The columns on screen, kept with a view. */
  columns: readonly string[]
  showColumns: (columns: readonly string[]) => void
}) {
  const { t } = useTranslation('views')
  const navigate = useNavigate({ from: '/assignments' })
  const { data: me } = useQuery(meQuery)
  const { data: saved } = useQuery(savedViewsQuery('assignments'))
  const views = saved?.items ?? []
  const all = useQuery(assignmentCountsQuery({}))
  const mine = useQuery({
    ...assignmentCountsQuery(filterOf('mine', me?.person.id)),
    enabled: me !== undefined,
  })
  const counted = useQueries({ queries: views.map((view) => assignmentCountsQuery(view.filter as AssignmentFilter)) })
  const [dialog, setDialog] = useState<'save' | SavedView>()

  const { open: _open, group, sort, ...filter } = search
  const here = { filter, group: group ?? null, sort: sort ?? null }
  const at = views.find(
    (view) =>
      isSameFilter(view.filter, filter) && (view.group ?? null) === here.group && (view.sort ?? null) === here.sort,
  )
  const builtIn = at ? undefined : BUILT_IN.find((one) => isSameFilter(filterOf(one, me?.person.id), filter))

  const show = (next: AssignmentFilter, look: { group?: string | null; sort?: string | null } = {}) =>
    void navigate({
      search: {
        ...next,
        group: GroupedBy.safeParse(look.group).data ?? (look.group === null ? undefined : group),
        sort: AssignmentSort.safeParse(look.sort).data ?? (look.sort === null ? undefined : sort),
      },
    })
  return (
    <div className="views-row noprint">
      <fieldset aria-label={t('tabs')}>
        <div className="views">
          {BUILT_IN.map((one) => (
            <Tab
              key={one}
              name={t(one)}
              count={one === 'mine' ? mine.data?.total : all.data && countOf(one, all.data)}
              isOn={builtIn === one}
              onPress={() => show(filterOf(one, me?.person.id))}
            />
          ))}
          {views.map((view, index) => (
            <Tab
              key={view.id}
              name={view.name}
              title={view.unit ? t('shared', { unit: view.unit.name }) : undefined}
              count={counted[index]?.data?.total}
              isOn={at?.id === view.id}
              onPress={() => {
                if (view.columns) showColumns(view.columns)
                show(view.filter as AssignmentFilter, view)
              }}
            />
          ))}
        </div>
      </fieldset>
      {at?.mayChange ? (
        <IconButton small icon="edit" label={t('edit', { name: at.name })} onClick={() => setDialog(at)} />
      ) : null}
      {at || builtIn === 'all' ? null : (
        <Button small look="ghost" icon="plus" onClick={() => setDialog('save')}>
          {t('save')}
        </Button>
      )}
      {dialog === undefined ? null : (
        <ViewDialog
          view={dialog === 'save' ? undefined : dialog}
          views={views}
          kept={{ ...here, columns: [...columns] }}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  )
}

/** A count that is not known is not shown: absent is not zero. */
function Tab({
  name,
  title,
  count,
  isOn,
  onPress,
}: {
  name: string
  title?: string | undefined
  count: number | undefined
  isOn: boolean
  onPress: () => void
}) {
  const format = useFormat()
  return (
    <button type="button" aria-pressed={isOn} title={title} onClick={onPress}>
      {name} {count === undefined ? null : <b>{format.number(count)}</b>}
    </button>
  )
}
