import type { Id, PublicHeader, SignalData, StoredEvent } from '../protocol/index.ts'

/** A hub that still runs the stream answers within this time. */
const SILENCE = 1000

type Delta = Extract<SignalData, { type: 'text-delta' }>

/** The words of the answer that is being written, put together from lossy signals. */
export interface Streaming {
  /** `expected`: the header's `stream`; words of any other message are late or not ours. */
  delta(delta: Delta, expected: PublicHeader['stream']): void
  /**
   * An event that may end it otherwise. What the visitor has stopped stays on the screen until its message is there or the
   * floor is another's, at most for as long as a hub takes to answer.
   */
  applied(event: StoredEvent): void
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
  let held = false

  function stop(): void {
    clearTimeout(silence)
    silence = undefined
    held = false
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
    applied({ type, data }) {
      const { reason, message } = (data ?? {}) as { readonly reason?: unknown; readonly message?: unknown }
      if (current && type === 'turn-aborted' && reason === 'stop') {
        held = true
        clearTimeout(silence)
        silence = setTimeout(stop, SILENCE)
      } else if (/^(floor|handoff)-/.test(type) || (type === 'message-sent' && message === current?.message)) held = false
    },
    follow(expected) {
      if (!current || (held && !expected)) return
      if (!expected || expected.message !== current.message || expected.attempt > current.attempt) stop()
    },
    stop,
  }
}
