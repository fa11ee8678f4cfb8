import type { Id } from '../../../protocol/index.ts'
import { HandbackError } from '../../../protocol/index.ts'
import { shorten } from '../../words.ts'
import type { OfferedTool, ToolContext } from '../../tools.ts'
import { ToolError } from '../../tools.ts'
import { LONGEST } from '../job.ts'
import type { Returned } from './tool-log.ts'

/** Milliseconds for one run of a tool that says nothing else. */
const TIME = 15_000
/** Longest result that is kept, in UTF-16 units. */
const OUTPUT = 16_000

/** What a tool gives, as text. What is no JSON was done all the same. */
function textOf(value: unknown): string {
  try {
    return shorten(typeof value === 'string' ? value : (JSON.stringify(value) ?? 'Done.'), OUTPUT)
  } catch {
    return 'Done; what came of it cannot be told.'
  }
}

/** The input as its schema reads it, or what is wrong with it, for the model. */
export async function checked(tool: OfferedTool, input: unknown): Promise<{ readonly value: unknown } | { readonly wrong: string }> {
  const result = await validated(tool, input)
  if (!result.issues) return { value: result.value }
  const [issue] = result.issues
  const path = (issue?.path ?? []).map((step) => (typeof step === 'object' && step !== null && 'key' in step ? step.key : step)).join('.')
  return { wrong: shorten(`The input does not fit${path ? ` at ${path}` : ''}: ${issue?.message ?? 'it is wrong'}`, 400) }
}

/** A schema that throws on some input refuses it. */
async function validated(tool: OfferedTool, input: unknown) {
  try {
    return await tool.input['~standard'].validate(input)
  } catch {
    return { issues: [{ message: 'it cannot be read' }] }
  }
}

/** Thrown where nobody knows whether a tool has done its work. */
export const unclear = (tool: string): HandbackError => new HandbackError('tool/unclear', `Nobody knows whether ${tool} was done.`)

/** One run. Never rejects: what came of it is data. `unsure`: it may or may not have been done. */
export async function runTool(
  tool: OfferedTool,
  value: unknown,
  context: Omit<ToolContext, 'signal'> & { readonly signal: AbortSignal },
  onFailure: (error: unknown, call: Id) => void,
): Promise<Returned & { readonly unsure?: true }> {
  const time = AbortSignal.timeout(Math.min(tool.timeout ?? TIME, LONGEST))
  const late = new Promise<'late'>((resolve) => {
    time.addEventListener('abort', () => resolve('late'))
  })
  const work = async (): Promise<Returned & { readonly unsure?: true }> => {
    try {
      const given = await tool.run(value, { ...context, signal: AbortSignal.any([context.signal, time]) })
      return { output: textOf(given) }
    } catch (error) {
      // that is an answer
      if (!(error instanceof ToolError)) onFailure(error, context.key)
      if (error instanceof ToolError) return { output: shorten(error.message, 400), failed: true }
      // a line that broke says nothing of what was done on its other end
      return { output: 'It failed.', failed: true, unsure: true }
    }
  }
  const result = await Promise.race([work(), late])
  return result === 'late' ? { output: 'It was not over in time; nobody knows whether it was done.', failed: true, unsure: true } : result
}
