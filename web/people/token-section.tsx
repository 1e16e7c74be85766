import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleApi } from '#core/people/api.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { tokensQuery } from '#web/people/queries.ts'
import { SecretNote } from '#web/people/secret-note.tsx'
import { Button } from '#web/ui/button.tsx'
import { TextField } from '#web/ui/field.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** Bearer tokens for other programs: made, shown once, revoked. */
export function TokenSection() {
  const { t } = useTranslation('accounts')
  const format = useFormat()
  const client = useQueryClient()
  const { data, error } = useQuery(tokensQuery)
  const readAgain = () => client.invalidateQueries({ queryKey: tokensQuery.queryKey })
  const revoke = useMutation({
    mutationFn: (id: string) => call(peopleApi.revokeToken, { params: { id } }),
    onSuccess: async () => {
      await readAgain()
      showToast(t('token.revoked'))
    },
  })
  return (
    <section className="sec stack" aria-labelledby="my-tokens">
      <div className="sec-h">
        <h2 id="my-tokens">{t('token.title')}</h2>
      </div>
      <p className="ink2">{t('token.text')}</p>
      {data?.items.length === 0 ? <p className="mut">{t('token.empty')}</p> : null}
      {data && data.items.length > 0 ? (
        <table className="tbl stackable">
          <caption className="vh">{t('token.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('token.name')}</th>
              <th scope="col">{t('token.createdAt')}</th>
              <th scope="col">{t('token.expiresAt')}</th>
              <th scope="col">
                <span className="vh">{t('token.revoke')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((token) => (
              <tr key={token.id}>
                <td>{token.name}</td>
                <td className="ink2">{format.instantDay(token.createdAt)}</td>
                <td className="ink2">{format.instantDay(token.expiresAt)}</td>
                <td className="num">
                  <Button
                    small
                    busy={revoke.isPending && revoke.variables === token.id}
                    aria-label={t('token.revokeNamed', { name: token.name })}
                    onClick={() => revoke.mutate(token.id)}
                  >
                    {t('token.revoke')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <ProblemMessage error={error ?? revoke.error} />
      <TokenForm onMade={() => void readAgain()} />
    </section>
  )
}

function TokenForm({ onMade }: { onMade: () => void }) {
  const { t } = useTranslation('accounts')
  const form = useRef<HTMLFormElement>(null)
  const [name, setName] = useState('')
  const [days, setDays] = useState('90')
  const [tried, setTried] = useState(false)
  const daysAreWrong = !/^\d{1,3}$/.test(days) || Number(days) < 1 || Number(days) > 366
  const make = useMutation({
    mutationFn: () => call(peopleApi.makeToken, { body: { name: name.trim(), days: Number(days) } }),
    onSuccess: () => {
      setName('')
      setTried(false)
      onMade()
    },
  })
  return (
    <form
      ref={form}
      className="act-form stack"
      noValidate
      aria-label={t('token.make')}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (name.trim() !== '' && !daysAreWrong) make.mutate()
        else if (form.current) focusFirstError(form.current)
      }}
    >
      {make.data ? <SecretNote label={t('token.value')} value={make.data.token} text={t('token.made')} /> : null}
      <div className="ff">
        <TextField
          label={t('token.name')}
          hint={t('token.nameHint')}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
          error={tried && name.trim() === '' ? t('token.nameNeeded') : undefined}
        />
        <TextField
          label={t('token.days')}
          hint={t('token.daysHint')}
          value={days}
          inputMode="numeric"
          onChange={(event) => setDays(event.target.value.trim())}
          error={tried && daysAreWrong ? t('token.daysWrong') : undefined}
        />
      </div>
      <ProblemMessage error={make.error} />
      <div className="row">
        <Button type="submit" busy={make.isPending}>
          {t('token.make')}
        </Button>
      </div>
    </form>
  )
}
