import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { fold } from '#core/kernel/fold.ts'
import type { Id } from '#core/kernel/id.ts'
import { readDirective } from '#core/reading/read-directive.ts'
import { newId } from '#server/clock.ts'
import { type Administration, anAdministration, everyRoleAt, loginOf, NOW } from '#server/testing/administration.ts'
import { signedIn, testApp } from '#server/testing/signed-in.ts'
import { availableStores } from '#server/testing/test-stores.ts'

// node bench/look-alikes.ts [TASKS [FOLDER…]]: how long a directive's look-alikes take among so many tasks, on each store of this machine.
// The tasks are put together from the orders of the directives in the folders (*.txt); the directive that is asked about is the longest.

const [count = '20000', ...folders] = process.argv.slice(2)
const texts = (folders.length > 0 ? folders : ['demo/directives']).flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
)
const orders = texts.flatMap((text) =>
  readDirective(text)
    .commitments.filter(({ exhortation }) => !exhortation)
    .map(({ action, deliverable }) => `${action} ${deliverable ?? ''}`.trim().split(/\s+/)),
)
const longest = texts.toSorted((a, b) => b.length - a.length)[0] ?? ''

for (const available of await availableStores()) {
  const store = await available.fresh()
  const administration = await anAdministration(store)
  const people = await everyRoleAt(administration, ['ministry'])
  const { app, close } = await testApp(store)
  const login = loginOf('officer', 'ministry')
  await storeTasks(administration, people.get(login) ?? newId(), Number(count))
  const officer = signedIn(app, login)
  const { body } = await officer('POST', '/directives', { body: { text: longest } })
  const times: number[] = []
  let found = 0
  for (let round = 0; round < 7; round++) {
    const begun = performance.now()
    // oxlint-disable-next-line no-await-in-loop
    const answer = await officer('GET', `/directives/${body.id}/look-alikes`)
    times.push(performance.now() - begun)
    if (answer.status !== 200) throw new Error(answer.text)
    found = answer.body.items.length
  }
  const { items } = (await officer('GET', `/directives/${body.id}/proposals`)).body
  const sorted = times.slice(1).toSorted((a, b) => a - b)
  console.log(
    `${available.kind}: ${count} tasks of ${orders.length} orders, ${items.length} proposals: first ${times[0]?.toFixed(0)} ms, then ${sorted[0]?.toFixed(0)}–${sorted.at(-1)?.toFixed(0)} ms; ${found} found`,
  )
  await close()
  await store.close()
  await available.close()
}

async function storeTasks({ store, unit }: Administration, by: Id, many: number): Promise<void> {
  let seed = 7
  const below = (n: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return seed % n
  }
  const made = Array.from({ length: many }, () => {
    const [head = [], tail = []] = [orders[below(orders.length)], orders[below(orders.length)]]
    const from = below(tail.length)
    return [...head.slice(0, 3 + below(head.length)), ...tail.slice(from, from + 3 + below(12))].join(' ')
  })
  for (let from = 0; from < many; from += 1000) {
    const rows = made.slice(from, from + 1000).map((action, at) => ({ id: newId(), number: from + at + 1, action }))
    const tasks = rows.map(({ id, number, action }) => ({
      id,
      number,
      action,
      source: 'phép đo',
      ownerId: unit.ministry,
      draftedBy: by,
      draftedAt: NOW,
      folded: fold(action),
    }))
    const assignments = rows.flatMap(({ id }) =>
      ([unit.lamDong, unit.caMau, unit.planning] as const).map((leadId, at) => ({
        id: newId(),
        taskId: id,
        ordinal: at + 1,
        leadId,
        issuedBy: unit.ministry,
        state: 'issued',
        dueOn: '2026-06-30',
        needsApproval: false,
        draftedBy: by,
        issuedOn: '2026-03-13',
      })),
    )
    // oxlint-disable-next-line no-await-in-loop
    await store.db.insertInto('task').values(tasks).execute()
    // oxlint-disable-next-line no-await-in-loop
    await store.db.insertInto('assignment').values(assignments).execute()
  }
  await sql`analyze task`.execute(store.db)
}
