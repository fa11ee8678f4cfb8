import { type Policy, defaultPolicy } from '../conversation/index.ts'
import { type Must, known } from './check.ts'

/** Those of which there are words; every other one has the kind of its default. */
const words: Readonly<Partial<Record<keyof Policy, readonly string[]>>> = {
  onFailure: ['handoff', 'notice'],
  onReopen: ['bot', 'last-agent', 'queue'],
}
const tasks: readonly unknown[] = ['summary', 'survey', 'anything-else']

/** Every name of a policy; `budget` has no default. */
export const policyNames: readonly string[] = [...Object.keys(defaultPolicy), 'budget']

const isAmount = (value: unknown): boolean => typeof value === 'number' && value >= 0

/** That each is what it must be, by its name. */
export function checkPolicy(must: Must, policy: Readonly<Record<string, unknown>>): void {
  known(must, 'policy', policy, policyNames)
  for (const [name, value] of Object.entries(policy)) {
    const at = `policy.${name}`
    const choices = words[name as keyof Policy]
    if (choices) must(choices.includes(value as string), at, choices.map((word) => `'${word}'`).join(', '))
    else if (name === 'humanOnly') must(typeof value === 'boolean', at, 'true or false')
    else if (name === 'closingTasks') must(Array.isArray(value) && value.every((task) => tasks.includes(task)), at, `an array of ${tasks.join(', ')}`)
    else if (name !== 'budget') must(isAmount(value), at, 'a number, 0 or more')
    else if (value !== undefined) checkAmounts(must, at, value, ['turns', 'tokens', 'cost'])
  }
}

/** An object of amounts with these names and no other. */
export function checkAmounts(must: Must, at: string, value: unknown, names: readonly string[]): void {
  must(typeof value === 'object' && value !== null, at, `an object with ${names.join(', ')}`)
  known(must, at, value as object, names)
  for (const [name, amount] of Object.entries(value as object)) must(amount === undefined || isAmount(amount), `${at}.${name}`, 'a number, 0 or more')
}
