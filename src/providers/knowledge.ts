import type { AIProvider, Found, Knowledge, ReplyPart, ReplyRequest } from '../contracts/index.ts'
import { sleep } from '../internal/backoff.ts'
import { HandbackError, isHandbackError } from '../protocol/index.ts'
import { aboutSite, answersAboutSite } from './knowledge/about-site.ts'
import { fill, phrases, type Phrases } from './knowledge/phrases.ts'
import { smallTalk } from './knowledge/small-talk.ts'

export type { Phrases } from './knowledge/phrases.ts'

/** Default probability from which an article is given as the answer. */
export const answerThreshold = 0.6
/** What is said of questions about the site's owner that no article answers: low, so that a person is offered. */
const aboutSiteConfidence = 0.2
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
  /** The question is still open, and the words offer a person. */
  readonly open?: true
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
  const say = (key: keyof Phrases, title = '', count = ''): string => fill(words[key], { name: persona.name, title, count })
  /** The phrase for one article or for several. */
  const name = (key: 'nearest' | 'next', { length }: readonly Found[]): string =>
    length === 1 ? say(`${key}One`) : say(key, '', say(length === 2 ? 'two' : 'three'))
  const person = ({ length }: readonly Found[]): string => say(length === 1 ? 'personOne' : 'person')

  function choose(found: readonly Found[], lastAnswer: string): Saying {
    const [best, ...others] = found
    const confidence = best?.probability ?? 0
    const understood = confidence >= threshold * unsureShare
    const told = best !== undefined && lastAnswer.includes(best.article.text.trim())
    if (best && told && understood) {
      const next = others.slice(0, 3)
      const text = `${say('repeated', best.article.title)} ${next.length > 0 ? `${name('next', next)} ${person(next)}` : say('onlyPerson')}`
      // Whoever asks again was not helped: what is left is the chance of the others.
      return { confidence: next[0]?.probability ?? 0, text, cite: next, open: true }
    }
    if (best && !told && confidence >= threshold) return { confidence, text: best.article.text, cite: [best] }
    // what was told just now and is hardly meant is no help
    const nearest = (told ? others : found).slice(0, 3)
    const rest = nearest.length > 0 ? `${name('nearest', nearest)} ${person(nearest)}` : say('onlyPerson')
    return { confidence, text: `${say(understood ? 'unsure' : 'unknown')} ${rest}`, cite: nearest, open: true }
  }

  /** Two questions in one message, when each alone surely has an article of its own. */
  async function both(question: string, lastAnswer: string): Promise<Saying | undefined> {
    const halves = question.split(/\?+|\n+|\band also\b/i).filter((half) => half.trim() !== '')
    if (halves.length !== 2) return undefined
    const [first, second] = (await Promise.all(halves.map((half) => knowledge.search(half, { limit: 1 })))).map(([best]) => best)
    if (!first || !second || first.article.id === second.article.id || lastAnswer.includes(first.article.text.trim())) return undefined
    const confidence = Math.min(first.probability, second.probability)
    if (confidence < threshold) return undefined
    return { confidence, text: `${first.article.text}\n\n${say('also', second.article.title)}`, cite: [first, second] }
  }

  async function answer(request: ReplyRequest): Promise<Saying> {
    const { question, lastAnswer } = asked(request)
    const talk = smallTalk(question)
    if (talk) return { confidence: 1, text: say(talk), cite: [] }
    try {
      const found = await knowledge.search(question, { limit: 4 })
      const about = aboutSite(question)
      const sure = found[0] && found[0].probability >= threshold ? found[0].article.title : ''
      if (about && !answersAboutSite(about, sure)) return { confidence: aboutSiteConfidence, text: say(about), cite: [], open: true }
      return (await both(question, lastAnswer)) ?? choose(found, lastAnswer)
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
      const { confidence, text, cite, open } = await answer(request)
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
      // what the words offer stands below them as a button, whatever the probability
      if (open) yield { type: 'refusal' }
      yield { type: 'finish', reason: 'stop' }
    },
  }
}

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
