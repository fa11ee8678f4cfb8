import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import { abilitiesOf, type DeskResult, type DeskThread } from '../desk/index.ts'
import type { Header, Id, Person, Refusal } from '../protocol/index.ts'
import { Composer } from '../ui/composer.tsx'
import { Icon } from '../ui/icons.tsx'
import { useEnvironment } from './environment.ts'
import { holderName, visitorName } from './state-text.ts'
import type { Say } from './strings.ts'

export interface ReplyProps {
  readonly thread: DeskThread
  readonly header: Header
  readonly inputRef: RefObject<HTMLTextAreaElement | null>
  /** Unsent text from an earlier look at this conversation. */
  readonly drafts: Map<string, string>
  readonly onRefused: (refusal: Refusal) => void
}

/** Where the agent writes to the visitor, and what writing means right now. */
export function Reply({ thread, header, inputRef, drafts, onRefused }: ReplyProps) {
  const { desk, say } = useEnvironment()
  const kept = drafts.get(thread.conversation)
  const [draft, setDraft] = useState(kept ? { text: kept } : undefined)
  const hint = replyHint(say, header, desk.me)
  const locked = !abilitiesOf(header, desk.me).write

  async function send(text: string): Promise<void> {
    drafts.delete(thread.conversation)
    const result: DeskResult = await thread.sendMessage(text)
    if (result.ok) return
    onRefused(result.refusal)
    // what was refused must not be lost; what was typed meanwhile must not be overwritten
    if (drafts.has(thread.conversation)) return
    drafts.set(thread.conversation, text)
    setDraft({ text })
  }

  return (
    <div class="reply" data-locked={locked || undefined} onInput={(event) => keep(event, drafts, thread.conversation)}>
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
        placeholder={locked ? say(header.phase === 'closed' ? 'stateClosed' : 'lockedTitle') : say('placeholder', { name: visitorName(say, header) })}
        disabled={locked}
        inputRef={inputRef}
        onSend={(text) => void send(text)}
        onTyping={thread.typing}
        {...(draft ? { draft } : {})}
      />
    </div>
  )
}

function keep({ target }: Event, drafts: Map<string, string>, conversation: string): void {
  if (!(target instanceof HTMLTextAreaElement)) return
  if (target.value) drafts.set(conversation, target.value)
  else drafts.delete(conversation)
}

function replyHint(say: Say, header: Header, me: Person): string | undefined {
  if (header.phase === 'bot' || header.phase === 'handback') return say('hintBot')
  if (header.phase === 'queued') return say('hintQueued')
  if (header.phase === 'closed') return say('lockedClosed')
  return header.floor.holder?.id === me.id ? undefined : say('lockedOther', { name: holderName(header) ?? '' })
}

export interface NoteFormProps {
  readonly conversation: Id
  /** Unsaved text from an earlier look, beside the unsent messages. */
  readonly drafts: Map<string, string>
  readonly inputRef: RefObject<HTMLTextAreaElement | null>
  readonly onSave: (text: string) => void
  readonly onCancel: () => void
}

/** Where an unsaved note is kept among the drafts. */
export const noteKey = (conversation: Id): string => `${conversation}/note`

/** Where the agent writes to the team. */
export function NoteForm({ conversation, drafts, inputRef, onSave, onCancel }: NoteFormProps) {
  const { say } = useEnvironment()
  const key = noteKey(conversation)
  const [draft] = useState(() => ({ text: drafts.get(key) ?? '' }))
  return (
    <div class="reply note-form" onInput={(event) => keep(event, drafts, key)} onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <p class="hint">
        <Icon name="note" size={14} />
        <span>{say('noteHint')}</span>
      </p>
      <Composer label={say('note')} sendLabel={say('saveNote')} placeholder={say('notePlaceholder')} inputRef={inputRef} draft={draft} onSend={onSave}>
        <button type="button" class="button quiet" onClick={onCancel}>
          {say('cancel')}
        </button>
      </Composer>
    </div>
  )
}

const LockIcon = () => (
  <svg class="icon" width="14" height="14" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round" />
  </svg>
)
