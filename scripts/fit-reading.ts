// node scripts/fit-reading.ts FOLDER… [--check]: fits the points of the reading to the labelled directives of the folders (NNN.txt
// beside NNN.json), writes core/reading/points.ts, and says how well directives read with points fitted on the others. The same
// directives always give the same file; with --check it only says whether the file is the one that they give.
import { readFileSync, writeFileSync } from 'node:fs'
import type { Points } from '#core/reading/points.ts'
import { readDirective } from '#core/reading/read-directive.ts'
import { emptyTally, fitReading, listHeldOut, listLabelled, rates, score } from '#server/reading/score-reading.ts'

const target = new URL('../core/reading/points.ts', import.meta.url)
const folders = process.argv.slice(2).filter((argument) => argument !== '--check')
const directives = folders.flatMap(listLabelled)
if (directives.length === 0) {
  console.error('usage: node scripts/fit-reading.ts FOLDER… [--check] (no labelled directive found)')
  process.exit(2)
}

const tally = emptyTally()
for (const { directive, points } of listHeldOut(directives)) {
  score(tally, directive.labels, readDirective(directive.text, {}, points))
}
const { precision, recall, f1 } = rates(tally.commitments)
const { taken, n } = tally.exhortations
console.log(`each directive with points fitted on the others (${tally.documents}):`)
console.log(`commitments: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`)
console.log(`exhortations taken for tasks: ${taken} of ${n} = ${(taken / (n || 1)).toFixed(3)}`)

const present = readFileSync(target, 'utf8')
const head = present.slice(0, present.indexOf('export const POINTS'))
const wanted = `${head}export const POINTS: Points = {\n${write(fitReading(directives))}}\n`
if (present === wanted) console.log('core/reading/points.ts is what these directives give')
else if (process.argv.includes('--check')) {
  console.error('core/reading/points.ts is not what these directives give')
  process.exitCode = 1
} else {
  writeFileSync(target, wanted)
  console.log('core/reading/points.ts written')
}

function write(points: Points): string {
  const lines = Object.entries(points).map(([name, of]) => {
    const key = /^\w+$/u.test(name) ? name : `'${name}'`
    return `  ${key}: [${of.map((p) => (Number.isInteger(p) ? p.toFixed(1) : String(p))).join(', ')}],\n`
  })
  return lines.join('')
}
