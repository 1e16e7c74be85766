import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { filesApi, MAX_FILE_BYTES, type FileRef } from '#core/files/api.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icon.tsx'
import { useProblemText } from '#web/ui/problem-message.tsx'

/** Files are sent as soon as they are chosen; the report names those that arrived. */
export function EvidenceField({
  files,
  onChange,
}: {
  files: readonly FileRef[]
  onChange: (change: (files: readonly FileRef[]) => readonly FileRef[]) => void
}) {
  const { t } = useTranslation('tasks')
  const format = useFormat()
  const problemText = useProblemText()
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<readonly string[]>([])
  const [failures, setFailures] = useState<readonly string[]>([])

  const send = async (file: File) => {
    const { name } = file
    const failed = (problem: string) => setFailures((list) => [...list, t('form.uploadFailed', { name, problem })])
    if (file.size > MAX_FILE_BYTES) {
      failed(t('form.tooLarge'))
      return
    }
    setSending((list) => [...list, name])
    try {
      const answer = await call(filesApi.addFile, { query: { name }, bytes: file })
      onChange((list) => (list.some(({ id }) => id === answer.id) ? list : [...list, answer]))
    } catch (error) {
      failed(problemText(error))
    } finally {
      setSending((list) => list.filter((other) => other !== name))
    }
  }

  return (
    <fieldset className="f evf">
      <legend className="lab">{t('form.evidence')}</legend>
      {files.length === 0 ? null : (
        <ul>
          {files.map((file) => (
            <li key={file.id}>
              <Icon name="clip" />
              <span className="grow">{file.name}</span>
              <span className="mut nw">{format.bytes(file.size)}</span>
              <IconButton
                small
                icon="x"
                label={t('form.removeFile', { name: file.name })}
                onClick={() => onChange((list) => list.filter(({ id }) => id !== file.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <output className="mut">{sending.map((name) => t('form.uploading', { name })).join(', ')}</output>
      {failures.map((failure) => (
        <p key={failure} className="c-over" role="alert">
          {failure}
        </p>
      ))}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          setFailures([])
          for (const file of event.target.files ?? []) void send(file)
          event.target.value = ''
        }}
      />
      <div className="row wrap">
        <Button small icon="clip" onClick={() => input.current?.click()}>
          {t('form.addFile')}
        </Button>
        <small>{t('form.evidenceHint')}</small>
      </div>
    </fieldset>
  )
}
