/** Words taken out of the middle of a sentence begin with a capital where they stand alone. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
