import type { Header, Id, StoredEvent, Told } from '../../protocol/index.ts'
import { isHandbackError } from '../../protocol/index.ts'
import { hubId } from '../hub-ids.ts'
import { createDeltas } from './deltas.ts'
import type { Commit, Job, Tools } from './job.ts'
import { within } from './job.ts'
import { type Held, heldAction } from './held-action.ts'
import { converse } from './model/converse.ts'
import { replyMessages } from './model/messages.ts'
import { createToolLog } from './tools/tool-log.ts'
import { createToolRuns } from './tools/tool-runs.ts'
import { owedTexts } from './triage.ts'

export interface AnswerTools extends Tools {
  /** Words of an answer, with their offset in UTF-16 units. */
  readonly onWords: (job: Job, text: string, offset: number) => void
}

/** Milliseconds between two deltas of one answer. */
const DELTA_EVERY = 50

const handoff = (rule: string, summary?: string): Commit => ({ handoff: { reason: 'rule', rule, ...(summary === undefined ? {} : { summary }) } satisfies Told })

/** What the visitor waits for. The same state of the same log gives the same turn, whichever hub starts it. */
export function answerJob(conversation: Id, header: Header, events: readonly StoredEvent[], tools: AnswerTools): Job {
  const turn = hubId(conversation, `turn:${header.seq}`)
  const attempt = header.attempts + 1
  const visitor = header.people.find(({ id }) => id === header.visitor) ?? { id: header.visitor, kind: 'visitor', name: 'Visitor' }

  async function work(signal: AbortSignal, shown: Parameters<Job['run']>[1], onText: (text: string, offset: number) => void): Promise<Commit> {
    const log = createToolLog(events, (type, data, id) => tools.order(conversation, type, data, id))
    const task = hubId(conversation, `task:${header.owed ?? header.seq}`)
    const runs = createToolRuns({ toolbox: tools.toolbox, conversation, turn: { turn, attempt }, task, visitor, log, agent: false, signal })
    try {
      await runs.settle(header.calls ?? [])
      const done = await carriedOut(header, events, runs.carryOut)
      const messages = replyMessages(events, { people: header.people, budget: tools.contextTokens, ...(header.owed === undefined ? {} : { owed: header.owed }) })
      return await converse(tools, {
        conversation,
        turn,
        header,
        events,
        messages: [...messages, ...done.map((text) => ({ role: 'system', text, seq: header.seq }) as const)],
        questions: [owedTexts(header, events).join('\n')],
        runs,
        mayHandOff: true,
        signal,
        onText,
        shown,
      })
    } catch (error) {
      if (signal.aborted || !isHandbackError(error) || error.code !== 'tool/unclear') throw error
      return handoff('tool-unclear', error.message)
    }
  }

  const job: Job = {
    turn,
    attempt,
    floor: header.floor.number,
    message: hubId(conversation, `answer:${header.seq}`),
    async run(stop, shown) {
      const barred = tools.barred(header)
      if (barred !== undefined) return handoff(barred)
      const deltas = createDeltas(DELTA_EVERY, (text, offset) => {
        shown.text += text
        tools.onWords(job, text, offset)
      })
      try {
        const said = await within(tools.turnTime, stop, (signal) => work(signal, shown, deltas.add))
        deltas.flush()
        return said
      } finally {
        deltas.stop()
      }
    },
  }
  return job
}

/** What the visitor has agreed to is done before the model speaks, and told to it. */
async function carriedOut(
  { granted, owedTo = 0 }: Header,
  events: readonly StoredEvent[],
  carryOut: (held: Held) => Promise<{ readonly output: string; readonly failed?: true }>,
): Promise<readonly string[]> {
  if (!granted) return []
  // "wait, no": what was agreed to is asked again
  if (owedTo > granted.seq) return ['The visitor has written since they agreed. It was not done: ask again if they still want it.']
  const held = heldAction(events, granted.action)
  if (!held) return ['What the visitor agreed to is not known any more; it was not done.']
  const { output, failed } = await carryOut(held)
  return [`${held.tool} with ${held.input} ${failed ? 'failed' : 'gave'}: ${output}`]
}
