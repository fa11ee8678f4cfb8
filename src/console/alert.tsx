import { Icon } from '../ui/late-icons.tsx'
import { useEnvironment } from './environment.ts'

/** Something that went wrong, until it is dismissed. */
export function Alert({ text, onDismiss }: { readonly text: string; readonly onDismiss: () => void }) {
  const { say } = useEnvironment()
  return (
    <div class="alert">
      <Icon name="alert" size={18} />
      <p role="alert">{text}</p>
      <button type="button" class="icon-button" aria-label={say('dismiss')} onClick={onDismiss}>
        <Icon name="close" size={16} />
      </button>
    </div>
  )
}
