import type { ReplyPart } from '../../contracts/index.ts'

/**
 * One attempt at a reply, by the laws of the contract: already aborted, no work starts; aborted later, no further part comes, also of an
 * event that holds several, and no error; breaking out of the loop releases what it holds; an error is what `meaning` makes of it.
 */
export async function* attempt(
  signal: AbortSignal,
  start: () => AsyncIterable<ReplyPart>,
  meaning: (error: unknown) => Error,
): AsyncGenerator<ReplyPart, undefined, undefined> {
  if (signal.aborted) return
  try {
    for await (const part of start()) {
      if (signal.aborted) return
      yield part
    }
  } catch (error) {
    if (!signal.aborted) throw meaning(error)
  }
}
