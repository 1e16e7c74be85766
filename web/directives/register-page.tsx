import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EMPTY_DRAFT } from '#web/directives/intake-draft.ts'
import { DropZone } from '#web/directives/drop-zone.tsx'
import { IntakeDialog } from '#web/directives/intake-dialog.tsx'
import { IntakeSeveral } from '#web/directives/intake-several.tsx'
import { PAGE_SIZE, registerQuery } from '#web/directives/queries.ts'
import type { RegisterFilter } from '#web/directives/queries.ts'
import { ReadingStrip } from '#web/directives/reading-strip.tsx'
import { RegisterFilters } from '#web/directives/register-filters.tsx'
import { RegisterTable } from '#web/directives/register-table.tsx'
import { registerRoute } from '#web/directives/routes.tsx'
import '#web/directives/register.css'
import { meQuery } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Page } from '#web/ui/page.tsx'
import { Paging } from '#web/ui/paging.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'

export function RegisterPage() {
  const { t } = useTranslation('directives')
  const filter = registerRoute.useSearch()
  const navigate = useNavigate({ from: registerRoute.fullPath })
  const { data: me } = useQuery(meQuery)
  const list = useQuery(registerQuery(filter))
  const [intake, setIntake] = useState(false)
  const { hash } = useLocation()
  // The palette's command leads to the open dialog.
  const opensIntake = intake || hash === 'add'
  // Kept here so that closing the dialog loses nothing that was pasted.
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const [several, setSeveral] = useState<File[] | null>(null)
  const take = (files: File[]) => {
    if (files.length > 1) {
      setIntake(false)
      setSeveral(files)
      return
    }
    setDraft({ ...draft, file: files[0] ?? null })
    setIntake(true)
  }
  const mayRegister = me?.deeds.includes('directive.register') ?? false
  const mayRead = me?.deeds.includes('directive.read') ?? false
  const change = (next: RegisterFilter, replace = false) =>
    void navigate({ search: { ...filter, offset: undefined, ...next }, replace, resetScroll: false })
  const filtered = filter.q !== undefined || filter.state !== undefined
  return (
    <Page
      title={t('register.title')}
      actions={
        mayRegister && (
          <>
            <Link className="btn" to="/import" search={{ kind: 'directives' }}>
              {t('register.importExcel')}
            </Link>
            <Button look="primary" icon="plus" onClick={() => setIntake(true)}>
              {t('register.add')}
            </Button>
          </>
        )
      }
    >
      <ReadingStrip />
      <div className="page">
        <RegisterFilters filter={filter} answer={list.data} onChange={change} />
        <ProblemMessage error={list.error} onRetry={() => void list.refetch()} />
        {list.isPending && <Loading rows={10} />}
        {list.data && list.data.items.length > 0 && (
          <RegisterTable rows={list.data.items} stale={list.isPlaceholderData} readable={mayRead} />
        )}
        {list.data?.items.length === 0 && (
          <Empty
            action={
              filtered ? (
                <Button onClick={() => change({ q: undefined, state: undefined })}>{t('register.clear')}</Button>
              ) : (
                mayRegister && <Button onClick={() => setIntake(true)}>{t('register.add')}</Button>
              )
            }
          >
            {t(filtered || !mayRegister ? 'register.emptyFiltered' : 'register.empty')}
          </Empty>
        )}
        {list.data && (
          <Paging
            offset={filter.offset ?? 0}
            limit={PAGE_SIZE}
            total={list.data.total}
            onMove={(offset) => void navigate({ search: { ...filter, offset: offset || undefined } })}
          />
        )}
      </div>
      {mayRegister && several === null && <DropZone onFiles={take} />}
      {several && <IntakeSeveral files={several} readable={mayRead} onClose={() => setSeveral(null)} />}
      {opensIntake && (
        <IntakeDialog
          draft={draft}
          onDraft={setDraft}
          onSeveral={take}
          opens={mayRead}
          onClose={() => {
            setIntake(false)
            if (hash !== '') void navigate({ search: filter, hash: '', replace: true })
          }}
        />
      )}
    </Page>
  )
}
