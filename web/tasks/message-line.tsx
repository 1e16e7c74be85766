import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import { splitMentions } from '#core/tasks/discussion.ts'
import { discussionApi, type Message } from '#core/tasks/discussion-api.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { mentionsIn, takeMessage } from '#web/tasks/take-message.ts'
import { messagesQuery } from '#web/tasks/discussion-queries.ts'
import { MessageField } from '#web/tasks/message-field.tsx'
import { isStale } from '#web/tasks/use-assignment-command.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/field.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'

/** One message: who, for which unit, when; what it said before stays with it, and what was withdrawn stays as a line. */
export function MessageLine({
  message,
  assignmentId,
  mayWrite,
}: {
  message: Message
  assignmentId: string
  mayWrite: boolean
}) {
  const { t } = useTranslation('assignment')
  const format = useFormat()
  const [open, setOpen] = useState<'edit' | 'withdraw' | null>(null)
  const at = format.instant(message.writtenAt)
  const close = () => setOpen(null)
  return (
    <li className={message.unread ? 'unread' : undefined}>
      <div className="msg-h">
        <b>{message.author.name}</b>
        <span className="mut">{message.unit.shortName}</span>
        {message.unread ? <span className="tag">{t('discussion.new')}</span> : null}
        <time dateTime={message.writtenAt}>{at}</time>
      </div>
      {message.text === null ? (
        <p className="mut">{t('discussion.withdrawn', { reason: message.withdrawnReason ?? '' })}</p>
      ) : open === 'edit' ? (
        <EditForm message={message} text={message.text} assignmentId={assignmentId} onClose={close} />
      ) : (
        <p className="msg-t">
          {splitMentions(message.text, message.mentions).map((part, index) =>
            part.person ? <mark key={index}>{part.text}</mark> : part.text,
          )}
        </p>
      )}
      {message.earlier.length === 0 ? null : (
        <details className="sibs">
          <summary>
            {t('discussion.edited')}, {t('discussion.earlier')}
          </summary>
          {message.earlier.map((one) => (
            <p key={one.writtenAt} className="msg-t mut">
              <time dateTime={one.writtenAt}>{format.instant(one.writtenAt)}</time>: {one.text}
            </p>
          ))}
        </details>
      )}
      {open === 'withdraw' ? <WithdrawForm message={message} assignmentId={assignmentId} onClose={close} /> : null}
      {mayWrite && message.own && message.text !== null && open === null ? (
        <div className="row msg-a noprint">
          <Button small look="ghost" aria-label={t('discussion.editOf', { at })} onClick={() => setOpen('edit')}>
            {t('discussion.edit')}
          </Button>
          <Button
            small
            look="ghost"
            aria-label={t('discussion.withdrawOf', { at })}
            onClick={() => setOpen('withdraw')}
          >
            {t('discussion.withdraw')}
          </Button>
        </div>
      ) : null}
    </li>
  )
}

function useMessageCommand(message: Message, assignmentId: string, onClose: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (run: (at: { params: { id: string; messageId: string }; version: number }) => Promise<Message>) =>
      run({ params: { id: assignmentId, messageId: message.id }, version: message.version }),
    onSuccess: (answer) => {
      takeMessage(client, assignmentId, answer)
      onClose()
    },
    onError: (error) => {
      if (isStale(error)) void client.invalidateQueries({ queryKey: messagesQuery(assignmentId).queryKey })
    },
  })
}

function EditForm({
  message,
  text: was,
  assignmentId,
  onClose,
}: {
  message: Message
  text: string
  assignmentId: string
  onClose: () => void
}) {
  const { t } = useTranslation('assignment')
  const [text, setText] = useState(was)
  const [named, setNamed] = useState<readonly PersonRef[]>(message.mentions)
  const command = useMessageCommand(message, assignmentId, onClose)
  const save = () => {
    if (text.trim() === '') return
    const body = { text: text.trim(), mentions: mentionsIn(text, named) }
    command.mutate((at) => call(discussionApi.editMessage, { ...at, body }))
  }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <MessageField
        assignmentId={assignmentId}
        label={t('discussion.label')}
        value={text}
        onChange={(next, person) => {
          setText(next)
          if (person) setNamed([...named, person])
        }}
        onSend={save}
        error={text.trim() === '' ? t('discussion.textNeeded') : undefined}
        isOpened
      />
      <ProblemMessage error={command.error} />
      <div className="row">
        <Button type="submit" look="primary" small busy={command.isPending}>
          {t('discussion.save')}
        </Button>
        <Button small look="ghost" onClick={onClose}>
          {t('discussion.cancel')}
        </Button>
      </div>
    </form>
  )
}

function WithdrawForm({
  message,
  assignmentId,
  onClose,
}: {
  message: Message
  assignmentId: string
  onClose: () => void
}) {
  const { t } = useTranslation('assignment')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const command = useMessageCommand(message, assignmentId, onClose)
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (reason.trim() === '') return
        const body = { reason: reason.trim() }
        command.mutate((at) => call(discussionApi.withdrawMessage, { ...at, body }))
      }}
    >
      <TextField
        label={t('discussion.withdrawReason')}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        error={tried && reason.trim() === '' ? t('discussion.withdrawReasonNeeded') : undefined}
      />
      <ProblemMessage error={command.error} />
      <div className="row">
        <Button type="submit" small busy={command.isPending}>
          {t('discussion.withdraw')}
        </Button>
        <Button small look="ghost" onClick={onClose}>
          {t('discussion.cancel')}
        </Button>
      </div>
    </form>
  )
}
