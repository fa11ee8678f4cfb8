import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import type { Draft } from '../conversation/index.ts'
import { abilitiesOf, type DeskResult, type DeskThread } from '../desk/index.ts'
import { textOf, type AttachmentPart, type Header, type Id, type Person, type Refusal } from '../protocol/index.ts'
import { Composer } from '../ui/composer/composer.tsx'
import { useStore } from '../ui/use-store.ts'
import { Assist } from './assist.tsx'
import { useEnvironment } from './environment.ts'
import { keep } from './keep.ts'
import { holderName, visitorName } from './state-text.ts'
import type { Say } from './strings.ts'

export interface ReplyProps {
  readonly thread: DeskThread
  readonly header: Header
  /** Something else stands in its place for now, and nothing in it is lost. */
  readonly hidden: boolean
  readonly inputRef: RefObject<HTMLTextAreaElement | null>
  /** Unsent text from an earlier look at this conversation. */
  readonly drafts: Map<string, string>
  readonly onRefused: (refusal: Refusal) => void
}

/** Where it is kept which of the assistant's drafts the unsent message began from. */
const usedKey = (conversation: string): string => `${conversation}/draft`

interface Box {
  readonly conversation: Id
  readonly giveBack: (text: string, from: Id | undefined) => void
}

/** The box on screen, by what is kept for it: the one that a message was sent from may have gone when that is refused. */
const boxes = new WeakMap<ReplyProps['drafts'], Box>()

/** Where the agent writes to the visitor, and what writing means right now. */
export function Reply({ thread, header, hidden, inputRef, drafts, onRefused }: ReplyProps) {
  const { desk, say, strings, locale } = useEnvironment()
  const kept = drafts.get(thread.conversation)
  const [draft, setDraft] = useState(kept ? { text: kept } : undefined)
  const [using, setUsing] = useState(drafts.get(usedKey(thread.conversation)))
  /** The draft that was sent just now: it ends with its message. */
  const [sent, setSent] = useState<Id>()
  const files = useStore(desk.$files)
  const hint = replyHint(say, header, desk.me)
  const locked = !abilitiesOf(header, desk.me).write

  async function send(text: string, files: readonly AttachmentPart[]): Promise<boolean> {
    // who began from a draft that has ended meanwhile sends words of their own
    const used = thread.$drafts.get().find(({ id }) => id === using)?.id
    drafts.delete(thread.conversation)
    begin(undefined)
    setSent(used)
    const result: DeskResult = await thread.sendMessage(text, { files, ...(used === undefined ? {} : { draft: used }) })
    if (result.ok) return true
    setSent(undefined)
    onRefused(result.refusal)
    // what was refused must not be lost; what was typed meanwhile must not be overwritten
    if (drafts.has(thread.conversation)) return false
    const box = boxes.get(drafts)
    if (box?.conversation === thread.conversation) box.giveBack(text, used)
    else giveBack(text, used)
    return false
  }

  /** What is in the box began from this draft, or from none. */
  function begin(from: Id | undefined): void {
    setUsing(from)
    if (from === undefined) drafts.delete(usedKey(thread.conversation))
    else drafts.set(usedKey(thread.conversation), from)
  }

  function write(text: string): void {
    drafts.set(thread.conversation, text)
    setDraft({ text })
  }

  function giveBack(text: string, from: Id | undefined): void {
    if (text) write(text)
    begin(from)
  }
  useLayoutEffect(() => {
    boxes.set(drafts, { conversation: thread.conversation, giveBack })
    return () => void boxes.delete(drafts)
  }, [])

  function use(offered: Draft): void {
    const typed = drafts.get(thread.conversation)
    write(typed ? `${typed}\n\n${textOf(offered.parts)}` : textOf(offered.parts))
    begin(offered.id)
  }

  return (
    <div
      class="reply"
      hidden={hidden}
      data-locked={locked || undefined}
      onInput={(event) => {
        keep(event, drafts, thread.conversation)
        // nothing of the draft is left
        if (!drafts.has(thread.conversation)) begin(undefined)
      }}
    >
      <Assist
        thread={thread}
        header={header}
        inputRef={inputRef}
        taken={[using, sent]}
        onUse={use}
        onResult={(result) => !result.ok && onRefused(result.refusal)}
      />
      {hint && (
        <p class="hint">
          {locked && <LockIcon />}
          {locked && header.phase === 'human' && <strong>{say('lockedTitle')} </strong>}
          <span>{hint}</span>
        </p>
      )}
      <Composer
        label={say('message')}
        sendLabel={say('send')}
        placeholder={locked ? say(header.erased ? 'stateErased' : header.phase === 'closed' ? 'stateClosed' : 'lockedTitle') : say('placeholder', { name: visitorName(say, header) })}
        disabled={locked}
        inputRef={inputRef}
        onSend={send}
        strings={strings}
        locale={locale}
        upload={thread.uploadFile}
        filesOff={!files}
        onTyping={thread.typing}
        {...(draft ? { draft } : {})}
      />
    </div>
  )
}

function replyHint(say: Say, header: Header, me: Person): string | undefined {
  if (header.phase === 'bot' || header.phase === 'handback') return say('hintBot')
  if (header.phase === 'queued') return say('hintQueued')
  if (header.erased) return say('lockedErased')
  if (header.phase === 'closed') return say('lockedClosed')
  if (abilitiesOf(header, me).write) return header.floor.holder?.id === me.id || header.helpers?.includes(me.id) ? undefined : say('hintBeside', { name: holderName(header) ?? '' })
  return say('lockedOther', { name: holderName(header) ?? '' })
}

const LockIcon = () => (
  <svg class="icon" width="14" height="14" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round" />
  </svg>
)
