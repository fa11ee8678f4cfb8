import type { Header, Id, StoredEvent } from '../../protocol/index.ts'
import { HandbackError, textOf } from '../../protocol/index.ts'
import { hubId } from '../hub-ids.ts'
import { outcomeOf } from './answer-job.ts'
import { heldAction } from './held-action.ts'
import type { Commit, Job, Shown, Tools } from './job.ts'
import { within } from './job.ts'
import { known } from './known-event.ts'
import { converse } from './model/converse.ts'
import type { LoggedMessage } from './model/messages.ts'
import { replyMessages } from './model/messages.ts'
import { createRuns, orUnclear } from './tools/runs-of.ts'

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

/** The visitor's newest words. */
const newest = (events: readonly StoredEvent[]): string => {
  const said = events.findLast(({ type, by }) => type === 'message-sent' && by.kind === 'visitor')
  const event = said && known(said)
  return event?.type === 'message-sent' ? textOf(event.data.parts) : ''
}

/** What the holder waits for; `undefined` when nothing is left of the request. */
export function assistJob(conversation: Id, header: Header, events: readonly StoredEvent[], tools: Tools): Job | undefined {
  const requested = events.flatMap((event) => (event.seq === header.assist?.seq ? (known(event) ?? []) : []))[0]
  if (requested?.type !== 'assist-requested') return undefined
  const { request, text, action } = requested.data
  const name = header.people.find(({ id }) => id === header.floor.holder?.id)?.name ?? 'An agent'
  const turn = hubId(conversation, `assist:${request}`)

  async function work(signal: AbortSignal, shown: Shown): Promise<Commit> {
    const about = { tools, conversation, header, turn: { turn, attempt: 1 }, task: turn, agent: true, signal }
    await createRuns(events, about).settle(header.calls ?? [])
    const log = await tools.read(conversation)
    const held = heldAction(events, action)
    if (action !== undefined && !held) throw new HandbackError('provider/failed', 'What was approved is not known any more; it was not done.')
    // approved is approved: it needs no model
    const outcome = held && outcomeOf(held, await createRuns(log, about).carryOut(held))
    try {
      return await drafted(signal, shown, outcome)
    } catch (error) {
      // what was done is done, whether there are words for it or not
      if (signal.aborted || outcome === undefined) throw error
      return { parts: [{ type: 'text', text: outcome }] }
    }
  }

  async function drafted(signal: AbortSignal, shown: Shown, outcome: string | undefined): Promise<Commit> {
    if (tools.barred(header) !== undefined) throw new HandbackError('provider/failed', 'No assistant may read this conversation.')
    const now = await tools.read(conversation)
    const question = outcome === undefined ? text : `I approved it. ${outcome}\nWrite what I can tell the visitor about it.`
    const history = replyMessages(now, { people: header.people, budget: tools.contextTokens })
    const result = await converse(tools, {
      conversation,
      turn,
      header,
      events: now,
      messages: [...history, ...asked(name, question, header.seq)],
      questions: [text, newest(now)],
      runs: createRuns(now, { tools, conversation, header, turn: { turn, attempt: 1 }, task: turn, agent: true, signal }),
      mayHandOff: false,
      signal,
      onText: () => undefined,
      shown,
    })
    // a person is there already
    if (!result.held && !result.parts?.length) throw new HandbackError('provider/failed', 'The assistant has nothing to offer.')
    return result
  }

  return {
    turn,
    attempt: 1,
    floor: header.floor.number,
    message: hubId(conversation, `draft:${request}`),
    kind: 'assist',
    run: (stop, shown) =>
      within(tools.turnTime, stop, (signal) =>
        orUnclear(signal, () => work(signal, shown), (message) => ({ parts: [{ type: 'text', text: `${message} Please look yourself before it is done again.` }] })),
      ),
  }
}
