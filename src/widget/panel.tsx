import { atom } from 'nanostores'
import { createRef, render } from 'preact'
import { createAnnouncer } from '../ui/announcer.tsx'
import { composerCss } from '../ui/composer/composer-css.ts'
import type { ComposerHandle } from '../ui/composer/composer.tsx'
import { uiStyles } from '../ui/styles/index.ts'
import { panelStyles } from '../ui/styles/panel.ts'
import { adopt } from '../ui/adopt.ts'
import { announceChat } from './announce.ts'
import { frameStyles } from './frame-styles.ts'
import { guarded } from './guarded.ts'
import type { Panel, PanelOptions } from './panel-options.ts'
import { View } from './panel-view.tsx'
import { createSounds } from './sounds.ts'
import { createWords } from './words.ts'

export type { Panel, PanelOptions } from './panel-options.ts'

/** Renders the panel into a shadow root. Everything in it appears at the first `setOpen(true)`. */
export function createPanel(options: PanelOptions): Panel {
  const { root, chat, onError } = options
  const $open = atom(false)
  const announcer = createAnnouncer()
  const words = createWords(options)
  const sounds = createSounds(options)
  const composer = createRef<ComposerHandle>()
  const offStyles = adopt(root, uiStyles, composerCss, panelStyles, frameStyles)
  const place = root.ownerDocument.createElement('div')
  place.className = 'place'
  root.append(place)
  let focuses = true
  let written: string | undefined
  let offAnnounce: (() => void) | undefined
  return {
    setOpen(open, focus = true) {
      focuses = focus
      $open.set(open)
      if (!open || offAnnounce) return
      offAnnounce = announceChat(chat, words.$words, (text) => $open.get() && announcer.say(text))
      const text = written ?? options.draft?.get()
      render(
        <View
          {...options}
          words={words}
          sounds={sounds}
          announcer={announcer}
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
      if (composer.current) composer.current.setText(text)
      else written = text
    },
    destroy() {
      offAnnounce?.()
      sounds.stop()
      announcer.stop()
      render(null, place)
      place.remove()
      offStyles()
    },
  }
}
