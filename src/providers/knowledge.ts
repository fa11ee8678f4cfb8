import type { AIProvider, Found, Knowledge, ReplyPart, ReplyRequest } from '../contracts/index.ts'
import { sleep } from '../internal/backoff.ts'
import { HandbackError, isHandbackError } from '../protocol/index.ts'
import { fill, phrases, type Phrases } from './knowledge/phrases.ts'
import { smallTalk } from './knowledge/small-talk.ts'

export type { Phrases } from './knowledge/phrases.ts'

/** Default probability from which an article is given as the answer. */
export const answerThreshold = 0.6
/** Below this share of the threshold nothing is suggested as understood. */
const unsureShare = 0.3

export interface KnowledgeProviderOptions {
  readonly knowledge: Knowledge
  /** Probability, 0..1, from which the best article is given as the answer. Default 0.6. */
  readonly threshold?: number
  /** Who answers. Default `{ name: 'the AI assistant' }`. */
  readonly persona?: { readonly name: string }
  /** Other words for some phrases. Default: English. */
  readonly phrases?: Partial<Phrases>
  /** Milliseconds between two pieces of text, so that an answer is seen to be written. Default 15; 0 waits nowhere. */
  readonly pace?: number
}

/** What to say, before it is cut into parts. */
interface Saying {
  readonly confidence: number
  readonly text: string
  readonly cite: readonly Found[]
}

/**
 * A bot without a model and without a key: it gives the site's own article when that is probably the answer, names the
 * nearest ones when it is not sure, and says so when it does not know. Never claims to be a person.
 *
 * @throws HandbackError `provider/failed` (retryable) when the search fails.
 * @example createHub({ provider: knowledgeProvider({ knowledge: knowledge({ articles }) }), … })
 */
export function knowledgeProvider(options: KnowledgeProviderOptions): AIProvider {
  const { knowledge, threshold = answerThreshold, persona = { name: 'the AI assistant' }, pace = 15 } = options
  const words: Phrases = { ...phrases, ...options.phrases }
  const say = (key: keyof Phrases, title = ''): string => fill(words[key], { name: persona.name, title })

  function choose(found: readonly Found[], lastAnswer: string): Saying {
    const [best, ...others] = found
    const confidence = best?.probability ?? 0
    if (!best) return { confidence, text: `${say('unknown')} ${say('onlyPerson')}`, cite: [] }
    if (lastAnswer.includes(best.article.text)) {
      const text = paragraphs(
        say('repeated', best.article.title),
        others.length > 0 ? say('next') : '',
        say(others.length > 0 ? 'person' : 'onlyPerson'),
      )
      // Whoever asks again was not helped: what is left is the chance of the others.
      return { confidence: others[0]?.probability ?? 0, text, cite: others }
    }
    if (confidence >= threshold) return { confidence, text: best.article.text, cite: [best] }
    const nearest = [best, ...others].slice(0, 3)
    if (confidence >= threshold * unsureShare) return { confidence, text: paragraphs(say('unsure'), say('person')), cite: nearest }
    return { confidence, text: paragraphs(say('unknown'), say('nearest'), say('person')), cite: nearest }
  }

  async function answer(request: ReplyRequest): Promise<Saying> {
    const { question, lastAnswer } = asked(request)
    const talk = smallTalk(question)
    if (talk) return { confidence: 1, text: say(talk), cite: [] }
    try {
      return choose(await knowledge.search(question, { limit: 4 }), lastAnswer)
    } catch (error) {
      if (isHandbackError(error)) throw error
      throw new HandbackError('provider/failed', 'The articles could not be searched.', { retryable: true, cause: error })
    }
  }

  return {
    specVersion: 1,
    name: 'knowledge',
    supports: { tools: false, images: false },
    async *reply(request, { signal }): AsyncGenerator<ReplyPart, void, undefined> {
      if (signal.aborted) return
      const { confidence, text, cite } = await answer(request)
      if (signal.aborted) return
      yield { type: 'signals', confidence }
      for (const piece of text.match(/\s*\S+(?:\s+\S+)?\s*/g) ?? []) {
        if (pace > 0) await sleep(pace, signal).catch(() => undefined)
        if (signal.aborted) return
        yield { type: 'text-delta', text: piece }
      }
      for (const { article } of cite) {
        if (signal.aborted) return
        yield { type: 'citation', id: article.id, title: article.title, ...(article.url === undefined ? {} : { url: article.url }) }
      }
      if (signal.aborted) return
      yield { type: 'finish', reason: 'stop' }
    },
  }
}

const paragraphs = (...texts: readonly string[]): string => texts.filter(Boolean).join('\n\n')

/** What the visitor wrote since anybody answered, and what the assistant answered last. */
function asked({ messages }: ReplyRequest): { question: string; lastAnswer: string } {
  const answered = messages.findLastIndex(({ role }) => role === 'assistant' || role === 'agent')
  const question = messages
    .slice(answered + 1)
    .filter(({ role }) => role === 'visitor')
    .map(({ text }) => text.trim())
    .join('\n')
    .trim()
  const last = messages[answered]
  return { question, lastAnswer: last?.role === 'assistant' ? last.text : '' }
}
