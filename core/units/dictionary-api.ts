import { z } from 'zod'
import { endpoint } from '#core/kernel/endpoint.ts'
import { Id } from '#core/kernel/id.ts'
import { FixedPhrase, PhraseKind } from '#core/units/fixed-phrase.ts'
import { GroupMember } from '#core/units/unit.ts'
import { Addressee, NamedAddressee, UnitRef } from '#core/units/unit-ref.ts'

const One = z.object({ id: Id })
const Name = z.string().trim().min(2).max(300)
const ShortName = z.string().trim().max(100)
const Note = z.string().trim().max(500).nullable()

const Search = z.object({
  q: z.string().max(200).default(''),
  limit: z.coerce.number<string | number>().int().min(1).max(500).default(50),
  offset: z.coerce.number<string | number>().int().min(0).default(0),
})

/** `mayEdit`: whether the one who asks may change or remove it. */
const Editable = z.object({ version: z.int(), mayEdit: z.boolean() })

const AliasRow = z
  .object({
    id: Id,
    text: z.string(),
    target: NamedAddressee,
    /** Others bear it too, so a person is asked wherever it stands. */
    shared: z.boolean(),
    mayEdit: z.boolean(),
  })
  .meta({ id: 'AliasRow' })
export type AliasRow = z.infer<typeof AliasRow>

const GroupRow = NamedAddressee.extend({
  ...Editable.shape,
  aliases: z.array(z.string()),
  /** Of a group that goes by kind: all of it below this unit. Of listed members: the unit whose office lists them. */
  below: Id,
  belowName: z.string(),
  /** Null where the group goes by the kind of its members. */
  members: z.array(NamedAddressee).nullable(),
}).meta({ id: 'GroupRow' })
export type GroupRow = z.infer<typeof GroupRow>

const ExternalUnitRow = UnitRef.extend({ ...Editable.shape, aliases: z.array(z.string()) }).meta({
  id: 'ExternalUnitRow',
})
export type ExternalUnitRow = z.infer<typeof ExternalUnitRow>

const PhraseRow = FixedPhrase.extend({ ownerName: z.string(), mayEdit: z.boolean() }).meta({ id: 'PhraseRow' })
export type PhraseRow = z.infer<typeof PhraseRow>

/** The office's dictionary: names of units, groups and bodies outside, and what fixed phrases mean to reading. */
export const dictionaryApi = {
  listAliases: endpoint({
    method: 'GET',
    path: '/aliases',
    summary: 'Other names of units, groups and external units, by the alphabet',
    may: 'unit.read',
    query: Search.extend({ kind: Addressee.shape.kind.optional() }),
    response: z.object({ items: z.array(AliasRow), total: z.int() }),
  }),
  addAlias: endpoint({
    method: 'POST',
    path: '/aliases',
    summary:
      'Teach the dictionary another name of a unit, a group or an external unit; one that it bears already is kept',
    may: 'dictionary.edit',
    creates: true,
    body: z.object({ target: Addressee, text: Name }),
    response: One,
  }),
  removeAlias: endpoint({
    method: 'DELETE',
    path: '/aliases/:id',
    summary: 'Take another name out of the dictionary',
    may: 'dictionary.edit',
    params: One,
    response: One,
  }),
  listGroups: endpoint({
    method: 'GET',
    path: '/groups',
    summary: 'Collective names and how many units each stands for',
    may: 'unit.read',
    response: z.object({ items: z.array(GroupRow) }),
  }),
  addGroup: endpoint({
    method: 'POST',
    path: '/groups',
    summary: 'Give a list of units a collective name',
    may: 'dictionary.edit',
    creates: true,
    body: z.object({ name: Name, members: z.array(GroupMember).min(1).max(500) }),
    response: One,
  }),
  editGroup: endpoint({
    method: 'PATCH',
    path: '/groups/:id',
    summary: 'Rename a group, or list its members anew; members that go by kind are not listed',
    may: 'dictionary.edit',
    ifMatch: true,
    params: One,
    body: z.object({ name: Name.optional(), members: z.array(GroupMember).min(1).max(500).optional() }),
    response: z.object({ id: Id, version: z.int() }),
  }),
  removeGroup: endpoint({
    method: 'DELETE',
    path: '/groups/:id',
    summary: 'Take a group out of the dictionary; what was given to its members stays theirs',
    may: 'dictionary.edit',
    params: One,
    response: One,
  }),
  listExternalUnits: endpoint({
    method: 'GET',
    path: '/external-units',
    summary: 'Bodies that directives name but that report to nobody here',
    may: 'unit.read',
    query: Search,
    response: z.object({ items: z.array(ExternalUnitRow), total: z.int() }),
  }),
  addExternalUnit: endpoint({
    method: 'POST',
    path: '/external-units',
    summary: 'Record a body that directives name but that reports to nobody here',
    may: 'dictionary.edit',
    creates: true,
    body: z.object({ name: Name, shortName: ShortName.optional() }),
    response: UnitRef,
  }),
  editExternalUnit: endpoint({
    method: 'PATCH',
    path: '/external-units/:id',
    summary: 'Correct the name of an external unit',
    may: 'dictionary.edit',
    ifMatch: true,
    params: One,
    body: z.object({ name: Name.optional(), shortName: ShortName.optional() }),
    response: z.object({ id: Id, version: z.int() }),
  }),
  listPhrases: endpoint({
    method: 'GET',
    path: '/phrases',
    summary: 'What fixed phrases mean to reading in the registers that the caller sees',
    may: 'proposal.read',
    query: Search.extend({ kind: PhraseKind.optional() }),
    response: z.object({ items: z.array(PhraseRow), total: z.int() }),
  }),
  addPhrase: endpoint({
    method: 'POST',
    path: '/phrases',
    summary: 'Say what a phrase means to reading, for the own office’s register and those below',
    may: 'dictionary.edit',
    creates: true,
    body: z.object({ kind: PhraseKind, phrase: Name, note: Note.default(null) }),
    response: One,
  }),
  editPhrase: endpoint({
    method: 'PATCH',
    path: '/phrases/:id',
    summary: 'Change a fixed phrase',
    may: 'dictionary.edit',
    ifMatch: true,
    params: One,
    body: z.object({ phrase: Name.optional(), note: Note.optional() }),
    response: z.object({ id: Id, version: z.int() }),
  }),
  removePhrase: endpoint({
    method: 'DELETE',
    path: '/phrases/:id',
    summary: 'Take a fixed phrase out of the dictionary',
    may: 'dictionary.edit',
    params: One,
    response: One,
  }),
}
