import { createElement, forwardRef, useEffect, useRef } from 'react'
import type { CSSProperties, ForwardedRef } from 'react'
import { mount } from '../widget/index.ts'
import type { MountOptions, WidgetEvents, WidgetHandle, WidgetOptions } from '../widget/index.ts'
import { events, signatureOf, standing } from './live-options.ts'
import type { Callbacks } from './live-options.ts'
import { usePlace } from './provider.ts'

export interface HandbackChatProps extends Omit<WidgetOptions, 'target'>, Callbacks {
  /** For the element that an inline chat fills; give it a height. */
  readonly className?: string
  readonly style?: CSSProperties
  readonly id?: string
}

const give = (ref: ForwardedRef<WidgetHandle>, widget: WidgetHandle | null): void => {
  if (typeof ref === 'function') ref(widget)
  else if (ref) ref.current = widget
}

/**
 * The visitor's widget. On a server it renders nothing, or with `layout="inline"` the empty element that it fills in the page. Its `ref` is
 * the widget's handle. Without `endpoint`, `transport` and `chat` it shows the chat of the nearest `HandbackProvider`.
 *
 * A change of `theme` or `strings` is applied as it stands, functions are always those of the last rendering, and every other change of
 * what an option says, also that there is a function or no longer one, mounts the widget anew, with its conversation. `transport` is read when it is mounted; change the `key` for another.
 *
 * An option that is wrong is told by `onError`, or in the console, and there is no widget.
 *
 * @example <HandbackChat endpoint="/handback" theme={{ accent: '#7a1fa2' }} onMessage={(message) => count(message)} />
 */
export const HandbackChat = forwardRef<WidgetHandle, HandbackChatProps>(function HandbackChat({ className, style, id, ...props }, ref) {
  const place = usePlace()
  const element = useRef<HTMLDivElement>(null)
  const widget = useRef<WidgetHandle | null>(null)
  const latest = useRef(props)
  const shown = useRef<readonly string[]>([])
  const inline = props.layout === 'inline'
  const alone = props.endpoint === undefined && props.transport === undefined
  const chat = props.chat ?? (alone ? place?.chat : undefined) ?? undefined
  // A provider that has no chat yet will have one.
  const waits = alone && !chat && place !== null
  const [theme, strings] = [JSON.stringify(props.theme), JSON.stringify(props.strings)]

  useEffect(() => {
    latest.current = props
  })
  useEffect(() => {
    if (waits) return undefined
    const target = element.current
    // whether there is a hub, it says itself: a property that is for a provider to give may be missing
    const options: object = { ...standing(latest), ...(chat && { chat }), ...(target && { target }) }
    let mounted: WidgetHandle
    try {
      mounted = mount(options as MountOptions)
    } catch (error) {
      // thrown from here it would take all of the page's tree away
      const { onError = globalThis.reportError } = latest.current
      // not every environment has it
      onError?.(error as WidgetEvents['error'])
      return undefined
    }
    widget.current = mounted
    shown.current = [theme, strings]
    for (const [name, type] of events) {
      // by the element: what nobody listens to is not looked at, so that errors are told elsewhere
      mounted.element.addEventListener(`handback:${type}`, (event) => {
        (latest.current[name] as ((detail: unknown) => void) | undefined)?.((event as CustomEvent).detail)
      })
    }
    const offer = chat ? undefined : place?.offer
    let takeBack: (() => void) | undefined
    mounted.on('load', (loaded) => {
      takeBack = offer?.(loaded)
    })
    give(ref, mounted)
    return () => {
      give(ref, null)
      widget.current = null
      takeBack?.()
      mounted.destroy()
    }
  }, [signatureOf(props), chat, waits])
  useEffect(() => {
    if (shown.current[0] === theme) return
    shown.current = [theme, shown.current[1] ?? '']
    widget.current?.setTheme(props.theme ?? {})
  }, [theme])
  useEffect(() => {
    if (shown.current[1] === strings) return
    shown.current = [shown.current[0] ?? '', strings]
    const told = widget.current?.setLocale(props.strings ?? {})
    told?.catch((error: WidgetEvents['error']) => latest.current.onError?.(error))
  }, [strings])

  return inline ? createElement('div', { ref: element, className, style, id }) : null
})
