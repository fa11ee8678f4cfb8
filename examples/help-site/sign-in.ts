import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Tokens } from 'handback/hub'
import { readJson, sendJson } from './http.ts'

/** For development only: anybody who can reach this server can be an agent. */

/** `sub` and display name of each demonstration identity; Sarah Lind shows herself to visitors as Sarah. */
const identities = {
  sarah: { sub: 'agent-sarah', role: 'agent', name: 'Sarah' },
  tom: { sub: 'agent-tom', role: 'agent', name: 'Tom' },
  ada: { sub: 'agent-ada', role: 'supervisor', name: 'Ada' },
} as const

const isIdentity = (name: unknown): name is keyof typeof identities => typeof name === 'string' && Object.hasOwn(identities, name)

/** A page of another origin must not sign in through somebody's browser. */
function fromHere({ headers }: IncomingMessage): boolean {
  const { origin, host = '' } = headers
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`
}

async function answer(request: IncomingMessage, response: ServerResponse, tokens: Tokens): Promise<void> {
  if (!fromHere(request)) return sendJson(response, 403, { message: 'Sign in from this server’s own console page.' })
  const body = await readJson(request)
  const name = typeof body === 'object' && body !== null && 'identity' in body ? body.identity : undefined
  if (!isIdentity(name)) return sendJson(response, 400, { message: 'There is no such identity.' })
  const identity = identities[name]
  const me = { id: identity.sub, kind: identity.role, name: identity.name }
  sendJson(response, 200, { ...(await tokens.issue(identity)), me })
}

/** `POST /dev/sign-in` with `{ "identity": "sarah" }` → `{ token, expires, me }`. */
export function signIn(tokens: Tokens): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    if (request.method !== 'POST' || request.url !== '/dev/sign-in') return false
    answer(request, response, tokens).catch(() => response.destroy())
    return true
  }
}
