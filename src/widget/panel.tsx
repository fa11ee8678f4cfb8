import { atom } from 'nanostores'
import { createRef, render } from 'preact'
import { createAnnouncer } from '../ui/announcer.tsx'
import type { Spoken } from '../ui/announcer.tsx'
import type { Chat } from '../client/api.ts'
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

/** Several panels may show one chat: of those that are open the first speaks. */
const speakers = new WeakMap<Chat, Set<unknown>>()

type ThreadModule = typeof import('./thread-part.ts')

export type { Panel, PanelOptions } from './panel-options.ts'

/** Renders the panel into a shadow root. Everything in it appears at the first `setOpen(true)`. */
export function createPanel(options: PanelOptions): Panel {
  const { root, chat, onError } = options
  const $open = atom(false)
  const announcer = createAnnouncer()
  const plain = plainWords(options)
  const words = options.createWords?.(options, plain) ?? plain
  const sounds = createSounds(options)
  const composer = createRef<ComposerHandle>()
  const offStyles = adopt(root, firstStyles, panelStyles, frameStyles)
  const open = speakers.get(chat) ?? new Set()
  speakers.set(chat, open)
  const say = (text: Spoken) => void ([...open][0] === place && announcer.say(text))
  const place = root.ownerDocument.createElement('div')
  place.className = 'place'
  root.append(place)
  let focuses = true
  let written: string | undefined
  /** What is to be undone; absent until it was first open. */
  let offs: (() => void)[] | undefined
  return {
    begun: words.begun,
    setOpen(shown, focus = true) {
      focuses = focus
      $open.set(shown)
      if (shown) open.add(place)
      else open.delete(place)
      if (!shown || offs) return
      const began = [announceLanguage(words.$words, say)]
      offs = began
      const listen = ({ announceChat, keepFocus }: ThreadModule) => {
        if (offs === began) began.push(announceChat(chat, words.$words, say), keepFocus(place, () => composer.current?.focus()))
      }
      const thread = ThreadPart.part()
      if (thread) listen(thread)
      // before the chat itself, so that nothing is missed
      else void ThreadPart.ready.then(listen)
      const text = written ?? options.draft?.get()
      render(
        <View
          {...options}
          words={words}
          sounds={sounds}
          announcer={announcer}
          say={say}
          $open={$open}
          takesFocus={() => focuses}
          composer={composer}
          begun={text ? { text, quiet: true } : undefined}
          renderMessage={guarded(options.renderMessage, onError)}
          renderStatus={guarded(options.renderStatus, onError)}
        />,
        place,
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
      for (const off of offs ?? []) off()
      offs = []
      open.delete(place)
      sounds.stop()
      announcer.stop()
      render(null, place)
      place.remove()
      offStyles()
    },
  }
}
