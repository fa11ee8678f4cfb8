import { useId, useState } from 'preact/hooks'
import { Icon } from '../../ui/late-icons.tsx'
import type { Strings } from '../../ui/strings.ts'
import { directionOf } from '../../ui/strings.ts'
import type { LanguageChoice } from '../options.ts'
import { Sheet } from './sheet.tsx'

export interface LanguagesProps {
  readonly languages: readonly LanguageChoice[]
  readonly strings: Strings
  readonly onBack: () => void
  /** Rejects when that language cannot be fetched. */
  readonly onChoose: (choice: LanguageChoice) => Promise<void>
  readonly onError: (error: unknown) => void
}

/** Languages by their own names. One that is chosen is spoken at once. */
export function Languages({ languages, strings, onBack, onChoose, onError }: LanguagesProps) {
  const id = useId()
  const [chosen, setChosen] = useState<string>()
  const [failed, setFailed] = useState(false)
  const choose = async (choice: LanguageChoice) => {
    setFailed(false)
    setChosen(choice.language)
    try {
      await onChoose(choice)
    } catch (error) {
      setFailed(true)
      onError(error)
    } finally {
      // another may have been chosen meanwhile
      setChosen((now) => (now === choice.language ? undefined : now))
    }
  }
  return (
    <Sheet title={strings.chooseLanguage} strings={strings} onBack={onBack}>
      <div class="sheet-body">
        <div class="choices" role="radiogroup" aria-label={strings.chooseLanguage}>
          {languages.map((choice) => (
            <label key={choice.language} class="choice">
              <input type="radio" name={id} checked={choice.language === (chosen ?? strings.language)} onChange={() => choose(choice)} />
              <span lang={choice.language} dir={directionOf(choice)}>{choice.label}</span>
              <Icon name="check" size={18} />
            </label>
          ))}
        </div>
        {failed && <p class="quiet" role="alert">{strings.failed}</p>}
      </div>
    </Sheet>
  )
}
