import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const LENGTH = 32

/** The file is there but holds no key; the message is a sentence for whoever runs the server. */
export class KeyDamaged extends Error {}

/** The key that signs tokens: made once, readable by this user only. Deleting the file signs everybody out. */
export function signingKey(path: string): Uint8Array {
  // `wx`: of two servers that start at once, one makes the key and the other reads it.
  if (!existsSync(path)) writeFileSync(path, randomBytes(LENGTH), { mode: 0o600, flag: 'wx' })
  const key = readFileSync(path)
  if (key.length < LENGTH) throw new KeyDamaged(`The signing key ${path} is damaged: delete it to sign everybody out and make a new one.`)
  return key
}
