// oxlint-disable jsx-a11y/prefer-tag-over-role -- these are drawings, an <img> would not take the colours of the page
import { useTranslation } from 'react-i18next'
import { LATENESS_SIGN, type LatenessWord } from '#web/ui/lateness-sign.ts'

const COLOUR = {
  open_in_term: 'open',
  open_overdue: 'over',
  open_no_deadline: 'none',
  done_on_time: 'ok',
  done_late: 'late',
  done_no_deadline: 'ok',
  closed_without_result: 'none',
  draft: 'none',
} as const satisfies Record<LatenessWord, string>

/** The sign of a lateness class: filled is done, hollow is open; circle is in time, triangle is late, dashed square has no deadline. */
export function LatenessGlyph({ of, beside }: { of: LatenessWord; beside?: boolean }) {
  const { t } = useTranslation()
  const name = beside ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`lateness.${of}`) }
  return (
    <svg className={`g g-${COLOUR[of]}`} {...name}>
      <use href={`#${LATENESS_SIGN[of]}`} />
    </svg>
  )
}

const TRUTH = { verified: 'ver', reported: 'rep', estimated: 'est', doubtful: 'dbt', missing: 'mis' } as const

/** The sign of how far a figure can be relied on: solid is verified, hollow is only reported. */
export function TruthGlyph({ of, label }: { of: keyof typeof TRUTH; label: string }) {
  return (
    <svg className={`g t-${TRUTH[of]}`} role="img" aria-label={label}>
      <use href={`#${TRUTH[of]}`} />
    </svg>
  )
}
