import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Strings } from '../../ui/strings.ts'

export interface AnswerProps<T> {
  /** Asks for it; a new function asks anew. */
  readonly ask: (options: { readonly signal: AbortSignal }) => Promise<T>
  readonly strings: Strings
  /** What is said when it failed. */
  readonly failure: string
  /** Beside that, another way to get there. */
  readonly otherwise?: ComponentChildren
  readonly onError: (error: unknown) => void
  readonly children: (value: T) => ComponentChildren
}

type State<T> = { readonly value: T } | 'loading' | 'failed'

/** What has to be asked for first: the thing itself, or that it is on its way, or that it did not come and can be asked for again. */
export function Answer<T>({ ask, strings, failure, otherwise, onError, children }: AnswerProps<T>) {
  const [state, setState] = useState<State<T>>('loading')
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const stop = new AbortController()
    setState('loading')
    ask({ signal: stop.signal }).then(
      (value) => stop.signal.aborted || setState({ value }),
      (error: unknown) => {
        if (stop.signal.aborted) return
        setState('failed')
        onError(error)
      },
    )
    return () => stop.abort()
  }, [ask, turn])
  if (state === 'loading') return <p class="quiet">{strings.loading}</p>
  if (state !== 'failed') return <>{children(state.value)}</>
  return (
    <div class="quiet">
      <p role="alert">{failure}</p>
      <div class="buttons"><button class="other" onClick={() => setTurn(turn + 1)}>{strings.tryAgain}</button>{otherwise}</div>
    </div>
  )
}
