import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NEEDED } from '#core/imports/column-role.ts'
import type { CellFault, ImportPreview } from '#core/imports/import.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { type ImportDraft, mappedAnew } from '#web/imports/import-draft.ts'
import { ImportNames, SeveralLeadsList } from '#web/imports/import-names.tsx'
import { ImportResult } from '#web/imports/import-result.tsx'
import { ImportRun } from '#web/imports/import-run.tsx'
import { ImportSetup } from '#web/imports/import-setup.tsx'
import { FaultList, ImportTable, ROWS_SHOWN } from '#web/imports/import-table.tsx'
import { usePreview, useRunImport } from '#web/imports/use-import.ts'
import { meQuery } from '#web/queries.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'

/** One file: its table, what is wrong with it, whom its names mean, and the button that takes it over. */
export function ImportWork({ draft, onDraft }: { draft: ImportDraft; onDraft: (draft: ImportDraft) => void }) {
  const { t } = useTranslation('imports')
  const { data: me } = useQuery(meQuery)
  const preview = usePreview(draft)
  const run = useRunImport(draft, preview.data)
  const [offset, setOffset] = useState(0)
  const root = useRef<HTMLDivElement>(null)
  const { data } = preview
  if (run.data) return <ImportResult done={run.data} kind={draft.kind} issued={run.variables?.issue ?? false} />

  function jump(fault: CellFault): void {
    const at = data?.rows.findIndex(({ row }) => row === fault.row) ?? 0
    setOffset(Math.floor(Math.max(0, at) / ROWS_SHOWN) * ROWS_SHOWN)
    focusSoon(`#cell-${fault.cell}`)
  }
  /** What keeps the table from being taken over: the button goes there. */
  function goToFirst(seen: ImportPreview): boolean {
    const [fault] = seen.faults
    if (NEEDED[draft.kind].some((role) => !seen.columns.some((column) => column.role === role)))
      focusSoon('.imp-grid select[aria-invalid]')
    else if (fault) jump(fault)
    else if (seen.counts.open > 0) focusSoon('.imp-names [data-open] :is(input, button)')
    else return false
    return true
  }
  function focusSoon(selector: string): void {
    requestAnimationFrame(() => {
      const found = root.current?.querySelector<HTMLElement>(selector)
      found?.scrollIntoView({ block: 'center', inline: 'center' })
      found?.focus({ preventScroll: true })
    })
  }

  return (
    <div ref={root} className="stack wide-gap" aria-busy={preview.isFetching}>
      {preview.isFetching && <Reading />}
      <ProblemMessage error={preview.error} onRetry={() => void preview.refetch()} />
      {preview.isPending && !preview.error && <Loading rows={8} what={t('progress.reading')} />}
      {data && (
        <>
          <Summary preview={data} kind={draft.kind} />
          <ImportSetup preview={data} draft={draft} onDraft={onDraft} />
          <ImportTable
            preview={data}
            kind={draft.kind}
            offset={offset}
            onOffset={setOffset}
            onRole={(letter, role) =>
              onDraft({
                ...draft,
                sheet: data.sheet,
                headerRow: data.headerRow,
                mapping: mappedAnew(data.columns, letter, role),
              })
            }
          />
          <FaultList faults={data.faults} onJump={jump} />
          <ImportNames
            preview={data}
            names={draft.names}
            mayTeach={me?.deeds.includes('dictionary.edit') ?? false}
            onName={(written, name) => onDraft({ ...draft, names: { ...draft.names, [written]: name } })}
          />
          <SeveralLeadsList
            leads={data.leads.map((one) => ({ ...one, as: draft.leads[one.written] ?? one.as }))}
            onLeads={(as, written) =>
              onDraft({
                ...draft,
                leads: { ...draft.leads, ...Object.fromEntries(written.map((cell) => [cell, as])) },
              })
            }
          />
          <ImportRun
            preview={data}
            kind={draft.kind}
            run={run}
            onRun={(choice) => {
              if (!preview.isFetching && !goToFirst(data)) run.mutate(choice)
            }}
          />
        </>
      )}
    </div>
  )
}

function Reading() {
  const { t } = useTranslation('imports')
  return <progress className="imp-bar" aria-label={t('progress.reading')} />
}

/** The one question of the screen: what would become of the table, and what stands in the way. */
function Summary({
  preview: { counts, fileName, sheet },
  kind,
}: {
  preview: ImportPreview
  kind: ImportDraft['kind']
}) {
  const { t } = useTranslation('imports')
  const { number } = useFormat()
  const parts =
    kind === 'tasks'
      ? [
          t('summary.tasks', { count: counts.tasks, n: number(counts.tasks) }),
          t('summary.assignments', { count: counts.assignments, n: number(counts.assignments) }),
        ]
      : [t('summary.directives', { count: counts.directives, n: number(counts.directives) })]
  const more = [
    ...(kind === 'tasks' && counts.directives > 0
      ? [t('summary.newDirectives', { count: counts.directives, n: number(counts.directives) })]
      : []),
    ...(counts.done > 0 ? [t('summary.done', { count: counts.done, n: number(counts.done) })] : []),
    ...(counts.hidden > 0 ? [t('summary.hidden', { count: counts.hidden, n: number(counts.hidden) })] : []),
    ...(counts.known > 0 ? [t('summary.known', { count: counts.known, n: number(counts.known) })] : []),
    ...(counts.open > 0 ? [t('summary.open', { count: counts.open, n: number(counts.open) })] : []),
  ]
  return (
    <div className="say" aria-live="polite">
      <h2>{[...parts, t('summary.wrong', { count: counts.wrong, n: number(counts.wrong) })].join(', ')}</h2>
      <p className="ink2">{[t('summary.of', { name: fileName, sheet }), ...more].join('; ')}</p>
    </div>
  )
}
