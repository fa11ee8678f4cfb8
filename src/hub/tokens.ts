import { SignJWT, jwtVerify } from 'jose'
import type { Identity } from '../contracts/index.ts'
import { newId } from '../internal/ids.ts'
import { isId } from '../protocol/index.ts'

/** A visitor's session as the hub hands it out. */
export interface Session {
  readonly token: string
  /** Gets the next token; kept by the visitor's browser only. */
  readonly refresh: string
  readonly sub: string
  /** Milliseconds since 1970. */
  readonly expires: number
}

export interface Tokens {
  /**
   * A signed token that says who somebody is. `ttl` in milliseconds, default 1 h. Rejects with a `TypeError` a `sub` that is not an id, a role
   * that there is not, and an agent or supervisor without a name, which visitors read over each of their messages.
   *
   * @example const { token } = await tokens.issue({ sub: 'agent-sarah', role: 'agent', name: 'Sarah' })
   */
  issue(identity: Identity, ttl?: number): Promise<{ readonly token: string; readonly expires: number }>
  /** The identity in a token, or `undefined` when it is not ours, changed, or over. */
  verify(token: string): Promise<Identity | undefined>
  /** A new anonymous visitor, or the one that a refresh secret belongs to; `undefined` when the secret is not valid. */
  session(refresh?: string): Promise<Session | undefined>
}

const HOUR = 3_600_000
const REFRESH_DAYS = 400
const access = 'handback'
const renewal = 'handback-refresh'
const roles = new Set(['visitor', 'agent', 'supervisor'])

/** Tells visitors apart in lists without saying anything about them. */
const visitorName = (sub: string): string => {
  let sum = 0
  for (const character of sub) sum = (sum * 31 + character.charCodeAt(0)) % 9000
  return `Visitor ${1000 + sum}`
}

/**
 * Tokens signed with one key (HS256): short-lived ones for every request, and a refresh secret for visitors.
 *
 * @param key at least 32 random bytes, kept on the server.
 * @param options.now milliseconds since 1970; default `Date.now`.
 * @example const tokens = createTokens(await readFile('.handback/key'))
 */
export function createTokens(key: Uint8Array, options: { readonly now?: () => number } = {}): Tokens {
  if (key.length < 32) throw new TypeError('createTokens needs a key of at least 32 bytes.')
  const clock = (): number => (options.now ?? Date.now)()

  const sign = (claims: Record<string, string>, sub: string, audience: string, expires: number): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(sub)
      .setAudience(audience)
      .setIssuedAt(Math.floor(clock() / 1000))
      .setExpirationTime(Math.floor(expires / 1000))
      .sign(key)

  const open = async (token: string, audience: string) => {
    // a token far longer than ours is not ours
    if (token.length > 4096) return undefined
    try {
      const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], audience, requiredClaims: ['sub', 'exp'], currentDate: new Date(clock()) })
      return isId(payload.sub) ? payload : undefined
    } catch {
      // whatever is wrong with it, it is not a valid token; why is nobody's business
      return undefined
    }
  }

  const issue: Tokens['issue'] = async ({ sub, role, name, avatar }, ttl = HOUR) => {
    if (!isId(sub)) throw new TypeError('issue() needs a sub of 8 to 64 characters from A-Z, a-z, 0-9, "_" and "-".')
    if (!roles.has(role)) throw new TypeError(`issue() knows the roles ${[...roles].join(', ')}, and not ${JSON.stringify(role)}.`)
    if (role !== 'visitor' && !name?.trim()) throw new TypeError(`issue() needs a name for the role ${role}: visitors read it.`)
    const expires = Math.floor((clock() + ttl) / 1000) * 1000
    const claims = { role, ...(name === undefined ? {} : { name }), ...(avatar === undefined ? {} : { avatar }) }
    return { token: await sign(claims, sub, access, expires), expires }
  }

  return {
    issue,
    async verify(token) {
      const payload = await open(token, access)
      if (!payload?.sub || typeof payload.role !== 'string' || !roles.has(payload.role)) return undefined
      return {
        sub: payload.sub,
        role: payload.role as Identity['role'],
        ...(typeof payload.name === 'string' ? { name: payload.name } : {}),
        ...(typeof payload.avatar === 'string' ? { avatar: payload.avatar } : {}),
        expires: (payload.exp ?? 0) * 1000,
      }
    },
    async session(refresh) {
      const known = refresh === undefined ? undefined : await open(refresh, renewal)
      if (refresh !== undefined && !known) return undefined
      const sub = known?.sub ?? newId()
      const { token, expires } = await issue({ sub, role: 'visitor', name: visitorName(sub) })
      const secret = await sign({}, sub, renewal, clock() + REFRESH_DAYS * 24 * HOUR)
      return { token, refresh: secret, sub, expires }
    },
  }
}
