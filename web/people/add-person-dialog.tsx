import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '#core/people/api.ts'
import { call, newKey } from '#web/client.ts'
import { SecretNote } from '#web/people/secret-note.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/field.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'

const LOGIN = peopleApi.addPerson.body?.shape.login

/** A new account. Its first password is the server's and is shown here once. */
export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'shell'])
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const key = useRef(newKey())
  const [name, setName] = useState('')
  const [position, setPosition] = useState('')
  const [login, setLogin] = useState('')
  const [tried, setTried] = useState(false)
  const loginIsWrong = LOGIN?.safeParse(login).success === false
  const command = useMutation({
    mutationFn: () =>
      call(peopleApi.addPerson, { idempotencyKey: key.current, body: { login, name, position: position.trim() } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
    onError: () => {
      key.current = newKey()
    },
  })
  if (command.data)
    return (
      <Dialog
        title={t('added', { name: name.trim() })}
        onClose={onClose}
        actions={
          <Button look="primary" onClick={onClose}>
            {t('done')}
          </Button>
        }
      >
        <SecretNote
          label={t('password')}
          value={command.data.password}
          text={t('passwordOnce', { name: name.trim() })}
        />
      </Dialog>
    )
  return (
    <Dialog title={t('add')} onClose={onClose}>
      <form
        ref={form}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (name.trim() !== '' && !loginIsWrong) command.mutate()
          else if (form.current) focusFirstError(form.current)
        }}
      >
        <TextField
          label={t('name')}
          value={name}
          required
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          error={tried && name.trim() === '' ? t('nameNeeded') : undefined}
        />
        <TextField
          label={t('position')}
          value={position}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setPosition(event.target.value)}
        />
        <TextField
          label={t('login')}
          hint={t('loginHint')}
          value={login}
          required
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => setLogin(event.target.value)}
          error={tried && loginIsWrong ? t('loginWrong') : undefined}
        />
        <ProblemMessage error={command.error} />
        <div className="row">
          <Button type="submit" look="primary" busy={command.isPending}>
            {t('add')}
          </Button>
          <Button look="ghost" onClick={onClose}>
            {t('shell:cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
