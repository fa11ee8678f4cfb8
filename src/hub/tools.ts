import type { Id } from '../protocol/index.ts'
import { HandbackError } from '../protocol/index.ts'
import type { InputSchema } from '../schema/tool-input.ts'
import { inputParameters } from '../schema/tool-input.ts'

/** What a tool may know beside its input. Nothing of it comes from a model. */
export interface ToolContext {
  readonly conversation: Id
  /** From the visitor's token. */
  readonly visitor: { readonly id: Id; readonly name: string }
  /** The same for the same input to the same question, however often it runs: pass it on as the other side's idempotency key. */
  readonly key: Id
  /** Aborts when nobody waits for the result any more. */
  readonly signal: AbortSignal
}

/** What somebody who must agree is shown. */
export interface ActionWords {
  /** What would be done, such as "Refund 40 € for order 1234"; at most 200 characters count. */
  readonly title: string
  /** What else one should know before agreeing; at most 2,000. */
  readonly details?: string
}

/** Something that the bot may do. */
export interface Tool<Input = unknown> {
  /** Letters, digits and underscores, at most 64. */
  readonly name: string
  /** When and what for, for the model. */
  readonly description: string
  /** A zod schema, or another Standard Schema, of an object. What does not fit is told to the model, and nothing runs. */
  readonly input: InputSchema<Input>
  /** JSON Schema of the input, for schemas that do not tell it themselves. */
  readonly parameters?: Readonly<Record<string, unknown>>
  /**
   * Does it. What it gives is JSON or text, at most 16,000 characters count. A `ToolError` says that nothing was done, and its words
   * reach the model. Anything else that it throws says nothing of what was done: an idempotent tool is told to have failed, for
   * another a person is asked.
   */
  run(input: Input, context: ToolContext): unknown
  /** Running it twice does no more than once: it may run again when it is not known what became of it. Default false: then a person is asked. */
  readonly idempotent?: boolean
  /** Who must agree before it runs. Default nobody. While a person holds the floor it is that person, whichever is given. */
  readonly approval?: 'visitor' | 'agent'
  /** What is shown to who must agree. Default: the tool's name. */
  action?(input: Input): ActionWords
  /** Milliseconds for one run. Default 15,000. */
  readonly timeout?: number
  /** How often it may run in one conversation. Default 20. */
  readonly limit?: number
}

/** Words of a tool that failed, for the model and, through it, for the visitor. */
export class ToolError extends Error {
  override readonly name = 'ToolError'
}

/**
 * Infers the type of `run`'s input from the schema.
 *
 * @example
 * tool({
 *   name: 'order_status',
 *   description: 'Where an order is. Ask for its number first.',
 *   input: z.object({ order: z.string() }),
 *   idempotent: true,
 *   run: ({ order }, { visitor }) => shop.orders.of(visitor.id).find(order),
 * })
 */
export const tool = <Input>(definition: Tool<Input>): Tool<Input> => definition

/** A tool that is ready to be offered. */
export interface OfferedTool extends Tool {
  readonly parameters: Readonly<Record<string, unknown>>
}

const misuse = (name: string, what: string): HandbackError => new HandbackError('provider/misuse', `The tool ${JSON.stringify(name)} ${what}.`)

/** What a model is told of the input; throws for what could not run. */
function parametersOf({ name, input, parameters, run, approval }: Tool): Readonly<Record<string, unknown>> {
  if (typeof run !== 'function') throw misuse(name, 'has no run()')
  if (typeof input?.['~standard']?.validate !== 'function') throw misuse(name, 'has no schema as its input: give zod’s, or another Standard Schema')
  if (approval !== undefined && approval !== 'visitor' && approval !== 'agent') throw misuse(name, 'may only be approved by "visitor" or "agent"')
  const told = parameters ?? inputParameters(input)
  if (told['type'] !== undefined && told['type'] !== 'object') throw misuse(name, 'takes no object')
  return told
}

/** A conversation counts the uses of so many, and models do not choose well among more. */
const MOST = 32

/** By name. Throws `provider/misuse` for names that no service takes or that are given twice, and for too many. */
export function offeredTools(tools: readonly Tool[]): ReadonlyMap<string, OfferedTool> {
  if (tools.length > MOST) throw new HandbackError('provider/misuse', `A hub takes ${MOST} tools; here are ${tools.length}.`)
  const offered = new Map<string, OfferedTool>()
  for (const one of tools) {
    const taken = one.name === 'transfer_to_human' || one.name in Object.prototype || offered.has(one.name)
    if (taken || !/^[A-Za-z0-9_]{1,64}$/.test(one.name)) {
      throw misuse(one.name, taken ? 'has a name that is taken' : 'needs a name of letters, digits and underscores')
    }
    offered.set(one.name, { ...one, parameters: parametersOf(one) })
  }
  return offered
}
