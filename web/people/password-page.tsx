import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '#core/people/api.ts'
import { call } from '#web/client.ts'
import { Entrance } from '#web/people/entrance.tsx'
import { isNewPassword, NewPasswordFields } from '#web/people/new-password.tsx'
import { meQuery, queryClient } from '#web/queries.ts'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/field.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

export function PasswordPage() {
  const { t } = useTranslation('people')
  const navigate = useNavigate()
  const router = useRouter()
  const { data: me } = useQuery(meQuery)
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const change = useMutation({
    mutationFn: () => call(peopleApi.changePassword, { body: { current, next } }),
    onSuccess: async () => {
      await queryClient.resetQueries({ queryKey: meQuery.queryKey })
      showToast(t('password.done'))
      await navigate({ to: '/' })
    },
  })
  return (
    <Entrance title={t('password.title')} demo={me?.demo ?? false}>
      <div className="entr-one">
        <section className="sec">
          <div className="sec-h">
            <h1>{t('password.title')}</h1>
            <p>{me?.person.name}</p>
          </div>
          {me?.mustChangePassword && <p className="nt">{t('password.forced')}</p>}
          <form
            className="form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              setTried(true)
              if (current === '' || !isNewPassword(next, again)) focusFirstError(event.currentTarget)
              else if (!change.isPending) change.mutate()
            }}
          >
            <TextField
              label={t('password.current')}
              type="password"
              value={current}
              autoComplete="current-password"
              onChange={(event) => setCurrent(event.target.value)}
              error={tried && current === '' && t('signIn.passwordMissing')}
            />
            <NewPasswordFields next={next} again={again} onNext={setNext} onAgain={setAgain} tried={tried} />
            <div className="row">
              <Button type="submit" look="primary" busy={change.isPending}>
                {t('password.action')}
              </Button>
              {!me?.mustChangePassword && (
                <Button look="ghost" onClick={() => router.history.back()}>
                  {t('password.back')}
                </Button>
              )}
            </div>
          </form>
          <ProblemMessage error={change.error} />
        </section>
      </div>
    </Entrance>
  )
}
