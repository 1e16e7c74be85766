import { useTranslation } from 'react-i18next'
import type { Directive } from '#core/directives/directive.ts'
import { filesApi } from '#core/files/api.ts'
import { addressOf } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Icon } from '#web/ui/icon.tsx'

/** An original that is not shown here: it is opened beside the window, and its words are typed or pasted. */
export function NoPicture({ file, typing }: { file: Directive['file']; typing: boolean }) {
  const { t } = useTranslation('directives')
  const { bytes } = useFormat()
  if (!file) return null
  return (
    <section className="nopic" aria-label={t('page.originalFile')}>
      <p>
        {t('page.notShown', { name: file.name })} {typing && t('page.typeBeside')}
      </p>
      <a className="btn" href={addressOf(filesApi.readFile, { id: file.id })}>
        <Icon name="down" />
        {t('page.download')}
        <span className="mut">{bytes(file.size)}</span>
      </a>
    </section>
  )
}
