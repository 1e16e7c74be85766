import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { filesApi } from '#core/files/api.ts'
import { addressOf } from '#web/client.ts'
import { Button } from '#web/ui/button.tsx'
import { Empty } from '#web/ui/states.tsx'

export const ZOOMS = ['fit', '100', '150'] as const
export type Zoom = (typeof ZOOMS)[number]

// A page of A4 at 96 dots per inch.
const FULL_WIDTH = 794
const LARGE = 2400
const USUAL = 1240

/** The picture of one page of the original. It scrolls in its own pane; the page behind it is fetched while it is looked at. */
export function PagePicture({
  fileId,
  page,
  count,
  zoom,
  title,
  onTurn,
}: {
  fileId: string
  page: number
  count: number
  zoom: Zoom
  title: string
  /** PageDown at the foot of the picture turns the page, as in every reader. */
  onTurn: (step: 1 | -1) => void
}) {
  const { t } = useTranslation('directives')
  const [failed, setFailed] = useState<string>()
  const [loaded, setLoaded] = useState<string>()
  const [tries, setTries] = useState(0)
  const width = zoom === '150' && devicePixelRatio > 1 ? LARGE : USUAL
  const address = pictureOf(fileId, page, width)
  useEffect(() => {
    if (loaded === address && page < count) new Image().src = pictureOf(fileId, page + 1, width)
  }, [loaded, address, fileId, page, count, width])
  const cssWidth = zoom === 'fit' ? '100%' : `${(FULL_WIDTH * Number(zoom)) / 100}px`
  return (
    // A pane that scrolls has to be reachable by the keyboard; the keys that turn pages belong to it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="pic"
      aria-label={t('page.picture', { page })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      onKeyDown={(event) => {
        const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : null
        if (step === null || event.altKey || event.ctrlKey || event.nativeEvent.isComposing) return
        const { scrollTop, clientHeight, scrollHeight } = event.currentTarget
        const atEnd = step === 1 ? scrollTop + clientHeight >= scrollHeight - 2 : scrollTop <= 2
        if (!atEnd) return
        event.preventDefault()
        onTurn(step)
      }}
    >
      {failed === address ? (
        <Empty
          action={
            <Button
              onClick={() => {
                setFailed(undefined)
                setTries(tries + 1)
              }}
            >
              {t('page.again')}
            </Button>
          }
        >
          {t('page.noPicture', { page })}
        </Empty>
      ) : (
        <img
          key={`${page} ${tries}`}
          className={loaded === address ? '' : 'wait'}
          src={address}
          alt={t('page.alt', { page, count, title })}
          loading="lazy"
          decoding="async"
          style={{ width: cssWidth }}
          onLoad={() => setLoaded(address)}
          onError={() => setFailed(address)}
        />
      )}
    </section>
  )
}

function pictureOf(fileId: string, page: number, width: number): string {
  return addressOf(filesApi.readPageImage, { id: fileId, page: `${page}` }, { width })
}
