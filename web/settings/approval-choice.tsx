import { useTranslation } from 'react-i18next'
import { TaskKind } from '#core/settings/settings.ts'
import { Choice } from '#web/settings/choice.tsx'

/** Which kinds of task wait for a leader, and what that means for each of them. */
export function ApprovalChoice({
  chosen,
  onChange,
  readOnly,
}: {
  chosen: readonly TaskKind[]
  onChange: (kinds: TaskKind[]) => void
  readOnly: boolean
}) {
  const { t } = useTranslation('settings')
  const kinds = TaskKind.options.filter((kind) => chosen.includes(kind))
  const effect =
    kinds.length === 0
      ? [t('approval.effect-none')]
      : [
          t('approval.effect-some', { kinds: kinds.map((kind) => t(`approval.kind.${kind}`)).join('; ') }),
          ...(kinds.includes('cascade') ? [t('approval.effect-cascade')] : []),
        ]
  return (
    <Choice title={t('approval.title')} effect={[...effect, t('approval.note')].join(' ')}>
      <fieldset disabled={readOnly}>
        <legend>{t('approval.label')}</legend>
        {TaskKind.options.map((kind) => (
          <label key={kind} className="chk">
            <input
              type="checkbox"
              className="cb"
              checked={chosen.includes(kind)}
              onChange={(event) =>
                onChange(TaskKind.options.filter((one) => (one === kind ? event.target.checked : chosen.includes(one))))
              }
            />
            {t(`approval.kind.${kind}`)}
          </label>
        ))}
      </fieldset>
    </Choice>
  )
}
