import assert from 'node:assert/strict'
import { test } from 'node:test'
import type pg from 'pg'
import { z } from 'zod'
import { listEndpoints } from '#core/api.ts'
import type { Id } from '#core/kernel/id.ts'
import { newId } from '#server/clock.ts'
import { queriesOver, type Store } from '#server/db/store.ts'
import {
  type Administration,
  anAdministration,
  everyRoleAt,
  loginOf,
  people,
  TODAY,
} from '#server/testing/administration.ts'
import { withOneStore, withStore } from '#server/testing/harness.ts'
import { caller, signedIn, type TestApp, testApp } from '#server/testing/signed-in.ts'
import { QUOTE, storedAssignment, storedDirective, storedFile, storedTask, TEXT } from '#server/testing/stored.ts'

interface Stage extends TestApp {
  administration: Administration
  by: Id
}

function withApp(
  body: (stage: Stage) => Promise<void>,
  over: (store: Store) => Store = (store) => store,
  onStores: typeof withStore = withStore,
) {
  return onStores(async (store) => {
    const administration = await anAdministration(store)
    await everyRoleAt(administration, ['ministry', 'lamDong', 'caMau', 'daLat'])
    const [by = newId()] = await people(administration, [
      { login: 'someone', roles: [] },
      { login: 'second', roles: [{ role: 'officer', at: 'ministry' }] },
    ])
    const running = await testApp(over(store))
    try {
      await body({ ...running, administration, by })
    } finally {
      await running.close()
    }
  })
}

test(
  'the clerk registers what the clerk does not get to read',
  withApp(async ({ app, administration, by }) => {
    const clerk = signedIn(app, loginOf('clerk', 'ministry'))
    const { status, body, text } = await clerk('POST', '/directives', { body: { text: TEXT } })
    assert.equal(status, 200, text)
    const officer = signedIn(app, loginOf('officer', 'ministry'))
    const proposals = await officer('GET', `/directives/${body.id}/proposals`)
    assert.ok(proposals.body.items.length > 0, 'the machine has read it')
    assert.equal((await clerk('GET', `/directives/${body.id}`)).status, 403)
    assert.equal((await clerk('GET', `/directives/${body.id}/proposals`)).status, 403)
    const edit = { body: { subject: 'Về biên chế' }, headers: { 'if-match': '"1"' } }
    const edited = await clerk('PATCH', `/directives/${body.id}`, edit)
    assert.deepEqual([edited.status, edited.body.text, edited.body.passages], [200, null, []], edited.text)
    const listed = await clerk('GET', '/directives')
    for (const answer of [edited, listed]) assert.ok(!answer.text.includes('rà soát'), answer.text)
    const fileId = await storedFile(administration, by)
    await storedDirective(administration, { owner: 'ministry', by, fileId })
    assert.equal((await clerk('GET', `/files/${fileId}/content`)).status, 404)
  }),
)

test(
  'of a directive with separate parts the addressee gets its own sentences only, of another the whole',
  withApp(async ({ app, administration, by }) => {
    const head = signedIn(app, loginOf('unit-head', 'lamDong'))
    const fileId = await storedFile(administration, by)
    const addressed = { owner: 'ministry' as const, by, addressees: ['lamDong' as const] }
    const parts = await storedDirective(administration, { ...addressed, fileId, separateParts: true })
    const directive = { id: parts.id, passageId: parts.passages[0], proposalId: parts.proposal }
    const taskId = await storedTask(administration, { owner: 'ministry', by, directive })
    const given = { taskId, directiveId: parts.id, lead: 'lamDong' as const, issuedBy: 'ministry' as const, by }
    const assignment = await storedAssignment(administration, given)
    const { status, body, text } = await head('GET', `/directives/${parts.id}`)
    assert.equal(status, 200)
    assert.equal(body.text, null)
    assert.deepEqual(
      body.passages.map((passage: { citation: string; text?: string }) => [passage.citation, passage.text]),
      [['Điều 1', QUOTE]],
    )
    assert.ok(!text.includes('báo cáo riêng'))
    assert.equal(body.file, null)
    assert.equal((await head('GET', `/files/${fileId}/content`)).status, 404)
    assert.equal((await head('GET', `/assignments/${assignment}`)).body.source.quote, QUOTE)
    const whole = await storedDirective(administration, addressed)
    assert.equal((await head('GET', `/directives/${whole.id}`)).body.text, TEXT)
    assert.equal((await signedIn(app, loginOf('unit-head', 'daLat'))('GET', `/directives/${whole.id}`)).status, 404)
  }),
)

test(
  'those who share a task know of one another the unit and the class',
  withApp(async ({ app, administration, by }) => {
    const taskId = await storedTask(administration, { owner: 'ministry', by })
    const given = { taskId, issuedBy: 'ministry' as const, by }
    const own = await storedAssignment(administration, { ...given, lead: 'lamDong' })
    const theirs = await storedAssignment(administration, { ...given, lead: 'caMau', ordinal: 2, state: 'in_progress' })
    const head = signedIn(app, loginOf('unit-head', 'lamDong'))
    const task = (await head('GET', `/tasks/${taskId}`)).body
    assert.deepEqual(
      task.assignments.map(({ id }: { id: Id }) => id),
      [own],
    )
    const onlyClass = { class: 'open_in_term', dueOn: null, daysLate: null }
    const known = { ...onlyClass, ageDays: null, awaitingConfirmation: false, original: onlyClass }
    const { siblings } = (await head('GET', `/assignments/${own}`)).body
    const sibling = siblings.find(({ id }: { id: Id }) => id === theirs)
    assert.deepEqual(Object.keys(sibling).toSorted(), ['code', 'id', 'lateness', 'lead', 'own'])
    assert.deepEqual([sibling.lateness, sibling.own], [known, false])
    assert.deepEqual(task.siblings, [sibling])
    assert.equal((await head('GET', `/assignments/${theirs}`)).status, 404)
    const list = await head('GET', '/assignments')
    assert.deepEqual([list.body.total, list.body.items.length], [1, 1])
  }),
)

test(
  'an administrator gets no content by right',
  withApp(async ({ app, administration, by }) => {
    const fileId = await storedFile(administration, by)
    const { id } = await storedDirective(administration, { owner: 'ministry', by, fileId })
    const taskId = await storedTask(administration, { owner: 'ministry', by })
    await storedAssignment(administration, { taskId, lead: 'lamDong', issuedBy: 'ministry', by, state: 'draft' })
    const administrator = signedIn(app, loginOf('administrator', 'ministry'))
    for (const path of ['/directives', `/directives/${id}`, '/tasks', `/tasks/${taskId}`, '/assignments', '/journal'])
      assert.equal((await administrator('GET', path)).status, 403, path)
    assert.equal((await administrator('GET', `/files/${fileId}/content`)).status, 404)
    assert.deepEqual((await administrator('GET', '/duties')).body.items, [])
  }),
)

test(
  'people are shown to those whose role reads people there',
  withApp(async ({ app, administration }) => {
    const roles = [
      { role: 'liaison' as const, at: 'ministry' as const },
      { role: 'focal-point' as const, at: 'daLat' as const },
    ]
    await people(administration, [{ login: 'two.roles', roles }])
    const seen = async (login: string) => {
      const { body } = await signedIn(app, login)('GET', '/people?limit=200')
      const units = body.items.flatMap((row: { roles: { unit: { name: string } }[] }) =>
        row.roles.map(({ unit }) => unit.name),
      )
      return [...new Set<string>(units)].toSorted()
    }
    const commune = ['Ban phường Đà Lạt']
    // The person with two roles is seen in Đà Lạt, with both.
    const both = [...commune, 'Bộ Phát triển Cơ sở'].toSorted()
    assert.deepEqual(await seen('two.roles'), both)
    assert.deepEqual(await seen(loginOf('reporter', 'lamDong')), ['Sở Lâm Đồng'])
    assert.deepEqual(await seen(loginOf('unit-head', 'caMau')), ['Sở Cà Mau'])
  }),
)

test(
  'nobody confirms what the same person reported, and another does',
  withApp(async ({ app, administration, by }) => {
    const taskId = await storedTask(administration, { owner: 'ministry', by })
    const given = { taskId, lead: 'external' as const, issuedBy: 'ministry' as const, by, state: 'in_progress' }
    const id = await storedAssignment(administration, given)
    const [officer, second] = [signedIn(app, loginOf('officer', 'ministry')), signedIn(app, 'second')]
    const reported = { body: { text: 'Kho bạc báo đã xong' }, headers: { 'if-match': '"1"' } }
    assert.equal((await officer('POST', `/assignments/${id}/complete`, reported)).status, 200)
    const confirm = { body: {}, headers: { 'if-match': '"2"' } }
    const own = await officer('POST', `/assignments/${id}/confirm`, confirm)
    assert.deepEqual([own.status, own.body.code], [409, 'assignment/own_work'])
    assert.equal((await second('POST', `/assignments/${id}/confirm`, confirm)).status, 200)
  }),
)

test(
  'nobody attaches or registers a file of another by its id',
  withApp(async ({ app, administration, by }) => {
    const fileId = await storedFile(administration, by)
    const officer = signedIn(app, loginOf('officer', 'ministry'))
    assert.equal((await officer('POST', '/directives', { body: { fileId } })).status, 404)
    const taskId = await storedTask(administration, { owner: 'ministry', by })
    const given = { taskId, lead: 'lamDong' as const, issuedBy: 'ministry' as const, by, state: 'in_progress' }
    const id = await storedAssignment(administration, given)
    const report = { body: { text: 'đã làm', evidence: [fileId] }, headers: { 'if-match': '"1"' } }
    const reported = await signedIn(app, loginOf('unit-head', 'lamDong'))('POST', `/assignments/${id}/report`, report)
    assert.equal(reported.body.code, 'assignment/evidence_unknown')
  }),
)

const HOSTILE = `x' or 1=1; reset role; select set_config('role', 'none', false); --`
const statements: string[] = []

/** The store with every statement's text noted: what a request says must be nowhere in it. */
function overheard(store: Store): Store {
  const noted = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, name) {
        const value: unknown = Reflect.get(of, name)
        if (typeof value !== 'function') return value
        return (...args: unknown[]) => {
          if (name === 'query')
            statements.push(typeof args[0] === 'string' ? args[0] : (args[0] as { text: string }).text)
          const result: unknown = Reflect.apply(value, of, args)
          return name === 'connect' ? (result as Promise<object>).then(noted) : result
        }
      },
    })
  const pool = noted(store.pool as object) as pg.Pool
  return { ...store, pool, db: queriesOver(pool) }
}

/** A value that fits a JSON schema, with hostile words wherever words can be. */
function filled(schema: z.core.JSONSchema._JSONSchema, whole: z.core.JSONSchema.JSONSchema): unknown {
  if (typeof schema === 'boolean') return HOSTILE
  if (schema.$ref) return filled(whole.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}, whole)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [first] = schema.anyOf ?? schema.oneOf ?? []
  if (first !== undefined) return filled(first, whole)
  if (schema.type === 'array') return [filled((schema.items as z.core.JSONSchema._JSONSchema | undefined) ?? {}, whole)]
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1
  if (schema.type === 'boolean') return true
  if (schema.type === 'object') {
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, filled(one, whole)]))
  }
  if (schema.format === 'uuid') return newId()
  if (schema.format === 'date') return TODAY
  return HOSTILE
}

test(
  'nothing that a request says becomes part of a statement, and no input reaches the switch of roles',
  withApp(
    async ({ app, administration, by }) => {
      const { id, proposal } = await storedDirective(administration, { owner: 'ministry', by })
      const taskId = await storedTask(administration, { owner: 'ministry', by })
      const given = { taskId, lead: 'external' as const, issuedBy: 'ministry' as const, by }
      const assignment = await storedAssignment(administration, { ...given, state: 'in_progress' })
      const subject = { directive: id, proposal, task: taskId, assignment }
      statements.length = 0
      const reached = new Set<string>()
      for (const login of [
        loginOf('officer', 'ministry'),
        loginOf('unit-head', 'ministry'),
        loginOf('administrator', 'ministry'),
      ]) {
        for (const { name, endpoint } of listEndpoints()) {
          const part = (schema: z.ZodType | undefined) => {
            if (!schema) return undefined
            const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
            return filled(json, json)
          }
          const query = new URLSearchParams(
            Object.entries((part(endpoint.query) as object | undefined) ?? {}).map(([key, value]) => [
              key,
              String(value),
            ]),
          )
          const path = endpoint.path
            .replace(':id', (endpoint.on && subject[endpoint.on]) ?? by)
            .replace(':grantId', newId())
          const headers = {
            'if-match': /Settings|Tier/.test(name) ? '"0"' : '"1"',
            'idempotency-key': HOSTILE,
            'x-request-id': HOSTILE,
            ...(endpoint.bytes === 'upload' ? { 'content-type': 'application/octet-stream' } : {}),
          }
          const body = endpoint.bytes === 'upload' ? Buffer.from(HOSTILE) : part(endpoint.body)
          const call = name === 'signOut' ? caller(app, {}) : signedIn(app, login)
          const answer = await call(endpoint.method, `${path}?${query.toString()}`, { body, headers })
          assert.ok(answer.status < 500, `${name}: ${answer.text}`)
          if (answer.status < 300) reached.add(name)
        }
      }
      await caller(app, { authorization: `Bearer ${HOSTILE.replaceAll(' ', '')}` })('GET', '/tasks')
      await caller(app, { cookie: `throughline_session=${encodeURIComponent(HOSTILE)}` })('GET', '/tasks')
      await signedIn(app, loginOf('officer', 'ministry'))('GET', `/tasks/${encodeURIComponent(HOSTILE)}`)
      assert.ok(reached.size > 20, `only ${[...reached].join(', ')} got through`)
      assert.ok(statements.length > 500)
      assert.deepEqual(
        statements.filter((text) => /1=1|reset role/.test(text)),
        [],
      )
      const switches = new Set(
        statements
          .filter((text) =>
            /_(config|setting)\('role'|\bset (local |session )?(role|authorization)\b|set_config\(\$1/i.test(text),
          )
          .map((text) => text.replace(/\s+/g, ' ').trim()),
      )
      const known = [
        /^select (set_config\(\$\d+, \$\d+, true\)(, )?)+ ?(set_config\('statement_timeout', \$\d+, true\), )?set_config\('role', 'throughline_app', true\), \(select version from unit_register\) as version$/, // enterScope
        /^select set_config\('role', 'none', true\)$/, // asOwner: credentials
        /^select current_setting\('role'\) as role, set_config\('role', 'none', true\)$/, // the journal's digest
        /^select set_config\('role', \$1, true\)$/, // and back to the role before it
      ]
      for (const text of switches)
        assert.ok(
          known.some((one) => one.test(text)),
          text,
        )
    },
    overheard,
    withOneStore,
  ),
)
