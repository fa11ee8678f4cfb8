import type { Ref } from 'preact'
import type { Header } from '../protocol/index.ts'
import { abilitiesOf, type DeskResult, type DeskThread } from '../desk/index.ts'
import { useStore } from '../ui/use-store.ts'
import { useEnvironment } from './environment.ts'
import { stateText, visitorName } from './state-text.ts'
import { agoText, type StringKey } from './strings.ts'
import { useEntry } from './use-entry.ts'

export interface ConversationHeaderProps {
  readonly thread: DeskThread
  readonly header: Header
  readonly titleRef: Ref<HTMLHeadingElement>
  readonly busy: boolean
  /** A conversation is being saved: that takes its time, and keeps nobody from anything else. */
  readonly exporting: boolean
  readonly onRun: (command: () => Promise<DeskResult>) => void
  readonly onClaim: () => void
  readonly onNote: () => void
  readonly onExport: () => void
  readonly onBack: () => void
  readonly onContext: () => void
  readonly contextShown: boolean
}

/** Who a conversation is with, and what can be done with it. */
export function ConversationHeader(props: ConversationHeaderProps) {
  const { thread, header, titleRef, busy, exporting, onRun, onClaim, onNote, onExport, onBack, onContext, contextShown } = props
  const { desk, say, exportRecord, $now } = useEnvironment()
  const now = useStore($now)
  const left = useEntry(thread.conversation)?.left
  const abilities = abilitiesOf(header, desk.me)
  const action = (key: StringKey, onClick: () => void, { look = '', hint, wait = busy }: { look?: string; hint?: StringKey; wait?: boolean } = {}) => (
    <button type="button" class={`button ${look}`} title={hint && say(hint)} disabled={wait} onClick={onClick}>
      {say(key)}
    </button>
  )
  return (
    <div class="thread-header">
      <button type="button" class="icon-button back" aria-label={say('back')} onClick={onBack}>
        <BackIcon />
      </button>
      <div class="thread-title">
        <h2 ref={titleRef} tabIndex={-1}>
          <bdi>{visitorName(say, header)}</bdi>
        </h2>
        <p class="state" data-phase={header.phase}>
          {stateText(say, header, desk.me, now)}
          {left !== undefined && ` · ${say('visitorLeft', { time: agoText(say, Math.max(0, now - left)) })}`}
        </p>
      </div>
      <button type="button" class="button context-toggle" aria-expanded={contextShown} onClick={onContext}>
        {say('context')}
      </button>
      <div class="actions" role="group" aria-label={say('actions')}>
        {abilities.handBack && action('handBack', () => onRun(() => thread.handBack()), { hint: 'handBackHint' })}
        {abilities.transfer && action('transfer', () => onRun(() => thread.transfer()), { hint: 'transferHint' })}
        {abilities.resolve && header.phase !== 'bot' && action('resolve', () => onRun(thread.resolve))}
        {abilities.leave && action('leave', () => onRun(thread.leave), { hint: 'leaveHint' })}
        {abilities.note && action('addNote', onNote)}
        {exportRecord && action('export', onExport, { look: 'quiet', hint: 'exportHint', wait: exporting })}
        {abilities.join && action('join', () => onRun(thread.join), { look: 'primary', hint: 'joinHint' })}
        {abilities.claim && action(header.phase === 'queued' ? 'claim' : 'takeOver', onClaim, { look: 'primary' })}
      </div>
    </div>
  )
}

const BackIcon = () => (
  <svg class="icon" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d="M15 5l-7 7 7 7" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
)
