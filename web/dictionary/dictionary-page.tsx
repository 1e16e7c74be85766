import '#web/ui/work.css'
import '#web/dictionary/dictionary.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AliasSection } from '#web/dictionary/alias-section.tsx'
import { ExternalSection } from '#web/dictionary/external-section.tsx'
import { GroupSection } from '#web/dictionary/group-section.tsx'
import { PhraseSection } from '#web/dictionary/phrase-section.tsx'
import { SECTIONS } from '#web/dictionary/routes.tsx'
import { meQuery } from '#web/queries.ts'
import { Icon } from '#web/ui/icon.tsx'
import { Page } from '#web/ui/page.tsx'

const SECTION = { aliases: AliasSection, groups: GroupSection, external: ExternalSection, phrases: PhraseSection }

/** What the office has taught: names, groups, bodies outside, phrases. Whoever may not teach reads it. */
export function DictionaryPage() {
  const { t } = useTranslation('dictionary')
  const { data: me } = useQuery(meQuery)
  const { section = 'aliases' } = useSearch({ from: '/signed-in/dictionary' })
  const mayEdit = me?.deeds.includes('dictionary.edit') ?? false
  // Phrases concern those who read what reading proposes.
  const sections = SECTIONS.filter((name) => name !== 'phrases' || me?.deeds.includes('proposal.read'))
  const Section = SECTION[section]
  return (
    <Page title={t('title')}>
      <div className="page dict">
        <p className="ink2 lead">{t('lead')}</p>
        {me && !mayEdit ? (
          <p className="nt">
            <Icon name="info" />
            <span>{t('readOnly')}</span>
          </p>
        ) : null}
        <nav className="dict-nav" aria-label={t('sections')}>
          {sections.map((name) => (
            <Link
              key={name}
              to="/dictionary"
              search={{ section: name }}
              aria-current={name === section ? 'page' : undefined}
            >
              {t(`section.${name}`)}
            </Link>
          ))}
        </nav>
        {me ? <Section key={section} mayEdit={mayEdit} /> : null}
      </div>
    </Page>
  )
}
