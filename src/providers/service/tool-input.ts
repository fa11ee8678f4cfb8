import { parseJson } from './json.ts'
import { fields, type Fields } from './values.ts'

/** The arguments of a call as a value. Nothing is an empty object; what is not JSON stays a string, for whoever runs the tool to refuse. */
export function toolInput(given: unknown): unknown {
  if (typeof given !== 'string') return fields(given)
  try {
    return parseJson(given.trim() || '{}')
  } catch {
    // the model wrote it, so nobody here can put it right
    return given
  }
}

/** Services take back only objects as the input of a call. */
export const inputObject = (input: unknown): Fields => (typeof input === 'string' ? { raw: input } : fields(input))
