import { useTranslation } from 'react-i18next'
import type { ImportName, ImportPreview } from '#core/imports/import.ts'
import { useFormat } from '#web/i18n/use-format.ts'
import { type NameDraft, openNames } from '#web/imports/import-draft.ts'
import { AddresseePicker } from '#web/ui/addressee-picker.tsx'
import { Button } from '#web/ui/button.tsx'

const NOTHING: NameDraft = { to: [], isOut: false, remember: false }

/** Names that the register does not know for sure: whom they mean is the user's to say. */
export function ImportNames({
  preview,
  names,
  mayTeach,
  onName,
}: {
  preview: ImportPreview
  names: Readonly<Record<string, NameDraft>>
  mayTeach: boolean
  onName: (written: string, draft: NameDraft) => void
}) {
  const { t } = useTranslation('imports')
  const { number } = useFormat()
  const open = openNames(preview)
  const sure = preview.names.filter(({ status }) => status === 'sure')
  if (preview.names.length === 0) return null
  return (
    <section className="sec" aria-label={t('names.title')}>
      <div className="sec-h">
        <h2>{t('names.title')}</h2>
        <p className="meta">{t('names.count', { sure: number(sure.length), open: number(open.length) })}</p>
      </div>
      {open.length > 0 && (
        <ul className="imp-names">
          {open.map((name) => (
            <NameRow
              key={name.written}
              name={name}
              draft={names[name.written] ?? NOTHING}
              mayTeach={mayTeach}
              onChange={(draft) => onName(name.written, draft)}
            />
          ))}
        </ul>
      )}
      {sure.length > 0 && (
        <details className="imp-sure">
          <summary>{t('names.sure', { count: sure.length, n: number(sure.length) })}</summary>
          <ul>
            {sure.map(({ written, candidates, times }) => (
              <li key={written}>
                <b>{written}</b> <span className="ink2">{candidates[0]?.name}</span>{' '}
                <span className="mut">
                  {(candidates[0]?.count ?? 1) > 1 &&
                    `${t('names.units', { count: candidates[0]?.count ?? 1, n: number(candidates[0]?.count ?? 1) })}, `}
                  {t('names.times', { count: times, n: number(times) })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function NameRow({
  name,
  draft,
  mayTeach,
  onChange,
}: {
  name: ImportName
  draft: NameDraft
  mayTeach: boolean
  onChange: (draft: NameDraft) => void
}) {
  const { t } = useTranslation('imports')
  const { number } = useFormat()
  const isOpen = draft.to.length === 0 && !draft.isOut
  const offered = name.candidates.filter(({ id }) => !draft.to.some((one) => one.id === id)).slice(0, 4)
  return (
    <li data-open={isOpen || undefined}>
      <div className="imp-written">
        <b>{name.written}</b>
        <span className={`tag ${isOpen ? (name.status === 'unknown' ? 'over' : 'late') : 'ok'}`}>
          {t(isOpen ? `names.status.${name.status === 'unknown' ? 'unknown' : 'unsure'}` : 'names.status.chosen')}
        </span>
        <span className="mut">
          {t('names.cells', { cells: name.cells.join(', '), count: name.times, n: number(name.times) })}
        </span>
      </div>
      <div className="imp-choose">
        {draft.isOut ? (
          <p className="ink2">{t('names.out')}</p>
        ) : (
          <AddresseePicker
            label={t('names.means', { name: name.written })}
            value={draft.to}
            onChange={(to) => onChange({ ...draft, to })}
            missing={isOpen}
          />
        )}
        {isOpen && offered.length > 0 && (
          <div className="imp-offers">
            <span className="mut">{t('names.offers')}</span>
            {offered.map((candidate) => (
              <Button
                key={`${candidate.id} ${candidate.below ?? ''}`}
                small
                onClick={() => onChange({ ...draft, to: [candidate] })}
              >
                {candidate.name}
              </Button>
            ))}
          </div>
        )}
        <div className="imp-more">
          {mayTeach && draft.to.length === 1 && (
            <label className="chk">
              <input
                type="checkbox"
                className="cb"
                checked={draft.remember}
                onChange={(event) => onChange({ ...draft, remember: event.target.checked })}
              />
              {t('names.remember')}
            </label>
          )}
          <Button small look="ghost" onClick={() => onChange({ to: [], isOut: !draft.isOut, remember: false })}>
            {t(draft.isOut ? 'names.in' : 'names.leave')}
          </Button>
        </div>
      </div>
    </li>
  )
}

/** Cells that name several leads: a task has one lead in each of its assignments, and only the office knows what was meant. */
export function SeveralLeadsList({
  leads,
  onLeads,
}: {
  leads: ImportPreview['leads']
  onLeads: (as: 'each' | 'first', written: readonly string[]) => void
}) {
  const { t } = useTranslation('imports')
  if (leads.length === 0) return null
  const all = leads.map(({ written }) => written)
  return (
    <section className="sec" aria-label={t('leads.title')}>
      <div className="sec-h">
        <h2>{t('leads.title')}</h2>
        <p className="meta">{t('leads.hint')}</p>
      </div>
      {leads.length > 1 && (
        <div className="row wrap">
          <Button small onClick={() => onLeads('each', all)}>
            {t('leads.allEach')}
          </Button>
          <Button small onClick={() => onLeads('first', all)}>
            {t('leads.allFirst')}
          </Button>
        </div>
      )}
      <ul className="imp-names">
        {leads.map(({ written, names, as, cells, times }) => (
          <li key={written} data-open={as === null || undefined}>
            <div className="imp-written">
              <b>{names.join(', ')}</b>
              <span className="mut">{t('names.cells', { cells: cells.join(', '), count: times, n: times })}</span>
            </div>
            <fieldset className="imp-choose">
              <legend className="vh">{t('leads.of', { names: names.join(', ') })}</legend>
              {(['each', 'first'] as const).map((one) => (
                <label key={one} className="chk">
                  <input
                    type="radio"
                    name={`leads ${written}`}
                    checked={as === one}
                    onChange={() => onLeads(one, [written])}
                  />
                  {t(`leads.${one}`, { first: names[0] ?? '' })}
                </label>
              ))}
            </fieldset>
          </li>
        ))}
      </ul>
    </section>
  )
}
