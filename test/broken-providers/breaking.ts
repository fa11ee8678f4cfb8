import { acme } from '../../examples/custom-provider/acme.ts'
import type { AIProvider, ReplyOptions, ReplyPart, ReplyRequest } from '../../src/contracts/index.ts'
import type { FetchLike } from '../../src/testing/index.ts'

/** Makes one fault: a provider over `fetch`, made by breaking a good one. */
export type Break = (fetch: FetchLike) => AIProvider

export const good: Break = (fetch) => acme({ apiKey: 'key-of-the-kit', fetch })

/** The good provider with another way to reply. */
export const replying =
  (reply: (good: AIProvider, request: ReplyRequest, options: ReplyOptions) => AsyncIterable<ReplyPart>): Break =>
  (fetch) => {
    const provider = good(fetch)
    return { ...provider, reply: (request, options) => reply(provider, request, options) }
  }

/** The good provider with parts that pass through a fault. */
export const passing = (fault: () => (part: ReplyPart) => readonly ReplyPart[]): Break =>
  replying(async function* (provider, request, options) {
    const through = fault()
    for await (const part of provider.reply(request, options)) yield* through(part)
  })

/** The good provider with other errors. */
export const throwing = (other: (error: unknown) => unknown): Break =>
  replying(async function* (provider, request, options) {
    try {
      yield* provider.reply(request, options)
    } catch (error) {
      throw other(error)
    }
  })

/** The good provider with another way to ask. */
export const asking =
  (ask: (fetch: FetchLike, url: string, init: RequestInit) => Promise<Response>): Break =>
  (fetch) => good((url, init) => ask(fetch, url, init))

/** The good provider over bodies that pass through a fault. */
export const streaming = (fault: () => Transformer<Uint8Array, Uint8Array>): Break =>
  asking(async (fetch, url, init) => {
    const { body, status, headers } = await fetch(url, init)
    return new Response(body && status === 200 ? body.pipeThrough(new TransformStream(fault())) : body, { status, headers })
  })
