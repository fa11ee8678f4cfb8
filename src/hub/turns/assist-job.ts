import type { Header, Id, StoredEvent } from '../../protocol/index.ts'
import { HandbackError, isHandbackError, textOf } from '../../protocol/index.ts'
import { hubId } from '../hub-ids.ts'
import { heldAction } from './held-action.ts'
import type { Commit, Job, Shown, Tools } from './job.ts'
import { within } from './job.ts'
import { known } from './known-event.ts'
import { converse } from './model/converse.ts'
import type { LoggedMessage } from './model/messages.ts'
import { replyMessages } from './model/messages.ts'
import { createToolLog } from './tools/tool-log.ts'
import { createToolRuns } from './tools/tool-runs.ts'

/** What the holder has asked for, last: as a question, because that is what every provider answers. */
const asked = (name: string, text: string, seq: number): LoggedMessage[] => [
  {
    role: 'system',
    text:
      `${name}, a person of the team, holds this conversation and asks you for help. The last message is from ${name}, not from the visitor. ` +
      `Answer with words that ${name} could send to the visitor as they are, without a greeting. Nobody else sees them.`,
    seq,
  },
  { role: 'visitor', text, seq },
]

/** What the holder waits for; `undefined` when nothing is left of the request. */
export function assistJob(conversation: Id, header: Header, events: readonly StoredEvent[], tools: Tools): Job | undefined {
  const requested = events.flatMap((event) => (event.seq === header.assist?.seq ? (known(event) ?? []) : []))[0]
  if (requested?.type !== 'assist-requested') return undefined
  const { request, text, action } = requested.data
  const name = header.people.find(({ id }) => id === header.floor.holder?.id)?.name ?? 'An agent'
  const visitor = header.people.find(({ id }) => id === header.visitor) ?? { id: header.visitor, kind: 'visitor', name: 'Visitor' }
  const turn = hubId(conversation, `assist:${request}`)
  const words = events.flatMap((event) => {
    const said = known(event)
    return said?.type === 'message-sent' && said.by.kind === 'visitor' ? [textOf(said.data.parts)] : []
  })

  async function work(signal: AbortSignal, shown: Shown): Promise<Commit> {
    const log = createToolLog(events, (type, data, id) => tools.order(conversation, type, data, id))
    const runs = createToolRuns({ toolbox: tools.toolbox, conversation, turn: { turn, attempt: 1 }, task: turn, visitor, log, agent: true, signal })
    const held = heldAction(events, action)
    if (action !== undefined && !held) throw new HandbackError('provider/failed', 'What was approved is not known any more; it was not done.')
    const done = held ? await runs.carryOut(held) : undefined
    const outcome = `${held?.tool} with ${held?.input} ${done?.failed ? 'failed' : 'gave'}: ${done?.output}`
    const question = done ? `I approved it. ${outcome}\nWrite what I can tell the visitor about it.` : text
    const history = replyMessages(events, { people: header.people, budget: tools.contextTokens })
    try {
      const result = await converse(tools, {
        conversation,
        turn,
        header,
        events,
        messages: [...history, ...asked(name, question, header.seq)],
        questions: [text, words.at(-1) ?? ''],
        runs,
        mayHandOff: false,
        signal,
        onText: () => undefined,
        shown,
      })
      // a person is there already
      if (!result.held && !result.parts?.length) throw new HandbackError('provider/failed', 'The assistant has nothing to offer.')
      return result
    } catch (error) {
      // what was done is done, whether there are words for it or not
      if (signal.aborted || !done) throw error
      return { parts: [{ type: 'text', text: outcome }] }
    }
  }

  return {
    turn,
    attempt: 1,
    floor: header.floor.number,
    message: hubId(conversation, `draft:${request}`),
    kind: 'assist',
    run: (stop, shown) =>
      within(tools.turnTime, stop, async (signal) => {
        if (tools.barred(header) !== undefined) throw new HandbackError('provider/failed', 'No assistant may read this conversation.')
        try {
          return await work(signal, shown)
        } catch (error) {
          if (signal.aborted || !isHandbackError(error) || error.code !== 'tool/unclear') throw error
          return { parts: [{ type: 'text', text: `${error.message} Please look yourself before it is done again.` }] }
        }
      }),
  }
}
