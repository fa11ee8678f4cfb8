import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Draft } from '../conversation/index.ts'
import { abilitiesOf, type DeskResult, type DeskThread } from '../desk/index.ts'
import { textOf, type Header, type Id } from '../protocol/index.ts'
import { Icon } from '../ui/icons.tsx'
import { useStore } from '../ui/use-store.ts'
import { Action, isAction } from './action.tsx'
import { useEnvironment } from './environment.ts'

/** The longest request that is worth a draft, in UTF-16 units. */
const REQUEST = 2_000

export interface AssistProps {
  readonly thread: DeskThread
  readonly header: Header
  /** Where the agent goes on when something here is done. */
  readonly inputRef: RefObject<HTMLTextAreaElement | null>
  /** Drafts that are in the box already, or on their way. */
  readonly taken: readonly (Id | undefined)[]
  readonly onUse: (draft: Draft) => void
  readonly onResult: (result: DeskResult) => void
}

/** What the assistant does for whoever holds the floor: drafts to use or drop, actions to approve or decline, and a way to ask for them. */
export function Assist({ thread, header, inputRef, taken, onUse, onResult }: AssistProps) {
  const { desk, say } = useEnvironment()
  const offered = useStore(thread.$drafts)
  const drafts = offered.filter(({ id }) => !taken.includes(id))
  const [asking, setAsking] = useState(false)
  const abilities = abilitiesOf(header, desk.me)
  const working = header.assist !== undefined || header.turn?.kind === 'assist'
  useNews(offered)
  if (!abilities.draft) return null

  const close = (): void => {
    setAsking(false)
    inputRef.current?.focus()
  }
  const run = async (work: Promise<DeskResult>): Promise<void> => onResult(await work)
  return (
    <div class="assist">
      {drafts.length > 0 && (
        <ul class="drafts" aria-label={say('drafts')}>
          {drafts.map((draft) =>
            isAction(header, draft) ? (
              <Action key={draft.id} draft={draft} thread={thread} header={header} inputRef={inputRef} onResult={onResult} />
            ) : (
              <Words
                key={draft.id}
                draft={draft}
                onUse={() => onUse(draft)}
                onDrop={() => {
                  inputRef.current?.focus()
                  void run(thread.dropDraft(draft.id))
                }}
              />
            ),
          )}
        </ul>
      )}
      {working ? (
        <p class="hint working"><Icon name="spark" size={14} /><span>{say('assistWorking')}</span></p>
      ) : asking ? (
        <Ask
          onCancel={close}
          onAsk={(text) => {
            close()
            void run(thread.ask(text))
          }}
        />
      ) : (
        abilities.ask && (
          <button type="button" class="button quiet ask-open" onClick={() => setAsking(true)}>
            <Icon name="spark" size={14} />
            {say('ask')}
          </button>
        )
      )}
    </div>
  )
}

/** Something to write to the visitor. */
function Words({ draft, onUse, onDrop }: { readonly draft: Draft; readonly onUse: () => void; readonly onDrop: () => void }) {
  const { say } = useEnvironment()
  return (
    <li class="draft">
      <Icon name="spark" size={16} />
      <p dir="auto">{textOf(draft.parts)}</p>
      <button type="button" class="button" onClick={onUse}>{say('useDraft')}</button>
      <button type="button" class="icon-button" aria-label={say('dropDraft')} title={say('dropDraft')} onClick={onDrop}>
        <Icon name="close" size={16} />
      </button>
    </li>
  )
}

/** What the assistant should look up or write. */
function Ask({ onAsk, onCancel }: { readonly onAsk: (text: string) => void; readonly onCancel: () => void }) {
  const { say } = useEnvironment()
  const [text, setText] = useState('')
  const box = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => box.current?.focus(), [])
  return (
    <form
      class="ask"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim()) onAsk(text.trim())
      }}
      onInput={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <input
        ref={box}
        class="short"
        type="text"
        dir="auto"
        aria-label={say('ask')}
        placeholder={say('askPlaceholder')}
        maxLength={REQUEST}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button class="button" disabled={!text.trim()}>{say('askSend')}</button>
      <button type="button" class="button quiet" onClick={onCancel}>{say('cancel')}</button>
    </form>
  )
}

/** Reads out that there is a draft, or something to approve, once each; those that were there at the first look are no news. */
function useNews(drafts: readonly Draft[]): void {
  const { say, announce } = useEnvironment()
  const known = useRef<ReadonlySet<Id> | null>(null)
  useEffect(() => {
    const before = known.current
    const news = before ? drafts.filter(({ id }) => !before.has(id)) : []
    for (const { action } of news) if (action) announce(say('actionOffered', { title: action.title }))
    if (news.some(({ action }) => !action)) announce(say('draftOffered'))
    // those that have ended too: while a log is taken anew there are none, and then the same again
    known.current = new Set([...(before ?? []), ...drafts.map(({ id }) => id)])
  }, [drafts])
}
