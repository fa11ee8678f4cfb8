import type { ReplyTool } from '../../../contracts/index.ts'
import { shorten } from '../../words.ts'

/** Offered to every model that takes tools, so that it can ask for a person. */
export const handoffTool: ReplyTool = {
  name: 'transfer_to_human',
  description: 'Hand the conversation to a person: when the visitor asks for one, is upset, or needs judgement or an action that you cannot give.',
  parameters: {
    type: 'object',
    properties: {
      reason: { type: 'string', description: 'Why, in a few words.' },
      summary: { type: 'string', description: 'What the person must know: what the visitor wants, what was tried, facts given.' },
      sentiment: { type: 'string', enum: ['very negative', 'negative', 'neutral', 'positive'], description: 'How the visitor feels.' },
      urgent: { type: 'boolean', description: 'Whether it cannot wait.' },
    },
    required: ['reason', 'summary'],
  },
}

const acts = '(?:transfer|handoff|handover|escalate|connect|forward)'
const people = '(?:human|person|agent|operator|support|team|representative)'
const names = new RegExp(`^(?:functions)?${acts}(?:to)?(?:an?|the)?(?:live|real)?(?:${people}){0,2}$`)

/** Whether a model means this tool, by the name it was offered or another that models make of it. */
export const isHandoff = (tool: string): boolean => names.test(tool.toLowerCase().replace(/[^a-z]/g, ''))

/** What a bot tells when it asks for a person. */
export interface Told {
  readonly reason: 'assistant-request' | 'rule'
  /** Why, in a few words. */
  readonly rule: string
  readonly summary?: string
  /** -1..1. */
  readonly sentiment?: number
  readonly priority?: number
}

const feelings: Readonly<Record<string, number>> = { 'very negative': -1, negative: -0.5, neutral: 0, positive: 0.5 }

/** Longest reason and summary that are kept, in UTF-16 units. */
const REASON = 80
const SUMMARY = 4_000

/** A wish for a person in a model's words. */
export const toldBy = (reason: string, summary = ''): Told => ({
  reason: 'assistant-request',
  rule: shorten(reason.trim() || 'assistant-request', REASON),
  ...(summary.trim() ? { summary: shorten(summary.trim(), SUMMARY) } : {}),
})

/** What it said in its call. Broken arguments are no reason to keep the visitor from a person. */
export function toldIn(input: unknown): Told {
  const { reason, summary, sentiment, urgent } = (typeof input === 'object' && input !== null ? input : {}) as Readonly<Record<string, unknown>>
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  const feeling = feelings[text(sentiment)]
  return { ...toldBy(text(reason), text(summary)), ...(feeling === undefined ? {} : { sentiment: feeling }), ...(urgent === true ? { priority: 1 } : {}) }
}
