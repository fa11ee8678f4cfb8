import type { Sink } from '../../contracts/index.ts'
import { HandbackError } from '../../protocol/index.ts'
import { followAll } from '../follow-all.ts'
import type { Hub } from '../hub.ts'
import { PAST_BYTES } from '../wire.ts'
import type { Ask, BodyOptions, Reply } from './reply.ts'
import { tooLarge } from './reply.ts'
import { below, route } from './routes.ts'

async function collect(request: Request, limit: number, { signal, onBytes }: BodyOptions = {}): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array()
  const reader = request.body.getReader()
  const pieces: Uint8Array[] = []
  let size = 0
  const late = (): void => {
    // ends the read that waits; a body that its sender has broken off has nothing to cancel
    reader.cancel(signal?.reason).catch(() => undefined)
  }
  signal?.addEventListener('abort', late, { once: true })
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new HandbackError('request/invalid', 'The body could not be read.', { cause })
      })
      signal?.throwIfAborted()
      if (done) return joined(pieces, size)
      size += value.byteLength
      if (size > limit) throw tooLarge(limit)
      onBytes?.(value.byteLength)
      pieces.push(value)
    }
  } finally {
    signal?.removeEventListener('abort', late)
    reader.releaseLock()
  }
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** Text as bytes, read when the receiver wants more. */
function streamed(body: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const pieces = body[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await pieces.return?.()
    },
  })
}

/** Bytes of a file that are given at once. */
const PIECE = 65_536

/** A file, piece by piece and without another copy of it. */
function inPieces({ body, late, sent }: Extract<Reply, { type: 'bytes' }>, gone: AbortSignal): ReadableStream<Uint8Array> {
  const cut = AbortSignal.any([late, gone])
  let left = body
  let stop = (): void => {}
  const end = (): void => {
    cut.removeEventListener('abort', stop)
    // the stream may outlive what it has given
    left = new Uint8Array()
    sent()
  }
  return new ReadableStream(
    {
      start(controller) {
        stop = () => {
          controller.error(new HandbackError('transport/lost', 'Read too slowly.'))
          end()
        }
        cut.addEventListener('abort', stop)
        if (cut.aborted) stop()
      },
      pull(controller) {
        // whoever is given views of it may change or keep what they get
        if (left.length > 0) controller.enqueue(left.slice(0, PIECE))
        left = left.subarray(PIECE)
        if (left.length > 0) return
        controller.close()
        end()
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
}

const nothing = (): Response => Response.json({ error: { code: 'request/not-found', retryable: false, message: 'There is nothing here.' } }, { status: 404 })

/** A hub behind anything that speaks `Request` and `Response`: Bun, Deno, workers, most frameworks. */
export function fetchHandler(hub: Pick<Hub, 'link' | 'ports'>): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url)
    const path = below(hub.ports.path, url.pathname)
    if (path === undefined) return nothing()
    const ask: Ask = {
      method: request.method,
      path,
      query: url.searchParams,
      gone: request.signal,
      header: (name) => request.headers.get(name) ?? undefined,
      body: (limit, options) => collect(request, limit, options),
    }
    const reply = await route(hub.ports, ask)
    if (reply.type === 'json') return new Response(reply.status === 204 ? null : reply.body, { status: reply.status, headers: reply.headers })
    if (reply.type === 'bytes') return new Response(inPieces(reply, request.signal), { headers: { ...reply.headers, 'content-length': String(reply.body.length) } })
    if (reply.type === 'file') return new Response(streamed(reply.body), { headers: reply.headers })
    let close = (): void => {}
    let open = true
    let full = false
    let pulled = (): void => {}
    const body = new ReadableStream<Uint8Array>(
      {
        start(controller) {
          const sink: Sink = {
            write(bytes) {
              if (!open) return 'full'
              controller.enqueue(bytes)
              full = (controller.desiredSize ?? 0) < 0
              return full ? 'full' : 'ok'
            },
            close() {
              // a stream that its reader has cancelled is closed already
              if (!open) return
              open = false
              pulled()
              // what waits for a reader that does not keep up is let go with it
              if (full) controller.error(new HandbackError('transport/lost', 'Read too slowly.'))
              else controller.close()
            },
          }
          controller.enqueue(reply.preface)
          const link = hub.link(reply.identity, sink)
          close = link.close
          request.signal.addEventListener('abort', close, { once: true })
          // given up while it was answered: nobody will ever cancel this body
          if (request.signal.aborted) close()
          const room = async (): Promise<void> => {
            while (open && (controller.desiredSize ?? 0) < PAST_BYTES) await new Promise<void>((resolve) => (pulled = resolve))
          }
          void followAll(link, reply.follow, room)
        },
        pull() {
          pulled()
        },
        cancel() {
          open = false
          pulled()
          close()
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: hub.ports.buffer }),
    )
    return new Response(body, { headers: reply.headers })
  }
}
