import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { listEndpoints } from '#core/api.ts'
import { DEEDS } from '#core/people/may.ts'
import { EVIDENCE_RULES } from '#core/reading/rules.ts'

// The rules of ARCHITECTURE.md and CONTRIBUTING.md, executed.

/** Slices stand in one line and import only from their left. */
const SLICES = [
  'kernel',
  'journal',
  'units',
  'people',
  'settings',
  'calendar',
  'files',
  'sheets',
  'tasks',
  'reading',
  'directives',
  'imports',
  'previews',
  'views',
  'search',
  'home',
]
/** Parts of the server that hold no slice; slices may use them, and those of the composition use slices. */
const GROUND = ['db', 'http', 'testing']
const COMPOSITION = ['demo', 'cli']

interface Import {
  from: string
  to: string
}

async function listFiles(...patterns: string[]): Promise<string[]> {
  const files: string[] = []
  for await (const file of glob(patterns)) if (!file.includes('node_modules')) files.push(file)
  return files.toSorted()
}

async function listImports(): Promise<Import[]> {
  const imports: Import[] = []
  for (const from of await listFiles('{core,server,demo,web,e2e,bench,scripts}/**/*.{ts,tsx}')) {
    const text = await readFile(from, 'utf8')
    for (const match of text.matchAll(
      /^\s*(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm,
    )) {
      imports.push({ from, to: match[1] ?? match[2] ?? match[3] ?? '' })
    }
  }
  return imports
}

const imports = await listImports()

test('the rules see something', () => {
  assert.ok(imports.length > 200)
})

test('nothing is imported by a relative path', () => {
  const relative = imports.filter(
    ({ to, from }) => to.startsWith('.') && !to.endsWith('.css') && !from.startsWith('web/vite'),
  )
  assert.deepEqual(relative, [])
})

test('web and server do not know each other, core knows neither, and only tests and the composition know the demo', () => {
  const layer = (path: string) => /^#?(core|server|demo|web)\//.exec(path)?.[1]
  const allowed: Record<string, string[]> = {
    core: ['core'],
    demo: ['core', 'demo'],
    server: ['core', 'server', 'demo'],
    web: ['core', 'web'],
  }
  const wrong = imports.filter(({ from, to }) => {
    const [source, target] = [layer(from), layer(to)]
    return source !== undefined && target !== undefined && !allowed[source]?.includes(target)
  })
  assert.deepEqual(wrong, [])
})

test('core imports nothing but itself and zod', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      from.startsWith('core/') && !from.endsWith('.test.ts') && !to.startsWith('#core/') && to !== 'zod',
  )
  assert.deepEqual(wrong, [])
})

test('slices of core import only from their left', () => {
  assert.deepEqual(
    imports.filter((one) => pointsRight(one, 'core')),
    [],
  )
})

test('slices of the server import only from their left, and never another slice’s routes', () => {
  assert.deepEqual(
    imports.filter((one) => pointsRight(one, 'server')),
    [],
  )
  const routes = imports.filter(
    ({ from, to }) => /^#server\/\w+\/routes\.ts$/.test(to) && from !== 'server/app.ts' && !from.endsWith('.test.ts'),
  )
  assert.deepEqual(routes, [])
})

function pointsRight({ from, to }: Import, layer: string): boolean {
  const source = new RegExp(`^${layer}/([^/]+)/`).exec(from)?.[1]
  const target = new RegExp(`^#${layer}/([^/]+)/`).exec(to)?.[1]
  if (source === undefined || target === undefined || from.includes('.test.') || source === 'testing') return false
  if (GROUND.includes(target) || COMPOSITION.includes(source)) return false
  // The mount judges entitlement by the units of a stored thing, and so knows the slices that are stored.
  if (source === 'http') return false
  return SLICES.indexOf(target) < 0 || SLICES.indexOf(source) < SLICES.indexOf(target)
}

test('every folder of core is a slice', async () => {
  const folders = new Set((await listFiles('core/*/*.ts')).map((file) => file.split('/')[1]))
  assert.deepEqual(
    [...folders].filter((folder) => !SLICES.includes(folder ?? '')),
    [],
  )
})

test('no file is longer than 300 lines', async () => {
  const long: string[] = []
  for (const file of await listFiles('{core,server,demo,web,e2e,scripts,bench}/**/*.{ts,tsx,css}')) {
    if (/\.gen\.ts$|\/i18n\/|\.test\.ts$|web\/ui\/(app|tokens)\.css$/.test(file)) continue
    const lines = (await readFile(file, 'utf8')).split('\n').length - 1
    if (lines > 300) long.push(`${file} ${lines}`)
  }
  assert.deepEqual(long, [])
})

test('names say what a thing is: no utils, helpers, lib, common, manager, service', async () => {
  const bad = (await listFiles('{core,server,demo,web,e2e,scripts,bench}/**/*.{ts,tsx}')).filter((file) =>
    /(^|[/-])(utils?|helpers?|lib|common|manager|services?)([/.-]|$)/.test(file),
  )
  assert.deepEqual(bad, [])
})

test('every endpoint says who may call it, in a word of the table', () => {
  const words = new Set<string>([...DEEDS, 'anyone', 'signed-in'])
  const endpoints = listEndpoints()
  assert.ok(endpoints.length > 40)
  assert.deepEqual(
    endpoints
      .filter(
        ({ endpoint }) => !words.has(endpoint.may) || (endpoint.orMay !== undefined && !words.has(endpoint.orMay)),
      )
      .map(({ name }) => name),
    [],
  )
})

test('endpoints differ in name and in method and path', () => {
  const endpoints = listEndpoints()
  assert.equal(new Set(endpoints.map(({ name }) => name)).size, endpoints.length)
  assert.equal(new Set(endpoints.map(({ endpoint }) => `${endpoint.method} ${endpoint.path}`)).size, endpoints.length)
})

test('every path that the documents quote exists', async () => {
  const missing: string[] = []
  for (const file of await listFiles('*.md', 'docs/**/*.md')) {
    const text = await readFile(file, 'utf8')
    for (const match of text.matchAll(/`((?:core|server|web|demo|e2e|scripts|bench|docs|bin)\/[\w./-]*)`/g)) {
      const path = match[1] ?? ''
      if (!existsSync(path)) missing.push(`${file}: ${path}`)
    }
  }
  assert.deepEqual(missing, [])
})

test('every slice is a word of the glossary', async () => {
  const glossary = await readFile('GLOSSARY.md', 'utf8')
  assert.deepEqual(
    SLICES.filter((slice) => slice !== 'kernel' && !glossary.includes(`\`${slice}\``)),
    [],
  )
})

test('every refusal has its sentence in both languages', async () => {
  const codes = new Set<string>()
  for (const file of await listFiles('{core,server}/**/*.ts')) {
    if (file.includes('.test.') || file.startsWith('server/testing') || file.startsWith('core/units/territory-list'))
      continue
    for (const match of (await readFile(file, 'utf8')).matchAll(
      /\bcode: '([a-z]+\/[a-z_0-9]+)'|\| '([a-z]+\/[a-z_0-9]+)'/g,
    ))
      codes.add(match[1] ?? match[2] ?? '')
  }
  assert.ok(codes.size > 50)
  for (const language of ['vi', 'en']) {
    const known = JSON.parse(await readFile(`web/i18n/${language}/problems.json`, 'utf8')) as Record<string, unknown>
    assert.deepEqual([...codes].filter((code) => !(code in known)).toSorted(), [], language)
  }
})

test('every rule that reading gives as a reason has its sentence in both languages', async () => {
  for (const language of ['vi', 'en']) {
    const said = JSON.parse(await readFile(`web/i18n/${language}/rules.json`, 'utf8')) as Record<string, object>
    const unsaid = Object.entries(EVIDENCE_RULES).flatMap(([field, rules]) =>
      rules.filter((rule) => !(rule in (said[field] ?? {}))).map((rule) => `${field}: ${rule}`),
    )
    assert.deepEqual(unsaid, [], language)
  }
})

test('the documents and the code name no machine’s paths', async () => {
  const leaks: string[] = []
  for (const file of await listFiles(
    '*.{md,json,ts}',
    '{core,server,demo,web,e2e,scripts,bench,docs,bin}/**/*.{ts,tsx,md,json,js,css,html}',
  )) {
    if (file === 'package-lock.json') continue
    if (/(?:^|[\s"'`(])\/(?:work|root|home)\//m.test(await readFile(file, 'utf8'))) leaks.push(file)
  }
  assert.deepEqual(leaks, [])
})
