import { createContext, h } from 'preact'
import type { ComponentChildren } from 'preact'
import { useContext, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks'
import { adopt } from './adopt.ts'

/** Where the styles of late parts are adopted. Default: whoever shows them has their styles already. */
export const LateRoot = createContext<ShadowRoot | Document | undefined>(undefined)

/** What is to be told of a failure when it is over: whether the part came after all, or nobody waits for it any more. */
export type LateEnd = (came: boolean) => void

/** Hears of late parts that could not be fetched, each once, and may be told how that ends. Default: the page's own error event. */
export const LateFailed = createContext<(error: unknown) => LateEnd | void>((error) => reportError(error))

/** What the module of a late part exports beside its component. */
export interface LateModule {
  readonly css?: string
}

/** What whoever shows a late part may say beside its own props. */
export interface LateWish {
  /**
   * It was asked for by a press, and is a wish until it stands: called when the visitor goes on to something else before, so that nothing takes the focus
   * from there, and when it cannot be fetched, instead of asking for it again. To be shown no more is the answer to it.
   */
  readonly onAway?: (() => void) | undefined
}

export interface LatePart<P, M> {
  (props: P & LateWish): ComponentChildren
  /** Fetches it, so that it is there when it is wanted. Rejects when that fails; then it may be tried again. */
  load(): Promise<void>
  /** Its module, once it is there. Fetches nothing. */
  part(): M | undefined
  /** Resolves when it is there, whoever had it fetched. */
  readonly ready: Promise<M>
}

interface Sheet {
  count: number
  readonly off: () => void
}

const adopted = new WeakMap<Node, Map<string, Sheet>>()

/** One sheet per root, however many parts use it. Returns its stop. */
function share(root: ShadowRoot | Document, css: string): () => void {
  const sheets = adopted.get(root) ?? new Map<string, Sheet>()
  adopted.set(root, sheets)
  const sheet = sheets.get(css) ?? { count: 0, off: adopt(root, css) }
  sheets.set(css, sheet)
  sheet.count += 1
  return () => {
    sheet.count -= 1
    if (sheet.count) return
    sheets.delete(css)
    sheet.off()
  }
}

/**
 * A component whose code is fetched when it first stands somewhere: nothing until then, and the thing itself, with its styles, from then on.
 * With the first of them comes what all of them stand on: the words and buttons that are not there at the first look.
 *
 * @param before - what stands in its place until then
 * @param plain - it says nothing but what a thread says, and needs no other words
 * @example const Menu = later(() => import('./menu/menu.tsx'), (module) => module.Menu)
 */
export function later<M extends LateModule, P extends object>(
  fetch: () => Promise<M>,
  pick: (module: M) => (props: P) => ComponentChildren,
  before?: (props: P) => ComponentChildren,
  plain = false,
): LatePart<P, M> {
  let module: M | undefined
  let css = ''
  let loading: Promise<void> | undefined
  let arrive: (module: M) => void
  const ready = new Promise<M>((resolve) => {
    arrive = resolve
  })
  // Firefox keeps it as long as the page stands that a module could not be fetched, and asks no more. By an address that differs in its fragment
  // it does, and the address stands in what it says.
  const fetched = (): Promise<M> => fetch().catch(async (error: Error) => {
    const address = /^err.+: (.+)/.exec(error.message)?.[1]
    const found = address && ((await import(/* webpackIgnore: true */ /* @vite-ignore */ `${address}#${Date.now()}`)) as M)
    // where something that it stands on is missing, the address is that one's
    if (found && pick(found)) return found
    throw error
  })
  // in one piece: who waits for it goes on before what hears of `ready` is drawn anew
  const bring = async (): Promise<void> => {
    try {
      const [found, base] = await Promise.all([fetched(), import('./late-base.ts'), plain || import('./english.ts')])
      css = base.css + (found.css ?? '')
      arrive(module = found)
    } catch (error) {
      loading = undefined
      throw error
    }
  }
  const load = (): Promise<void> => (loading ??= bring())

  function Late(props: P & LateWish): ComponentChildren {
    const [, render] = useReducer((count: number) => count + 1, 0)
    const root = useContext(LateRoot)
    const failed = useContext(LateFailed)
    const told = useRef<LateEnd>(undefined)
    const end: LateEnd = (came) => {
      told.current?.(came)
      told.current = undefined
    }
    useLayoutEffect(() => {
      // also where another one has fetched it
      if (module) return end(true)
      const { onAway } = props
      const from = onAway && (root?.activeElement as HTMLElement | null | undefined)
      let here = true
      let timer: ReturnType<typeof setTimeout>
      // a window that is left keeps its focus
      const leave = () => root?.activeElement || onAway?.()
      const stop = () => {
        here = false
        clearTimeout(timer)
        if (!from) return
        from.style.cursor = ''
        from.removeEventListener('blur', leave)
      }
      // nobody asks again for what comes by itself, such as a survey
      const ask = async (wait: number): Promise<void> => {
        try {
          await load()
          if (!here) return
          stop()
          // what had it may have gone without a word
          if (onAway && root?.activeElement !== from) return onAway()
          end(true)
          render(undefined)
        } catch (error) {
          if (!here) return
          told.current ??= failed(error) || (() => {})
          if (onAway) onAway()
          else timer = setTimeout(ask, wait, Math.min(2 * wait, 30_000))
        }
      }
      if (from) {
        from.style.cursor = 'progress'
        from.addEventListener('blur', leave)
      }
      void ask(1000)
      return stop
      // after a failure another use of it asks again at once; by its objects and functions alone every rendering would be one
    }, Object.values(props).filter((value) => Object(value) !== value))
    useLayoutEffect(() => () => end(false), [])
    // while it is rendered: what it measures when it stands there has its styles
    const off = useMemo(() => (root && css ? share(root, css) : undefined), [root, css])
    useLayoutEffect(() => off, [off])
    const shown = module ? pick(module) : before
    return shown && h(shown, props)
  }
  return Object.assign(Late, { load, part: () => module, ready })
}
