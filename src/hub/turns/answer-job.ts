import type { Header, Id, Part, StoredEvent } from '../../protocol/index.ts'
import { hubId } from '../hub-ids.ts'
import { createDeltas } from './deltas.ts'
import { type Held, heldAction } from './held-action.ts'
import type { Commit, Job, Shown, Tools } from './job.ts'
import { within } from './job.ts'
import { converse } from './model/converse.ts'
import { replyMessages } from './model/messages.ts'
import { formsAsked } from './tools/form-tool.ts'
import { createRuns, orUnclear } from './tools/runs-of.ts'
import { owedTexts } from './triage.ts'

export interface AnswerTools extends Tools {
  /** Words of an answer, with their offset in UTF-16 units. */
  readonly onWords: (job: Job, text: string, offset: number) => void
}

/** Milliseconds between two deltas of one answer. */
const DELTA_EVERY = 50

const handoff = (rule: string, summary: string): Commit => ({ handoff: { reason: 'rule', rule, ...(summary === '' ? {} : { summary }) } })

/** What the visitor waits for. The same state of the same log gives the same turn, whichever hub starts it. */
export function answerJob(conversation: Id, header: Header, tools: AnswerTools): Job {
  const turn = hubId(conversation, `turn:${header.seq}`)
  const attempt = header.attempts + 1
  const { owed, owedTo } = header

  /** The log as it is now, without what the visitor has written since: that is for another turn. */
  const read = async (): Promise<readonly StoredEvent[]> =>
    (await tools.read(conversation)).filter(({ seq, by }) => seq <= header.seq || by.kind !== 'visitor')

  async function work(signal: AbortSignal, shown: Shown, onText: (text: string, offset: number) => void): Promise<Commit> {
    const about = { tools, conversation, header, turn: { turn, attempt }, task: hubId(conversation, `task:${owed ?? header.seq}`), agent: false, signal }
    await createRuns(await read(), about).settle(header.calls ?? [])
    const barred = tools.barred(header)
    // what was approved is done whatever it costs, but not for who wants no assistant any more
    const granted = barred === 'human-only' ? undefined : await carriedOut(header, await read(), (events) => createRuns(events, about).carryOut)
    if (barred !== undefined) return handoff(barred, granted?.text ?? '')
    const events = await read()
    const messages = replyMessages(events, { people: header.people, budget: tools.contextTokens, ...(owed === undefined ? {} : { owed }) })
    const said = await converse(tools, {
      conversation,
      turn,
      header,
      events,
      // what was done, the log tells
      messages: granted && !granted.done ? [...messages, { role: 'system', text: granted.text, seq: header.seq }] : messages,
      questions: [owedTexts(header, events).join('\n')],
      runs: createRuns(events, about),
      mayHandOff: true,
      signal,
      onText,
      shown,
    })
    const forms = tools.forms.length > 0 && said.parts ? formsAsked(await read(), turn, conversation, tools.forms) : []
    return forms.length > 0 ? { ...said, parts: [...(said.parts ?? []), ...forms] } : said
  }

  const job: Job = {
    turn,
    attempt,
    floor: header.floor.number,
    message: hubId(conversation, `answer:${header.seq}`),
    ...(owedTo === undefined ? {} : { upTo: owedTo }),
    async run(stop, shown) {
      const deltas = createDeltas(DELTA_EVERY, (text, offset) => {
        shown.text += text
        tools.onWords(job, text, offset)
      })
      try {
        const said = await within(tools.turnTime, stop, (signal) =>
          orUnclear(signal, () => work(signal, shown, deltas.add), (message) => {
            deltas.flush()
            const said: Part[] = shown.text.trim() === '' ? [] : [{ type: 'text', text: shown.text.trimEnd() }, ...shown.citations]
            return { ...handoff('tool-unclear', message), ...(said.length > 0 ? { parts: said } : {}) }
          }),
        )
        deltas.flush()
        return said
      } finally {
        deltas.stop()
      }
    },
  }
  return job
}

type CarryOut = (held: Held) => Promise<{ readonly output: string; readonly failed?: true }>

/** What the visitor has agreed to is done before the model speaks, and told to it. */
async function carriedOut(
  { granted, owedTo = 0 }: Header,
  events: readonly StoredEvent[],
  runner: (events: readonly StoredEvent[]) => CarryOut,
): Promise<{ readonly done: boolean; readonly text: string } | undefined> {
  if (!granted) return undefined
  // "wait, no": what was agreed to is asked again
  const left = (text: string) => ({ done: false, text })
  if (owedTo > granted.seq) return left('The visitor has written since they agreed. It was not done: ask again if they still want it.')
  const held = heldAction(events, granted.action)
  if (!held) return left('What the visitor agreed to is not known any more; it was not done.')
  return { done: true, text: outcomeOf(held, await runner(events)(held)) }
}

/** What came of something that was approved, for a model and for a person. */
export const outcomeOf = ({ tool, input }: Held, { output, failed }: { readonly output: string; readonly failed?: true }): string =>
  `${tool} with ${input} ${failed ? 'failed' : 'gave'}: ${output}`
