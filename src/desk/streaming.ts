import type { Id, PublicHeader, SignalData } from '../protocol/index.ts'

/** A hub that still runs the stream answers within this time. */
const SILENCE = 1000

type Delta = Extract<SignalData, { type: 'text-delta' }>

/** The words of the answer that is being written, put together from lossy signals. */
export interface Streaming {
  /** `expected`: the header's `stream`; words of any other message are late or not ours. */
  delta(delta: Delta, expected: PublicHeader['stream']): void
  /** To be called whenever the header changed: another stream, or none, ends this one. */
  follow(expected: PublicHeader['stream']): void
  stop(): void
}

export interface StreamingOptions {
  /** Asks for the stream from its start. */
  readonly ask: (message: Id) => void
  readonly show: (stream: { readonly message: Id; readonly text: string } | null) => void
}

export function createStreaming({ ask, show }: StreamingOptions): Streaming {
  let current: { message: Id; attempt: number; text: string } | null = null
  let silence: ReturnType<typeof setTimeout> | undefined

  function stop(): void {
    clearTimeout(silence)
    silence = undefined
    if (current) show(null)
    current = null
  }

  function askAgain(message: Id): void {
    if (silence !== undefined) return
    silence = setTimeout(stop, SILENCE)
    ask(message)
  }

  return {
    delta({ message, attempt, offset, text }, expected) {
      if (!expected || expected.message !== message || attempt < expected.attempt) return
      if (current && (current.message !== message || current.attempt < attempt)) stop()
      if (current && current.attempt > attempt) return
      const before = current ?? { message, attempt, text: '' }
      if (offset > before.text.length) return askAgain(message)
      clearTimeout(silence)
      silence = undefined
      const end = offset + text.length
      if (end <= before.text.length) return
      current = { message, attempt, text: before.text.slice(0, offset) + text }
      show(current)
    },
    follow(expected) {
      if (!current) return
      if (!expected || expected.message !== current.message || expected.attempt > current.attempt) stop()
    },
    stop,
  }
}
