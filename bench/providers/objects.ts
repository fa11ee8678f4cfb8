import type { LanguageModelLike } from '../../src/providers/ai-sdk-model.ts'
import type { LanguageModelLike as BuiltIn } from '../../src/providers/prompt-api.ts'

type Lines = ReadableStream<Uint8Array>

/** What each line of a body holds, one at a time; what is no JSON is thrown where it stands. */
async function* linesOf(body: Lines | null): AsyncGenerator<unknown, void, undefined> {
  let held = ''
  for await (const text of (body as ReadableStream<BufferSource>).pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>) {
    const lines = `${held}${text}`.split('\n')
    held = lines.pop() ?? ''
    for (const line of lines) if (line) yield JSON.parse(line)
  }
}

/** A stream that pulls, and lets go of what it reads when it is cancelled. */
function streamOf<T>(values: AsyncGenerator<T, void, undefined>): ReadableStream<T> {
  return new ReadableStream<T>(
    {
      async pull(controller) {
        const { done, value } = await values.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await values.return()
      },
    },
    { highWaterMark: 0 },
  )
}

interface CallOptions {
  readonly abortSignal?: AbortSignal
}

/** A model object as packages of the AI SDK make them: errors with a status, and a part for what cannot be read. */
export function modelObject(url: string): LanguageModelLike {
  async function* parts(body: Lines | null): AsyncGenerator<object, void, undefined> {
    try {
      for await (const part of linesOf(body)) yield part as object
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      yield { type: 'error', error: Object.assign(error, { name: 'AI_JSONParseError' }) }
    }
  }
  const failed = (more: object): Error => Object.assign(new Error('It failed.'), { name: 'AI_APICallError', ...more })
  return {
    specificationVersion: 'v3',
    async doStream(options) {
      const { abortSignal } = options as CallOptions
      const init = { method: 'POST', body: JSON.stringify(options), ...(abortSignal ? { signal: abortSignal } : {}) }
      const response = await fetch(url, init).catch((cause: unknown) => {
        throw failed({ cause, isRetryable: true })
      })
      const { ok, status: statusCode, headers } = response
      const type = headers.get('content-type') ?? ''
      if (!ok) throw failed({ statusCode, responseHeaders: Object.fromEntries(headers), isRetryable: statusCode === 429 || statusCode >= 500 })
      if (!type.includes('event-stream')) throw Object.assign(failed({ statusCode }), { name: 'AI_InvalidResponseDataError' })
      return { stream: streamOf(parts(response.body)) }
    },
  }
}

/** The browser's model, whose words come from the service, one chunk for each line. */
export function builtIn(url: string): BuiltIn {
  async function* words(signal: AbortSignal): AsyncGenerator<string, void, undefined> {
    const gone = (): never => {
      throw new DOMException('The model is gone.', 'NetworkError')
    }
    const response = await fetch(url, { method: 'POST', body: '{}', signal }).catch(gone)
    try {
      for await (const line of linesOf(response.body)) {
        if (typeof line !== 'string') throw new DOMException('It failed.', (line as { exception: string }).exception)
        yield line
      }
    } catch (error) {
      if (error instanceof DOMException) throw error
      gone()
    }
  }
  return {
    availability: () => Promise.resolve('available'),
    create: () => Promise.resolve({ promptStreaming: (_input, { signal }) => streamOf(words(signal)), destroy: () => undefined }),
  }
}
