import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { matchName } from '#core/units/match-name.ts'
import { buildNameIndex } from '#core/units/name-index.ts'
import { splitNames } from '#core/units/split-names.ts'
import { demoAdministration } from '#demo/administration.ts'
import { DEMO_DIRECTIVES, DIRECTIVES_FOLDER } from '#demo/directives.ts'

const demo = demoAdministration()
const texts = DEMO_DIRECTIVES.filter(({ file }) => file.endsWith('.txt')).map((directive) => ({
  ...directive,
  text: readFileSync(new URL(directive.file, DIRECTIVES_FOLDER), 'utf8'),
}))

test('every directive of the list is there, and every one that is there is in the list', () => {
  for (const { file } of DEMO_DIRECTIVES) assert.ok(existsSync(new URL(file, DIRECTIVES_FOLDER)), file)
  assert.deepEqual(readdirSync(DIRECTIVES_FOLDER).toSorted(), DEMO_DIRECTIVES.map(({ file }) => file).toSorted())
})

test('each begins with the official head, in NFC, with its symbol and day as Decree 30/2020/NĐ-CP writes them', () => {
  for (const { file, text, symbol, issuedOn } of texts) {
    const [year, month, day] = issuedOn.split('-').map(Number)
    const pad = (number = 0, below: number): string => (number < below ? `0${number}` : `${number}`)
    assert.equal(text, text.normalize('NFC'), file)
    assert.match(text, /^BỘ PHÁT TRIỂN CƠ SỞ +CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n/)
    assert.ok(text.includes(`Số: ${symbol}`), file)
    assert.ok(text.includes(`Hà Nội, ngày ${pad(day, 10)} tháng ${pad(month, 3)} năm ${year}`), file)
    assert.ok(text.includes('Bộ Phát triển Cơ sở') && text.includes('./.'), file)
  }
})

test('each is signed by somebody of the demo and registered by its clerk, not before it was issued', () => {
  const names = new Set(demo.people.map(({ name }) => name))
  for (const { file, text } of texts) assert.ok(names.has(text.trim().split('\n').at(-1) ?? ''), file)
  for (const { issuedOn, registeredOn, registeredBy } of DEMO_DIRECTIVES) {
    assert.ok(issuedOn <= registeredOn)
    assert.ok(
      demo.people.some(({ login, roles }) => login === registeredBy && roles.some(({ role }) => role === 'clerk')),
    )
  }
})

test('the bodies that the headings of the plan name are all known', () => {
  const index = buildNameIndex(demo)
  const plan = texts.find(({ symbol }) => symbol === '31/KH-BPTCS')
  assert.ok(plan)
  const tasks = plan.text.slice(plan.text.indexOf('III. NHIỆM VỤ'), plan.text.indexOf('IV. TỔ CHỨC'))
  const headings = [...tasks.matchAll(/^\d\. (.+)$/gmu)].map(([, name = '']) =>
    name.replace(/ (?:chủ trì|xây dựng|tổ chức)[ ,].*/u, ''),
  )

  assert.equal(headings.length, 8)
  for (const name of headings) assert.equal(matchName(index, name).status, 'sure', name)
})

test('the provinces to which the dispatch goes are each known', () => {
  const index = buildNameIndex(demo)
  const dispatch = texts.find(({ symbol }) => symbol === '09/CĐ-BPTCS')
  const [, addressed = ''] = /^- (Giám đốc Sở .+);$/mu.exec(dispatch?.text ?? '') ?? []
  const names = splitNames(addressed)
  assert.equal(names.length, 9)
  for (const name of names) assert.equal(matchName(index, name).status, 'sure', name)
})
