import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Chat } from '../../client/api.ts'
import type { IconName } from '../../ui/late-icons.tsx'
import { Icon } from '../../ui/late-icons.tsx'
import type { Strings } from '../../ui/strings.ts'
import { menu } from '../../ui/styles/late/menu.ts'
import { question } from '../../ui/styles/late/question.ts'
import { useStore } from '../../ui/use-store.ts'
import { saveFile } from '../../ui/files/save.ts'
import type { Page } from '../pages.tsx'
import type { ViewProps } from '../panel-view.tsx'
import type { Failure } from '../use-failure.ts'
import { useMenuKeys } from './use-menu-keys.ts'

export { AskedEnd } from './asked-end.tsx'

export const css = menu + question

export interface MenuProps extends Pick<ViewProps, 'chat' | 'words' | 'sounds' | 'languages'> {
  readonly id: string
  readonly strings: Strings
  /** Begins with its last item. */
  readonly last: boolean
  readonly button: RefObject<HTMLButtonElement | null>
  readonly run: Failure['run']
  readonly onPage: (page: Page) => void
  /** Asks whether to end the conversation. */
  readonly onEnd: () => void
  readonly onClose: () => void
}

/** The whole conversation, as a file of the visitor's. */
async function download(chat: Chat, strings: Strings, format: 'text' | 'json'): Promise<void> {
  // Swedish writes a day as file names do: 2026-11-21
  const name = `${strings.conversation} ${new Date().toLocaleDateString('sv')}`
  saveFile(await chat.transcript(format), `${name}.${format === 'text' ? 'txt' : 'json'}`)
}

/** What can be done now, as the menu of a menu button: one item has the focus, arrows go round, Escape and Tab go back to the button, a press elsewhere closes it. */
export function Menu({ id, chat, words, sounds, languages, strings, last, button, run, onPage, onEnd, onClose }: MenuProps) {
  const box = useRef<HTMLDivElement>(null)
  const { conversation, phase, erased } = useStore(chat.$state)
  const sound = useStore(sounds.$on)
  const running = conversation !== null && !erased
  // without a conversation there are others only for who has turned away from one; a list that does not come says so on its page
  const [others, setOthers] = useState(false)
  useEffect(() => {
    let here = true
    if (conversation === null) void chat.conversations().then((all) => all.length > 0, () => true).then((some) => here && setOthers(some))
    return () => void (here = false)
  }, [conversation])
  const onKeyDown = useMenuKeys(box, button, last, onClose)
  useLayoutEffect(() => {
    // it ends where the panel does, however low that is
    const panel = box.current?.closest('.panel')?.getBoundingClientRect()
    const { top = 0 } = box.current?.getBoundingClientRect() ?? {}
    if (panel && panel.height > 0) box.current?.style.setProperty('max-height', `${Math.max(96, panel.bottom - top - 8)}px`)
  }, [])

  const choose = (then: () => void) => () => {
    // where the focus goes back to from whatever this opens
    button.current?.focus({ preventScroll: true })
    onClose()
    then()
  }
  const save = (format: 'text' | 'json') => () => void run(download(chat, strings, format), strings.downloadFailed)
  const item = (icon: IconName, label: string, then: () => void) => (
    <button class="item" part="menu-item" role="menuitem" tabIndex={-1} onClick={choose(then)}><Icon name={icon} size={18} />{label}</button>
  )
  return (
    <div ref={box} class="menu" part="menu" id={id} role="menu" tabIndex={-1} aria-label={strings.menu} onKeyDown={onKeyDown}>
      {(conversation !== null || others) && item('history', strings.earlierConversations, () => onPage('conversations'))}
      {running && item('download', strings.downloadText, save('text'))}
      {running && item('download', strings.downloadJson, save('json'))}
      {words.choose && languages && languages.length > 1 && item('globe', strings.chooseLanguage, () => onPage('languages'))}
      <button class="item" part="menu-item" role="menuitemcheckbox" aria-checked={sound} tabIndex={-1} onClick={() => sounds.set(!sound)}>
        <Icon name="bell" size={18} />{strings.sound}{sound && <small><Icon name="check" size={16} /></small>}
      </button>
      {running && phase !== 'closed' && <><hr />{item('end', strings.endConversation, onEnd)}</>}
    </div>
  )
}
