import { newId } from '../../../internal/ids.ts'
import { createVault } from '../../../privacy/index.ts'
import type { Header, Id, Part, StoredEvent } from '../../../protocol/index.ts'
import type { Commit, Shown, Tools } from '../job.ts'
import { articlesFor, meterOf } from '../job.ts'
import { ASK_FORM } from '../tools/form-tool.ts'
import type { ToolRuns } from '../tools/tool-runs.ts'
import { factsOf } from './facts.ts'
import { visitorName } from '../visitor-of.ts'
import { withImages } from './images.ts'
import { languageTag } from './language-tag.ts'
import type { LoggedMessage } from './messages.ts'
import { rounds } from './rounds.ts'

export interface ConverseOptions {
  readonly conversation: Id
  readonly turn: Id
  readonly header: Header
  readonly events: readonly StoredEvent[]
  readonly messages: readonly LoggedMessage[]
  /** Default the hub's. */
  readonly instructions?: string
  /** What articles are looked for, the most important first. */
  readonly questions: readonly string[]
  /** Who runs the tools. Default: nothing can be called. */
  readonly runs?: ToolRuns
  /** Whether the model may ask for a person, and an unsure answer offers one. */
  readonly mayHandOff: boolean
  readonly signal: AbortSignal
  readonly onText: (text: string, offset: number) => void
  readonly shown: Pick<Shown, 'citations' | 'meters'>
}

/** One turn with a model: what it knows, what is hidden from it, and what it may do. */
export async function converse(tools: Omit<Tools, 'read'>, options: ConverseOptions): Promise<Commit> {
  const { header, events, signal, runs, shown } = options
  const { readAttachment } = tools
  const name = visitorName(header)
  // what nobody hides reads as it is
  const vault = createVault(tools.redact === false ? { kinds: [] } : { ...tools.redact, names: name === undefined ? [] : [name] })
  // a form is asked of the visitor, and of nobody else
  const offered = options.mayHandOff ? tools.toolbox.tools : new Map([...tools.toolbox.tools].filter(([tool]) => tool !== ASK_FORM))
  const said = await rounds({
    chain: tools.chain,
    conversation: options.conversation,
    turn: options.turn,
    instructions: options.instructions ?? tools.instructions,
    locale: languageTag(header.language),
    messages: await withImages(options.messages, events, readAttachment && ((part) => readAttachment(part, options.conversation)), signal),
    articles: await articlesFor(tools.knowledge, options.questions, signal),
    facts: factsOf(header, events),
    vault,
    ...(runs && offered.size > 0 ? { tools: { offered, runs } } : {}),
    mayHandOff: options.mayHandOff,
    // letters and digits only: models put strokes and lines before other signs
    wish: `PERSON-${newId().replace(/[^A-Za-z\d]/g, '').slice(0, 8)}:`,
    offerHumanBelow: options.mayHandOff ? tools.offerHumanBelow : 0,
    signal,
    onText: options.onText,
    citations: shown.citations,
    onUsage(provider, usage, guessed) {
      if (!guessed || tools.guessUsage) shown.meters.set(provider.name, meterOf(tools, provider, usage))
    },
  })
  return said
}

/** The words of a commit. */
export const wordsOf = ({ parts = [] }: { readonly parts?: readonly Part[] }): string =>
  parts.flatMap((part) => (part.type === 'text' ? part.text.trim() : [])).join('')
