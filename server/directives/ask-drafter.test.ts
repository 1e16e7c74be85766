import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSubjects } from '#server/journal/check-subjects.ts'
import { listStates } from '#server/journal/subjects.ts'
import { anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { withStore } from '#server/testing/harness.ts'
import { signedIn, testApp } from '#server/testing/signed-in.ts'

test(
  'what is missing goes back to the drafter as a list, which is recorded; what is not missing is not asked',
  withStore(async (store) => {
    await everyRoleAt(await anAdministration(store), ['ministry'])
    const { app, close } = await testApp(store)
    const officer = signedIn(app, loginOf('officer', 'ministry'))
    try {
      const text = 'Giao Cục Kế hoạch rà soát trụ sở làm việc.\nRà soát biên chế trước ngày 30/6/2026.'
      const made = await officer('POST', '/directives', { body: { text } })
      const path = `/directives/${made.body.id}`
      const { items } = (await officer('GET', `${path}/proposals`)).body
      const undated = items.find((one: { reading: { missing: string[] } }) => one.reading.missing.includes('deadline'))
      assert.ok(undated)
      const ask = (elements: string[], version = 1) =>
        officer('POST', `${path}/questions`, {
          body: { questions: [{ proposalId: undated.id, elements }] },
          headers: { 'if-match': `"${version}"` },
        })
      assert.equal((await ask(['lead'])).body.code, 'question/not_missing')
      const asked = await ask(['deadline', 'deliverable'])
      assert.equal(asked.status, 200, asked.text)
      assert.equal(asked.body.version, 2)
      assert.equal((await ask(['deadline'])).status, 412)

      const edit = { commitment: { deliverable: 'Báo cáo' } }
      await officer('PATCH', `/proposals/${undated.id}`, { body: edit, headers: { 'if-match': '"1"' } })
      assert.equal((await ask(['deliverable'], 2)).body.code, 'question/not_missing', 'a person has filled it in')

      const listed = (await officer('GET', `${path}/questions`)).body.items
      assert.deepEqual(
        listed.map((one: { questions: unknown }) => one.questions),
        [[{ proposalId: undated.id, elements: ['deadline', 'deliverable'] }]],
      )
      assert.ok(listed[0].by.name)
      const entries = await store.db.selectFrom('journalEntry').selectAll().orderBy('id').execute()
      const own = entries.filter((entry) => entry.subjectKind === 'directive')
      assert.equal(own.at(-1)?.command, 'directive.ask_drafter')
      assert.deepEqual(checkSubjects('directive', own, await listStates(store.db, 'directive')), [])
    } finally {
      await close()
    }
  }),
)
