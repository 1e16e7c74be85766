import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { importsApi } from '#core/imports/api.ts'
import type { AnswerOf } from '#core/kernel/endpoint.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import type { ImportDraft } from '#web/imports/import-draft.ts'

const LISTED = 12

/** What has become of the table, with the ways on. */
export function ImportResult({
  done: { counts, firstTask, lastTask, directives, forgotten },
  kind,
  issued,
}: {
  done: AnswerOf<typeof importsApi.runImport> & { forgotten: number }
  kind: ImportDraft['kind']
  issued: boolean
}) {
  const { t } = useTranslation('imports')
  const { number } = useFormat()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const facts = {
    tasks: number(counts.tasks),
    assignments: number(counts.assignments),
    directives: number(counts.directives),
  }
  return (
    <section className="sec stack" aria-label={t('result.title')}>
      <div className="say">
        <h2 ref={title} tabIndex={-1}>
          {t(kind === 'tasks' ? (issued ? 'result.issued' : 'result.drafted') : 'result.directives', facts)}
        </h2>
        {firstTask !== null && lastTask !== null && (
          <p className="ink2">{t('result.codes', { first: firstTask, last: lastTask })}</p>
        )}
        {kind === 'tasks' && counts.directives > 0 && <p className="ink2">{t('result.entered', facts)}</p>}
        {counts.hidden > 0 && (
          <p className="ink2">{t('summary.hidden', { count: counts.hidden, n: number(counts.hidden) })}</p>
        )}
        {counts.done > 0 && <p className="ink2">{t('summary.done', { count: counts.done, n: number(counts.done) })}</p>}
        {forgotten > 0 && <p className="c-over">{t('result.forgotten', { count: forgotten, n: number(forgotten) })}</p>}
      </div>
      <div className="row wrap">
        {kind === 'tasks' && (
          <Link className="btn pri" to="/tasks">
            {t('result.toTasks')}
          </Link>
        )}
        {kind === 'tasks' && (
          <Link className="btn" to="/assignments">
            {t('result.toAssignments')}
          </Link>
        )}
        <Link className="btn" to="/directives">
          {t('result.toDirectives')}
        </Link>
      </div>
      {directives.length > 0 && (
        <ul className="imp-entered">
          {directives.slice(0, LISTED).map(({ id, symbol }) => (
            <li key={id}>
              <Link to="/directives/$id" params={{ id }}>
                {symbol}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
