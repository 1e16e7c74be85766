import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResponseOf } from '#core/kernel/endpoint.ts'
import type { directivesApi } from '#core/directives/api.ts'
import type { ProposalContent } from '#core/directives/rereading.ts'
import { capitalised } from '#core/kernel/capitalised.ts'
import { useContentWords } from '#web/directives/content-words.ts'

type Shown = ResponseOf<typeof directivesApi.previewRereading>['differences'][number]

/** One difference: the sentence, and field by field what was and what would be. */
export function DifferenceItem({
  of,
  chosen,
  onToggle,
}: {
  of: Shown
  chosen: boolean
  /** Undefined where it is only shown. */
  onToggle: (() => void) | undefined
}) {
  const { t } = useTranslation('directives')
  const id = useId()
  const content = (of.after ?? of.before) as ProposalContent | null
  if (!content) return null
  const words = capitalised(content.kind === 'commitment' ? content.fields.action : content.fields.indicator)
  return (
    <li className="rr-i">
      {onToggle && <input type="checkbox" id={id} checked={chosen} onChange={onToggle} />}
      <div className="grow">
        <label className="rr-w" htmlFor={onToggle ? id : undefined}>
          <span className="tag">{t(content.exhortation ? 'kind.exhortation' : `kind.${content.kind}`)}</span>{' '}
          {of.citation && <span className="mut">{of.citation}: </span>}
          {words}
        </label>
        {of.held && (
          <p className="ink2">
            {t(`rereading.by.${of.held}`)}
            {of.after === null && ` ${t('rereading.notMade')}`}
            {of.task && (
              <>
                {' '}
                <Link to="/tasks/$id" params={{ id: of.task.id }}>
                  {t('task.open', { code: of.task.code })}
                </Link>
              </>
            )}
          </p>
        )}
        {of.before && of.after ? (
          <Fields before={of.before as ProposalContent} after={of.after as ProposalContent} names={of.fields} />
        ) : (
          <blockquote className="rr-q">{content.quote}</blockquote>
        )}
      </div>
    </li>
  )
}

function Fields({ before, after, names }: { before: ProposalContent; after: ProposalContent; names: string[] }) {
  const { t } = useTranslation('directives')
  const words = useContentWords()
  return (
    <table className="rr-t">
      <thead>
        <tr>
          <th scope="col">{t('rereading.field')}</th>
          <th scope="col">{t('rereading.before')}</th>
          <th scope="col">{t('rereading.after')}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name}>
            <th scope="row">{words.label(name)}</th>
            <td data-l={t('rereading.before')}>
              <del>{words.value(before, name)}</del>
            </td>
            <td data-l={t('rereading.after')}>
              <ins>{words.value(after, name)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
