import type { PublicView } from '../conversation/index.ts'
import { evolvePublic, prependPublic, publicView } from '../conversation/index.ts'
import type { ThreadLog, ThreadLogOptions } from '../internal/thread-log.ts'
import { createThreadLog } from '../internal/thread-log.ts'

/** A conversation's log as its visitor sees it: hidden events leave no gap. */
export const createPublicLog = (options: Pick<ThreadLogOptions<PublicView>, 'ask' | 'applied'>): ThreadLog<PublicView> =>
  createThreadLog<PublicView>({
    ...options,
    open: publicView,
    evolve: evolvePublic,
    prepend: prependPublic,
    next: (event, seq) => event.prev === seq,
  })
