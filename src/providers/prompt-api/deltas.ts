/**
 * What is new in each chunk of a stream, whether its chunks are deltas, as they should be, or each repeats all that was said before,
 * as in early builds. A second chunk that begins with the first one reads as either, as `1` and `10` do: it is held back until the
 * third one tells. When none comes, it was a delta. Called without a chunk at the end.
 *
 * @example
 * const added = deltas()
 * added('Hel') + added('Hello') + added('Hello you') + added() // 'Hello you'
 */
export function deltas(): (chunk?: string) => string {
  let repeats: boolean | undefined
  let said = ''
  let held = ''
  return (chunk = '') => {
    if (repeats === undefined && said) {
      const goesOn = chunk.length > (held || said).length && chunk.startsWith(held || said)
      if (goesOn && !held) {
        held = chunk
        return ''
      }
      repeats = goesOn
    }
    const added = repeats && chunk.startsWith(said) ? chunk.slice(said.length) : held + chunk
    held = ''
    said += added
    return added
  }
}
