import { useEffect, useRef, useState } from 'preact/hooks'
import type { Strings } from '../strings.ts'

/** The part of a recogniser that is used. */
interface Recogniser {
  lang: string
  interimResults: boolean
  addEventListener(type: 'result', hear: (event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void): void
  addEventListener(type: 'error', hear: (event: { readonly error: string }) => void): void
  addEventListener(type: 'end', hear: () => void): void
  start(): void
  abort(): void
}

interface Listening {
  readonly SpeechRecognition?: new () => Recogniser
  readonly webkitSpeechRecognition?: new () => Recogniser
}

function recogniser(): Recogniser | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as Listening
  const Found = SpeechRecognition ?? webkitSpeechRecognition
  return Found && new Found()
}

export interface DictationProps {
  /** Whether it listens. */
  readonly on: boolean
  /** What stood in the box when it began. */
  readonly after: string
  readonly strings: Strings
  /** Of what is said. Default: that of the strings. */
  readonly locale?: string | undefined
  /** What stood there, and behind it all that was said since, as far as it is understood by now. */
  readonly onText: (text: string) => void
  /** It has stopped listening: after a pause, or because it cannot. */
  readonly onEnd: () => void
}

/** Listens while it is on, up to the first pause of the speaker. */
export function Dictation({ on, after, strings, locale, ...hearers }: DictationProps) {
  const [failed, setFailed] = useState(false)
  const heard = useRef(hearers)
  heard.current = hearers
  useEffect(() => {
    if (!on) return undefined
    setFailed(false)
    let here = true
    const fail = () => {
      setFailed(true)
      heard.current.onEnd()
    }
    const listening = recogniser()
    if (!listening) return fail()
    listening.lang = locale ?? strings.language
    listening.interimResults = true
    const before = after && !/\s$/.test(after) ? `${after} ` : after
    listening.addEventListener('result', ({ results }) => {
      if (here) heard.current.onText(before + Array.from(results, (result) => result[0]?.transcript ?? '').join('').trim())
    })
    listening.addEventListener('error', ({ error }) => here && error !== 'aborted' && fail())
    listening.addEventListener('end', () => here && heard.current.onEnd())
    try {
      listening.start()
    } catch {
      // whatever the reason: the visitor is told the same, and may press again
      fail()
    }
    return () => {
      here = false
      listening.abort()
    }
  }, [on])
  return <small class="told" role="alert" hidden={!failed}>{failed && strings.dictationFailed}</small>
}

export const css = `
.composer .told{flex:1 0 100%;margin:0;padding:3px 10px 0;font-size:.87em;color:var(--handback-danger)}
.composer .tool[aria-pressed=true]:enabled{border:2px solid;background:none;color:var(--handback-danger)}
@media (forced-colors:active){.composer .tool[aria-pressed=true]:enabled{border:3px solid Highlight}}
`
