import { untilAbort } from '../../internal/abort.ts'
import { browserLines } from '../../internal/tab-lines.ts'
import type { TabsOptions } from '../broadcast-channel.ts'
import type { FetchLike } from '../http/request.ts'
import { type LineOptions, dial } from './line.ts'

type Question = Omit<LineOptions, 'name' | 'environment'>

/** One question to the hub, by a line of its own. */
export async function asked(
  { name = 'handback', environment = browserLines() }: TabsOptions,
  signal: AbortSignal,
  question: (resolve: (answer: Response) => void, reject: (error: unknown) => void) => Question,
): Promise<Response> {
  let close = (): void => undefined
  try {
    return await untilAbort(signal, () => new Promise<Response>((resolve, reject) => {
      close = dial({ name, environment, ...question(resolve, reject) }).close
    }))
  } finally {
    close()
  }
}

/** The hub of another tab as a server: what stands below its path. */
export const lineFetch = (options: TabsOptions): FetchLike => (path, { method, headers, body, signal }) =>
  asked(options, signal, (resolve, reject) => ({
    first: { t: 'request', method, path, headers, ...(body !== undefined && { body }) },
    onAnswer: ({ status, headers: told, body: bytes }) => resolve(new Response(bytes, { status, headers: told })),
    onEnd: reject,
  }))
