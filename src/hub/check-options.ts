import { can, known, mustOf } from './check.ts'
import { checkAmounts, checkPolicy } from './check-policy.ts'
import { readHours } from './hours/opening-hours.ts'
import type { HubOptions } from './options.ts'
import { originOf } from './origins.ts'

/** By what `typeof` says of them. */
const kinds = {
  string: ['instructions', 'path'],
  function: ['readAttachment', 'price', 'now', 'steady', 'failPoint'],
  number: ['contextTokens', 'blobBytes', 'buffer', 'offerHumanBelow'],
} as const

/** What must be there, by its functions. */
const parts = {
  store: [['load', 'append', 'caused', 'read', 'list', 'watch', 'watchIndex', 'erase', 'lease', 'leases', 'publish', 'subscribe'], 'a store, such as sqliteStore({ path })'],
  tokens: [['verify', 'session'], 'what createTokens(key) gives'],
  knowledge: [['search', 'article'], 'what knowledge({ articles }) gives'],
  blobs: [['put', 'get', 'delete'], 'a store of files, such as folderBlobs(folder)'],
  tickets: [['create'], 'an object with the function create'],
  log: [['info', 'warn', 'error'], 'a logger with info, warn and error'],
} as const

const needed: ReadonlySet<string> = new Set(['store', 'provider', 'tokens'])
const amounts = { silences: ['firstToken', 'idle'], allowance: ['burst', 'perSecond'], admission: ['burst', 'perSecond'] } as const

/** Every option of `createHub`. */
export const hubOptionNames: readonly string[] = [
  ...Object.values(kinds).flat(),
  ...Object.keys(parts),
  ...Object.keys(amounts),
  ...['provider', 'tools', 'forms', 'redact', 'hours', 'policy', 'origins'],
]

function isHours(value: unknown): boolean {
  const { timeZone, week, holidays = [] } = (value ?? {}) as Readonly<Record<string, unknown>>
  const days = typeof week === 'object' && week !== null && Object.values(week).every((times) => times === undefined || Array.isArray(times))
  return typeof timeZone === 'string' && days && Array.isArray(holidays)
}

/**
 * Before anything is started: what is wrong is found out here, and not by the first visitor. Tools and forms say more of themselves where they are
 * read, before anything is started too.
 *
 * @param without options that `maker` has not, or takes from elsewhere
 * @throws TypeError that names the option and what it must be, or the nearest name of one that there is not; HandbackError for `hours`
 */
export function checkHubOptions(given: Partial<HubOptions> | undefined, maker = 'createHub', without: readonly string[] = []): void {
  const must = mustOf(maker)
  must(typeof given === 'object' && given !== null, 'its argument', 'an object of options')
  const options = given as Readonly<Record<string, unknown>>
  known(must, '', options, hubOptionNames.filter((name) => !without.includes(name)))
  const each = (name: string, good: (value: unknown) => boolean, what: string): void => {
    const value = options[name]
    if (value === undefined) must(!needed.has(name) || without.includes(name), name, `given: ${what}`)
    else must(good(value), name, what)
  }

  for (const [name, [functions, what]] of Object.entries(parts)) each(name, (value) => can(value, ...functions), what)
  each('provider', (value) => [value].flat().length > 0 && [value].flat().every((one) => can(one, 'reply')), 'a provider, or an array of one or more')
  for (const [kind, names] of Object.entries(kinds)) for (const name of names) each(name, (value) => typeof value === kind, `of type ${kind}`)
  for (const name of kinds.number) each(name, (value) => (value as number) >= 0, 'a number, 0 or more')
  each('offerHumanBelow', (value) => (value as number) <= 1, 'a number from 0 to 1')
  for (const name of ['tools', 'forms']) each(name, (value) => Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null), 'an array of objects')
  each('redact', (value) => value === false || (typeof value === 'object' && value !== null), 'false or an object')
  if (options['redact']) known(must, 'redact', options['redact'], ['kinds', 'custom'])
  for (const [name, names] of Object.entries(amounts)) {
    if (options[name] !== undefined) checkAmounts(must, name, options[name], names)
  }
  each('policy', (value) => typeof value === 'object' && value !== null, 'an object')
  if (options['policy']) checkPolicy(must, options['policy'] as Readonly<Record<string, unknown>>)
  each('hours', isHours, 'an object with timeZone, week (of each day an array of times) and holidays (an array)')
  if (given?.hours) {
    known(must, 'hours', given.hours, ['timeZone', 'week', 'holidays'])
    readHours(given.hours)
  }
  each('origins', Array.isArray, "an array, such as ['https://www.example.com']")
  for (const [at, origin] of (given?.origins ?? []).entries()) {
    must(originOf(origin) !== undefined, `origins[${at}]`, `an origin such as 'https://www.example.com', without a path, a star or anything else; it is ${JSON.stringify(origin)}`)
  }
}
