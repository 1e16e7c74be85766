import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { SHEET_WORDS } from '#server/tasks/sheet-words.ts'

test('a sheet speaks of states, classes and columns in the words of the screen', async () => {
  for (const language of ['vi', 'en'] as const) {
    const read = async (slice: string) =>
      JSON.parse(await readFile(`web/i18n/${language}/${slice}.json`, 'utf8')) as Record<string, Record<string, string>>
    const [tasks, shell] = [await read('tasks'), await read('shell')]
    const words = SHEET_WORDS[language]
    assert.deepEqual(words.state, tasks['state'])
    const { draft, ...classes } = shell['lateness'] ?? {}
    assert.deepEqual(words.class, { ...classes, not_counted: draft })
    for (const key of [
      'code',
      'action',
      'lead',
      'handler',
      'directive',
      'issuedOn',
      'due',
      'state',
      'class',
      'starred',
    ] as const)
      assert.equal(words.head[key], tasks['field']?.[key], key)
    assert.equal(words.head.issuedBy, tasks['field']?.['owner'])
    assert.equal(words.directiveClosed, tasks['list']?.['groupClosed'])
    assert.equal(words.title, tasks['list']?.['title'])
  }
})
