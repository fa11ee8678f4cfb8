import type { ReplyMessage } from '../../contracts/index.ts'
import type { Header, Id, StoredEvent } from '../../protocol/index.ts'
import { HandbackError, textOf } from '../../protocol/index.ts'
import { hubId } from '../hub-ids.ts'
import { answer } from './answer.ts'
import type { Job, Tools } from './job.ts'
import { articlesFor, within } from './job.ts'
import { known } from './known-event.ts'
import { replyMessages } from './transcript.ts'

/** What the holder has asked for, last: as a question, because that is what every provider answers. */
const asked = (name: string, text: string): ReplyMessage[] => [
  {
    role: 'system',
    text:
      `${name}, a person of the team, holds this conversation and asks you for help. The last message is from ${name}, not from the visitor. ` +
      `Answer with words that ${name} could send to the visitor as they are, without a greeting. Nobody else sees them.`,
  },
  { role: 'visitor', text },
]

/** What the holder waits for; `undefined` when nothing is left of the request. */
export function assistJob(conversation: Id, header: Header, events: readonly StoredEvent[], tools: Tools): Job | undefined {
  const requested = events.flatMap((event) => (event.seq === header.assist?.seq ? (known(event) ?? []) : []))[0]
  if (requested?.type !== 'assist-requested') return undefined
  const { request, text } = requested.data
  const name = header.people.find(({ id }) => id === header.floor.holder?.id)?.name ?? 'An agent'
  const words = events.flatMap((event) => {
    const said = known(event)
    return said?.type === 'message-sent' && said.by.kind === 'visitor' ? [textOf(said.data.parts)] : []
  })
  return {
    turn: hubId(conversation, `assist:${request}`),
    attempt: 1,
    floor: header.floor.number,
    message: hubId(conversation, `draft:${request}`),
    kind: 'assist',
    run: (stop) =>
      within(tools.turnTime, stop, async (signal) => {
        const request = {
          messages: [...replyMessages(events, header.people), ...asked(name, text)],
          instructions: tools.instructions,
          ...(header.language === undefined ? {} : { locale: header.language }),
          articles: await articlesFor(tools.knowledge, [text, words.at(-1) ?? ''], signal),
        }
        const result = await answer(tools.provider, request, { signal, offerHumanBelow: 0, onText: () => undefined })
        // a person is there already
        if (result.type === 'handoff') throw new HandbackError('provider/failed', 'The assistant has nothing to offer.')
        return result
      }),
  }
}
