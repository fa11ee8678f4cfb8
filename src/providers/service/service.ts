import type { AIProvider, ReplyOptions, ReplyPart, ReplyRequest } from '../../contracts/index.ts'
import { HandbackError, isHandbackError } from '../../protocol/errors.ts'
import { attempt } from './attempt.ts'
import { wholeText, type BodyOptions, textOf } from './body.ts'
import { serviceEvents } from './events.ts'
import { errorIn, failure, retryAfterOf, serviceError } from './failure.ts'
import { parseJson } from './json.ts'
import { notInPage } from './page.ts'
import { fields, string, type Fields } from './values.ts'

/** The part of `fetch` that is used. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>

/** Folds what a service says in one answer. Whatever it says, nothing is thrown but a `HandbackError`. */
export interface Reader {
  /** The body is raw text, no JSON and no events: each piece of it comes as `{ text }`. Default false. */
  readonly raw?: true
  /** One event, or a whole answer that came at once: the parts that can be shown now. Errors of the usual shapes never come here. */
  take(chunk: Fields): Iterable<ReplyPart>
  /** The model has begun to write, think or call. */
  readonly begun: boolean
  /**
   * The parts that only the end can tell, `finish` last. `marked`: `[DONE]` was seen. `torn`: the body ended in the middle of something.
   * Throws `provider/truncated` when nothing said that it is the end.
   */
  end(marked: boolean, torn: boolean): Iterable<ReplyPart>
}

/** What is particular about one service. */
export interface Service {
  readonly name: string
  readonly supports: AIProvider['supports']
  /** Options without which nothing can be asked, by name. */
  readonly needs: Readonly<Record<string, unknown>>
  /** A secret. In a page it is refused. */
  readonly key: string | undefined
  /** Where and what to ask; a POST of JSON. */
  ask(request: ReplyRequest): { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: unknown }
  /** One reader for each answer. The headers of the response tell what kind of answer it is; throws for a kind that cannot be read. */
  reader(request: ReplyRequest, headers: Pick<Headers, 'get'>): Reader
  /** Default the global `fetch`, read at each call. */
  readonly fetch: FetchLike | undefined
}

/** A provider from a service over HTTP: one attempt, its errors understood, its body read however it is cut, quiet on abort. */
export function serviceProvider(service: Service): AIProvider {
  const { name, supports, key } = service
  const missing = Object.entries(service.needs).find(([, value]) => !value)
  if (missing) throw new HandbackError('provider/misuse', `The provider "${name}" needs the option "${missing[0]}".`)
  if (key) notInPage(name)
  return {
    specVersion: 1,
    name,
    keyed: !!key,
    supports,
    reply: (request, options) => attempt(options.signal, () => replyOf(service, request, options), understood),
  }
}

async function* replyOf(service: Service, request: ReplyRequest, { signal, onActivity }: ReplyOptions): AsyncGenerator<ReplyPart, void, undefined> {
  const { fetch = globalThis.fetch as FetchLike } = service
  const { url, headers, body } = service.ask(request)
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body), signal }
  const response = await fetch(url, init).catch((cause: unknown) => {
    throw failure('provider/unavailable', cause)
  })
  try {
    if (!response.ok) return yield* refused(response, { signal, onActivity: () => onActivity?.(false) })
    const reader = service.reader(request, response.headers)
    yield* answered(response, reader, { signal, onActivity: () => onActivity?.(reader.begun) })
  } finally {
    // a body that nobody wanted to read; one that was read is locked, has seen to itself, and rejects this
    response.body?.cancel().catch(() => undefined)
  }
}

async function* answered({ body, headers }: Response, reader: Reader, options: BodyOptions): AsyncGenerator<ReplyPart, void, undefined> {
  const type = headers.get('content-type') ?? ''
  if (!body || /html|xml/.test(type)) throw failure('provider/bad-response', { type })
  let marked = false
  let torn = false
  const life: BodyOptions = {
    ...options,
    onTorn: () => {
      torn = true
    },
  }
  if (reader.raw) {
    for await (const text of textOf(body, life)) yield* reader.take({ text })
  } else {
    for await (const data of type.includes('json') ? [await wholeText(body, life)] : serviceEvents(body, life)) {
      marked = data.trim() === '[DONE]'
      if (marked) break
      for (const chunk of chunksOf(data)) yield* reader.take(chunk)
    }
  }
  yield* reader.end(marked, torn)
}

/** What an event holds; throws the error that it tells of, before anything of it is shown. */
function chunksOf(data: string): readonly Fields[] {
  const value = data.trim() ? parseJson(data) : []
  const chunks = [value].flat().map(fields)
  const error = chunks.map(errorIn).find((each) => each)
  if (error) throw serviceError(error)
  return chunks
}

/** An answer that is no success. */
async function* refused({ status, headers, body }: Response, options: BodyOptions): AsyncGenerator<ReplyPart, void, undefined> {
  // a body that breaks, or has no end, tells as much as none
  const text = body ? await wholeText(body, options).catch(() => '') : ''
  const error = errorOf(text)
  // a prompt that a filter stopped is an answer, not a fault
  if (error['code'] !== 'content_filter') throw serviceError(error, status, retryAfterOf(headers, Date.now()))
  yield { type: 'refusal' }
  yield { type: 'finish', reason: 'filtered' }
}

/** The error in the body of an answer that is none. */
function errorOf(text: string): Fields {
  const words = { message: text.slice(0, 1000) }
  try {
    return errorIn(fields([parseJson(text)].flat()[0])) ?? words
  } catch {
    // not JSON: the status must do
    return words
  }
}

/** Errors of these names mean that what came cannot be read: it is too long, no JSON, or no text. */
const unreadable: ReadonlySet<string> = new Set(['RangeError', 'SyntaxError', 'EncodingError'])

/** All others mean that the body broke. */
const understood = (error: unknown): Error =>
  isHandbackError(error) ? error : failure(unreadable.has(string(fields(error)['name'])) ? 'provider/bad-response' : 'provider/truncated', error)
