/**
 * The key under which Vietnamese text is compared and searched without accents: NFD without marks, đ as d, lower case,
 * every run of anything that is neither letter nor digit as one space. "Đà Nẵng" and "da nang" fold alike, so do hoà and hòa.
 * Search keys are folded here and stored, so that both stores find alike.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
