import { CLIENT_BODY_BYTES, type Follow, fitsBytes } from '../../../protocol/index.ts'
import { readFollows } from '../follows.ts'

/** What a socket says first. */
export interface FirstMessage {
  readonly token: string | undefined
  readonly follow: readonly Follow[]
}

/** The first message of a socket, `{"token":"…","follow":["…"]}`, both optional; `undefined` for anything else. Never throws. */
export function parseFirstMessage(json: string): FirstMessage | undefined {
  const { token, follow = [] } = objectIn(json) ?? { token: null }
  if (token !== undefined && typeof token !== 'string') return undefined
  const topics = readFollows(follow)
  return topics && { token, follow: topics }
}

function objectIn(json: string): { readonly token?: unknown; readonly follow?: unknown } | undefined {
  if (!fitsBytes(json, CLIENT_BODY_BYTES)) return undefined
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    // whatever else it is, it is no first message
    return undefined
  }
}
