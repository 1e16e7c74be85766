/** What a field with a bound holds after a paste over the marked place, and how many of the pasted characters found no room. */
export function pasteInto(
  text: string,
  pasted: string,
  { from, to }: { from: number; to: number },
  most: number,
): { text: string; cut: number } {
  // A field knows one character for the end of a line.
  const whole = pasted.replace(/\r\n?/g, '\n')
  const kept = whole.slice(0, Math.max(0, most - text.length + (to - from)))
  return { text: text.slice(0, from) + kept + text.slice(to), cut: whole.length - kept.length }
}
