import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id } from '#core/kernel/id.ts'
import { allows } from '#core/people/may.ts'
import { viewsApi } from '#core/views/api.ts'
import type { SavedView, ViewKind } from '#core/views/saved-view.ts'
import { call } from '#web/client.ts'
import { meQuery } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { SelectField, TextField } from '#web/ui/field.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'
import { savedViewsQuery } from '#web/views/queries.ts'
import type { Here } from '#web/views/view-at.ts'

interface Kept extends Here {
  columns: string[]
}

/** Keeps what is on screen under a name, new or over a view that is there; or changes the name, the sharing and the place of one. */
export function ViewDialog({
  kind,
  view,
  views,
  kept,
  onClose,
}: {
  kind: ViewKind
  /** The view to be edited; a new one is saved without. */
  view: SavedView | undefined
  views: readonly SavedView[]
  kept: Kept
  onClose: () => void
}) {
  const { t } = useTranslation('views')
  const client = useQueryClient()
  const { data: me } = useQuery(meQuery)
  const [into, setInto] = useState('')
  const target = view ?? views.find(({ id }) => id === into)
  const [name, setName] = useState(view?.name ?? '')
  const [unitId, setUnitId] = useState<string>(view?.unit?.id ?? '')
  const [isNameless, setNameless] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const isOwn = target === undefined || target.owner.id === me?.person.id

  const done = (text: string) => {
    void client.invalidateQueries({ queryKey: savedViewsQuery(kind).queryKey })
    showToast(text)
    onClose()
  }
  const save = useMutation({
    mutationFn: () => {
      const conditions = {
        filter: Object.fromEntries(Object.entries(kept.filter).filter(([, value]) => value !== undefined)),
        group: kept.group,
        sort: kept.sort,
        columns: kept.columns,
      }
      const shared = (unitId === '' ? null : unitId) as Id | null
      if (target === undefined)
        return call(viewsApi.addSavedView, { body: { kind, name, unitId: shared, ...conditions } })
      return call(viewsApi.changeSavedView, {
        params: { id: target.id },
        version: target.version,
        body: { name, ...(isOwn ? { unitId: shared } : {}), ...(view ? {} : conditions) },
      })
    },
    onSuccess: (answer) => done(t('saved', { name: answer.name })),
  })
  const remove = useMutation({
    mutationFn: (gone: SavedView) => call(viewsApi.removeSavedView, { params: { id: gone.id }, version: gone.version }),
    onSuccess: () => done(t('removed', { name: target?.name ?? '' })),
  })
  const place = usePlace(kind, views, me?.person.id)
  const own = view && isOwn ? place.own.findIndex(({ id }) => id === view.id) : -1

  const units = (me?.roles ?? []).filter(
    ({ role, unit }) =>
      me !== undefined &&
      allows({ personId: me.person.id, roles: [{ role, unitId: unit.id }] }, 'view.share', {
        units: { holding: [unit.id] },
      }),
  )
  const choices = new Map(units.map(({ unit }) => [unit.id as string, unit.name]))
  const over = views.filter(({ mayChange }) => mayChange)
  const choose = (id: string) => {
    const next = views.find((one) => one.id === id)
    setInto(id)
    setName(next?.name ?? '')
    setUnitId(next?.unit?.id ?? '')
  }
  return (
    <Dialog
      title={view ? t('editTitle') : t('saveTitle')}
      onClose={onClose}
      actions={
        <>
          {view ? (
            <Button onClick={() => (isAsked ? remove.mutate(view) : setAsked(true))} busy={remove.isPending}>
              {t('remove')}
            </Button>
          ) : null}
          <span className="grow" />
          <Button
            look="primary"
            busy={save.isPending}
            onClick={() => (name.trim() === '' ? setNameless(true) : save.mutate())}
          >
            {t('keep')}
          </Button>
        </>
      }
    >
      <div className="vw-f">
        <p className="mut">
          {view === undefined
            ? t('saveText')
            : view.unit === null
              ? t('editOwnText')
              : t('editText', { name: view.owner.name })}
        </p>
        {view === undefined && over.length > 0 ? (
          <SelectField
            label={t('into')}
            value={into}
            onChange={(event) => choose(event.target.value)}
            options={[{ value: '', text: t('intoNew') }, ...over.map((one) => ({ value: one.id, text: one.name }))]}
          />
        ) : null}
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          error={isNameless && name.trim() === '' ? t('nameNeeded') : undefined}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        {isOwn ? (
          <SelectField
            label={t('share')}
            value={unitId}
            onChange={(event) => setUnitId(event.target.value)}
            options={[
              { value: '', text: t('shareNone') },
              ...[...choices].map(([value, unit]) => ({ value, text: t('shareUnit', { unit }) })),
            ]}
          />
        ) : null}
        {own >= 0 && place.own.length > 1 ? (
          <div className="vw-p">
            <Button small icon="left" busy={place.isMoving} onClick={() => place.move(own, -1)}>
              {t('earlier')}
            </Button>
            <Button small icon="right" busy={place.isMoving} onClick={() => place.move(own, 1)}>
              {t('later')}
            </Button>
          </div>
        ) : null}
        {isAsked && view ? (
          <p className="nt warn" role="alert">
            {t('removeAsk', { name: view.name })}
          </p>
        ) : null}
        <ProblemMessage error={save.error ?? remove.error ?? place.error} />
      </div>
    </Dialog>
  )
}

/** One's own views stand in the order that one gives them. */
function usePlace(kind: ViewKind, views: readonly SavedView[], me: string | undefined) {
  const client = useQueryClient()
  const own = views.filter(({ owner }) => owner.id === me)
  const mutation = useMutation({
    mutationFn: async (order: readonly SavedView[]) => {
      for (const [ordinal, { id, version, ordinal: before }] of order.entries())
        if (before !== ordinal) await call(viewsApi.changeSavedView, { params: { id }, version, body: { ordinal } })
    },
    onSettled: () => client.invalidateQueries({ queryKey: savedViewsQuery(kind).queryKey }),
  })
  return {
    own,
    isMoving: mutation.isPending,
    error: mutation.error,
    move(from: number, step: 1 | -1) {
      const moved = own[from]
      const to = from + step
      if (!moved || to < 0 || to >= own.length) return
      mutation.mutate(own.toSpliced(from, 1).toSpliced(to, 0, moved))
    },
  }
}
