import { ASSISTANT } from '../../protocol/index.ts'
import { refuse } from '../rules.ts'
import { CALLS } from '../spending.ts'
import type { Deciders } from './deciders.ts'
import { draft } from './drafts.ts'
import { running, superseded } from './fence.ts'

/** What the assistant runs, and what the visitor lets it do. */
export const tools = {
  'tool-call': (header, data) => {
    if (!running(header, data)) return superseded
    // accepted twice, it would run twice
    if (header.calls?.some(({ id }) => id === data.call)) return refuse('command/invalid', 'This call was made already.')
    if ((header.calls?.length ?? 0) >= CALLS) return refuse('limit/reached', `At most ${CALLS} calls without a result.`)
    return [draft('tool-called', ASSISTANT, data)]
  },
  // what has run has run, whoever holds the floor by now
  'tool-return': (header, data) =>
    header?.calls?.some(({ id }) => id === data.call)
      ? [draft('tool-returned', ASSISTANT, data)]
      : refuse('turn/superseded', 'This call has its result already, or was never made.'),
  'permission-answer': (_header, data, { by }) => [draft('permission-answered', by, data)],
} satisfies Partial<Deciders>
