import { fields, string } from './values.ts'

/** Offered to the model, so that it can ask for a person. */
export const handoffTool = {
  type: 'function',
  function: {
    name: 'transfer_to_human',
    description: 'Hand the conversation to a person: when the visitor asks for one, is upset, or needs judgement or an action that you cannot give.',
    parameters: {
      type: 'object',
      properties: {
        reason: { type: 'string', description: 'Why, in a few words.' },
        summary: { type: 'string', description: 'What the person must know: what the visitor wants, what was tried, facts given.' },
      },
      required: ['reason', 'summary'],
    },
  },
} as const

const acts = '(?:transfer|handoff|handover|escalate|connect|forward)'
const people = '(?:human|person|agent|operator|support|team|representative)'
const names = new RegExp(`^(?:functions)?${acts}(?:to)?(?:an?|the)?(?:live|real)?(?:${people}){0,2}$`)

/** Whether a model means this tool, by the name it was offered or another that models make of it. */
export const isHandoff = (tool: string): boolean => names.test(tool.toLowerCase().replace(/[^a-z]/g, ''))

/** What it said about it. Broken arguments are no reason to keep the visitor from a person. */
export function handoffOf(input: unknown): { reason: string; summary?: string } {
  const { reason, summary } = fields(input)
  return { reason: string(reason) || 'assistant-request', ...(string(summary) ? { summary: string(summary) } : {}) }
}
