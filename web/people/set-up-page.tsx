import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
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

const EMPTY = { token: '', organisation: '', name: '', login: '', password: '' }
const LOGIN = /^[a-z0-9][a-z0-9._-]{2,63}$/

export function SetUpPage() {
  const { t } = useTranslation('people')
  const navigate = useNavigate()
  const [body, setBody] = useState(EMPTY)
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const welcome = useQuery({ queryKey: ['welcome'], queryFn: ({ signal }) => call(peopleApi.welcome, { signal }) })
  const setUp = useMutation({
    mutationFn: () => call(peopleApi.setUp, { body }),
    onSuccess: async (me) => {
      queryClient.setQueryData(meQuery.queryKey, me)
      await navigate({ to: '/' })
    },
  })
  const errors = {
    token: body.token.trim() === '' && t('setUp.tokenMissing'),
    organisation: body.organisation.trim().length < 2 && t('setUp.organisationMissing'),
    name: body.name.trim() === '' && t('setUp.nameMissing'),
    login: !LOGIN.test(body.login.trim().toLowerCase()) && t('setUp.loginWrong'),
  }
  const complete = Object.values(errors).every((error) => error === false) && isNewPassword(body.password, again)
  const text = (field: 'token' | 'organisation' | 'name' | 'login') => ({
    label: t(`setUp.${field}`),
    value: body[field],
    onChange: (event: { target: { value: string } }) => setBody({ ...body, [field]: event.target.value }),
    error: tried && errors[field],
  })
  if (welcome.data && !welcome.data.setup) {
    return (
      <Entrance title={t('setUp.title')}>
        <div className="entr-one">
          <h1>{t('setUp.title')}</h1>
          <p>
            {t('setUp.already')} <Link to="/sign-in">{t('signIn.action')}</Link>
          </p>
        </div>
      </Entrance>
    )
  }
  return (
    <Entrance title={t('setUp.title')}>
      <div className="entr-one">
        <section className="sec">
          <div className="sec-h">
            <h1>{t('setUp.title')}</h1>
          </div>
          <p className="ink2">{t('setUp.lead')}</p>
          <form
            className="form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              setTried(true)
              if (!complete) focusFirstError(event.currentTarget)
              else if (!setUp.isPending) setUp.mutate()
            }}
          >
            <TextField {...text('token')} autoComplete="off" spellCheck={false} />
            <TextField {...text('organisation')} hint={t('setUp.organisationHint')} autoComplete="organization" />
            <TextField {...text('name')} autoComplete="name" />
            <TextField {...text('login')} hint={t('setUp.loginHint')} autoComplete="username" spellCheck={false} />
            <NewPasswordFields
              next={body.password}
              again={again}
              onNext={(password) => setBody({ ...body, password })}
              onAgain={setAgain}
              tried={tried}
            />
            <Button type="submit" look="primary" busy={setUp.isPending}>
              {t('setUp.action')}
            </Button>
          </form>
          <ProblemMessage error={setUp.error} />
        </section>
      </div>
    </Entrance>
  )
}
