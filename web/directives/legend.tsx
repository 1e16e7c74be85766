import { useTranslation } from 'react-i18next'

const KEYS = [
  ['xl', 'lead'],
  ['xc', 'cooperating'],
  ['xa', 'action'],
  ['xt', 'measure'],
  ['xd', 'deadline'],
  ['xo', 'deliverable'],
] as const

/** What the lines under the words mean: each is a shape first and a colour second. */
export function Legend({ maySelect, count }: { maySelect: boolean; count: number }) {
  const { t } = useTranslation('directives')
  return (
    <div className="kl">
      <ul aria-label={t('reader.legend')}>
        {KEYS.map(([look, field]) => (
          <li key={look}>
            <i className={look}>{t(`field.${field}`)}</i>
          </li>
        ))}
      </ul>
      <a className="jump" href="#proposals">
        {t('list.count', { count })}
      </a>
      {maySelect && <span className="hint">{t('reader.selectHint')}</span>}
    </div>
  )
}
