import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { peopleApi, type PersonRow } from '#core/people/api.ts'
import { call } from '#web/client.ts'
import { PersonRoles } from '#web/people/person-roles.tsx'
import { SecretNote } from '#web/people/secret-note.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/field.tsx'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** One account: what it says, its roles, its password, whether it is on. */
export function PersonDialog({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const { t } = useTranslation('accounts')
  return (
    <Dialog title={t('manage', { name: person.name })} onClose={onClose} wide>
      <DetailsForm person={person} />
      <PersonRoles person={person} />
      <AccountActions person={person} />
    </Dialog>
  )
}

function DetailsForm({ person }: { person: PersonRow }) {
  const { t } = useTranslation('accounts')
  const client = useQueryClient()
  const [name, setName] = useState(person.name)
  const [position, setPosition] = useState(person.position)
  const [tried, setTried] = useState(false)
  const command = useMutation({
    mutationFn: () =>
      call(peopleApi.changePerson, {
        params: { id: person.id },
        version: person.version,
        body: { name: name.trim(), position: position.trim() },
      }),
    onSuccess: () => showToast(t('saved')),
    // Also after a refusal: somebody else may have been faster, and the next try needs the new version.
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  })
  return (
    <form
      className="sec stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (name.trim() !== '') command.mutate()
      }}
    >
      <div className="sec-h">
        <h3>{t('details')}</h3>
        <span className="meta">{person.login}</span>
      </div>
      <div className="ff">
        <TextField
          label={t('name')}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          error={tried && name.trim() === '' ? t('nameNeeded') : undefined}
        />
        <TextField
          label={t('position')}
          value={position}
          maxLength={200}
          onChange={(event) => setPosition(event.target.value)}
        />
      </div>
      <ProblemMessage error={command.error} />
      <div className="row">
        <Button type="submit" busy={command.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

/** What changes how somebody gets in says what follows first, and is done on a second press. */
function AccountActions({ person }: { person: PersonRow }) {
  const { t } = useTranslation(['accounts', 'shell'])
  const client = useQueryClient()
  const [asked, setAsked] = useState<'reset' | 'switch' | null>(null)
  const settle = {
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  }
  const reset = useMutation({
    mutationFn: () => call(peopleApi.resetPassword, { params: { id: person.id } }),
    onSuccess: () => setAsked(null),
    ...settle,
  })
  const toggle = useMutation({
    mutationFn: () =>
      call(peopleApi.changePerson, {
        params: { id: person.id },
        version: person.version,
        body: { active: !person.active },
      }),
    onSuccess: () => {
      showToast(t(person.active ? 'switchedOff' : 'switchedOn'))
      setAsked(null)
    },
    ...settle,
  })
  const { name } = person
  const switchVerb = t(person.active ? 'switchOff' : 'switchOn')
  return (
    <section className="sec stack">
      <div className="sec-h">
        <h3>{t('state')}</h3>
      </div>
      {reset.data ? (
        <SecretNote label={t('password')} value={reset.data.password} text={t('passwordOnce', { name })} />
      ) : null}
      <div className="row wrap">
        <Button aria-expanded={asked === 'reset'} onClick={() => setAsked('reset')}>
          {t('reset')}
        </Button>
        <Button
          aria-expanded={asked === 'switch'}
          onClick={() => (person.active ? setAsked('switch') : toggle.mutate())}
          busy={toggle.isPending}
        >
          {switchVerb}
        </Button>
      </div>
      {asked === null ? null : (
        <div className="nt late">
          <span>{asked === 'reset' ? t('resetText', { name }) : t('switchOffText', { name })}</span>
          <Button
            look="primary"
            busy={reset.isPending || toggle.isPending}
            onClick={() => (asked === 'reset' ? reset.mutate() : toggle.mutate())}
          >
            {asked === 'reset' ? t('reset') : switchVerb}
          </Button>
          <Button look="ghost" onClick={() => setAsked(null)}>
            {t('shell:cancel')}
          </Button>
        </div>
      )}
      <ProblemMessage error={reset.error ?? toggle.error} />
    </section>
  )
}
