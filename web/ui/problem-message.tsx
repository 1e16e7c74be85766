import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { Problem } from '#web/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'

/** The sentence for a failure: what happened, what is kept, what to do. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation('problems')
  return (error) => {
    const code = error instanceof Problem ? error.code : 'page/failed'
    const facts = error instanceof Problem ? error.facts : {}
    if (i18next.exists(code, { ns: 'problems', keySeparator: false })) {
      return t(code as 'unknown', { ...facts, keySeparator: false })
    }
    return t('unknown', { code })
  }
}

export function ProblemMessage({ error, onRetry, id }: { error: unknown; onRetry?: () => void; id?: string }) {
  const { t } = useTranslation()
  const textOf = useProblemText()
  if (!error) return null
  return (
    <div className="nt over" role="alert" id={id}>
      <Icon name="warn" />
      <span>{textOf(error)}</span>
      {onRetry && (
        <Button small onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}
