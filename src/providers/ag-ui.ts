import type { AIProvider } from '../contracts/index.ts'
import { readRun } from './ag-ui/read-run.ts'
import { runInput } from './ag-ui/run-input.ts'
import { serviceProvider, type FetchLike } from './service/service.ts'

export interface AgUiOptions {
  /** Where the agent takes its runs, by POST. */
  readonly url: string
  /** Sent with each run, such as `{ authorization: … }`. In a page every visitor can read them. */
  readonly headers?: Readonly<Record<string, string>>
  /** Given to the agent as it is. Default `{}`. */
  readonly forwardedProps?: unknown
  /** Default the global `fetch`, read at each call. */
  readonly fetch?: FetchLike
}

/**
 * An agent that speaks AG-UI (LangGraph, CrewAI, Mastra, Pydantic AI, Microsoft's agents and others), over server-sent events.
 * One attempt: trying again is the hub's.
 *
 * - The thread is the conversation, so an agent that remembers threads finds its own again. A message always has the same id.
 * - Only the assistant's text is shown, one message after the other, with an empty line between them. A snapshot of the messages
 *   speaks only when nothing was streamed.
 * - A call that has its result in the run was the agent's own; the hub runs the others, if they name a tool that it offered.
 * - A run that ends with an interrupt asks for a person, with its reason and message; so does an event `CUSTOM` named
 *   `handback.escalate` with the value `{ reason, summary? }`, and a call of `transfer_to_human`, with a result or without.
 * - A `STATE_SNAPSHOT` comes back with the results of the calls in the same turn. Patches of it are not applied: after a `STATE_DELTA`
 *   no state is sent, since an old one could undo what the agent has done.
 *
 * @throws HandbackError while replying: `provider/truncated` for a run that ends without `RUN_FINISHED`, or was cancelled; for
 *   `RUN_ERROR` and HTTP errors `provider/unauthorized`, `provider/rate-limited` (with `retryAfter`), `provider/unavailable`,
 *   `provider/bad-request`, `provider/bad-response`, `provider/time-out` or `provider/failed`
 * @example agUi({ url: 'https://agents.example.com/support' })
 * @example agUi({ url, headers: { authorization: `Bearer ${token}` }, forwardedProps: { plan: 'pro' } })
 */
export function agUi({ url, headers, forwardedProps = {}, fetch }: AgUiOptions): AIProvider {
  return serviceProvider({
    name: 'ag-ui',
    needs: { url },
    supports: { tools: true, images: false },
    key: undefined,
    ask: (request) => ({ url, headers: { accept: 'text/event-stream', ...headers }, body: { ...runInput(request), forwardedProps } }),
    reader: readRun,
    fetch,
  })
}
