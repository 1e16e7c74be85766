import type { ReactNode } from 'react'
import type { NodeState } from '#core/tasks/mini-thread.ts'
import type { ThreadStage } from '#core/tasks/thread-step.ts'

const HOLLOW = { fill: 'var(--surface)' }

// One shape per stage, so that it reads at 8 px (DESIGN.md, section 9). Filled = confirmed, hollow = only reported.
const SHAPE: Readonly<Record<ThreadStage, (filled: boolean) => ReactNode>> = {
  sentence: () => (
    <>
      <path className="f" d="M8 3h6v16H8z" />
      <path d="M10 6.5h2M10 9.5h2M10 12.5h2M10 15.5h2" stroke="var(--surface)" strokeWidth="1.2" />
    </>
  ),
  task: (filled) =>
    filled ? (
      <rect className="f" x="4.5" y="4.5" width="13" height="13" />
    ) : (
      <rect className="k" x="4.5" y="4.5" width="13" height="13" style={HOLLOW} />
    ),
  issue: () => <path className="k" d="M4 11H18M8 11V4.5H18M8 11V17.5H18" />,
  answer: (filled) => (
    <>
      <circle className={filled ? 'f' : 'k'} cx="11" cy="11" r="6.5" style={filled ? undefined : HOLLOW} />
      <path
        d="M8 11.2 10.2 13.4 14.2 8.8"
        fill="none"
        stroke={filled ? 'var(--surface)' : 'var(--cham)'}
        strokeWidth="1.7"
      />
    </>
  ),
  change: () => <circle className="f" cx="11" cy="11" r="3" />,
  reports: (filled) =>
    filled ? (
      <circle className="f" cx="11" cy="11" r="7.5" />
    ) : (
      <circle className="k" cx="11" cy="11" r="6.5" style={HOLLOW} />
    ),
  evidence: (filled) => (
    <path
      className={filled ? 'f k' : 'k'}
      d="M11 3.8 18.2 11 11 18.2 3.8 11Z"
      style={filled ? { fill: 'var(--cham)' } : HOLLOW}
    />
  ),
  completion: (filled) => (
    <>
      <circle
        className={filled ? 'f k' : 'k'}
        cx="11"
        cy="11"
        r="7"
        style={filled ? { fill: 'var(--cham)' } : HOLLOW}
      />
      <path
        d="M7.6 11.2 10 13.6 14.4 8.6"
        fill="none"
        stroke={filled ? 'var(--surface)' : 'var(--cham)'}
        strokeWidth="1.8"
      />
    </>
  ),
  decision: () => (
    <>
      <circle className="f" cx="11" cy="11" r="8" />
      <circle cx="11" cy="11" r="3.2" fill="var(--surface)" />
    </>
  ),
  cascade: () => <rect className="k" x="4.5" y="4.5" width="13" height="13" style={HOLLOW} />,
  exit: () => <path className="w" d="M4 11H18" strokeLinecap="round" />,
}

/** The node of one step on the line. What it says stands in words beside it, so the drawing itself is silent. */
export function ThreadNode({ stage, state }: { stage: ThreadStage; state: NodeState }) {
  return (
    <svg className="nd" viewBox="0 0 22 22" aria-hidden="true">
      <circle className="p" cx="11" cy="11" r="10" />
      {state === 'missed' ? (
        <path className="e" d="M8 14.5 11.5 7.5M11.5 14.5 15 7.5" />
      ) : state === 'ahead' ? (
        <circle className="w" cx="11" cy="11" r="4" />
      ) : (
        SHAPE[stage](state === 'done')
      )}
    </svg>
  )
}
