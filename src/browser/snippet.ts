/**
 * The classic tag, which may be async and stand anywhere: `<script async src="/handback/snippet.js" data-endpoint="/handback"></script>`. Its
 * `data-` attributes are those of `<handback-chat>`. A page need not wait for it: `window.handback = window.handback || []`, then `handback.push(['open'])` at any time.
 */

import { HandbackError, isHandbackError } from '../protocol/errors.ts'
import type { HandbackChatElement } from '../widget/element.ts'
import type { WidgetEvents } from '../widget/options.ts'
import { stayInBody } from '../widget/stay-in-body.ts'
import { events } from '../widget/told.ts'

/**
 * A method of `<handback-chat>` with what it takes; `on` with a type and a listener; `options` with what is no text; or a function
 * that is given the element. What goes wrong is told by `handback:error`, and in the console where nobody reads that.
 *
 * @example handback.push(['identify', { id: 'customer-4711', credentials }], ['on', 'unread', (count) => console.log(count)])
 */
export type SnippetCall =
  | readonly [verb: string, ...args: unknown[]]
  | ((chat: HandbackChatElement) => unknown)

/** What stands at `window.handback`. */
export interface SnippetQueue {
  push(...calls: SnippetCall[]): unknown
}

function start(queue: SnippetCall[], script: Element): void {
  let chat: HandbackChatElement | undefined
  /** What nobody reads is told as the page's own errors are, so that whoever builds the page sees it. */
  const tell = (error: unknown): void => {
    // the element tells that it knows no hub
    if (error instanceof TypeError && error.message.startsWith('handback: endpoint') && chat && !chat.widget) return
    let heard = false
    const detail = { get: () => ((heard = true), error) }
    // what is not on the page yet is heard by nobody on the page
    for (const at of chat?.isConnected ? [chat] : [chat, document]) {
      at?.dispatchEvent(Object.defineProperty(new CustomEvent('handback:error', { bubbles: true, composed: true }), 'detail', detail))
    }
    // a network that is gone for a moment is no mistake of the page
    if (!heard && !(error as Partial<HandbackError> | undefined)?.retryable) globalThis.reportError?.(error)
  }
  const run = async (element: HandbackChatElement, call: SnippetCall): Promise<void> => {
    try {
      if (typeof call === 'function') return void (await call(element))
      if (!Array.isArray(call)) throw new HandbackError('command/invalid', 'A call is an array such as [\'open\'], or a function.')
      const [verb, ...args] = call as Exclude<SnippetCall, (...all: never[]) => unknown>
      if (verb === 'options') {
        if (typeof args[0] !== 'object' || !args[0]) throw new HandbackError('command/invalid', 'The options are no object.')
        element.options = args[0] as HandbackChatElement['options']
      } else if (verb === 'on') {
        const [type, listener] = args as [keyof WidgetEvents, (detail: unknown) => void]
        if (!events.includes(type)) throw new HandbackError('command/unknown', `There is no event ${String(type)}.`)
        if (typeof listener !== 'function') throw new HandbackError('command/invalid', `There is no function to hear ${type} with.`)
        element.addEventListener(`handback:${type}`, (event) => listener((event as CustomEvent).detail))
      } else {
        const method: unknown = Reflect.get(element, verb)
        if (typeof method !== 'function') throw new HandbackError('command/unknown', `There is no verb ${verb}.`)
        await method.apply(element, args)
      }
    } catch (error) {
      tell(error)
    }
  }
  // Own from here on, so that the tag is known to have run.
  queue.push = (...calls) => {
    for (const call of calls) {
      if (chat) void run(chat, call)
      else queue[queue.length] = call
    }
    return queue.length
  }
  const begin = async (): Promise<void> => {
    // at once: the build asks for it beside the tag, which is known only while it runs
    await import('../widget/element.ts')
    const element = document.createElement('handback-chat')
    const { observedAttributes } = element.constructor as typeof HTMLElement & { readonly observedAttributes: readonly string[] }
    for (const name of observedAttributes) {
      const value = script.getAttribute(`data-${name}`)
      if (value !== null) element.setAttribute(name, value)
    }
    chat = element
    for (const call of queue.splice(0)) void run(element, call)
    stayInBody(element)
  }
  begin().catch((cause: unknown) => {
    // Another tag may try again.
    Reflect.deleteProperty(queue, 'push')
    tell(isHandbackError(cause) ? cause : new HandbackError('client/unavailable', 'The chat could not be loaded.', { retryable: true, cause }))
  })
}

const page = globalThis as { handback?: SnippetCall[]; document?: Document }
const script = page.document?.currentScript
if (script) {
  const queue = (page.handback ??= [])
  if (!Object.hasOwn(queue, 'push')) start(queue, script)
}
