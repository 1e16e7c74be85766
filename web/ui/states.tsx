import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Grey bars in the real row height, after 300 ms, so that a fast answer shows none of them. */
export function Loading({ rows = 6, what }: { rows?: number; what?: string }) {
  const { t } = useTranslation()
  const [phase, setPhase] = useState<'quiet' | 'bars' | 'slow'>('quiet')
  useEffect(() => {
    const bars = setTimeout(() => setPhase('bars'), 300)
    const slow = setTimeout(() => setPhase('slow'), 5000)
    return () => {
      clearTimeout(bars)
      clearTimeout(slow)
    }
  }, [])
  if (phase === 'quiet') return null
  return (
    <output className="ldg">
      <span className={phase === 'slow' ? 'mut' : 'vh'}>{what ?? t('loading')}</span>
      {Array.from({ length: rows }, (_, at) => (
        <i key={at} aria-hidden="true" />
      ))}
    </output>
  )
}

/** Says what would be here, and the one action. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {action}
    </div>
  )
}
