import '#web/tasks/discussion.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRef } from '#core/kernel/person-ref.ts'
import { discussionApi } from '#core/tasks/discussion-api.ts'
import { call, newKey } from '#web/client.ts'
import { messagesQuery } from '#web/tasks/discussion-queries.ts'
import { MessageField } from '#web/tasks/message-field.tsx'
import { MessageLine } from '#web/tasks/message-line.tsx'
import { mentionsIn, takeMessage } from '#web/tasks/take-message.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'

/** What is said about an assignment among those who read it; whoever writes is told who that is. */
export function Discussion({ id, isIssued }: { id: string; isIssued: boolean }) {
  const { t } = useTranslation('assignment')
  const { data, error } = useQuery(messagesQuery(id))
  return (
    <div className="disc">
      {error ? <ProblemMessage error={error} /> : null}
      {data && !isIssued ? <p className="mut">{t('discussion.draft')}</p> : null}
      {data && isIssued && data.items.length === 0 ? <p className="mut">{t('discussion.empty')}</p> : null}
      {data && data.items.length > 0 ? (
        <ol>
          {data.items.map((message) => (
            <MessageLine key={message.id} message={message} assignmentId={id} mayWrite={data.mayWrite} />
          ))}
        </ol>
      ) : null}
      {data && !data.mayWrite ? <p className="mut">{t('discussion.readOnly')}</p> : null}
      {data?.mayWrite ? <MessageForm id={id} shown={data.asOf} /> : null}
    </div>
  )
}

/** A number beside the title, once what was said is there. */
export function UnreadCount({ id }: { id: string }) {
  const { t } = useTranslation('assignment')
  const { data } = useQuery(messagesQuery(id))
  if (!data || data.items.length === 0) return null
  return (
    <span className="meta">
      {data.unread > 0 ? <b className="tag">{t('discussion.unread', { count: data.unread })}</b> : data.items.length}
    </span>
  )
}

function MessageForm({ id, shown }: { id: string; shown: string }) {
  const { t } = useTranslation('assignment')
  const client = useQueryClient()
  const key = useRef(newKey())
  const [text, setText] = useState('')
  const [named, setNamed] = useState<readonly PersonRef[]>([])
  const [tried, setTried] = useState(false)
  const command = useMutation({
    mutationFn: () =>
      call(discussionApi.writeMessage, {
        params: { id },
        idempotencyKey: key.current,
        body: { text: text.trim(), mentions: mentionsIn(text, named), shown },
      }),
    onSuccess: (message) => {
      takeMessage(client, id, message)
      key.current = newKey()
      setText('')
      setNamed([])
      setTried(false)
    },
    onError: () => {
      key.current = newKey()
    },
  })
  const send = () => {
    setTried(true)
    if (text.trim() !== '' && !command.isPending) command.mutate()
  }
  return (
    <form
      className="stack noprint"
      noValidate
      aria-label={t('discussion.title')}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <MessageField
        assignmentId={id}
        label={t('discussion.label')}
        value={text}
        onChange={(next, person) => {
          setText(next)
          if (person) setNamed([...named, person])
        }}
        onSend={send}
        error={tried && text.trim() === '' ? t('discussion.textNeeded') : undefined}
      />
      <ProblemMessage error={command.error} />
      <div className="row">
        <Button type="submit" icon="send" busy={command.isPending}>
          {t('discussion.send')}
        </Button>
      </div>
    </form>
  )
}
