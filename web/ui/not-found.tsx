import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

export function NotFound() {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${t('notFound.title')} · ${t('product')}`
  }, [t])
  return (
    <main className="alone" id="content">
      <h1>{t('notFound.title')}</h1>
      <p>{t('notFound.text')}</p>
      <p>
        <a href="/">{t('notFound.back')}</a>
      </p>
    </main>
  )
}
