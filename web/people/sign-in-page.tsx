import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '#core/people/api.ts'
import type { Me } from '#core/people/api.ts'
import { call } from '#web/client.ts'
import { DemoPeople } from '#web/people/demo-people.tsx'
import { Entrance } from '#web/people/entrance.tsx'
import { signInRoute } from '#web/people/routes.tsx'
import { SignInForm } from '#web/people/sign-in-form.tsx'
import { meQuery, queryClient } from '#web/queries.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { Loading } from '#web/ui/states.tsx'

export function SignInPage() {
  const { t } = useTranslation('people')
  const { back } = signInRoute.useSearch()
  const navigate = useNavigate()
  const router = useRouter()
  const welcome = useQuery({
    queryKey: ['welcome'],
    queryFn: ({ signal }) => call(peopleApi.welcome, { signal }),
  })
  const signIn = useMutation({
    mutationFn: (body: { login: string; password: string }) => call(peopleApi.signIn, { body }),
    onSuccess: async (me: Me) => {
      queryClient.clear()
      queryClient.setQueryData(meQuery.queryKey, me)
      if (me.mustChangePassword) await navigate({ to: '/password' })
      else router.history.push(back ?? '/')
    },
  })
  const { data } = welcome
  const password = data?.password
  return (
    <Entrance title={t('signIn.title')} demo={data?.demo ?? false}>
      <div className={data?.demo ? 'entr-two' : 'entr-one'}>
        <section className="sec">
          <div className="sec-h">
            <h1>{t('signIn.title')}</h1>
          </div>
          <p className="ink2">{t('signIn.lead')}</p>
          <SignInForm onSubmit={(body) => signIn.mutate(body)} busy={signIn.isPending} />
          <ProblemMessage error={signIn.error} />
          <p className="mut">{t('signIn.forgotten')}</p>
          {data?.setup && (
            <p>
              <Link to="/setup">{t('signIn.setUp')}</Link>
            </p>
          )}
        </section>
        {welcome.isPending && <Loading rows={8} />}
        <ProblemMessage error={welcome.error} onRetry={() => void welcome.refetch()} />
        {data?.demo && typeof password === 'string' && (
          <DemoPeople people={data.people} onEnter={(login) => signIn.mutate({ login, password })} />
        )}
      </div>
    </Entrance>
  )
}
