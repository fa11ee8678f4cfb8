import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { Chat } from '../client/api.ts'
import { Composer } from '../ui/composer/composer.tsx'
import type { ComposerDraft, ComposerHandle } from '../ui/composer/composer.tsx'
import { useStore } from '../ui/use-store.ts'
import { HelpBar } from './help-bar.tsx'
import type { PanelOptions } from './panel-options.ts'
import type { Failure } from './use-failure.ts'
import type { WordsNow } from './words.ts'

export interface FootProps extends WordsNow, Omit<Failure, 'late'>, Pick<PanelOptions, 'root' | 'chat' | 'draft' | 'files' | 'voice' | 'onError'> {
  readonly input: RefObject<HTMLTextAreaElement | null>
  readonly composer: RefObject<ComposerHandle | null>
  /** What the box begins with. */
  readonly begun: ComposerDraft | undefined
  /** Goes on in the box, and tells if the work fails; resolves when it is over. */
  readonly help: (work: Promise<unknown>) => Promise<unknown>
  /** An answer offers a person. */
  readonly wanted: boolean
  /** Something else is to be answered first: there is no box yet. */
  readonly waits: boolean
}

/** What went wrong, the way to a person, and the box to write in. */
export function Foot(props: FootProps) {
  const { root, chat, strings, locale, failed, run, help, input, composer, begun, wanted, waits, draft, files = true, voice = true, onError } = props
  const state = useStore(chat.$state)
  useLayoutEffect(() => {
    const { host } = root
    // what takes the place of a host that leaves reads what was just written
    const moved = () => host.isConnected || !input.current || draft?.set(input.current.value)
    host.addEventListener('handback-moved', moved)
    return () => host.removeEventListener('handback-moved', moved)
  }, [])
  const upload: Chat['uploadFile'] = async (file, options) => {
    try {
      return await chat.uploadFile(file, options)
    } catch (error) {
      if (!options?.signal?.aborted) onError(error)
      throw error
    }
  }
  return (
    <footer part="footer">
      {failed && <p class="failed" role="alert">{failed}</p>}
      <HelpBar chat={chat} strings={strings} wanted={wanted} help={help} />
      {!waits && (
        <Composer
          label={strings.message}
          placeholder={strings.messagePlaceholder}
          sendLabel={strings.send}
          strings={strings}
          locale={locale}
          inputRef={input}
          handle={composer}
          draft={begun}
          onDraft={draft?.set}
          upload={files ? upload : undefined}
          filesOff={!state.files}
          voice={voice}
          onSend={(text, parts) => run(chat.sendMessage(parts.length > 0 ? { text, files: parts } : text))}
          onTyping={chat.typing}
        />
      )}
      <slot name="footer" />
    </footer>
  )
}
