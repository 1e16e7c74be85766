import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlainDate } from '#core/kernel/plain-date.ts'
import type { AssignmentRow } from '#core/tasks/answers.ts'
import type { NamedAddressee } from '#core/units/unit-ref.ts'
import { type BulkAction, type BulkArguments, type LeadRows, leadsOf } from '#web/bulk/bulk-actions.ts'
import { meQuery } from '#web/queries.ts'
import { handlersQuery } from '#web/tasks/queries.ts'
import { AddresseePicker } from '#web/ui/addressee-picker.tsx'
import { Button } from '#web/ui/button.tsx'
import { DateField } from '#web/ui/date-field.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { SelectField, TextArea } from '#web/ui/field.tsx'
import { focusFirstError, stopsAtUnreadable } from '#web/ui/focus-first-error.ts'
import { ProblemMessage } from '#web/ui/problem-message.tsx'

/** What the action needs to know, asked once for all rows. */
export function BulkForm({
  action,
  rows,
  isComplete,
  onRun,
  onClose,
}: {
  action: BulkAction
  rows: readonly AssignmentRow[]
  /** Every chosen row has been read. */
  isComplete: boolean
  onRun: (rows: readonly AssignmentRow[], said: BulkArguments) => void
  onClose: () => void
}) {
  const { t } = useTranslation(['views', 'tasks'])
  const form = useRef<HTMLFormElement>(null)
  const [reason, setReason] = useState('')
  const [dueOn, setDueOn] = useState<PlainDate | null>(null)
  const [personId, setPersonId] = useState('')
  const [units, setUnits] = useState<NamedAddressee[]>([])
  const { data: me } = useQuery(meQuery)
  const leads = action === 'assign_handler' ? leadsOf(rows, me?.roles.map(({ unit }) => unit.id) ?? []) : []
  const [leadId, setLeadId] = useState<string>()
  const lead = leads.find(({ unit }) => unit.id === leadId) ?? leads[0]
  const concerned = lead?.rows ?? rows
  const [isTried, setTried] = useState(false)
  const needsReason = action === 'withdraw' || action === 'revise'
  const isWrong =
    (needsReason && reason.trim() === '') ||
    (action === 'revise' && dueOn === null) ||
    (action === 'assign_handler' && personId === '') ||
    (action === 'add_cooperating' && units.length === 0)
  const submit = () => {
    setTried(true)
    // Enter in the day presses no button that would ask.
    if (form.current && stopsAtUnreadable(form.current)) return
    if (isWrong || !isComplete) {
      if (form.current) focusFirstError(form.current)
      return
    }
    const said: Record<BulkAction, BulkArguments> = {
      approve: {},
      issue: {},
      accept: {},
      confirm: {},
      withdraw: { reason },
      revise: { dueOn, reason },
      assign_handler: { personId: personId === NOBODY ? null : personId },
      add_cooperating: { unitIds: units.map(({ id }) => id) },
    }
    onRun(concerned, said[action])
  }
  return (
    <Dialog
      title={t('bulk.title', { action: t(`bulk.action.${action}`), count: concerned.length })}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={submit}>
          {t('bulk.run')}
        </Button>
      }
    >
      <form
        ref={form}
        className="bk-f"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <p className="mut">
          {t(`bulk.text.${action}`)} {t('bulk.each')}
        </p>
        {leads.length > 1 && lead ? (
          <SelectField
            label={t('tasks:field.lead')}
            hint={t('bulk.oneUnit', { count: leads.length })}
            value={lead.unit.id}
            onChange={(event) => {
              setLeadId(event.target.value)
              setPersonId('')
            }}
            options={leads.map((one) => ({
              value: one.unit.id,
              text: t('bulk.unitRows', { unit: one.unit.name, count: one.rows.length }),
            }))}
          />
        ) : null}
        {lead ? (
          <HandlerField
            lead={lead}
            hint={leads.length > 1 ? undefined : lead.unit.name}
            value={personId}
            onChange={setPersonId}
            error={isTried && personId === '' ? t('bulk.handlerNeeded') : undefined}
          />
        ) : null}
        {action === 'revise' ? (
          <DateField
            label={t('tasks:form.reviseDue')}
            value={dueOn}
            onChange={setDueOn}
            error={isTried && dueOn === null ? t('tasks:task.deadlineDayNeeded') : undefined}
          />
        ) : null}
        {action === 'add_cooperating' ? (
          <AddresseePicker
            label={t('bulk.units')}
            kinds={['unit']}
            value={units}
            onChange={setUnits}
            error={isTried && units.length === 0 ? t('bulk.unitsNeeded') : undefined}
          />
        ) : null}
        {needsReason ? (
          <TextArea
            label={t('tasks:form.reason')}
            rows={2}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            error={isTried && reason.trim() === '' ? t('tasks:form.reasonNeeded') : undefined}
          />
        ) : null}
        {isTried && !isComplete ? (
          <p className="nt warn" role="alert">
            {t('bulk.unread')}
          </p>
        ) : null}
      </form>
    </Dialog>
  )
}

/** Taking the handlers off is a choice, too: it is made, not left standing. */
const NOBODY = 'nobody'

/** The people of one unit, whose rows are concerned. */
function HandlerField({
  lead,
  hint,
  value,
  onChange,
  error,
}: {
  lead: LeadRows
  hint: string | undefined
  /** Empty until somebody, or nobody, has been chosen. */
  value: string
  onChange: (id: string) => void
  error: string | undefined
}) {
  const { t } = useTranslation(['tasks', 'views'])
  const people = useQuery(handlersQuery(lead.rows[0].id))
  return (
    <>
      <SelectField
        label={t('form.handler')}
        hint={hint}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        error={error}
        options={[
          { value: '', text: t('views:bulk.handlerChoose') },
          { value: NOBODY, text: t('form.handlerNone') },
          ...(people.data?.items ?? []).map((person) => ({
            value: person.id as string,
            text: person.position === '' ? person.name : `${person.name}, ${person.position}`,
          })),
        ]}
      />
      <ProblemMessage error={people.error} />
    </>
  )
}
