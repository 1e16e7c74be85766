import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinLines } from '#server/directives/pdf-joins.ts'

test('a word divided at the end of a line is whole again, a hyphen of its own stays', () => {
  const cases: [string, string, string][] = [
    ['cần phát tri-', 'ển kinh tế', 'cần phát triển kinh tế'],
    ['the infor-', 'mation', 'the information'],
    ['soft\u00ad', 'ware', 'software'],
    ['Bộ Lao động-', 'Thương binh', 'Bộ Lao động-Thương binh'],
    ['số 12/QĐ-', 'TTg', 'số 12/QĐ-TTg'],
    ['số 12/', 'KH-BYT', 'số 12/KH-BYT'],
    ['dịch COVID-', '19', 'dịch COVID-19'],
    ['kinh tế-', 'xã hội', 'kinh tế-xã hội'],
    ['thư: phong-', 'laichau@chinhphu.vn', 'thư: phong-laichau@chinhphu.vn'],
    ['kinh tế -', 'xã hội', 'kinh tế - xã hội'],
    ['cải cách', 'hành chính', 'cải cách hành chính'],
  ]
  for (const [before, after, joined] of cases) assert.equal(joinLines(before, after), joined)
})
