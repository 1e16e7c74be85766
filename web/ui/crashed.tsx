import { useTranslation } from 'react-i18next'
import { Problem } from '#web/client.ts'
import { Button } from '#web/ui/button.tsx'
import { useProblemText } from '#web/ui/problem-message.tsx'

export function Crashed({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const textOf = useProblemText()
  const known = error instanceof Problem
  return (
    <main className="alone" id="content">
      <h1>{t('crashed.title')}</h1>
      <p>{known ? textOf(error) : t('crashed.text')}</p>
      <p className="mono mut">{error instanceof Error ? error.message : ''}</p>
      <Button look="primary" onClick={() => location.reload()}>
        {t('retry')}
      </Button>
    </main>
  )
}
