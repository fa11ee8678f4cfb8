import { HandbackError } from '../protocol/errors.ts'

type Part = typeof import('./late.ts')
type Asking = Pick<Part, 'createAgain' | 'createAsking'>

/** Where a chat has what it needs from its first use on. What is loaded rejects `client/unavailable`, and may be asked for again then. */
export interface PartSource {
  /** How to connect; absent until it was loaded. */
  readonly part: Pick<Part, 'browserEnvironment' | 'createLife'> | undefined
  load(): Promise<unknown>
  /** How to ask for what is no frame. */
  asking(): Promise<Asking>
}

/** A file of its own that is there, or why not. */
export const loaded = <T>(file: Promise<T>): Promise<T> =>
  file.catch((cause: unknown) => {
    throw new HandbackError('client/unavailable', 'The chat could not be loaded.', { retryable: true, cause })
  })

let part: Part | undefined
const load = async (): Promise<Part> => (part ??= await loaded(import('./late.ts')))

/** One file, which is loaded once for all chats of a page. */
export const latePart: PartSource = {
  get part() {
    return part
  },
  load,
  asking: load,
}
