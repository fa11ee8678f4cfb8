import type { Credentials, CredentialsReason } from '../contracts/index.ts'
import { denied } from '../internal/transport-errors.ts'
import { isHandbackError } from '../protocol/index.ts'

/**
 * What the credentials of a page give. Their failure is no failure of the hub: it is `client/credentials`, in their own words, unless it is an error
 * of ours. So is what can be no token, such as an object, or the page of an error that stands where the token should be: no request could carry it.
 */
export async function tokenOf(credentials: Credentials | undefined, why: CredentialsReason): Promise<string | undefined> {
  try {
    const given = await credentials?.(why)
    if (/^[<[]|[^ -~]\s*\S/.test(given as string)) throw given
    return given
  } catch (cause) {
    throw isHandbackError(cause) ? cause : denied(`No token: ${cause}`.slice(0, 200), { cause })
  }
}
