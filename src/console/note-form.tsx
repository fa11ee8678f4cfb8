import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import type { Id } from '../protocol/index.ts'
import { Composer } from '../ui/composer/composer.tsx'
import { useEnvironment } from './environment.ts'
import { keep } from './keep.ts'
import { StaffIcon } from './staff-icon.tsx'

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
        <StaffIcon name="note" size={14} />
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
