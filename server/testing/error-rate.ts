/** Letters to insert, leave out or replace to come from one text to the other, for each letter that should be there (Levenshtein). */
export function errorRate(wanted: string, got: string): number {
  const [a, b] = [Array.from(wanted), Array.from(got)]
  let row = b.map((_, j) => j + 1)
  row.unshift(0)
  for (const [i, letter] of a.entries()) {
    const next = [i + 1]
    for (const [j, other] of b.entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)))
    row = next
  }
  return (row.at(-1) ?? 0) / Math.max(1, a.length)
}
