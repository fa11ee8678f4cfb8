import type { RefObject } from 'preact'
import type { Chat, ChatState } from '../client/api.ts'
import type { Transcript } from '../conversation/index.ts'
import type { PublicRow } from '../conversation/rows.ts'
import type { CitationPart, QuickReply } from '../protocol/index.ts'
import { later } from '../ui/later.tsx'
import { Intro } from './intro.tsx'
import type { IntroProps } from './intro.tsx'
import type { Renderers } from './options.ts'
import type { PanelOptions } from './panel-options.ts'
import type { Failure } from './use-failure.ts'
import type { WordsNow } from './words.ts'

export interface VisitorThreadProps extends WordsNow, Pick<PanelOptions, 'surveyFactors'>, Pick<IntroProps, 'preChat' | 'onAnswers'> {
  readonly chat: Chat
  readonly state: ChatState
  readonly messages: Transcript<PublicRow>
  readonly replies: readonly QuickReply[]
  /** Never throws. */
  readonly renderMessage?: Renderers['renderMessage'] | undefined
  /** Shows what an answer rests on. */
  readonly onSource: (source: CitationPart) => void
  readonly input: RefObject<HTMLTextAreaElement | null>
  readonly run: Failure['run']
  /** Leaves this conversation where it is, and begins another. */
  readonly onNew: () => void
}

const hasBegun = ({ state: { conversation, erased, answering, waiting }, messages }: VisitorThreadProps): boolean =>
  conversation !== null || messages.length > 0 || erased || answering || waiting

/** Nothing has been said: a greeting, and that this is a machine, in the same elements as a thread. */
const Beginning = ({ strings, preChat, onAnswers }: VisitorThreadProps) => (
  <div class="thread">
    <div class="log" part="log" role="log" aria-live="off" aria-label={strings.conversation} tabIndex={0}>
      <div class="rows alone">
        <Intro strings={strings} erased={false} preChat={preChat} onAnswers={onAnswers} />
        <div class="page"><div class="line" part="notice"><span dir="auto">{strings['ai-disclosure']({})}</span></div></div>
      </div>
    </div>
  </div>
)

/**
 * All that a conversation needs to be seen and heard. Who loads the chat itself loads this too (`load`), so that it is there before anything
 * has begun; without it nothing has.
 */
export const ThreadPart = later(() => import('./thread-part.ts'), (module) => module.FullThread, Beginning, true)

/** The conversation as its visitor sees it, with what is offered under its newest row. */
export const VisitorThread = (props: VisitorThreadProps) =>
  hasBegun(props) ? <ThreadPart {...props} /> : <Beginning {...props} />
