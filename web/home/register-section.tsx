import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { directivesApi } from '#core/directives/api.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'

const STATES = ['unread', 'tasks-recorded', 'no-task'] as const

/** The register by what its reading has come to: nine directives in ten order nothing, and that is recorded too. */
export function RegisterSection() {
  const { t } = useTranslation('home')
  const format = useFormat()
  const { data, error } = useQuery({
    queryKey: ['directives', 'of-home'],
    queryFn: ({ signal }) => call(directivesApi.listDirectives, { query: { limit: 1 }, signal }),
  })
  return (
    <section className="sec" aria-labelledby="register-title">
      <div className="sec-h">
        <h2 id="register-title">{t('register.title')}</h2>
        {data ? (
          <span className="meta">
            <Link to="/directives">{t('register.all', { count: data.total })}</Link>
          </span>
        ) : null}
      </div>
      {error ? <ProblemMessage error={error} /> : null}
      <ul className="wait">
        {STATES.map((state) => (
          <li key={state}>
            <span>{t(`register.${state}`)}</span>{' '}
            {data ? (
              <Link
                className="q n"
                to="/directives"
                search={{ state }}
                aria-label={`${format.number(data.states[state] ?? 0)}, ${t(`register.${state}`)}`}
              >
                {format.number(data.states[state] ?? 0)}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
