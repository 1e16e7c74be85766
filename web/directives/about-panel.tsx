import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Directive } from '#core/directives/directive.ts'
import '#web/directives/about.css'
import { HeadDialog } from '#web/directives/head-dialog.tsx'
import type { MayOnDirective } from '#web/directives/may-on.ts'
import { pageAt } from '#web/directives/pages-of.ts'
import { Overtaken, Related } from '#web/directives/related.tsx'
import { Button } from '#web/ui/button.tsx'

/** What is known of a directive besides its text: who signed it, who gets it, what it does to other documents. Closed it is one line. */
export function AboutPanel({
  directive,
  may,
  onPlace,
}: {
  directive: Directive
  may: MayOnDirective
  /** Undefined where the text is not to be seen. */
  onPlace: ((offset: number) => void) | undefined
}) {
  const { t } = useTranslation('directives')
  const [editing, setEditing] = useState(false)
  const { signerName, signerPosition, signerAuthority, addressees, recipients, relations, relatedBy } = directive
  const later = relatedBy.filter((one) => one.kind !== 'replaces' && one.kind !== 'amends')
  const inShort = [
    signerName && t('about.signed', { name: signerName }),
    addressees.length > 0 && t('about.to', { count: addressees.length, name: addressees[0]?.name ?? '' }),
    recipients.length > 0 && t('about.copies', { count: recipients.length }),
    relations.length > 0 && t('about.relates', { count: relations.length }),
  ].filter(Boolean)
  return (
    <>
      <Overtaken by={relatedBy} />
      <details className="about">
        <summary>
          <b>{t('about.title')}</b>
          <span className="mut">{inShort.join(' · ') || t('about.nothing')}</span>
        </summary>
        <div className="about-b">
          <Part title={t('about.signer')} empty={signerName === null && signerPosition === null}>
            {signerAuthority && <p>{signerAuthority}</p>}
            {signerPosition && <p>{signerPosition}</p>}
            {signerName && <p className="b">{signerName}</p>}
          </Part>
          <Part title={t('about.addressees')} empty={addressees.length === 0}>
            <Names of={addressees} />
          </Part>
          <Part title={t('about.recipients')} empty={recipients.length === 0}>
            <Names of={recipients} />
          </Part>
          <Part title={t('about.relations')} empty={relations.length === 0 && later.length === 0}>
            <Related
              relations={relations}
              later={later}
              isThere={(offset) => directive.pages.length === 0 || pageAt(directive.pages, offset) !== undefined}
              onPlace={onPlace}
            />
          </Part>
          {may.edit && (
            <p className="about-e">
              <Button small icon="edit" onClick={() => setEditing(true)}>
                {t('reader.head')}
              </Button>
            </p>
          )}
        </div>
      </details>
      {editing && <HeadDialog directive={directive} onClose={() => setEditing(false)} />}
    </>
  )
}

function Part({ title, empty, children }: { title: string; empty: boolean; children: ReactNode }) {
  const { t } = useTranslation('directives')
  return (
    <section>
      <h2>{title}</h2>
      {empty ? <p className="mut">{t('about.unknown')}</p> : children}
    </section>
  )
}

function Names({ of }: { of: Directive['recipients'] }) {
  return (
    <ul>
      {of.map(({ name, purpose }) => (
        <li key={`${name} ${purpose}`}>
          {name}
          {purpose && <span className="mut"> ({purpose})</span>}
        </li>
      ))}
    </ul>
  )
}
