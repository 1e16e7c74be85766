import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageText } from '#core/directives/page-text.ts'
import type { Drawing } from '#web/directives/drawing.ts'
import { Legend } from '#web/directives/legend.tsx'
import { Paper } from '#web/directives/paper.tsx'
import { Button } from '#web/ui/button.tsx'

/** The words of a page as they were entered, with what was read in them, and the way to enter them anew. */
export function PageWords({
  words,
  whole,
  busy,
  onEdit,
  onChecked,
  ...drawing
}: Drawing & {
  words: PageText
  whole: boolean
  busy: boolean
  onEdit: () => void
  /** Recognised words were compared with the picture and are right. */
  onChecked: () => void
}) {
  const { t } = useTranslation('directives')
  const { directive, may, count, ...paper } = drawing
  const root = useRef<HTMLDivElement>(null)
  const { activeId } = drawing
  useEffect(() => {
    if (activeId)
      root.current?.querySelector(`[data-sn~="${CSS.escape(activeId)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [activeId, words.id])
  return (
    <div ref={root}>
      <div className="row wrap pwh">
        <Origin of={words} whole={whole} />
        <span className="grow" />
        {may.decide && (
          <span className="row tight">
            {words.origin === 'recognised' && (
              <Button small icon="check" busy={busy} onClick={onChecked}>
                {t('page.checked')}
              </Button>
            )}
            <Button small icon="edit" onClick={onEdit}>
              {t(whole ? 'page.editWhole' : 'page.edit')}
            </Button>
          </span>
        )}
      </div>
      {may.seeProposals && <Legend maySelect={may.decide} count={count} />}
      <Paper directive={directive} page={whole ? undefined : words} {...paper} />
    </div>
  )
}

function Origin({ of, whole }: { of: PageText; whole: boolean }) {
  const { t } = useTranslation('directives')
  return (
    <>
      <h2>{whole ? t('reader.text') : t('page.of', { page: of.page })}</h2>
      <span className={of.origin === 'recognised' ? 'tag late' : 'tag'}>{t(`page.origin.${of.origin}`)}</span>
    </>
  )
}
