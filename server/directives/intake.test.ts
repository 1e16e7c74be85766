import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anAdministration, everyRoleAt, loginOf } from '#server/testing/administration.ts'
import { aPdf, drawnLines } from '#server/testing/a-pdf.ts'
import { withStore } from '#server/testing/harness.ts'
import { type Call, signedIn, testApp } from '#server/testing/signed-in.ts'

const ORDER = 'Giao Sở Y tế chủ trì xây dựng kế hoạch trước ngày 30/6/2026.'

function withClerk(
  body: (clerk: Call, register: (name: string, bytes: Uint8Array) => ReturnType<Call>) => Promise<void>,
) {
  return withStore(async (store) => {
    await everyRoleAt(await anAdministration(store), ['ministry'])
    const { app, close } = await testApp(store)
    const clerk = signedIn(app, loginOf('officer', 'ministry'))
    const register = async (name: string, bytes: Uint8Array) => {
      const headers = { 'content-type': 'application/octet-stream' }
      const file = await clerk('POST', `/files?name=${name}`, { body: Buffer.from(bytes), headers })
      assert.equal(file.status, 200, file.text)
      return clerk('POST', '/directives', { body: { fileId: file.body.id } })
    }
    try {
      await body(clerk, register)
    } finally {
      await close()
    }
  })
}

test(
  'a PDF is registered with its words, a file of old with what became of them',
  withClerk(async (clerk, register) => {
    const pdf = await register('lenh.pdf', aPdf([drawnLines(85, 100, [ORDER], 11)]))
    assert.equal(pdf.status, 200, pdf.text)
    assert.deepEqual(pdf.body.notes, [])
    const { body } = await clerk('GET', `/directives/${pdf.body.id}`)
    assert.equal(body.text, ORDER)

    const stored = 'Giao Së Y tÕ chñ tr× x©y dùng kÕ ho¹ch tr\u00adíc ngµy 30/6/2026.'
    const old = await register('lenh.txt', Buffer.from(stored, 'latin1'))
    assert.deepEqual(old.body.notes, ['decoded_tcvn3', 'capitals_lost'])
    assert.equal((await clerk('GET', `/directives/${old.body.id}`)).body.text, ORDER)
  }),
)
