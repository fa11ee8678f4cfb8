import type { AIProvider, ReplyArticle, ReplyRequest, ReplyStep, Usage } from '../../../contracts/index.ts'
import { promisesHuman } from '../../../escalation/index.ts'
import type { HeldAction, Part, Told } from '../../../protocol/index.ts'
import { HandbackError } from '../../../protocol/index.ts'
import { handoffTool } from '../tools/handoff-tool.ts'
import type { ToolRuns } from '../tools/tool-runs.ts'
import type { OfferedTool } from '../../tools.ts'
import { shorten } from '../../words.ts'
import type { Vault } from '../../../privacy/index.ts'
import type { Chain } from './chain.ts'
import { hear } from './hear.ts'
import { hiddenMessages, type LoggedMessage } from './messages.ts'
import { createSpeech } from './speech.ts'
import { systemText } from './system.ts'

/** What a turn came to. */
export interface Said {
  /** Absent when nothing was said. */
  readonly parts?: readonly Part[]
  /** It broke off, or was too long. */
  readonly cut?: true
  /** What somebody must agree to before it is done. */
  readonly held?: HeldAction
  readonly handoff?: Told
}

export interface RoundsOptions {
  readonly chain: Chain
  readonly conversation: string
  readonly turn: string
  readonly instructions: string
  readonly locale: string | undefined
  readonly messages: readonly LoggedMessage[]
  readonly articles: readonly ReplyArticle[]
  readonly facts: Readonly<Record<string, string | number | boolean>>
  readonly vault: Vault
  /** What the model may call, and who runs it. Default nothing. */
  readonly tools?: { readonly offered: ReadonlyMap<string, OfferedTool>; readonly runs: ToolRuns }
  /** Whether the model is told that it may ask for a person. */
  readonly mayHandOff: boolean
  /** Begins the line by which a model without tools asks for a person; different in each turn. */
  readonly wish: string
  /** Below this confidence an answer also offers a person. */
  readonly offerHumanBelow: number
  readonly signal: AbortSignal
  readonly onText: (text: string, offset: number) => void
  /** Takes each citation as it comes. */
  readonly citations: Part[]
  /** What this service has used so far in this turn, also when it came to nothing. */
  readonly onUsage: (provider: AIProvider, usage: Usage, guessed: boolean) => void
}

/** How often a model is asked again in one turn, with what its tools gave. */
const AGAIN = 5
const CITATIONS = 8
/** Longest parts of a citation, in UTF-16 units: what the schema takes. */
const ID = 200
const TITLE = 400
const URL = 2_000

type Step = ReplyStep & { readonly provider: AIProvider }

/** The bot's own words: an article that it gives whole says how things are done here, and promises this visitor nothing. */
const ownWords = (said: string, articles: readonly ReplyArticle[]): string =>
  articles.map(({ text }) => text.trim()).reduce((rest, text) => (text === '' ? rest : rest.replaceAll(text, '\n')), said)

const rule = (name: string, summary?: string): Told => ({ reason: 'rule', rule: name, ...(summary === undefined ? {} : { summary }) })

/** Asks, runs the tools that are called, and asks again with what they gave, until the model has answered. */
export async function rounds(options: RoundsOptions): Promise<Said> {
  const { chain, vault, tools, citations, signal, articles } = options
  const speech = createSpeech({ wish: options.wish, revealing: vault.revealing, onText: options.onText })
  const steps: Step[] = []
  const used = new Map<AIProvider, Usage>()
  const messages = hiddenMessages(options.messages, vault.hide)
  const cite = ({ id, title, url }: { readonly id: string; readonly title: string; readonly url?: string }): void => {
    if (citations.length >= CITATIONS || citations.some((part) => part.type === 'citation' && part.id === id)) return
    if (id.length > ID) return
    citations.push({ type: 'citation', id, title: shorten(title, TITLE), ...(url === undefined || url.length > URL ? {} : { url }) })
  }

  const requestFor = (provider: AIProvider): ReplyRequest => {
    const { instructions, locale } = options
    const calls = provider.supports.tools
    const wish = options.mayHandOff && !calls ? { wish: options.wish } : {}
    const offered = calls ? [...(options.mayHandOff ? [handoffTool] : []), ...[...(tools?.offered.values() ?? [])].map(offer)] : []
    return {
      conversation: options.conversation,
      turn: options.turn,
      system: systemText({ instructions, locale, articles, facts: options.facts, hide: vault.hide, mayHandOff: options.mayHandOff, ...wish }),
      messages: provider.supports.images ? messages : messages.map(({ images: _, ...message }) => message),
      articles,
      ...(locale === undefined ? {} : { locale }),
      ...(offered.length > 0 ? { tools: offered } : {}),
      ...(steps.length > 0 ? { steps: steps.map((step) => stepFor(step, provider)) } : {}),
    }
  }
  const said = (more: Partial<Said>): Said => ({
    ...(speech.shown.trim() === '' ? {} : { parts: [{ type: 'text', text: speech.shown.trimEnd() }, ...citations] }),
    ...more,
  })

  for (let again = 0; ; again += 1) {
    const first = steps.at(-1)?.provider
    const heard = await hear(chain, { signal, requestFor, ...(first ? { first } : {}), speech, own: tools?.offered ?? new Map(), onCitation: cite })
    const { provider, calls, handoff, confidence } = heard
    const { inputTokens, outputTokens } = used.get(provider) ?? { inputTokens: 0, outputTokens: 0 }
    used.set(provider, { inputTokens: inputTokens + heard.usage.inputTokens, outputTokens: outputTokens + heard.usage.outputTokens })
    options.onUsage(provider, used.get(provider) ?? heard.usage, heard.guessed)
    const sure = confidence === undefined ? {} : { confidence }
    for (const article of articles) if (speech.sources.has(article.id)) cite(article)
    if (handoff) return said({ handoff: { ...(vault.revealValue(handoff) as Told), ...sure } })
    if (calls.length === 0 && !heard.again) {
      if (speech.shown.trim() === '') throw new HandbackError('provider/bad-response', 'The provider gave an empty answer.', { retryable: true })
      if (options.mayHandOff && promisesHuman(ownWords(speech.shown, articles))) return said({ handoff: { ...rule('promise-audit'), ...sure } })
      const whole = said(heard.whole ? {} : { cut: true })
      return options.mayHandOff && ((confidence ?? 1) < options.offerHumanBelow || !heard.whole || heard.refused)
        ? { ...whole, parts: [...(whole.parts ?? []), { type: 'quick-replies', options: [{ action: 'handoff-request' }] }] }
        : whole
    }
    if (again === AGAIN) return said({ handoff: rule('tool-loop') })
    const ran = (await tools?.runs.run(calls.map((call) => ({ ...call, input: vault.revealValue(call.input) })))) ?? { results: [] }
    if (ran.held) {
      // whoever is to approve must come first
      const { title, details = '', approval } = ran.held
      const told = approval === 'agent' && options.mayHandOff ? { handoff: rule('approval', `The assistant asks for approval: ${title}. ${details}`.trim()) } : {}
      return said({ held: ran.held, ...told })
    }
    const results = ran.results.map((result) => ({ ...result, output: vault.hide(result.output) }))
    steps.push({ provider, text: heard.raw, calls, results, ...('state' in heard ? { state: heard.state } : {}) })
    speech.nextRound()
  }
}

const offer = ({ name, description, parameters }: OfferedTool) => ({ name, description, parameters })

/** What one service must have back says nothing to another. */
function stepFor({ provider, state, ...step }: Step, asked: AIProvider): ReplyStep {
  return provider === asked && state !== undefined ? { ...step, state } : step
}
