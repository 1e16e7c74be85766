import { useTranslation } from 'react-i18next'
import { lazy, Suspense, useState } from 'react'
import { filesApi } from '#core/files/api.ts'
import type { ThreadStep } from '#core/tasks/thread-step.ts'
import { addressOf } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { StepHead } from '#web/tasks/step-head.tsx'
import { Button } from '#web/ui/button.tsx'
import { Loading } from '#web/ui/states.tsx'
import { TruthGlyph } from '#web/ui/glyph.tsx'

const FilePreview = lazy(() => import('#web/tasks/file-preview.tsx'))

/** The files behind the words, each with the way to its bytes. */
export function EvidenceStep({ step }: { step: Extract<ThreadStep, { stage: 'evidence' }> }) {
  const { t } = useTranslation(['tasks', 'assignment'])
  const [openId, setOpenId] = useState<string | null>(null)
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
            <Button
              small
              look="ghost"
              aria-expanded={openId === file.id}
              aria-label={t('assignment:preview.open', { name: file.name })}
              onClick={() => setOpenId(openId === file.id ? null : file.id)}
            >
              {t('assignment:preview.title')}
            </Button>
            <span className="mut">{format.bytes(file.size)}</span>
            <span className="mut">{mark}</span>
            {openId === file.id ? (
              <Suspense fallback={<Loading rows={3} />}>
                <FilePreview file={file} onClose={() => setOpenId(null)} />
              </Suspense>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
