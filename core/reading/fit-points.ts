import type { Points } from '#core/reading/points.ts'
import type { Features } from '#core/reading/weighing.ts'

/** 0: orders nothing, 1: exhorts, 2: orders a task; the order of the points. */
export type Outcome = 0 | 1 | 2

export interface Example {
  features: Features
  outcome: Outcome
}

const OUTCOMES = [0, 1, 2] as const
const MOST_STEPS = 30

/**
 * Points by logistic regression over three outcomes with a penalty on their squares: Newton's method from zero, so that the same
 * examples always give the same points. The penalty makes the optimum unique.
 *
 * Units   points are logarithms of odds; `penalty` is the weight of half the sum of their squares
 */
export function fitPoints(examples: readonly Example[], penalty: number): Points {
  const names = [...new Set(examples.flatMap((e) => Object.keys(e.features).filter((n) => e.features[n] !== 0)))].sort()
  const place = new Map(names.map((name, i) => [name, i]))
  const rows = examples.map((e) =>
    Object.entries(e.features).flatMap(([name, value]) => {
      const at = place.get(name)
      return at === undefined || value === 0 ? [] : [{ at, value }]
    }),
  )
  const size = names.length * 3
  let points = new Float64Array(size)
  let loss = Number.POSITIVE_INFINITY
  for (let step = 0; step < MOST_STEPS; step++) {
    const here = slope(examples, rows, points, penalty)
    if (loss - here.loss < 1e-9) break
    loss = here.loss
    const move = solve(here.curvature, here.gradient, size)
    points = points.map((p, i) => p - (move[i] ?? 0))
  }
  return Object.fromEntries(
    names.map((name, i) => [name, [rounded(points[i * 3]), rounded(points[i * 3 + 1]), rounded(points[i * 3 + 2])]]),
  )
}

function rounded(value: number | undefined): number {
  return Math.round((value ?? 0) * 100) / 100 + 0
}

type Row = readonly { at: number; value: number }[]

/** Loss, gradient and the lower half of the matrix of second derivatives. */
function slope(examples: readonly Example[], rows: readonly Row[], points: Float64Array, penalty: number) {
  const size = points.length
  const gradient = points.map((p) => p * penalty)
  const curvature = new Float64Array(size * size)
  for (let i = 0; i < size; i++) curvature[i * size + i] = penalty
  let loss = points.reduce((sum, p) => sum + (p * p * penalty) / 2, 0)
  rows.forEach((row, n) => {
    const outcome = examples[n]?.outcome ?? 0
    const odds = shares(OUTCOMES.map((k) => row.reduce((sum, f) => sum + (points[f.at * 3 + k] ?? 0) * f.value, 0)))
    loss -= Math.log(Math.max(odds[outcome] ?? 0, 1e-300))
    for (const a of row) {
      for (const k of OUTCOMES) {
        const share = odds[k] ?? 0
        const i = a.at * 3 + k
        gradient[i] = (gradient[i] ?? 0) + (share - (k === outcome ? 1 : 0)) * a.value
        for (const b of row) {
          if (b.at > a.at) continue
          for (const l of OUTCOMES) {
            const j = b.at * 3 + l
            if (j > i) continue
            const second = share * ((k === l ? 1 : 0) - (odds[l] ?? 0)) * a.value * b.value
            curvature[i * size + j] = (curvature[i * size + j] ?? 0) + second
          }
        }
      }
    }
  })
  return { loss, gradient, curvature }
}

/** Shares that add up to 1, from logarithms of odds. */
export function shares(sums: readonly number[]): number[] {
  const top = Math.max(...sums)
  const raised = sums.map((s) => Math.exp(s - top))
  const total = raised.reduce((a, b) => a + b, 0)
  return raised.map((r) => r / total)
}

/** Solves `matrix · x = right` by Cholesky's decomposition, in place; only the lower half of `matrix` is read. */
function solve(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  const at = (i: number, j: number): number => matrix[i * size + j] ?? 0
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let sum = at(i, j)
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k)
      matrix[i * size + j] = i === j ? Math.sqrt(sum) : sum / at(j, j)
    }
  }
  const x = Float64Array.from(right)
  for (let i = 0; i < size; i++) {
    let sum = x[i] ?? 0
    for (let k = 0; k < i; k++) sum -= at(i, k) * (x[k] ?? 0)
    x[i] = sum / at(i, i)
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i] ?? 0
    for (let k = i + 1; k < size; k++) sum -= at(k, i) * (x[k] ?? 0)
    x[i] = sum / at(i, i)
  }
  return x
}
