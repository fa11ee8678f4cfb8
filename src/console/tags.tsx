import { useId, useRef, useState } from 'preact/hooks'
import type { DeskResult, DeskThread } from '../desk/index.ts'
import { Icon } from '../ui/late-icons.tsx'
import { useEnvironment } from './environment.ts'
import { StaffIcon } from './staff-icon.tsx'

/** The longest tag that a hub takes. */
const LONGEST = 40

export interface TagsProps {
  readonly thread: DeskThread
  readonly tags: readonly string[]
  readonly editable: boolean
  readonly onResult: (result: DeskResult) => void
}

/** The tags of a conversation, to be read and changed. */
export function Tags({ thread, tags, editable, onResult }: TagsProps) {
  const { say } = useEnvironment()
  const [text, setText] = useState('')
  const box = useRef<HTMLInputElement>(null)
  const hint = useId()
  const tooLong = text.trim().length > LONGEST

  async function add(): Promise<void> {
    const tag = text.trim()
    if (!tag || tooLong) return
    setText('')
    if (tags.includes(tag)) return
    const result = await thread.addTag(tag)
    // what was refused must not be lost
    if (!result.ok) setText(tag)
    onResult(result)
  }

  return (
    <>
      {tags.length > 0 && (
        <ul class="tags" aria-label={say('tags')}>
          {tags.map((tag) => (
            <li key={tag} class="tag">
              <bdi>{tag}</bdi>
              {editable && (
                <button
                  type="button"
                  aria-label={say('removeTag', { tag })}
                  onClick={() => {
                    // this button goes with its tag
                    box.current?.focus()
                    void thread.removeTag(tag).then(onResult)
                  }}
                >
                  <Icon name="close" size={12} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {editable ? (
        <form
          class="tag-form"
          onSubmit={(event) => {
            event.preventDefault()
            void add()
          }}
        >
          <input
            ref={box}
            class="short"
            type="text"
            dir="auto"
            aria-label={say('addTag')}
            placeholder={say('addTag')}
            aria-invalid={tooLong}
            aria-describedby={tooLong ? hint : undefined}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <button class="icon-button" aria-label={say('saveTag')} title={say('saveTag')} disabled={!text.trim() || tooLong}><StaffIcon name="plus" size={16} /></button>
          {tooLong && <p class="context-empty" id={hint} role="alert">{say('tagTooLong', { count: LONGEST })}</p>}
        </form>
      ) : (
        tags.length === 0 && <p class="context-empty">{say('tagsEmpty')}</p>
      )}
    </>
  )
}
