import type { Header, Id, StoredEvent } from '../../protocol/index.ts'
import { hubId } from '../hub-ids.ts'
import { answer } from './answer.ts'
import { createDeltas } from './deltas.ts'
import type { Job, Tools } from './job.ts'
import { articlesFor, within } from './job.ts'
import { replyMessages } from './transcript.ts'
import { owedTexts } from './triage.ts'

export interface AnswerTools extends Tools {
  readonly offerHumanBelow: number
  /** Words of an answer, with their offset in UTF-16 units. */
  readonly onWords: (job: Job, text: string, offset: number) => void
}

/** Milliseconds between two deltas of one answer. */
const DELTA_EVERY = 50

/** What the visitor waits for. The same state of the same log gives the same turn, whichever hub starts it. */
export function answerJob(conversation: Id, header: Header, events: readonly StoredEvent[], tools: AnswerTools): Job {
  const job: Job = {
    turn: hubId(conversation, `turn:${header.seq}`),
    attempt: header.attempts + 1,
    floor: header.floor.number,
    message: hubId(conversation, `answer:${header.seq}`),
    async run(stop, shown) {
      const deltas = createDeltas(DELTA_EVERY, (text, offset) => {
        shown.text += text
        tools.onWords(job, text, offset)
      })
      try {
        const result = await within(tools.turnTime, stop, async (signal) => {
          const request = {
            messages: replyMessages(events, header.people, header.owed),
            instructions: tools.instructions,
            ...(header.language === undefined ? {} : { locale: header.language }),
            articles: await articlesFor(tools.knowledge, [owedTexts(header, events).join('\n')], signal),
          }
          return answer(tools.provider, request, { signal, offerHumanBelow: tools.offerHumanBelow, onText: deltas.add, citations: shown.citations })
        })
        deltas.flush()
        return result
      } finally {
        deltas.stop()
      }
    },
  }
  return job
}
