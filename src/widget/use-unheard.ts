import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ChatState } from '../client/api.ts'
import type { Transcript } from '../conversation/index.ts'
import type { PublicRow } from '../conversation/rows.ts'
import type { Id } from '../protocol/index.ts'

/**
 * Whether somebody has asked for a person and nothing came of it: nobody is there, which is told only once. Then what can be done instead
 * stands in `offer`, and gets the focus of whoever asked here.
 */
export function useUnheard({ waiting, phase }: ChatState, messages: Transcript<PublicRow>, offer: RefObject<HTMLElement | null>): boolean {
  const last = messages.at(-1)?.id
  /** The newest row when it was asked. */
  const asked = useRef<{ readonly row: Id | undefined }>(null)
  const [unheard, setUnheard] = useState<{ readonly row: Id | undefined }>()
  const now = unheard !== undefined && unheard.row === last
  useLayoutEffect(() => {
    const before = asked.current
    asked.current = waiting && phase !== 'queued' ? { row: last } : null
    if (!waiting && before && before.row === last && phase !== 'queued') setUnheard(before)
  }, [waiting])
  useLayoutEffect(() => {
    const root = offer.current?.getRootNode() as ShadowRoot | undefined
    if (now && root?.activeElement) offer.current?.focus()
  }, [unheard])
  return now
}
