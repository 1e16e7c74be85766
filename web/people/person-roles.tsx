import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import { peopleApi, type PersonRow, type RoleGrant } from '#core/people/api.ts'
import { Role } from '#core/people/role.ts'
import type { NamedAddressee } from '#core/units/unit-ref.ts'
import { call, newKey } from '#web/client.ts'
import { GrantWords } from '#web/people/grant-words.tsx'
import { meQuery } from '#web/queries.ts'
import { AddresseePicker } from '#web/ui/addressee-picker.tsx'
import { Button } from '#web/ui/button.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { SelectField } from '#web/ui/field.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'
import { showToast } from '#web/ui/toast.tsx'

/** The roles of a person with their days; a role is ended, never taken out of the past. */
export function PersonRoles({ person }: { person: PersonRow }) {
  const { t } = useTranslation('accounts')
  const [open, setOpen] = useState<string | null>(null)
  const close = () => setOpen(null)
  return (
    <section className="sec stack">
      <div className="sec-h">
        <h3>{t('roles')}</h3>
      </div>
      {person.roles.length === 0 ? <p className="mut">{t('noRole')}</p> : null}
      <ul className="grants">
        {person.roles.map((grant) => (
          <li key={grant.id}>
            <div className="row wrap">
              <GrantWords grant={grant} />
              <span className="grow" />
              {grant.to === null ? (
                <Button small aria-expanded={open === grant.id} onClick={() => setOpen(grant.id)}>
                  {t('end')}
                </Button>
              ) : null}
            </div>
            {open === grant.id ? <EndForm person={person} grant={grant} onClose={close} /> : null}
          </li>
        ))}
      </ul>
      {open === 'new' ? (
        <GrantForm person={person} onClose={close} />
      ) : (
        <div className="row">
          <Button icon="plus" onClick={() => setOpen('new')}>
            {t('grant')}
          </Button>
        </div>
      )}
    </section>
  )
}

function EndForm({ person, grant, onClose }: { person: PersonRow; grant: RoleGrant; onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'people', 'shell'])
  const client = useQueryClient()
  const { data: me } = useQuery(meQuery)
  const [on, setOn] = useState<PlainDate | null>(me?.today ?? null)
  const command = useMutation({
    mutationFn: (day: PlainDate) =>
      call(peopleApi.endRole, { params: { id: person.id, grantId: grant.id }, body: { on: day } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['people'] })
      showToast(t('ended'))
      onClose()
    },
  })
  return (
    <form
      className="act-form stack"
      aria-label={t('endRole', { role: t(`people:role.${grant.role}`), unit: grant.unit.shortName })}
      onSubmit={(event) => {
        event.preventDefault()
        if (on !== null) command.mutate(on)
      }}
    >
      <DateField label={t('endOn')} value={on} onChange={setOn} error={on === null ? t('dayNeeded') : undefined} />
      <ProblemMessage error={command.error} />
      <div className="row">
        <Button type="submit" look="primary" busy={command.isPending}>
          {t('end')}
        </Button>
        <Button look="ghost" onClick={onClose}>
          {t('shell:cancel')}
        </Button>
      </div>
    </form>
  )
}

function GrantForm({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const { t } = useTranslation(['accounts', 'people', 'shell'])
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const key = useRef(newKey())
  const { data: me } = useQuery(meQuery)
  const [role, setRole] = useState<Role>('officer')
  const [unit, setUnit] = useState<NamedAddressee[]>([])
  const [from, setFrom] = useState<PlainDate | null>(me?.today ?? null)
  const [to, setTo] = useState<PlainDate | null>(null)
  const [tried, setTried] = useState(false)
  const [chosen] = unit
  const command = useMutation({
    mutationFn: (body: { role: Role; unitId: string; from: PlainDate; to: PlainDate | null }) =>
      call(peopleApi.grantRole, { params: { id: person.id }, idempotencyKey: key.current, body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['people'] })
      showToast(t('granted'))
      onClose()
    },
    onError: () => {
      key.current = newKey()
    },
  })
  return (
    <form
      ref={form}
      className="act-form stack"
      noValidate
      aria-label={t('grant')}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (chosen && from !== null) command.mutate({ role, unitId: chosen.id, from, to })
        else if (form.current) focusFirstError(form.current)
      }}
    >
      <div className="ff">
        <SelectField
          label={t('role')}
          value={role}
          onChange={(event) => setRole(Role.parse(event.target.value))}
          options={Role.options.map((value) => ({ value, text: t(`people:role.${value}`) }))}
        />
        <AddresseePicker
          label={t('unit')}
          value={unit}
          onChange={setUnit}
          kinds={['unit']}
          single
          error={tried && !chosen ? t('unitNeeded') : undefined}
        />
        <DateField
          label={t('from')}
          value={from}
          onChange={setFrom}
          error={tried && from === null ? t('dayNeeded') : undefined}
        />
        <DateField label={t('to')} value={to} onChange={setTo} hint={t('toHint')} />
      </div>
      <ProblemMessage error={command.error} />
      <div className="row">
        <Button type="submit" look="primary" busy={command.isPending}>
          {t('grant')}
        </Button>
        <Button look="ghost" onClick={onClose}>
          {t('shell:cancel')}
        </Button>
      </div>
    </form>
  )
}
