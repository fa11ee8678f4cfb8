import { atom } from 'nanostores'
import { createRef, render } from 'preact'
import type { VNode } from 'preact'
import { createAnnouncer } from '../ui/announcer.tsx'
import type { ComposerHandle } from '../ui/composer/composer.tsx'
import { firstStyles } from '../ui/styles/first.ts'
import { panelStyles } from '../ui/styles/panel.ts'
import { adopt } from '../ui/adopt.ts'
import { announceLanguage } from './announce-language.ts'
import { frameStyles } from './frame-styles.ts'
import { guarded } from './guarded.ts'
import type { Panel, PanelOptions } from './panel-options.ts'
import { View } from './panel-view.tsx'
import { plainWords } from './plain-words.ts'
import { createSounds } from './sounds.ts'
import { ThreadPart } from './visitor-thread.tsx'

type ThreadModule = typeof import('./thread-part.ts')

export type { Panel, PanelOptions } from './panel-options.ts'

/**
 * Renders the panel into a shadow root. Everything in it appears at the first `setOpen(true)`, but what is read out is from the beginning: whoever
 * waits with it closed hears who has come.
 */
export function createPanel(options: PanelOptions): Panel {
  const { root, chat, onError } = options
  const $open = atom(false)
  const announcer = createAnnouncer()
  const plain = plainWords(options)
  const words = options.createWords?.(options, plain) ?? plain
  const sounds = createSounds(options)
  const composer = createRef<ComposerHandle>()
  const place = root.ownerDocument.createElement('div')
  place.className = 'place'
  root.append(place)
  // the region stands outside of what is hidden while the panel is closed
  const draw = (view?: VNode) => render(<><announcer.Region />{view}</>, place)
  draw()
  let focuses = true
  let written: string | undefined
  let drawn = false
  const offs = [
    adopt(root, firstStyles, panelStyles, frameStyles),
    sounds.stop,
    announcer.stop,
    announceLanguage(words.$words, place, (text) => $open.get() && announcer.say(text)),
  ]
  const find = (selector: string) => place.querySelector<HTMLElement>(selector)
  /** Where the focus goes from what has gone: into the box, or the form that stands in place of it; where that is still to come it takes it from the panel. */
  const next = () => (composer.current ?? find('form [name]') ?? find('.panel'))?.focus()
  /** Says what concerns only who has the panel before them. */
  let sayHere: ((text: string) => unknown) | undefined
  const listen = ({ announceChat, followViewing, keepFocus, oneVoice }: ThreadModule) => {
    if (!offs[0]) return
    const { say, leave } = oneVoice(chat, root.host, $open, announcer.say)
    sayHere = (text) => $open.get() && say(text)
    offs.push(leave, announceChat(chat, words.$words, say), keepFocus(place, next), followViewing(chat, place, $open))
  }
  const thread = ThreadPart.part()
  if (thread) listen(thread)
  // before the chat itself, so that nothing is missed
  else void ThreadPart.ready.then(listen)
  return {
    begun: words.begun,
    setOpen(shown, focus = true) {
      focuses = focus
      $open.set(shown)
      if (!shown || drawn) return
      drawn = true
      const text = written ?? options.draft?.get()
      draw(
        <View
          {...options}
          words={words}
          sounds={sounds}
          say={(text) => sayHere?.(text)}
          $open={$open}
          takesFocus={() => focuses}
          composer={composer}
          begun={text ? { text, quiet: true } : undefined}
          renderMessage={guarded(options.renderMessage, onError)}
          renderStatus={guarded(options.renderStatus, onError)}
        />,
      )
    },
    setStrings: words.set,
    focusComposer: () => composer.current?.focus(),
    setComposerValue(text) {
      // a page in plain JavaScript may give a number
      written = `${text}`
      composer.current?.setText(written)
    },
    destroy() {
      for (const off of offs.splice(0)) off()
      drawn = true
      render(null, place)
      place.remove()
    },
  }
}
