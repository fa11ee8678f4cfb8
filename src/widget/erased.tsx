import type { Strings } from '../ui/strings.ts'
import { question } from '../ui/styles/late/question.ts'

export const css = question

/** What is left of a conversation whose contents were removed. */
export const Erased = ({ strings }: { readonly strings: Strings }) => (
  <div class="intro erased">
    <p>{strings.erased}</p>
    <small>{strings.erasedHint}</small>
  </div>
)
