import type { Sink } from '../../contracts/index.ts'
import { formatEvent } from '../../internal/sse.ts'
import type { ClientFrame, Id, ServerFrame, Topic } from '../../protocol/index.ts'
import { encodeFrame } from '../../protocol/index.ts'

/** One link of the kit's hub, open or not. */
export interface KitLink {
  readonly id: Id
  readonly open: boolean
  /** Everything that was written to it, in order. */
  readonly written: readonly ServerFrame[]
  /** Everything that came on it, in order. */
  readonly received: readonly ClientFrame[]
  say(frame: ServerFrame): void
  /** Writes a text that need not be a frame. */
  sayText(text: string): void
  /** Ends it as a hub does: with this `bye`, or without a word. */
  end(bye?: string): void
}

/** A link as the kit's hub has it. */
export interface HeldLink extends KitLink {
  readonly received: ClientFrame[]
  readonly topics: Set<Topic>
}

export function kitLink(id: Id, sink: Sink): HeldLink {
  const written: ServerFrame[] = []
  let open = true

  function close(): void {
    if (!open) return
    open = false
    sink.close()
  }
  const sayText = (text: string): void => {
    if (open && sink.write(formatEvent(text)) === 'full') close()
  }
  const say = (frame: ServerFrame): void => {
    if (open) written.push(frame)
    sayText(encodeFrame(frame))
  }
  return {
    id,
    written,
    received: [],
    topics: new Set(),
    say,
    sayText,
    get open() {
      return open
    },
    end(bye) {
      if (bye !== undefined) say({ t: 'bye', code: bye, after: 10 })
      close()
    },
  }
}
