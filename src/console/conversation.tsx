import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { abilitiesOf, deliveryOf, type DeskResult, type DeskThread } from '../desk/index.ts'
import type { Header, Refusal } from '../protocol/index.ts'
import type { MessageRow } from '../conversation/index.ts'
import { Thread } from '../ui/thread.tsx'
import { useStore } from '../ui/use-store.ts'
import { Banner } from './banner.tsx'
import { ContextPanel } from './context-panel.tsx'
import { ConversationHeader } from './conversation-header.tsx'
import { useEnvironment } from './environment.ts'
import { useAnnouncements } from './announcements.ts'
import { useVisible } from './page-visible.ts'
import { rated, removable } from './message-parts.tsx'
import { NoteForm, noteKey } from './note-form.tsx'
import { RemoveQuestion } from './remove-question.tsx'
import { Reply } from './reply.tsx'
import { StaffRows, staffRow } from './staff-row.tsx'

export interface ConversationProps {
  readonly thread: DeskThread
  readonly drafts: Map<string, string>
  /** Where the reader goes on after opening: the title where the lists are hidden, or the box to write in. */
  readonly focus: 'title' | 'message'
  readonly onClaim: () => void
  readonly onRefused: (refusal: Refusal) => void
  readonly onBack: () => void
}

/** One conversation: what was said, what can be done, and what to know. */
export function Conversation({ thread, drafts, focus, onClaim, onRefused, onBack }: ConversationProps) {
  const { desk, say, strings, locale, exportRecord, place: Place } = useEnvironment()
  const header = useLast(useStore(thread.$header))
  const rows = useStore(thread.$rows)
  const hasEarlier = useStore(thread.$hasEarlier)
  const gone = useStore(thread.$gone)
  const typing = useStore(thread.$visitorTyping)
  const receipts = useStore(thread.$receipts)
  /** How many commands are on their way, and whether a file is. */
  const [busy, setBusy] = useState(0)
  const [exporting, setExporting] = useState(false)
  const [noting, setNoting] = useState(false)
  /** Notes that were refused: each begins the form anew, with its text. */
  const [refused, setRefused] = useState(0)
  /** The message that may be about to be removed, and the button that asked for it. */
  const [removing, setRemoving] = useState<{ readonly seq: number; readonly button: HTMLElement } | null>(null)
  const [contextShown, setContextShown] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  const message = useRef<HTMLTextAreaElement>(null)
  const note = useRef<HTMLTextAreaElement>(null)
  /** The note form that has just gone had the focus. */
  const toMessage = useRef(false)
  useVisible(thread)
  useAnnouncements(thread)

  const mayRedact = header !== null && abilitiesOf(header, desk.me).redact
  const erased = header?.erased === true
  // what was drawn of files goes with the conversation
  const actions = useMemo(
    () => ({
      renderOther: staffRow,
      renderRating: rated,
      ...(mayRedact && { renderBeside: removable((seq, button) => setRemoving({ seq, button })) }),
      readFile: (...of: Parameters<typeof thread.readFile>) => thread.readFile(...of),
    }),
    [thread, mayRedact, erased],
  )
  const ready = header !== null
  const mine = header?.floor.holder?.id === desk.me.id
  useEffect(() => {
    if (focus === 'message' && mine) message.current?.focus()
    else if (focus === 'title' && ready && listsHidden(title.current)) title.current?.focus()
  }, [ready, mine, focus])
  useEffect(() => {
    if (noting) note.current?.focus()
    else if (toMessage.current) goOn(message.current)
    toMessage.current = false
  }, [noting])

  async function run(command: () => Promise<DeskResult>): Promise<boolean> {
    setBusy((count) => count + 1)
    const result = await command()
    setBusy((count) => count - 1)
    tell(result)
    return result.ok
  }

  async function save(): Promise<void> {
    if (!exportRecord) return
    setExporting(true)
    const result = await exportRecord(thread.conversation)
    setExporting(false)
    tell(result)
  }

  function tell(result: DeskResult): void {
    if (!result.ok) onRefused(result.refusal)
  }

  /** Puts the focus on the first of these that takes it, else on the title: never on nothing, which is out of the console. */
  function goOn(...places: readonly (HTMLElement | null)[]): void {
    for (const place of [...places, title.current]) if (takesFocus(place)) return
  }

  function endRemoval(...places: readonly (HTMLElement | null)[]): void {
    setRemoving(null)
    goOn(...places)
  }

  function endNote(): void {
    setNoting(false)
    toMessage.current = true
  }

  async function saveNote(text: string): Promise<void> {
    drafts.delete(noteKey(thread.conversation))
    endNote()
    if (await run(() => thread.addNote(text))) return
    // what was refused must not be lost
    drafts.set(noteKey(thread.conversation), text)
    setRefused((count) => count + 1)
    setNoting(true)
  }

  if (gone || !header) {
    return (
      <Place class="place">
        <section class="conversation" aria-label={say('conversation')}>
          <div class="nothing">
            <p class="nothing-title" role="status">{say(gone ? 'gone' : 'loading')}</p>
            <button type="button" class="button back-text" onClick={onBack}>
              {say('back')}
            </button>
          </div>
        </section>
      </Place>
    )
  }

  return (
    <div class="workplace" data-context={contextShown || undefined}>
      <Place class="place">
        <section class="conversation" aria-label={say('conversation')}>
          <ConversationHeader
            thread={thread}
            header={header}
            titleRef={title}
            busy={busy > 0}
            exporting={exporting}
            onRun={(command) => {
              setNoting(false)
              void run(command)
            }}
            onClaim={onClaim}
            onNote={() => {
              setNoting((open) => !open)
              setContextShown(false)
            }}
            onExport={() => void save()}
            onBack={onBack}
            onContext={() => setContextShown((open) => !open)}
            contextShown={contextShown}
          />
          <Banner header={header} />
          <StaffRows rows={rows} header={header}>
            <Thread
              rows={rows}
              erased={erased}
              intro={header.erased && <div class="nothing"><p class="nothing-title">{strings.erased}</p></div>}
              stateOf={(row: MessageRow) => deliveryOf({ seq: row.seq, delivery: row.delivery ?? 'sent' }, receipts)}
              $streaming={thread.$streaming}
              me={desk.me.id}
              strings={strings}
              locale={locale}
              hasEarlier={hasEarlier}
              onEarlier={() => void thread.loadEarlier()}
              actions={actions}
            />
          </StaffRows>
          <p class="typing" data-on={typing || undefined}>
            {typing && say('visitorTyping')}
          </p>
          {removing !== null && (
            <RemoveQuestion
              key={removing.seq}
              onKeep={() => endRemoval(removing.button)}
              onRemove={() => {
                // this button goes with its message
                endRemoval(note.current, message.current)
                void run(() => thread.redact([removing.seq]))
              }}
            />
          )}
          {noting && (
            <NoteForm
              key={refused}
              conversation={thread.conversation}
              drafts={drafts}
              inputRef={note}
              onCancel={endNote}
              onSave={(text) => void saveNote(text)}
            />
          )}
          {/* what is attached there stays */}
          <Reply thread={thread} header={header} hidden={noting} inputRef={message} drafts={drafts} onRefused={onRefused} />
        </section>
      </Place>
      <ContextPanel thread={thread} header={header} onResult={tell} />
    </div>
  )
}

/** The last header that was known: while a log is taken anew there is none, and nothing else of the conversation changes by that. */
function useLast(header: Header | null): Header | null {
  const last = useRef(header)
  if (header) last.current = header
  return last.current
}

/** Whether an element has the focus once it is given it: what is hidden, disabled or gone has not. */
function takesFocus(element: HTMLElement | null): boolean {
  element?.focus()
  const root = element?.getRootNode()
  return root instanceof ShadowRoot && root.activeElement === element
}

/** Where only one column fits, opening a conversation takes the lists and with them the focus away. */
function listsHidden(title: HTMLElement | null): boolean {
  const root = title?.getRootNode()
  const lists = root instanceof ShadowRoot ? root.querySelector('.lists') : null
  return lists instanceof HTMLElement && lists.offsetParent === null
}
