import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** argon2id with 19 MiB, 2 passes, 1 lane: the OWASP Password Storage Cheat Sheet's first recommendation. */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), PARAMETERS)
}

let nobody: Promise<string> | undefined

/** Takes as long for a login that does not exist as for one that does. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const matches = await verify(stored ?? (await nobody), password.normalize('NFC'))
  return matches && stored !== null
}

/** A key of 256 bits for cookies, tokens and the first administrator. */
export function newKey(): string {
  return randomBytes(32).toString('base64url')
}

/** A first password that can be read out over the telephone: 80 bits without letters that look alike. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const picked = [...randomBytes(64)].filter((byte) => byte < 248).slice(0, 16)
  return [0, 4, 8, 12]
    .map((from) =>
      picked
        .slice(from, from + 4)
        .map((byte) => letters[byte % 31])
        .join(''),
    )
    .join('-')
}
