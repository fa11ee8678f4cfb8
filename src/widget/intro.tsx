import { BotAvatar } from '../ui/bot-avatar.tsx'
import { later } from '../ui/later.tsx'
import type { Strings } from '../ui/strings.ts'
import type { PreChatForm } from './options.ts'

const PreChat = later(() => import('../ui/forms/pre-chat.tsx'), (module) => module.PreChat)
const Erased = later(() => import('./erased.tsx'), (module) => module.Erased)

export interface IntroProps {
  readonly strings: Strings
  /** All contents were removed. */
  readonly erased: boolean
  /** What is asked before the first message. */
  readonly preChat: PreChatForm | undefined
  readonly onAnswers: (asked: PreChatForm, values: Readonly<Record<string, string>>) => Promise<void>
}

/** What an empty thread shows: a greeting and under it what is asked first, or that nothing is left. */
export function Intro({ strings, erased, preChat, onAnswers }: IntroProps) {
  if (erased) return <Erased strings={strings} />
  return (
    <>
      <slot name="empty">
        <div class="intro"><BotAvatar size={56} /><p>{strings.welcome}</p></div>
      </slot>
      {preChat && <PreChat form={preChat} strings={strings} onSubmit={(values) => onAnswers(preChat, values)} />}
    </>
  )
}
