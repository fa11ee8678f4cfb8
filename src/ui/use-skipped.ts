import { atom } from 'nanostores'
import { useEffect, useReducer } from 'preact/hooks'
import type { Id } from '../protocol/index.ts'
import { useStore } from './use-store.ts'

/** Where it is kept which surveys the visitor did not want. */
export interface Skips {
  /** Which one is shown. */
  readonly conversation: () => Id | null
  /** Absent: they are known as long as the page. */
  readonly memory?: { get(name: 'skipped'): string | undefined; set(name: 'skipped', value: string): void } | undefined
}

/** So many are remembered, of all conversations. */
const MOST = 20

/** Those of this page, whatever could be kept of them: two widgets may show one conversation. */
const $here = atom<readonly string[]>([])

/**
 * Whether the visitor has put this survey away, on this page, an earlier one or in another tab, and what puts it away, where it can be. The log
 * knows nothing of it: there the survey waits until its time has passed, as one does that nobody looks at.
 */
export function useSkipped(skips: Skips | undefined, episode: number): readonly [skipped: boolean, skip?: () => void] {
  const [, render] = useReducer<number, unknown>((count) => count + 1, 0)
  useEffect(() => {
    addEventListener('storage', render)
    return () => removeEventListener('storage', render)
  }, [])
  const here = useStore($here)
  if (!skips) return [false]
  const { conversation, memory } = skips
  const name = `${conversation()}:${episode}`
  const kept = memory?.get('skipped')?.split(' ') ?? []
  return [here.includes(name) || kept.includes(name), () => {
    memory?.set('skipped', [...kept, name].slice(-MOST).join(' '))
    $here.set([...here, name])
  }]
}
