import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '#core/imports/import.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import type { ImportDraft } from '#web/imports/import-draft.ts'
import type { useRunImport } from '#web/imports/use-import.ts'
import { meQuery } from '#web/queries.ts'
import { settingsQuery } from '#web/settings/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'

/** Drafts or issued at once, and the button. It is never disabled: pressed too early it goes to what stands in the way. */
export function ImportRun({
  preview,
  kind,
  run,
  onRun,
}: {
  preview: ImportPreview
  kind: ImportDraft['kind']
  run: ReturnType<typeof useRunImport>
  onRun: (choice: { issue: boolean; evenIfAgain: boolean }) => void
}) {
  const { t } = useTranslation('imports')
  const { instant, number } = useFormat()
  const { data: me } = useQuery(meQuery)
  const { data: settings } = useQuery(settingsQuery)
  const [issue, setIssue] = useState(false)
  const [again, setAgain] = useState(false)
  const [asked, setAsked] = useState(false)
  const { counts, before } = preview
  // Where a leader approves first, nothing is issued at once.
  const mayIssue =
    kind === 'tasks' &&
    (me?.deeds.includes('assignment.issue') ?? false) &&
    settings?.approvalFor.includes('by-hand') === false
  return (
    <section className="sec" aria-label={t('run.title')}>
      <div className="stack">
        {mayIssue && (
          <fieldset className="imp-kind">
            <legend className="vh">{t('run.how')}</legend>
            <label className="chk">
              <input type="radio" name="issue" checked={!issue} onChange={() => setIssue(false)} />
              {t('run.draft')}
            </label>
            <label className="chk">
              <input type="radio" name="issue" checked={issue} onChange={() => setIssue(true)} />
              {t('run.issue')}
            </label>
          </fieldset>
        )}
        {before && (
          <div className="nt late">
            <Icon name="warn" />
            <div>
              <p>
                {t(`run.before.${kind}`, {
                  at: instant(before.at),
                  n: number(kind === 'tasks' ? before.tasks : before.directives),
                })}
              </p>
              <label className="chk">
                <input
                  id="even-so"
                  type="checkbox"
                  className="cb"
                  checked={again}
                  aria-invalid={(asked && !again) || undefined}
                  onChange={(event) => setAgain(event.target.checked)}
                />
                {t('run.evenIfAgain')}
              </label>
            </div>
          </div>
        )}
        <ProblemMessage error={run.error} />
        <div className="row wrap">
          <Button
            look="primary"
            icon="check"
            busy={run.isPending}
            onClick={() => {
              setAsked(true)
              if (before && !again) document.getElementById('even-so')?.focus()
              else onRun({ issue: mayIssue && issue, evenIfAgain: again })
            }}
          >
            {kind === 'tasks'
              ? t('run.tasks', { count: counts.tasks, n: number(counts.tasks) })
              : t('run.directives', { count: counts.directives, n: number(counts.directives) })}
          </Button>
          <span className="mut">
            {counts.wrong + counts.open > 0 && asked
              ? t('run.notYet', { wrong: number(counts.wrong), open: number(counts.open) })
              : t('run.all')}
          </span>
        </div>
        {run.isPending && <Writing counts={counts} />}
      </div>
    </section>
  )
}

/** All is one transaction: how far it has come cannot be seen from outside, only how long it has taken. */
function Writing({ counts }: { counts: ImportPreview['counts'] }) {
  const { t } = useTranslation('imports')
  const { number } = useFormat()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1000)
    return () => clearInterval(timer)
  }, [])
  const facts = {
    tasks: number(counts.tasks),
    assignments: number(counts.assignments),
    directives: number(counts.directives),
  }
  return (
    <div>
      <output className="mut">{t('progress.writing', { ...facts, seconds: number(seconds) })}</output>
      <progress className="imp-bar" aria-label={t('progress.writingLabel')} />
    </div>
  )
}
