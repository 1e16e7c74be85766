import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dictionaryApi, type GroupRow } from '#core/units/dictionary-api.ts'
import type { NamedAddressee } from '#core/units/unit-ref.ts'
import { call, newKey } from '#web/client.ts'
import { EntryForm } from '#web/dictionary/parts.tsx'
import { useTeach } from '#web/dictionary/queries.ts'
import { AddresseePicker } from '#web/ui/addressee-picker.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { TextField } from '#web/ui/field.tsx'
import { focusFirstError } from '#web/ui/focus-first-error.ts'

/** A group and what it is called. Names of one that is there are added one by one; they are removed among the aliases. */
export function GroupDialog({ group, onClose }: { group?: GroupRow; onClose: () => void }) {
  const { t } = useTranslation(['dictionary', 'shell'])
  const key = useRef(newKey())
  const [name, setName] = useState(group?.name ?? '')
  const [members, setMembers] = useState<NamedAddressee[]>(group?.members ?? [])
  const [alias, setAlias] = useState('')
  const [tried, setTried] = useState(false)
  const isListed = !group || group.members !== null
  const nameIsWrong = name.trim().length < 2
  const membersAreMissing = isListed && members.length === 0
  async function add() {
    const body = { name, members: listed(members) }
    const { id } = await call(dictionaryApi.addGroup, { idempotencyKey: key.current, body }).catch((error: unknown) => {
      key.current = newKey()
      throw error
    })
    return id
  }
  async function change({ id, version, ...before }: GroupRow) {
    const same = JSON.stringify(listed(before.members ?? [])) === JSON.stringify(listed(members))
    if (before.name !== name.trim() || !same)
      await call(dictionaryApi.editGroup, {
        params: { id },
        version,
        body: { name, ...(isListed ? { members: listed(members) } : {}) },
      })
    return id
  }
  const command = useTeach(
    async () => {
      const id = group ? await change(group) : await add()
      if (alias.trim().length > 1)
        await call(dictionaryApi.addAlias, { body: { target: { kind: 'group', id }, text: alias } })
    },
    { onDone: onClose },
  )
  return (
    <Dialog title={group ? t('editOf', { name: group.name }) : t('groups.add')} onClose={onClose} wide>
      <EntryForm
        busy={command.isPending}
        error={command.error}
        submit={group ? t('shell:save') : t('add')}
        onClose={onClose}
        onSend={(form) => {
          setTried(true)
          if (!nameIsWrong && !membersAreMissing) command.mutate()
          else focusFirstError(form)
        }}
      >
        <TextField
          label={t('groups.name')}
          value={name}
          required
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          error={tried && nameIsWrong ? t('nameNeeded') : undefined}
        />
        {isListed ? (
          <AddresseePicker
            label={t('groups.members')}
            hint={t('groups.membersHint')}
            value={members}
            kinds={['unit', 'external']}
            onChange={setMembers}
            error={tried && membersAreMissing ? t('groups.membersNeeded') : undefined}
          />
        ) : (
          <p className="nt">
            <span>{t('groups.byKindText', { name: group.belowName })}</span>
          </p>
        )}
        <TextField
          label={group && group.aliases.length > 0 ? t('groups.newAlias') : t('groups.addAlias')}
          hint={group && group.aliases.length > 0 ? `${t('groups.aliases')}: ${group.aliases.join('; ')}` : undefined}
          value={alias}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setAlias(event.target.value)}
        />
      </EntryForm>
    </Dialog>
  )
}

function listed(members: readonly NamedAddressee[]) {
  return members.flatMap(({ kind, id }) => (kind === 'group' ? [] : [{ kind, id }]))
}
