import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedView, ViewFilter } from '#core/views/saved-view.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import type { Views } from '#web/views/use-views.ts'
import { ViewDialog } from '#web/views/view-dialog.tsx'
import '#web/views/views.css'

/** The views of a list as tabs, each with the count of its list: those that everybody has, one's own, those shared in one's units. */
export function SavedTabs({
  views: { kind, all, here, at },
  label,
  isPlain,
  columns,
  showColumns,
  useCount,
  onShow,
  children,
}: {
  views: Views
  label: string
  /** The list as everybody opens it: nothing to keep. */
  isPlain: boolean
  /** The columns on screen, kept with a view. */
  columns: readonly string[]
  showColumns: (columns: readonly string[]) => void
  useCount: (filter: ViewFilter) => number | undefined
  onShow: (view: SavedView) => void
  /** The tabs that everybody has. */
  children: ReactNode
}) {
  const { t } = useTranslation('views')
  const [dialog, setDialog] = useState<'save' | SavedView>()
  return (
    <div className="views-row noprint">
      <fieldset aria-label={label}>
        <div className="views">
          {children}
          {all.map((view) => (
            <SavedTab
              key={view.id}
              view={view}
              isOn={at?.id === view.id}
              useCount={useCount}
              onPress={() => {
                if (view.columns) showColumns(view.columns)
                onShow(view)
              }}
            />
          ))}
        </div>
      </fieldset>
      {at?.mayChange ? (
        <IconButton small icon="edit" label={t('edit', { name: at.name })} onClick={() => setDialog(at)} />
      ) : null}
      {at || isPlain ? null : (
        <Button small look="ghost" icon="plus" onClick={() => setDialog('save')}>
          {t('save')}
        </Button>
      )}
      {dialog === undefined ? null : (
        <ViewDialog
          kind={kind}
          view={dialog === 'save' ? undefined : dialog}
          views={all}
          kept={{ ...here, columns: [...columns] }}
          onClose={() => setDialog(undefined)}
        />
      )}
    </div>
  )
}

function SavedTab({
  view,
  isOn,
  useCount,
  onPress,
}: {
  view: SavedView
  isOn: boolean
  useCount: (filter: ViewFilter) => number | undefined
  onPress: () => void
}) {
  const { t } = useTranslation('views')
  return (
    <Tab
      name={view.name}
      title={view.unit ? `${view.name}. ${t('shared', { unit: view.unit.name })}` : undefined}
      count={useCount(view.filter)}
      isOn={isOn}
      onPress={onPress}
    />
  )
}

/** A count that is not known is not shown: absent is not zero. */
export function Tab({
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
    <button type="button" aria-pressed={isOn} title={title ?? name} onClick={onPress}>
      <span>{name}</span> {count === undefined ? null : <b>{format.number(count)}</b>}
    </button>
  )
}
