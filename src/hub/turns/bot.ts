import type { Policy } from '../../conversation/index.ts'
import { createVault } from '../../privacy/index.ts'
import type { HubLog, HubOptions } from '../options.ts'
import { defaultInstructions, fromArticles } from '../options.ts'
import { offeredTools } from '../tools.ts'
import { barred } from './barred.ts'
import type { Tools } from './job.ts'
import { formTools } from './tools/form-tool.ts'
import { type Chain, createChain } from './model/chain.ts'

/** Milliseconds that a provider may be silent. */
const SILENCES = { firstToken: 30_000, idle: 20_000 }
const CONTEXT_TOKENS = 8_000
/** Below this confidence an answer also offers a person. */
const OFFER_HUMAN = 0.5

/** What a hub gives its own turn of the time that the log gives it: whoever runs it must end it, not the deadline that is for dead hubs. */
const ownTime = (turnTime: number): number => Math.max(turnTime * 0.9, turnTime - 5_000)

export interface BotEnvironment {
  readonly policy: Policy
  /** Milliseconds that never jump. */
  readonly steady: () => number
  readonly log: HubLog
}

/** All that a hub's options say about its bot, with the defaults. */
export function botOf(options: HubOptions, { policy, steady, log }: BotEnvironment): Omit<Tools, 'order' | 'read'> & { readonly writers: Chain } {
  const providers = [options.provider].flat()
  // what is wrong with it must not wait for the first visitor
  createVault(options.redact === false ? {} : options.redact)
  const { forms = [] } = options
  const silences = { ...SILENCES, ...options.silences }
  return {
    chain: createChain({ providers, silences, steady, log }),
    writers: createChain({ providers: providers.filter(({ supports }) => supports.summaries), silences, steady, log }),
    toolbox: {
      tools: offeredTools([...(options.tools ?? []), ...formTools(forms)]),
      running: new Map(),
      onFailure: (error, call) => log.warn({ error, call }, 'A tool failed'),
    },
    knowledge: options.knowledge,
    instructions: options.instructions ?? (options.knowledge ? `${defaultInstructions} ${fromArticles}` : defaultInstructions),
    turnTime: ownTime(policy.turnTime),
    redact: options.redact ?? {},
    onFailure: (error, message) => log.warn({ error }, message),
    contextTokens: options.contextTokens ?? CONTEXT_TOKENS,
    readAttachment: options.readAttachment ?? (options.blobs && (async ({ blob }, conversation) => (await options.blobs?.get(conversation, blob))?.bytes)),
    forms,
    price: options.price,
    guessUsage: policy.budget?.tokens !== undefined,
    barred: (header) => barred(header, policy),
    offerHumanBelow: options.offerHumanBelow ?? OFFER_HUMAN,
  }
}
