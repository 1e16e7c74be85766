import { useTranslation } from 'react-i18next'
import { filesApi } from '#core/files/api.ts'
import type { ThreadStep } from '#core/tasks/thread-step.ts'
import { addressOf } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { StepHead } from '#web/tasks/step-head.tsx'
import { TruthGlyph } from '#web/ui/glyph.tsx'

/** The files behind the words, each with the way to its bytes. */
export function EvidenceStep({ step }: { step: Extract<ThreadStep, { stage: 'evidence' }> }) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const isConfirmed = step.state === 'done'
  const mark = isConfirmed ? t('thread.confirmedMark') : t('thread.reported')
  return (
    <>
      <StepHead step={step} title={t('thread.evidence')} note={t('count.files', { count: step.files.length })} />
      <ul className="evl">
        {step.files.map(({ file, report }) => (
          <li key={`${report.id}-${file.id}`}>
            <TruthGlyph of="reported" label={mark} />
            <a
              href={addressOf(filesApi.readFile, { id: file.id })}
              download={file.name}
              aria-label={t('thread.download', { name: file.name, size: format.bytes(file.size) })}
            >
              {file.name}
            </a>
            <span className="mut">{format.bytes(file.size)}</span>
            <span className="mut">{mark}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
