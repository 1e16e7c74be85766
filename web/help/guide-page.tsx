import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { GuideChapter } from '#web/help/guide-blocks.tsx'
import { useGuide } from '#web/help/use-guide.ts'
import { Button } from '#web/ui/button.tsx'
import { Page } from '#web/ui/page.tsx'
import { Loading } from '#web/ui/states.tsx'
import '#web/help/guide.css'

/** The whole guide on one page, to be read through or printed. */
export function GuidePage() {
  const { t } = useTranslation('help')
  const chapters = useGuide()
  const isThere = chapters !== undefined
  const open = (id: string) => document.querySelector(`#guide-${id}`)?.scrollIntoView()
  useEffect(() => {
    if (isThere && location.hash !== '') document.querySelector(`#guide-${location.hash.slice(1)}`)?.scrollIntoView()
  }, [isThere])
  return (
    <Page
      title={t('title')}
      actions={
        <Button icon="print" onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <div className="page gd-book">
        <p className="gd-cover">{t('cover')}</p>
        {!chapters && <Loading rows={12} />}
        <nav aria-label={t('chapters')}>
          <ol>
            {chapters?.map(({ id, title }) => (
              <li key={id}>
                <button type="button" className="gd-a" onClick={() => open(id)}>
                  {title}
                </button>
              </li>
            ))}
          </ol>
        </nav>
        {chapters?.map((chapter) => (
          <GuideChapter key={chapter.id} chapter={chapter} onOpen={open} />
        ))}
      </div>
    </Page>
  )
}
