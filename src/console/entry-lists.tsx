import { useRef } from 'preact/hooks'
import type { ConnectionState } from '../desk/index.ts'
import type { Id, IndexEntry } from '../protocol/index.ts'
import { useStore } from '../ui/use-store.ts'
import { EntryItem } from './entry-item.tsx'
import { EntryList } from './entry-list.tsx'
import { useEnvironment } from './environment.ts'

/** More than this of what needs nobody is looked through by eye only by whoever asks for more. */
const STEP = 50

export interface EntryListsProps {
  readonly selected: Id | null
  readonly onOpen: (conversation: Id) => void
  readonly onClaim: (conversation: Id) => void
}

/** All lists of the desk, what needs somebody first. */
export function EntryLists({ selected, onOpen, onClaim }: EntryListsProps) {
  const { desk, say } = useEnvironment()
  const queue = useStore(desk.$queue)
  const mine = useStore(desk.$mine)
  const others = useStore(desk.$others)
  const closed = useStore(desk.$closed)
  const known = useHeard(useStore(desk.$connection))
  /** What visitors have left for later and nobody has taken up, whether the conversation has ended or not. */
  const left = [...others, ...closed].filter(({ ticket, phase }) => ticket && phase !== 'human').toSorted((a, b) => a.updated - b.updated)
  const rest = (entries: readonly IndexEntry[]): readonly IndexEntry[] => entries.filter((entry) => !left.includes(entry))
  const assistant = rest(others).filter(({ phase }) => phase !== 'human')
  const past = rest(closed)
  const colleagues = others.filter(({ phase }) => phase === 'human')

  const item = (entry: IndexEntry, more: { claimable?: boolean; unread?: boolean } = {}) => (
    <EntryItem
      key={entry.conversation}
      entry={entry}
      selected={entry.conversation === selected}
      onOpen={() => onOpen(entry.conversation)}
      {...(more.claimable ? { onClaim: () => onClaim(entry.conversation) } : {})}
      {...(more.unread ? { unread: true } : {})}
    />
  )

  return (
    <nav class="lists" aria-label={say('consoleTitle')} onKeyDown={moveFocus}>
      <EntryList title={say('queue')} entries={queue} {...(known && { empty: say('queueEmpty') })}>
        {(entry) => item(entry, { claimable: true })}
      </EntryList>
      <EntryList title={say('mine')} entries={mine} {...(known && { empty: say('mineEmpty') })}>
        {(entry) => item(entry, { unread: true })}
      </EntryList>
      {left.length > 0 && (
        <EntryList title={say('left')} entries={left}>
          {(entry) => item(entry, { claimable: true })}
        </EntryList>
      )}
      {colleagues.length > 0 && (
        <EntryList title={say('colleagues')} entries={colleagues}>
          {(entry) => item(entry)}
        </EntryList>
      )}
      <EntryList title={say('assistant')} entries={assistant} step={STEP} {...(known && { empty: say('assistantEmpty') })}>
        {(entry) => item(entry)}
      </EntryList>
      <EntryList title={say('closed')} entries={past} step={STEP} {...(known && { empty: say('closedEmpty') })}>
        {(entry) => item(entry)}
      </EntryList>
    </nav>
  )
}

/** Whether the hub has told anything yet: until then nobody knows that a list is empty. */
function useHeard(connection: ConnectionState): boolean {
  const heard = useRef(false)
  if (connection === 'live' || connection === 'polling') heard.current = true
  return heard.current
}

const steps: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index, last) => Math.min(index + 1, last),
  ArrowUp: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, last) => last,
}

/** Arrow keys walk through the conversations of all lists; Tab still reaches every button. */
function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined
  const from = event.target instanceof Element ? event.target.closest('.item') : null
  if (!step || !from) return
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('.item')]
  event.preventDefault()
  items[step(items.indexOf(from as HTMLElement), items.length - 1)]?.querySelector<HTMLElement>('.item-open')?.focus()
}
