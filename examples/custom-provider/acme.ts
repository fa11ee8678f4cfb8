import type { AIProvider, ReplyOptions, ReplyPart, ReplyRequest } from 'handback/contracts'
import { type ErrorCode, HandbackError, isHandbackError } from 'handback/protocol'

export interface AcmeOptions {
  readonly apiKey: string
  readonly endpoint?: string
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
}

/** One line of an answer: words, a piece of a call, an end or an error. Whatever is not here is ignored: services add things. */
type Call = Readonly<{ id: string; name?: string; input?: string }>
type Line = Readonly<{ text?: string; call?: Call; end?: string; tokens?: Record<'in' | 'out', number>; error?: string }>

const LONGEST = 1_000_000 // characters of one line
const reasons = { done: 'stop', calls: 'tool-call', limit: 'length', blocked: 'filtered' } as const

/** 1. A provider is a factory. It says what it can take, and whoever holds a key refuses to run in a page. */
export function acme(options: AcmeOptions): AIProvider {
  if (typeof document !== 'undefined') throw fail('provider/misuse', 'acme() has a key, which every visitor could read. Run it in your hub.')
  return {
    specVersion: 1,
    name: 'acme',
    keyed: true,
    supports: { tools: true, images: false },
    /** 2. Stopping. Aborted before: no work. Aborted meanwhile: the end, quietly. What else is thrown is one of our errors. */
    async *reply(request, life) {
      if (life.signal.aborted) return
      try {
        for await (const part of answer(options, request, life)) {
          if (life.signal.aborted) return
          yield part
        }
      } catch (error) {
        if (life.signal.aborted) return
        throw isHandbackError(error) ? error : fail('provider/truncated', 'The answer broke off.', error)
      }
    },
  }
}

/** 3. One attempt. Trying again, time-outs and budgets are the hub's: there is no retry and no timer in here. */
async function* answer(options: AcmeOptions, request: ReplyRequest, { signal, onActivity }: ReplyOptions): AsyncGenerator<ReplyPart, void> {
  const { apiKey, endpoint = 'https://models.acme.example/v1/answers', fetch = globalThis.fetch } = options
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
  const response = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(questionOf(request)), signal }).catch((cause: unknown) => {
    throw fail('provider/unavailable', 'Acme cannot be reached.', cause)
  })
  if (!response.ok || !response.body) throw refused(response)
  /** 4. Calls are collected. Half of one is none: who acts on it cancels the wrong order. */
  const calls = new Map<string, { readonly name: string; readonly input: string }>()
  let begun = false
  let last: Line = {}
  for await (const line of linesOf(response.body, () => onActivity?.(begun))) {
    last = line
    const { text, call, error } = line
    if (error) throw fail(error === 'overloaded' ? 'provider/unavailable' : 'provider/failed', 'Acme failed in the middle.', error)
    begun ||= text !== undefined || call !== undefined
    if (text) yield { type: 'text-delta', text }
    if (!call) continue
    const { name = call.name ?? '', input = '' } = calls.get(call.id) ?? {}
    if (!calls.has(call.id)) yield { type: 'tool-start', name }
    calls.set(call.id, { name, input: input + (call.input ?? '') })
  }
  /** 5. The end. Only what says that it is one is one, and only now tools may be called. */
  const reason = Object.hasOwn(reasons, last.end ?? '') ? reasons[last.end as keyof typeof reasons] : undefined
  if (!reason) throw fail('provider/truncated', 'The answer broke off.')
  if (reason === 'tool-call') for (const [id, { name, input }] of calls) yield { type: 'tool-call', id, name, input: inputOf(input) }
  yield { type: 'finish', reason, ...(last.tokens && { usage: { inputTokens: last.tokens.in, outputTokens: last.tokens.out } }) }
}

/** 6. The request in the service's words. `system` is whole already; the rounds of this turn come behind the messages. */
function questionOf({ system, messages, steps = [], tools = [] }: ReplyRequest): object {
  const from = { visitor: 'customer', assistant: 'bot', agent: 'person', system: 'note' } as const
  const rounds = steps.flatMap(({ results, state: _, ...bot }) => [{ from: 'bot', ...bot }, ...results.map((each) => ({ from: 'tool', ...each }))])
  return { system, tools, messages: [...messages.map(({ role, name, text }) => ({ from: from[role], name, text })), ...rounds] }
}

/** 7. Lines, however their bytes are cut: one decoder for all, a bound for what does not end, and at the end the body is let go. */
async function* linesOf(body: ReadableStream<Uint8Array>, onActivity: () => void): AsyncGenerator<Line, void, undefined> {
  const reader = body.getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  try {
    for (let more = true; more;) {
      const { done, value } = await reader.read()
      more = !done
      onActivity()
      const lines = (rest + decoder.decode(value, { stream: more })).split('\n')
      rest = more ? (lines.pop() ?? '') : ''
      if (rest.length > LONGEST) throw fail('provider/bad-response', 'A line of the answer is too long.')
      for (const line of lines) if (line.trim()) yield (JSON.parse(line) as Line | null) ?? {}
    }
  } finally {
    // one that broke rejects with what was thrown already
    reader.cancel().catch(() => undefined)
  }
}

/** 8. What a status means. Acme's own words stay out of it: they may name keys and customers. */
function refused({ status, headers, body }: Response): HandbackError {
  void body?.cancel()
  const wait = headers.get('retry-after') || 'none'
  const ms = Number.isFinite(Number(wait)) ? Number(wait) * 1000 : Math.max(0, Date.parse(wait) - Date.now())
  const code = { 401: 'provider/unauthorized', 403: 'provider/unauthorized', 408: 'provider/time-out', 429: 'provider/rate-limited' } as const
  const known = code[status as keyof typeof code] ?? (status >= 500 ? 'provider/unavailable' : 'provider/bad-request')
  return fail(known, `Acme answered ${status}.`, undefined, Number.isNaN(ms) ? undefined : ms)
}

const final: ReadonlySet<ErrorCode> = new Set(['provider/unauthorized', 'provider/bad-request', 'provider/misuse'])
const fail = (code: ErrorCode, message: string, cause?: unknown, retryAfter?: number): HandbackError =>
  new HandbackError(code, message, { retryable: !final.has(code), cause, ...(retryAfter !== undefined && { retryAfter }) })

function inputOf(json: string): unknown {
  try {
    return JSON.parse(json || '{}')
  } catch {
    return json // the hub knows what to do
  }
}
