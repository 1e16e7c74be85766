import { useTranslation } from 'react-i18next'
import type { ReadingState } from '#core/directives/directive.ts'

/** The shapes of the reading register: a high column has tasks, a low line has none, a hollow one waits, a dotted one is secret. */
export function ReadingMark({ of }: { of: ReadingState }) {
  const { t } = useTranslation('directives')
  return (
    <span className="rm">
      <svg width="8" height="14" viewBox="0 0 8 14" aria-hidden="true">
        {of === 'tasks-recorded' && <rect x="2" y="1" width="4" height="12" fill="var(--cham)" />}
        {of === 'no-task' && <path d="M4 8v5" stroke="var(--line-3)" strokeWidth="1.5" />}
        {of === 'unread' && (
          <rect x="1.7" y="5.7" width="4.6" height="6.6" fill="none" stroke="var(--over)" strokeWidth="1.3" />
        )}
        {of === 'secret' && <path d="M4 1v12" stroke="var(--ink-3)" strokeWidth="2" strokeDasharray="2 1.5" />}
      </svg>
      {t(`readingState.${of}`)}
    </span>
  )
}
