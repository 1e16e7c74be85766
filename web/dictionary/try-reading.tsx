import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FixedPhrase } from '#core/units/fixed-phrase.ts'
import type { ReadSentence } from '#web/dictionary/read-sentence.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { TextArea } from '#web/ui/field.tsx'
import { useSettled } from '#web/ui/use-settled.ts'

/** A sentence as reading takes it with the dictionary and without. The reader comes with the first sentence: half of a page's weight. */
export function TryReading({ phrases }: { phrases: readonly Pick<FixedPhrase, 'kind' | 'phrase'>[] }) {
  const { t } = useTranslation('dictionary')
  const [text, setText] = useState('')
  const sentence = useSettled(text.trim())
  const words = phrases.map(({ kind, phrase }) => `${kind} ${phrase}`)
  const { data, error } = useQuery({
    queryKey: ['read-sentence', sentence, words],
    queryFn: async () => (await import('#web/dictionary/read-sentence.ts')).readSentence(sentence, phrases),
    enabled: sentence !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
    retry: false,
  })
  return (
    <div className="stack">
      <TextArea
        label={t('try.label')}
        hint={t('try.hint')}
        placeholder={t('try.placeholder')}
        value={text}
        rows={3}
        maxLength={3000}
        onChange={(event) => setText(event.target.value)}
      />
      <output className="dict-read">
        {sentence !== '' && !data && !error ? <p className="mut">{t('try.loading')}</p> : null}
        {error ? <p>{t('try.failed')}</p> : null}
        {sentence !== '' && data ? (
          <>
            <Read title={t('try.with')} read={data.taught} />
            {data.isSame ? (
              <p className="mut">{t('try.same')}</p>
            ) : (
              <Read title={t('try.without')} read={data.plain} quiet />
            )}
          </>
        ) : null}
      </output>
    </div>
  )
}

function Read({ title, read, quiet = false }: { title: string; read: readonly ReadSentence[]; quiet?: boolean }) {
  const { t } = useTranslation('dictionary')
  const format = useFormat()
  return (
    <div className={quiet ? 'mut' : undefined}>
      <h3>{title}</h3>
      {read.length === 0 ? <p>{t('try.nothing')}</p> : null}
      {read.map((one) => (
        <dl key={`${one.kind} ${one.start}`}>
          <dt>{t(`try.${one.kind}`)}</dt>
          {one.kind === 'target' ? (
            <dd>{one.action}</dd>
          ) : (
            <dd>
              {t('try.lead')}: <b>{one.lead.join('; ') || t('try.noLead')}</b>; {t('try.action')}: {one.action}
              {one.deadline === null ? null : (
                <>
                  ; {t('try.deadline')}: {/^\d{4}-/.test(one.deadline) ? format.day(one.deadline) : one.deadline}
                </>
              )}
              {one.rules.length === 0 ? null : (
                <small>
                  {t('try.because', { rules: one.rules.map((rule) => t(`phrases.name.${rule}`)).join(', ') })}
                </small>
              )}
            </dd>
          )}
        </dl>
      ))}
    </div>
  )
}
