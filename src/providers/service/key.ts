/** What may do without a key: a service of the user's own, or a way of theirs to authorise. */
export interface KeyOptions {
  readonly apiKey?: string | undefined
  readonly headers?: unknown
  readonly fetch?: unknown
}

/**
 * A key that is missing is found out when the provider is made, not by the first visitor. None is needed with `headers` or a `fetch` that
 * authorise, or where `open`: at an address of the user's own.
 *
 * @throws TypeError that names the option
 */
export function needsKey(name: string, { apiKey, headers, fetch }: KeyOptions, open: boolean): void {
  if (apiKey || headers || fetch || open) return
  const given = apiKey === undefined ? 'undefined; is the environment variable set' : `${JSON.stringify(apiKey)}; is it read rightly`
  throw new TypeError(`${name}() needs a key: \`apiKey\` is ${given}? Without one give \`headers\`, \`fetch\`, or the \`baseURL\` of a server of your own.`)
}
