import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Secrecy, type StubHead } from '#core/directives/directive.ts'
import { DateField } from '#web/ui/date-field.tsx'
import { SelectField, TextField } from '#web/ui/field.tsx'

/** Whether the line can be kept: a number and who issued it. */
export function isWhole({ symbol, issuer }: StubHead): boolean {
  return symbol.trim() !== '' && issuer.trim() !== ''
}

/** All that the register says of a secret directive. */
export function StubFields({
  head,
  onChange,
  tried,
  box,
  children,
}: {
  head: StubHead
  onChange: (head: StubHead) => void
  /** What is missing is said once saving was tried. */
  tried: boolean
  box?: Ref<HTMLDivElement>
  children?: ReactNode
}) {
  const { t } = useTranslation('directives')
  return (
    <div className="ff" ref={box}>
      {(['symbol', 'issuer'] as const).map((name) => (
        <TextField
          key={name}
          wide
          required
          label={t(`stub.${name}`)}
          value={head[name]}
          maxLength={300}
          error={tried && head[name].trim() === '' && t('stub.missing')}
          onChange={(event) => onChange({ ...head, [name]: event.target.value })}
        />
      ))}
      <DateField
        label={t('stub.issuedOn')}
        value={head.issuedOn}
        onChange={(issuedOn) => onChange({ ...head, issuedOn })}
      />
      {children}
      <SelectField
        wide
        label={t('stub.grade')}
        value={head.secrecy}
        options={Secrecy.options.map((value) => ({ value, text: t(`register.grade.${value}`) }))}
        onChange={(event) => onChange({ ...head, secrecy: Secrecy.parse(event.target.value) })}
      />
    </div>
  )
}
