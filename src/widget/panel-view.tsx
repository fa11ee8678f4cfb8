import type { ReadableAtom } from 'nanostores'
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Id } from '../protocol/index.ts'
import type { ComposerDraft, ComposerHandle } from '../ui/composer/composer.tsx'
import { useDrop } from '../ui/composer/use-drop.tsx'
import { directionOf } from '../ui/strings.ts'
import { useStore } from '../ui/use-store.ts'
import { Foot } from './foot.tsx'
import { Header } from './header.tsx'
import { EndQuestion, MenuButton } from './menu/menu-button.tsx'
import type { PreChatForm, Renderers } from './options.ts'
import { Pages, usePages } from './pages.tsx'
import type { PanelOptions } from './panel-options.ts'
import type { Sounds } from './sounds.ts'
import { Surroundings } from './surroundings.tsx'
import { useFailure } from './use-failure.ts'
import { useLost } from './use-lost.ts'
import { ThreadPart, VisitorThread } from './visitor-thread.tsx'
import type { Words } from './words.ts'

export interface ViewProps extends Omit<PanelOptions, 'strings' | 'locale' | 'sound' | 'onStrings' | keyof Renderers> {
  /** Neither throws. */
  readonly renderMessage: Renderers['renderMessage'] | undefined
  readonly renderStatus: Renderers['renderStatus'] | undefined
  readonly words: Words
  readonly sounds: Sounds
  /** Says it while it is open, unless another panel does. */
  readonly say: (text: string) => unknown
  readonly $open: ReadableAtom<boolean>
  /** Whether this opening takes the focus. */
  readonly takesFocus: () => boolean
  readonly composer: RefObject<ComposerHandle | null>
  /** What the box begins with. */
  readonly begun: ComposerDraft | undefined
}

const none: readonly never[] = []

/** The panel: who is there, the thread or a page in its place, and the box to write in. */
export function View(props: ViewProps) {
  const { root, chat, words, $open, takesFocus, composer, preChat, files = true, onClose, onError } = props
  const { strings, locale } = useStore(words.$words)
  const open = useStore($open)
  const state = useStore(chat.$state)
  const messages = useStore(chat.$messages)
  const [lost, met] = useLost(chat.$connection)
  const input = useRef<HTMLTextAreaElement>(null)
  const more = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLElement>(null)
  const pages = usePages(() => root.activeElement)
  const [ending, setEnding] = useState(false)
  const [answered, setAnswered] = useState(false)
  /** How many were here before. */
  const [others, setOthers] = useState(0)
  const { failed, run, late } = useFailure(chat, strings, onError)
  // those that were told by an earlier one end by it
  const lateFailed = useMemo(() => late, [strings])
  const form = useMemo(() => preChat && { ...preChat }, [preChat, others])
  const asked = form && messages.length === 0 && state.conversation === null && !answered ? form : undefined
  const later = ThreadPart.part()
  const replies = later?.repliesNow(messages, state, strings)

  useEffect(() => {
    if (!open) pages.drop()
    else if (onClose && takesFocus()) {
      (input.current ?? panel.current?.querySelector<HTMLElement>('.field [name]') ?? panel.current)?.focus({ preventScroll: true })
    }
  }, [open])

  // what somebody has half written is not for whoever comes after them
  useLayoutEffect(() => chat.on('forget', () => {
    composer.current?.setText('')
    setAnswered(false)
    setOthers((count) => count + 1)
  }), [chat])

  const drop = useDrop(strings, files && !asked && ((dropped) => composer.current?.addFiles(dropped)))

  const help = (work: Promise<unknown>) => {
    input.current?.focus()
    return run(work)
  }
  const answer = async ({ form = 'pre-chat-form', ...questions }: PreChatForm, values: Readonly<Record<string, string>>) =>
    setAnswered(await run(chat.submitForm(form, values, questions)))
  const go = (conversation: Id | null) => {
    pages.drop()
    setAnswered(false)
    void help(chat.openConversation(conversation))
  }
  const given = { chat, strings, locale, input, run }

  return (
    <Surroundings root={root} images={props.images ?? none} failed={lateFailed}>
      <section
        ref={panel}
        tabIndex={-1}
        class="panel"
        part="panel"
        aria-label={strings.chat}
        lang={strings.language}
        dir={directionOf(strings)}
        hidden={!open}
        {...drop.on}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.isComposing || !(pages.page || onClose)) return
          event.stopPropagation()
          if (pages.page) pages.close()
          else onClose?.()
        }}
      >
        <Header chat={chat} strings={strings} lost={lost} renderStatus={props.renderStatus} onClose={onClose}>
          <MenuButton {...props} {...given} button={more} onPage={pages.open} onEnd={() => setEnding(true)} />
        </Header>
        {ending && <EndQuestion {...given} button={more} help={help} drop={pages.drop} onClose={() => setEnding(false)} />}
        {lost && later && <later.LostBanner chat={chat} strings={strings} met={met} say={props.say} />}
        <div class="stage">
          <div class="main">
            <VisitorThread
              key={`t${others}`}
              {...props}
              {...given}
              state={state}
              messages={messages}
              replies={replies?.options ?? none}
              onSource={pages.open}
              preChat={asked}
              onAnswers={answer}
              onNew={() => go(null)}
            />
            <Foot
              {...props}
              {...given}
              key={others}
              begun={others ? undefined : props.begun}
              failed={failed}
              help={help}
              wanted={replies?.human === true}
              waits={asked !== undefined}
            />
          </div>
          {pages.page && <Pages {...props} {...given} page={pages.page} onConversation={go} onBack={pages.close} onAway={pages.drop} />}
        </div>
        {drop.cover}
      </section>
    </Surroundings>
  )
}
