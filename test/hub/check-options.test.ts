import { describe, expect, it, vi } from 'vitest'
import { createHub, createTokens, type HubOptions } from '../../src/hub/index.ts'
import { serveTabs } from '../../src/hub/adapters/tabs.ts'
import { hubOptionNames } from '../../src/hub/check-options.ts'
import { policyNames } from '../../src/hub/check-policy.ts'
import { nearestName } from '../../src/hub/nearest-name.ts'
import { originOf } from '../../src/hub/origins.ts'
import { scripted } from '../../src/providers/scripted.ts'
import { memoryStore } from '../../src/stores/memory.ts'
import { createWorld, key } from './world.ts'

const needed = () => ({ store: memoryStore(), tokens: createTokens(key), provider: scripted([]) })
/** As a page without types gives them. */
const made = (options: object) => () => createHub({ ...needed(), ...options } as HubOptions)

describe('createHub', () => {
  it.each<[string, object, RegExp]>([
    ['a name that is nearly one', { origin: ['https://a.example'] }, /^createHub: origin must be spelled "origins"$/],
    ['a name in other capitals', { policy: { humanonly: true } }, /policy\.humanonly must be spelled "humanOnly"$/],
    ['a name that is nobody’s', { colour: 'red' }, /colour must be left out: there is no such option \(there are instructions, /],
    ['no store', { store: undefined }, /^createHub: store must be given: a store, such as sqliteStore/],
    ['no tokens', { tokens: undefined }, /tokens must be given: what createTokens\(key\) gives$/],
    ['no provider', { provider: undefined }, /provider must be given: a provider/],
    ['an empty list of providers', { provider: [] }, /provider must be a provider, or an array of one or more$/],
    ['one that is not made yet', { provider: scripted }, /provider must be a provider/],
    ['a folder for files', { blobs: './files' }, /blobs must be a store of files, such as folderBlobs\(folder\)$/],
    ['a star for origins', { origins: '*' }, /origins must be an array, such as/],
    ['a star in origins', { origins: ['*'] }, /origins\[0\] must be an origin such as .* it is "\*"$/],
    ['an origin with a path', { origins: ['https://a.example', 'https://a.example/chat'] }, /origins\[1\] must be an origin/],
    ['a word for a number', { buffer: '1' }, /buffer must be of type number$/],
    ['no number', { contextTokens: Number.NaN }, /contextTokens must be a number, 0 or more$/],
    ['more than all', { offerHumanBelow: 50 }, /offerHumanBelow must be a number from 0 to 1$/],
    ['a policy that is told by a word', { policy: { onFailure: 'ticket' } }, /policy\.onFailure must be 'handoff', 'notice'$/],
    ['a time that is none', { policy: { queueWait: undefined } }, /policy\.queueWait must be a number, 0 or more$/],
    ['a task that there is not', { policy: { closingTasks: ['sumary'] } }, /policy\.closingTasks must be an array of summary/],
    ['an amount of nothing known', { policy: { budget: { token: 5 } } }, /policy\.budget\.token must be spelled "tokens"$/],
    ['half an allowance', { allowance: { burst: '5', perSecond: 1 } }, /allowance\.burst must be a number/],
    ['hours without days', { hours: { timeZone: 'Europe/Zurich' } }, /hours must be an object with timeZone, week/],
    ['a mistyped holiday', { hours: { timeZone: 'Europe/Zurich', week: {}, holiday: [] } }, /hours\.holiday must be spelled "holidays"$/],
    ['a kind of redaction', { redact: { kind: ['EMAIL'] } }, /redact\.kind must be spelled "kinds"$/],
    ['no list of tools', { tools: { refund: {} } }, /tools must be an array of objects$/],
    ['no logger', { log: console.log }, /log must be a logger/],
  ])('refuses %s by its name', (_what, options, message) => {
    expect(made(options)).toThrow(TypeError)
    expect(made(options)).toThrow(message)
  })

  it('has started nothing before it refuses', () => {
    const started = vi.spyOn(globalThis, 'setInterval')
    try {
      for (const [options, message] of [
        [{ path: 5 }, /path/],
        [{ origin: [] }, /origin/],
        [{ tools: [{ name: 'x' }] }, /"x" has no run/],
        [{ hours: { timeZone: 'Mars', week: {} } }, /Mars/],
      ] as const) expect(made(options)).toThrow(message)
      expect(started).not.toHaveBeenCalled()
    } finally {
      started.mockRestore()
    }
  })

  it('takes what is left undefined for its default, and origins with a slash at their end', async () => {
    const world = createWorld({ ...({ knowledge: undefined, policy: undefined } as object), origins: ['https://A.example:443/', 'null'] })
    expect(world.hub.ports.origins).toEqual(['https://a.example', 'null'])
    await world.close()
  })

  it('says what is no object of options', () => {
    expect(() => createHub(undefined as unknown as HubOptions)).toThrow(/^createHub: its argument must be an object of options$/)
  })
})

it('serveTabs refuses the same, and what is not its own, before it waits for anything', () => {
  const options = { store: memoryStore(), provider: scripted([]), origins: [] }
  expect(() => serveTabs(options as unknown as Parameters<typeof serveTabs>[0])).toThrow(/^serveTabs: origins must be left out/)
  expect(() => serveTabs({ store: memoryStore() } as unknown as Parameters<typeof serveTabs>[0])).toThrow(/^serveTabs: provider must be given/)
})

it('knows every option and every name of a policy, and no other', () => {
  const own = {
    store: 1, provider: 1, tools: 1, redact: 1, silences: 1, contextTokens: 1, blobs: 1, blobBytes: 1, readAttachment: 1, hours: 1, forms: 1, tickets: 1, price: 1,
    tokens: 1, knowledge: 1, instructions: 1, policy: 1, offerHumanBelow: 1, path: 1, allowance: 1, admission: 1, buffer: 1, origins: 1, log: 1, now: 1, steady: 1, failPoint: 1,
  } satisfies Record<keyof HubOptions, 1>
  const policy = {
    queueWait: 1, turnTime: 1, turnAttempts: 1, turnRetry: 1, onFailure: 1, surveyWait: 1, anythingElseWait: 1, followUpWait: 1, summaryTime: 1, assistWait: 1, handoffLimit: 1,
    handoffPause: 1, agentGrace: 1, closingTasks: 1, onReopen: 1, budget: 1, humanOnly: 1,
  } satisfies Record<keyof NonNullable<HubOptions['policy']>, 1>
  expect([...hubOptionNames].sort()).toEqual(Object.keys(own).sort())
  expect([...policyNames].sort()).toEqual(Object.keys(policy).sort())
})

it('guesses a name that is nearly another, and none that is not', () => {
  expect(['tool', 'knowlege', 'PATH', 'zzz', 'x'.repeat(1_000)].map((name) => nearestName(name, hubOptionNames))).toEqual(['tools', 'knowledge', 'path', undefined, undefined])
})

it('reads origins as browsers send them', () => {
  expect(['https://A.example', 'http://a.example:80/', 'http://localhost:3000', 'capacitor://localhost', 'null'].map(originOf)).toEqual([
    'https://a.example', 'http://a.example', 'http://localhost:3000', 'capacitor://localhost', 'null',
  ])
  for (const none of ['*', 'a.example', 'https://*.a.example', 'https://a.example/x', 'https://a.example?x', 'https://me@a.example', '', 5]) expect(originOf(none)).toBeUndefined()
})
