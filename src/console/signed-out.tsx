import { Icon } from '../ui/late-icons.tsx'
import { useEnvironment } from './environment.ts'
import type { SignInError } from './sign-in-error.ts'

/** All that there is while nobody is signed in. */
export function SignedOut({ error, onSignIn }: { readonly error: SignInError; readonly onSignIn?: (() => void) | undefined }) {
  const { say, place: Place } = useEnvironment()
  return (
    <Place class="place">
      <div class="nothing">
        <Icon name="alert" size={36} />
        <p class="nothing-title" role="alert">{say(error.text)}</p>
        {onSignIn && (
          <button type="button" class="button primary" onClick={onSignIn}>
            {say('signIn')}
          </button>
        )}
      </div>
    </Place>
  )
}
