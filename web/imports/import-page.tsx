import '#web/ui/work.css'
import '#web/imports/imports.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportKind } from '#core/imports/column-role.ts'
import { DropZone } from '#web/directives/drop-zone.tsx'
import { useFormat } from '#web/i18n/use-format.ts'
import { draftFor, type ImportDraft } from '#web/imports/import-draft.ts'
import { ImportFile } from '#web/imports/import-file.tsx'
import { ImportWork } from '#web/imports/import-work.tsx'
import { PastImports } from '#web/imports/past-imports.tsx'
import { meQuery } from '#web/queries.ts'
import { Icon } from '#web/ui/icon.tsx'
import { Page } from '#web/ui/page.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { upload } from '#web/upload.ts'

const MAX_BYTES = 20 * 1024 * 1024

/** Coming over from Excel: a file, what its columns and names mean, and then all of it or nothing. */
export function ImportPage() {
  const { t } = useTranslation(['imports', 'shell'])
  const { percent } = useFormat()
  const navigate = useNavigate({ from: '/import' })
  const { data: me } = useQuery(meQuery)
  const search = useSearch({ from: '/signed-in/import' })
  const kinds: ImportKind[] = [
    ...(me?.deeds.includes('task.draft') ? (['tasks'] as const) : []),
    ...(me?.deeds.includes('directive.register') ? (['directives'] as const) : []),
  ]
  const kind = search.kind ?? kinds[0] ?? 'tasks'
  const [draft, setDraft] = useState<ImportDraft | null>(null)
  const [name, setName] = useState<string | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const [problem, setProblem] = useState<unknown>(null)

  async function take(file: File): Promise<void> {
    setProblem(null)
    setDraft(null)
    setName(file.name)
    if (file.size > MAX_BYTES) {
      setProblem('size')
      return
    }
    setShare(0)
    try {
      const { id } = await upload(file, setShare)
      setDraft(draftFor(kind, id))
    } catch (error) {
      setProblem(error)
    } finally {
      setShare(null)
    }
  }

  if (me && kinds.length === 0)
    return (
      <Page title={t('title')}>
        <div className="page narrow">
          <p className="nt">
            <Icon name="info" />
            <span>{t('notEntitled')}</span>
          </p>
        </div>
      </Page>
    )
  return (
    <Page
      title={t('title')}
      crumbs={
        kind === 'tasks' ? (
          <Link to="/assignments">{t('shell:nav.assignments')}</Link>
        ) : (
          <Link to="/directives">{t('shell:nav.directives')}</Link>
        )
      }
    >
      <div className="page imp stack wide-gap">
        <p className="ink2">{t('lead')}</p>
        <ImportFile
          kind={kind}
          kinds={kinds}
          onKind={(next) => {
            void navigate({ search: { kind: next }, replace: true })
            if (draft) setDraft(draftFor(next, draft.fileId))
          }}
          fileName={name}
          onFile={(file) => void take(file)}
        />
        {share !== null && (
          <div>
            <output className="mut">{t('progress.upload', { percent: percent(share, 0) })}</output>
            <progress className="imp-bar" aria-label={t('progress.uploadLabel')} value={share} />
          </div>
        )}
        {problem === 'size' ? (
          <p className="nt over" role="alert">
            <Icon name="warn" />
            <span>{t('file.tooLarge')}</span>
          </p>
        ) : (
          <ProblemMessage error={problem} />
        )}
        {!draft && <PastImports />}
        {draft && <ImportWork key={`${draft.fileId} ${draft.kind}`} draft={draft} onDraft={setDraft} />}
      </div>
      <DropZone
        onFiles={(files) => {
          const [first] = files
          if (first) void take(first)
        }}
      />
    </Page>
  )
}
