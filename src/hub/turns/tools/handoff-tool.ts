import type { ReplyTool } from '../../../contracts/index.ts'
import type { Told } from '../../../protocol/index.ts'
import { shorten } from '../../words.ts'

/** Offered to every model that takes tools, so that it can ask for a person. */
export const handoffTool: ReplyTool = {
  name: 'transfer_to_human',
  description: 'Hand the conversation to a person: when the visitor asks for one, is upset, or needs judgement or an action that you cannot give.',
  parameters: {
    type: 'object',
    properties: {
      reason: { type: 'string', description: 'Why, in a few words; exactly "safety" when somebody may be in danger.' },
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

const feelings: Readonly<Record<string, number>> = { 'very negative': -1, negative: -0.5, neutral: 0, positive: 0.5 }

/** Whoever may be in danger goes first. */
export const SAFETY = 100

/** Longest reason and summary that are kept, in UTF-16 units. */
const REASON = 80
const SUMMARY = 4_000

/** A wish for a person in a model's words. */
export function toldBy(reason: string, summary = ''): Told {
  const more = summary.trim() ? { summary: shorten(summary.trim(), SUMMARY) } : {}
  // what the words did not tell, the model may have understood
  if (/^\W*safety\W*$/i.test(reason)) return { reason: 'rule', rule: 'safety', priority: SAFETY, ...more }
  return { reason: 'assistant-request', rule: shorten(reason.trim() || 'assistant-request', REASON), ...more }
}

/** What it said in its call. Broken arguments are no reason to keep the visitor from a person. */
export function toldIn(input: unknown): Told {
  const { reason, summary, sentiment, urgent } = (typeof input === 'object' && input !== null ? input : {}) as Readonly<Record<string, unknown>>
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  const feeling = feelings[text(sentiment)]
  const told = toldBy(text(reason), text(summary))
  return { ...told, ...(feeling === undefined ? {} : { sentiment: feeling }), ...(urgent === true && told.priority === undefined ? { priority: 1 } : {}) }
}
