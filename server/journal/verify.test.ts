import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '#core/kernel/plain-date.ts'
import { newId } from '#server/clock.ts'
import type { Store } from '#server/db/store.ts'
import { entryHash, partitionOf, sealHash } from '#server/journal/entry-hash.ts'
import type { Fault } from '#server/journal/fault.ts'
import { type JournalHead, journalHead } from '#server/journal/head.ts'
import { GENESIS, sealJournal } from '#server/journal/seal.ts'
import { SUBJECT_NAMES } from '#server/journal/subjects.ts'
import { verifyJournal } from '#server/journal/verify.ts'
import { undone, withStore } from '#server/testing/harness.ts'
import { aJournal, CHANGES, command, ENTRIES, type Journalled, SETTINGS_ID } from '#server/testing/journalled.ts'

const NOW = () => '2026-03-16T03:00:00.000Z' as Instant

type Body = (store: Store, subjects: Journalled) => Promise<void>

/** The same sentence for entries that wait to be sealed and for sealed ones. */
function unsealedAndSealed(
  sentence: string,
  body: (store: Store, subjects: Journalled, sealed: boolean) => Promise<void>,
): void {
  for (const sealed of [false, true]) {
    test(
      `${sealed ? 'sealed' : 'unsealed'}: ${sentence}`,
      withStore(async (store) => {
        const subjects = await aJournal(store)
        if (sealed) await sealJournal(store, NOW)
        await body(store, subjects, sealed)
      }),
    )
  }
}

function sealed(sentence: string, body: Body): void {
  test(
    sentence,
    withStore(async (store) => {
      const subjects = await aJournal(store)
      // A chain of several seals in the partition of the assignment.
      for (let turn = 0; turn < 3; turn++) {
        await sealJournal(store, NOW)
        await command(
          store,
          { command: 'assignment.change', kind: 'assignment', id: subjects.assignment },
          subjects.person,
        )
      }
      await sealJournal(store, NOW)
      assert.equal((await verifyJournal(store)).holds, true)
      await body(store, subjects)
    }),
  )
}

/** The entries of a subject, or of all, in their order. */
async function entryIds({ db }: Store, subjectId?: string): Promise<string[]> {
  let select = db.selectFrom('journalEntry').select('id').orderBy('id')
  if (subjectId !== undefined) select = select.where('subjectId', '=', subjectId)
  return (await select.execute()).map(({ id }) => id)
}

async function firstFault(store: Store, tamper: RawBuilder<unknown>[], head?: JournalHead): Promise<Fault | null> {
  return undone(store, async () => {
    for (const statement of tamper) await statement.execute(store.db)
    const verdict = await verifyJournal(store, head)
    assert.equal(verdict.holds, verdict.first === null)
    return verdict.first
  })
}

const removeEntry = (id: string) => [
  sql`delete from journal_sealed where entry_id = ${id}`,
  sql`delete from journal_entry where id = ${id}`,
]
const at = <T>(list: readonly T[], index: number): T => {
  const found = list.at(index)
  assert.ok(found !== undefined)
  return found
}

unsealedAndSealed(
  'a journal that nobody touched holds, with every kind of subject',
  async (store, _subjects, isSealed) => {
    const verdict = await verifyJournal(store)
    assert.deepEqual(
      { ...verdict, seals: 0 },
      { holds: true, entries: ENTRIES, sealed: isSealed ? ENTRIES : 0, seals: 0, first: null, faults: 0 },
    )
  },
)

unsealedAndSealed(
  'an entry with another content, actor, time, command, version or subject is named',
  async (store, subjects) => {
    const [, second] = await entryIds(store, subjects.task)
    for (const change of [
      sql`data = data || '{"thêm": 1}'`,
      sql`data = '[]'`,
      sql`actor_id = null`,
      sql`recorded_at = recorded_at + interval '1 microsecond'`,
      sql`command = 'task.approve'`,
      sql`subject_version = 7`,
      sql`subject_id = ${newId()}`,
      sql`subject_kind = 'proposal'`,
      sql`state_hash = repeat('0', 64)`,
      sql`hash = repeat('0', 64)`,
      sql`partition = (partition + 1) % 4`,
    ]) {
      const fault = await firstFault(store, [sql`update journal_entry set ${change} where id = ${second}`])
      assert.deepEqual([fault?.entryId, fault?.what], [second, 'entry_altered'])
    }
  },
)

unsealedAndSealed('of several altered entries the first is named', async (store) => {
  const ids = await entryIds(store)
  const tamper = [at(ids, 9), at(ids, 4), at(ids, 17)].map(
    (id) => sql`update journal_entry set actor_id = null where id = ${id}`,
  )
  assert.equal((await firstFault(store, tamper))?.entryId, at(ids, 4))
})

unsealedAndSealed('the newest entry of a subject cannot go unnoticed', async (store, subjects, isSealed) => {
  const [first, second] = await entryIds(store, subjects.task)
  const fault = await firstFault(store, removeEntry(second ?? ''))
  // Only a seal knows the id of what is gone; before that, the entry next to the gap is named.
  assert.deepEqual([fault?.entryId, fault?.what], isSealed ? [second, 'entry_removed'] : [first, 'newest_missing'])
})

unsealedAndSealed('an entry out of the middle cannot go unnoticed', async (store, subjects, isSealed) => {
  const [first, second] = await entryIds(store, subjects.task)
  const fault = await firstFault(store, removeEntry(first ?? ''))
  assert.deepEqual([fault?.entryId, fault?.what], isSealed ? [first, 'entry_removed'] : [second, 'version_missing'])
})

unsealedAndSealed('a subject that lost all of its entries is named', async (store, subjects, isSealed) => {
  const ids = await entryIds(store, subjects.task)
  const fault = await firstFault(store, ids.flatMap(removeEntry))
  if (isSealed) assert.deepEqual([fault?.entryId, fault?.what], [ids[0], 'entry_removed'])
  else assert.deepEqual(fault, { entryId: null, what: 'state_without_entry', detail: `task ${subjects.task}` })
})

unsealedAndSealed(
  'two entries that changed places are both noticed, of one subject or of two',
  async (store, subjects) => {
    const [taskAdded, taskChanged] = await entryIds(store, subjects.task)
    const [proposalAdded] = await entryIds(store, subjects.proposal)
    for (const [one, other] of [
      [taskAdded, taskChanged],
      [proposalAdded, taskAdded],
    ]) {
      for (const columns of [
        'recorded_at, actor_id, command, data, state_hash, hash',
        'subject_kind, subject_id, subject_version',
        'subject_version, hash',
      ]) {
        const names = columns.split(', ').map((name) => sql.ref(name))
        const swapped = sql`update journal_entry e set (${sql.join(names)}) = (select ${sql.join(names)} from journal_entry o
        where o.id in (${one}, ${other}) and o.id <> e.id) where e.id in (${one}, ${other})`
        const fault = await firstFault(store, [
          sql`alter table journal_entry drop constraint journal_entry_version_key`,
          swapped,
        ])
        assert.deepEqual([fault?.entryId, fault?.what], [one, 'entry_altered'], columns)
      }
    }
  },
)

unsealedAndSealed('a forged entry is named, whatever it claims', async (store, subjects) => {
  const forge = async (forged: { subjectKind?: string; subjectId?: string; subjectVersion?: number }) => {
    const stored = await store.db
      .selectFrom('journalEntry')
      .selectAll()
      .where('subjectId', '=', subjects.task)
      .where('subjectVersion', '=', 2)
      .executeTakeFirstOrThrow()
    const entry = { ...stored, id: newId(), subjectVersion: 3, ...forged }
    const row = {
      ...entry,
      partition: partitionOf(entry.subjectId),
      data: JSON.stringify(entry.data),
      hash: entryHash(entry),
    }
    return undone(store, async () => {
      await sql`alter table journal_entry drop constraint journal_entry_version_key`.execute(store.db)
      await store.db.insertInto('journalEntry').values(row).execute()
      const { first } = await verifyJournal(store)
      return [first?.entryId === row.id, first?.what]
    })
  }
  assert.deepEqual(await forge({}), [true, 'state_differs'])
  assert.deepEqual(await forge({ subjectVersion: 4 }), [true, 'version_missing'])
  assert.deepEqual(await forge({ subjectVersion: 2 }), [true, 'entry_inserted'])
  assert.deepEqual(await forge({ subjectId: newId(), subjectVersion: 1 }), [true, 'state_differs'])
  assert.deepEqual(await forge({ subjectKind: 'ballot', subjectVersion: 1 }), [true, 'subject_unknown'])
})

for (const kind of SUBJECT_NAMES) {
  unsealedAndSealed(`a ${kind} that was changed or removed without an entry is noticed`, async (store, subjects) => {
    const id = subjects[kind]
    const newest = at(await entryIds(store, id), -1)
    const [table, change] = CHANGES[kind]
    const update = (what: string) => sql`update ${sql.table(table)} set ${sql.raw(what)} where id = ${id}`
    const expected = { entryId: newest, what: 'state_differs', detail: `${kind} ${id}` }
    assert.deepEqual(await firstFault(store, [update(change)]), expected)
    assert.deepEqual(await firstFault(store, [update('version = version - 1')]), expected)
    assert.equal((await firstFault(store, [update(`${change}, version = version + 1`)]))?.what, 'newest_missing')
    const gone = [
      sql`set local session_replication_role = replica`,
      sql`delete from ${sql.table(table)} where id = ${id}`,
    ]
    const fault = await undone(store, async () => {
      await store.db.transaction().execute(async (tx) => {
        for (const statement of gone) await statement.execute(tx)
      })
      return (await verifyJournal(store)).first
    })
    assert.deepEqual(fault, { ...expected, detail: `${kind} ${id} is not stored` })
  })
}

unsealedAndSealed(
  'what belongs to a subject but lies in other tables is part of its state',
  async (store, subjects) => {
    for (const [kind, tamper] of [
      ['directive', sql`update directive_text set text = text || ' Và trả lương.'`],
      ['directive', sql`update passage set end_at = end_at - 1`],
      [
        'directive',
        sql`insert into passage select gen_random_uuid(), directive_id, 7, kind, label, citation, 0, 9, level, parent_id from passage`,
      ],
      ['assignment', sql`update report set percent = 99`],
      ['assignment', sql`delete from evidence`],
      ['assignment', sql`delete from assignment_cooperating`],
      ['person', sql`update role_grant set role = 'administrator'`],
      ['unit', sql`update unit_version set name = 'Sở khác'`],
    ] as const) {
      const fault = await firstFault(store, [tamper])
      assert.equal(fault?.what, 'state_differs')
      if (kind !== 'unit') assert.equal(fault?.detail, `${kind} ${subjects[kind]}`)
    }
  },
)

unsealedAndSealed('a row that no command made is noticed', async (store, subjects) => {
  const id = newId()
  const insert = sql`insert into alias (id, unit_id, text, version) select ${id}, unit_id, 'tên lạ', 0 from alias where id = ${subjects.alias}`
  assert.deepEqual(await firstFault(store, [insert]), {
    entryId: null,
    what: 'state_without_entry',
    detail: `alias ${id}`,
  })
})

test(
  'settings that no command has touched hold as the program delivers them, and not otherwise',
  withStore(async (store) => {
    assert.equal((await verifyJournal(store)).holds, true)
    const fault = await firstFault(store, [sql`update setting set value = '{"approvalBeforeIssue": false}'`])
    assert.deepEqual(fault, { entryId: null, what: 'state_without_entry', detail: `settings ${SETTINGS_ID}` })
  }),
)

sealed('a seal cannot be altered, removed, moved or added', async (store, subjects) => {
  const partition = partitionOf(subjects.assignment)
  const seals = await store.db
    .selectFrom('journalSeal')
    .selectAll()
    .where('partition', '=', partition)
    .orderBy('number')
    .execute()
  const firstOf = (index: number) => at(at(seals, index).entries as [string, string][], 0)[0]
  const inChain = sql`partition = ${partition}`
  const free = sql`alter table journal_sealed drop constraint journal_sealed_partition_number_fkey`
  const cases: [string, RawBuilder<unknown>[], (string | null)[]][] = [
    [
      'seal_altered',
      [sql`update journal_seal set sealed_at = sealed_at + interval '1 microsecond' where ${inChain} and number = 2`],
      [firstOf(1)],
    ],
    [
      'seal_altered',
      [sql`update journal_seal set previous_hash = ${GENESIS} where ${inChain} and number = 2`],
      [firstOf(1)],
    ],
    [
      'seal_altered',
      [sql`update journal_seal set entries = '{}' where ${inChain} and number = 2`],
      [null, firstOf(1), firstOf(2)],
    ],
    [
      'seal_altered',
      [sql`update journal_seal set entries = entries - 0 where ${inChain} and number = 1`],
      [at(at(seals, 0).entries as string[][], 1)[0] ?? null, firstOf(0)],
    ],
    [
      'seal_altered',
      [sql`update journal_seal set hash = repeat('1', 64) where ${inChain} and number = 1`],
      [firstOf(0)],
    ],
    ['seal_removed', [free, sql`delete from journal_seal where ${inChain} and number = 2`], [firstOf(2), firstOf(1)]],
    [
      'seal_removed',
      [
        free,
        sql`delete from journal_sealed where ${inChain} and number = 2`,
        sql`delete from journal_seal where ${inChain} and number = 2`,
      ],
      [firstOf(2)],
    ],
    [
      'seal_altered',
      [free, sql`delete from journal_seal where ${inChain} and number = ${seals.length}`],
      [firstOf(-1)],
    ],
    [
      'seal_altered',
      [
        free,
        sql`update journal_seal set number = -number where ${inChain} and number in (2, 3)`,
        sql`update journal_seal set number = 5 + number where ${inChain} and number < 0`,
      ],
      [firstOf(1)],
    ],
    [
      'seal_inserted',
      [
        sql`insert into journal_seal select 9, 1, sealed_at, '[]', previous_hash, hash from journal_seal where ${inChain} and number = 1`,
      ],
      [null],
    ],
  ]
  for (const [what, tamper, named] of cases) {
    const fault = await firstFault(store, tamper)
    assert.ok(fault && named.includes(fault.entryId), `${what}: ${JSON.stringify(fault)} ${JSON.stringify(named)}`)
    assert.ok(fault.what === what || fault.what === 'seal_altered', `${what}: ${JSON.stringify(fault)}`)
  }
})

sealed(
  'a seal made anew over entries that are gone, twice sealed, or of another chain is named',
  async (store, subjects) => {
    const partition = partitionOf(subjects.assignment)
    const newest = await store.db
      .selectFrom('journalSeal')
      .selectAll()
      .where('partition', '=', partition)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    const other = await store.db
      .selectFrom('journalEntry')
      .select(['id', 'hash'])
      .where('partition', '!=', partition)
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    const first = await store.db
      .selectFrom('journalEntry')
      .select(['id', 'hash'])
      .where('partition', '=', partition)
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    for (const extra of [other, first]) {
      const entries = [...(newest.entries as [string, string][]), [extra.id, extra.hash] as [string, string]]
      const hash = sealHash({ ...newest, entries })
      const fault = await firstFault(store, [
        sql`update journal_seal set entries = ${JSON.stringify(entries)}, hash = ${hash} where partition = ${partition} and number = ${newest.number}`,
      ])
      assert.deepEqual([fault?.entryId, fault?.what], [extra.id, 'entry_inserted'])
    }
    const fault = await firstFault(store, removeEntry(first.id))
    assert.deepEqual([fault?.entryId, fault?.what], [first.id, 'entry_removed'])
  },
)

sealed('an entry cannot be kept out of the chain, nor be sealed twice, by a forged mark', async (store, subjects) => {
  await command(store, { command: 'assignment.change', kind: 'assignment', id: subjects.assignment }, subjects.person)
  const ids = await entryIds(store, subjects.assignment)
  const newest = at(ids, -1)
  const kept = await firstFault(store, [
    sql`insert into journal_sealed values (${newest}, ${partitionOf(subjects.assignment)}, 1)`,
  ])
  assert.deepEqual([kept?.entryId, kept?.what], [newest, 'seal_altered'])
  const twice = await firstFault(store, [sql`delete from journal_sealed where entry_id = ${ids[0]}`])
  assert.deepEqual([twice?.entryId, twice?.what], [ids[0], 'seal_altered'])
})

/** All that somebody with the owner's rights can do: every hash and every seal as the program would have made them. */
async function makeAllAnew(store: Store): Promise<void> {
  await sql`delete from journal_sealed`.execute(store.db)
  await sql`delete from journal_seal`.execute(store.db)
  for (const entry of await store.db.selectFrom('journalEntry').selectAll().execute())
    await store.db
      .updateTable('journalEntry')
      .set({ hash: entryHash(entry) })
      .where('id', '=', entry.id)
      .execute()
  await sealJournal(store, NOW)
}

sealed(
  'with all hashes and seals made anew only a head kept elsewhere shows that an entry was altered',
  async (store, subjects) => {
    const head = await journalHead(store)
    await undone(store, async () => {
      await sql`update journal_entry set actor_id = null where subject_id = ${subjects.assignment} and subject_version = 2`.execute(
        store.db,
      )
      await makeAllAnew(store)
      assert.equal((await verifyJournal(store)).holds, true)
      const { first } = await verifyJournal(store, head)
      assert.equal(first?.what, 'head_differs')
      assert.match(first.detail, new RegExp(`^${partitionOf(subjects.assignment)}/`))
    })
  },
)

sealed(
  'with the newest entries, their seal and their effects taken back only a head kept elsewhere names what is gone',
  async (store, subjects) => {
    const head = await journalHead(store)
    const partition = partitionOf(subjects.assignment)
    const newest = at(await entryIds(store, subjects.assignment), -1)
    const number = head.partitions[partition]?.number
    const rollBack = [
      ...removeEntry(newest),
      sql`delete from journal_seal where partition = ${partition} and number = ${number}`,
      sql`update assignment set version = version - 1 where id = ${subjects.assignment}`,
    ]
    // The command changed nothing but the version, so what is left is the state of the entry before.
    assert.equal(await firstFault(store, rollBack), null)
    assert.equal((await firstFault(store, rollBack.slice(0, -1)))?.what, 'newest_missing')
    assert.deepEqual(await firstFault(store, rollBack, head), {
      entryId: newest,
      what: 'head_differs',
      detail: `${partition}/${number} is gone`,
    })
  },
)

sealed(
  'a subject that vanished with all of its entries before any seal is shown by nothing: what was never exported cannot be missed',
  async (store, subjects) => {
    const before = await journalHead(store)
    const id = newId()
    await sql`insert into external_unit values (${id}, 'Cơ quan', 'Cơ quan', 0)`.execute(store.db)
    await command(store, { command: 'external_unit.add', kind: 'external_unit', id }, subjects.person)
    const vanish = [
      sql`delete from journal_entry where subject_id = ${id}`,
      sql`delete from external_unit where id = ${id}`,
    ]
    assert.equal(await firstFault(store, vanish, before), null)
    await sealJournal(store, NOW)
    const after = await journalHead(store)
    const [entry] = await entryIds(store, id)
    const partition = partitionOf(id)
    const unseal = [
      sql`delete from journal_sealed where entry_id = ${entry}`,
      sql`delete from journal_seal where partition = ${partition} and number = ${after.partitions[partition]?.number}`,
    ]
    assert.equal(await firstFault(store, [...unseal, ...vanish]), null)
    assert.equal((await firstFault(store, [...unseal, ...vanish], after))?.what, 'head_differs')
  },
)

sealed('a head still holds after more was recorded and sealed', async (store, subjects) => {
  const head = await journalHead(store)
  await command(store, { command: 'task.change', kind: 'task', id: subjects.task }, subjects.person)
  assert.equal((await verifyJournal(store, head)).holds, true)
  await sealJournal(store, NOW)
  assert.equal((await verifyJournal(store, head)).holds, true)
})
