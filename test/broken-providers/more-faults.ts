import type { ReplyRequest } from '../../src/contracts/index.ts'
import { HandbackError, isHandbackError } from '../../src/protocol/index.ts'
import { type Break, asking, good, passing, replying, streaming, throwing } from './breaking.ts'

/** Faults in how a service is asked, and in what its failures become. */

export const beginsEachToolTwice = passing(() => (part) => (part.type === 'tool-start' ? [part, part] : [part]))

/** All that goes wrong is the same to it. */
export const failsInOneWay = throwing(() => new HandbackError('provider/failed', 'It failed.'))

/** Asks again for what broke off. */
export const resumesByItself = replying(async function* (provider, request, options) {
  try {
    yield* provider.reply(request, options)
  } catch (error) {
    if (!isHandbackError(error) || error.code !== 'provider/truncated') throw error
    yield* provider.reply(request, options)
  }
})

export const asksThoughAborted: Break = (fetch) => {
  const provider = good(fetch)
  return {
    ...provider,
    async *reply(request, options) {
      if (options.signal.aborted) await fetch('https://models.acme.example/v1/answers', { method: 'POST' })
      yield* provider.reply(request, options)
    },
  }
}

export const keepsTheSignal = asking((fetch, url, { signal: _, ...init }) => fetch(url, init))

const withMessages = (change: (messages: ReplyRequest['messages']) => ReplyRequest['messages']): Break =>
  replying((provider, request, options) => provider.reply({ ...request, messages: change(request.messages) }, options))

export const forgetsTheQuestion = withMessages(() => [])

export const forgetsItsRules = replying((provider, request, options) => provider.reply({ ...request, system: '' }, options))

export const hearsOnlyVisitors = withMessages((messages) => messages.filter(({ role }) => role === 'visitor'))

export const needsAMessage = withMessages((messages) => {
  if (messages.length === 0) throw new HandbackError('provider/misuse', 'There is nothing to answer.')
  return messages
})

/** Looks for what the service says of an error, and takes a page for an answer. */
export const needsItsErrors = asking(async (fetch, url, init) => {
  const response = await fetch(url, init)
  if (response.ok) return response
  const text = await response.text()
  return text.startsWith('{"error"') ? new Response(null, response) : new Response(text)
})

/** Reads what the service says of an error, whether anybody waits or not. */
export const waitsForErrors = asking(async (fetch, url, { signal: _, ...init }) => {
  const response = await fetch(url, init)
  return response.ok ? response : new Response(await response.blob(), response)
})

/** Reads server-sent events, but knows only one way to end a line. */
export const splitsAtOneKindOfLine = streaming(() => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  return {
    transform(bytes, out) {
      const events = (rest + decoder.decode(bytes, { stream: true })).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) out.enqueue(new TextEncoder().encode(`${event.replace(/^data: /, '')}\n`))
    },
  }
})

/** Takes all that it can get, and gives it out later. */
export const drainsTheBody = asking(async (fetch, url, init) => {
  const response = await fetch(url, init)
  return response.ok ? new Response(await response.blob(), response) : response
})
