import { acme } from '../../examples/custom-provider/acme.ts'
import type { ReplyPart } from '../../src/contracts/index.ts'
import { asyncQueue } from '../../src/internal/async-queue.ts'
import { HandbackError, isHandbackError } from '../../src/protocol/index.ts'
import { type Break, asking, good, passing, replying, streaming, throwing } from './breaking.ts'

/** Faults that were found in real providers and clients, one each. */

export const losesTheLastPiece = passing(() => {
  let held: ReplyPart[] = []
  return (part) => {
    const before = part.type === 'finish' ? [] : held
    held = part.type === 'text-delta' ? [part] : []
    return [...before, ...(part.type === 'text-delta' ? [] : [part])]
  }
})

export const finishesTwice = passing(() => (part) => (part.type === 'finish' ? [part, part] : [part]))

export const neverFinishes = passing(() => (part) => (part.type === 'finish' ? [] : [part]))

export const speaksAfterTheEnd = passing(() => (part) => (part.type === 'finish' ? [part, { type: 'text-delta', text: '' }] : [part]))

/** Takes the beginning of a call for the call. */
export const callsWhatHasBegun = passing(() => {
  let number = 0
  return (part) => {
    if (part.type === 'tool-call') return []
    return part.type === 'tool-start' ? [part, { type: 'tool-call', id: `c${(number += 1)}`, name: part.name, input: {} }] : [part]
  }
})

/** Calls although the answer was too long, with what there was of the arguments. */
export const callsWhatWasCut = passing(() => {
  let name = ''
  return (part) => {
    if (part.type === 'tool-start') ({ name } = part)
    return part.type === 'finish' && part.reason === 'length' && name ? [{ type: 'tool-call', id: 'c1', name, input: {} }, part] : [part]
  }
})

export const saysStopBesideCalls = passing(() => (part) => (part.type === 'finish' ? [{ ...part, reason: 'stop' }] : [part]))

export const signalsLate = passing(() => (part) => (part.type === 'finish' ? [{ type: 'signals', confidence: 0.5 }, part] : [part]))

export const keepsAllAsState = passing(() => (part) =>
  part.type === 'finish' && part.reason === 'tool-call' ? [{ type: 'state', data: { seen: 'x'.repeat(70_000) } }, part] : [part],
)

export const yieldsErrors = replying(async function* (provider, request, options) {
  try {
    yield* provider.reply(request, options)
  } catch (error) {
    yield { type: 'error', error } as unknown as ReplyPart
    yield { type: 'finish', reason: 'stop' }
  }
})

export const throwsWhatItGets = throwing((error) => (isHandbackError(error) ? new Error(error.message) : error))

export const ignoresAbort = replying((provider, request, options) => provider.reply(request, { ...options, signal: new AbortController().signal }))

export const throwsWhenAborted = replying(async function* (provider, request, options) {
  yield* provider.reply(request, options)
  options.signal.throwIfAborted()
})

/** Reads in the background, whether anybody asks or not. */
export const readsAhead = replying((provider, request, options) => {
  const queue = asyncQueue<ReplyPart>({ limit: Infinity, onReturn: () => undefined })
  async function pump(): Promise<void> {
    try {
      for await (const part of provider.reply(request, options)) queue.push(part)
      queue.end()
    } catch (error) {
      queue.fail(error)
    }
  }
  void pump()
  return queue
})

export const decodesEachPiece = streaming(() => ({
  transform: (bytes, out) => out.enqueue(new TextEncoder().encode(new TextDecoder().decode(bytes))),
}))

/** Takes a piece of the network for a line. */
export const takesPiecesForLines = streaming(() => ({
  transform(bytes, out) {
    out.enqueue(bytes)
    out.enqueue(Uint8Array.of(10))
  },
}))

/** What ended is an answer. */
export const takesCutsForEnds = replying(async function* (provider, request, options) {
  try {
    yield* provider.reply(request, options)
  } catch (error) {
    if (!isHandbackError(error) || error.code !== 'provider/truncated') throw error
    yield { type: 'finish', reason: 'stop' }
  }
})

export const givesUpAtCuts = throwing((error) =>
  isHandbackError(error) && error.code === 'provider/truncated' ? new HandbackError('provider/truncated', 'The answer broke off.') : error,
)

/** Waits for the end of a line, however long it is. */
export const buffersWithoutBound = streaming(() => {
  let held: Uint8Array[] = []
  return {
    transform(bytes, out) {
      held.push(bytes)
      if (bytes.includes(10)) for (const each of held.splice(0)) out.enqueue(each)
    },
    flush(out) {
      for (const each of held) out.enqueue(each)
      held = []
    },
  }
})

/** Passes over lines that it cannot read. */
export const skipsWhatItCannotRead = streaming(() => {
  const decoder = new TextDecoder()
  let rest = ''
  const readable = (line: string): boolean => {
    try {
      return JSON.parse(line) !== undefined
    } catch {
      return false
    }
  }
  return {
    transform(bytes, out) {
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines.filter(readable)) out.enqueue(new TextEncoder().encode(`${line}\n`))
    },
  }
})

export const readsWhatIsNoText = streaming(() => {
  const decoder = new TextDecoder()
  return { transform: (bytes, out) => out.enqueue(new TextEncoder().encode(decoder.decode(bytes, { stream: true }))) }
})

export const triesAgain = asking(async (fetch, url, init) => {
  const response = await fetch(url, init)
  return response.status < 500 ? response : fetch(url, init)
})

export const leaksTheKey: Break = (fetch) => {
  let key = ''
  const leak = (error: unknown): unknown =>
    isHandbackError(error) ? new HandbackError(error.code, `${error.message} It was asked with ${key}.`, { retryable: true }) : error
  return throwing(leak)((url, init) => {
    key = new Headers(init.headers).get('authorization') ?? ''
    return fetch(url, init)
  })
}

export const quotesTheService = throwing((error) =>
  isHandbackError(error) && error.cause instanceof Error ? new HandbackError(error.code, error.cause.message, { retryable: true }) : error,
)

export const readsErrorsToTheirEnd = asking(async (fetch, url, init) => {
  const response = await fetch(url, init)
  if (!response.ok) await response.text()
  return response.ok ? response : new Response(null, response)
})

export const triesBadRequestsAgain = throwing((error) =>
  isHandbackError(error) && error.code === 'provider/bad-request' ? new HandbackError(error.code, error.message, { retryable: true }) : error,
)

export const neverWaits = throwing((error) =>
  isHandbackError(error) && error.code === 'provider/rate-limited' ? new HandbackError(error.code, error.message, { retryable: true }) : error,
)

/** Never says a thing twice, also to another visitor. */
export const sharesWhatWasSaid: Break = (fetch) => {
  const said = new Set<string>()
  return passing(() => (part) => {
    if (part.type !== 'text-delta') return [part]
    const fresh = !said.has(part.text)
    said.add(part.text)
    return fresh ? [part] : []
  })(fetch)
}

/** Keeps the text that grows where all replies see it. */
export const mixesReplies: Break = (fetch) => {
  let held = ''
  return passing(() => {
    held = ''
    return (part) => {
      if (part.type === 'text-delta') held += part.text
      return part.type === 'text-delta' ? [] : part.type === 'finish' && held ? [{ type: 'text-delta', text: held }, part] : [part]
    }
  })(fetch)
}

export const pollutesPrototypes = passing(() => (part) => (part.type === 'tool-call' ? [{ ...part, input: merged({}, part.input) }] : [part]))

function merged(into: Record<string, unknown>, from: unknown): Record<string, unknown> {
  for (const [key, value] of Object.entries(from as object)) {
    if (typeof value === 'object' && value !== null) merged((into[key] ??= {}) as Record<string, unknown>, value)
    else into[key] = value
  }
  return into
}

export const changesTheRequest = replying((provider, request, options) => {
  Object.assign(request, { system: `${request.system} Be brief.` })
  return provider.reply(request, options)
})

/** What it says of itself is not what it does. */
export const promisesPictures: Break = (fetch) => ({ ...good(fetch), supports: { tools: true, images: true } })

export const forgetsTools = replying((provider, { tools: _, ...request }, options) => provider.reply(request, options))

export const forgetsResults = replying((provider, { steps: _, ...request }, options) => provider.reply(request, options))

export const asksBeforehand: Break = (fetch) => {
  const provider = good(fetch)
  return {
    ...provider,
    reply(request, options) {
      const parts = provider.reply(request, options)[Symbol.asyncIterator]()
      const first = parts.next()
      first.catch(() => undefined)
      return (async function* () {
        try {
          for (let next = await first; !next.done; next = await parts.next()) yield next.value
        } finally {
          await parts.return?.()
        }
      })()
    },
  }
}

/** Says with each sign of life that the model writes. */
export const saysItHasBegun = replying((provider, request, options) =>
  provider.reply(request, { ...options, onActivity: () => options.onActivity?.(true) }),
)

export const worksInAPage: Break = (fetch) => {
  const page = Object.getOwnPropertyDescriptor(globalThis, 'document')
  Reflect.deleteProperty(globalThis, 'document')
  try {
    return acme({ apiKey: 'key-of-the-kit', fetch })
  } finally {
    if (page) Object.defineProperty(globalThis, 'document', page)
  }
}

export const hasNoName: Break = (fetch) => ({ ...good(fetch), name: '' })
