import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#web/ui/button.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { TextField } from '#web/ui/field.tsx'

export function SignInForm({
  onSubmit,
  busy,
}: {
  onSubmit: (body: { login: string; password: string }) => void
  busy: boolean
}) {
  const { t } = useTranslation('people')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (login.trim() === '' || password === '') focusFirstError(event.currentTarget)
        else if (!busy) onSubmit({ login, password })
      }}
    >
      <TextField
        label={t('signIn.login')}
        value={login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => setLogin(event.target.value)}
        error={tried && login.trim() === '' && t('signIn.loginMissing')}
      />
      <TextField
        label={t('signIn.password')}
        type="password"
        value={password}
        autoComplete="current-password"
        onChange={(event) => setPassword(event.target.value)}
        error={tried && password === '' && t('signIn.passwordMissing')}
      />
      <Button type="submit" look="primary" busy={busy}>
        {t('signIn.action')}
      </Button>
    </form>
  )
}
