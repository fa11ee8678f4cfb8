// @vitest-environment happy-dom
import fc from 'fast-check'
import { expect, onTestFinished, test, vi } from 'vitest'
import { mountOn } from '../../src/widget/mount-on.ts'
import { mount } from '../../src/widget/mount.ts'
import { type Wishes, addWish } from '../../src/widget/wishes.ts'
import { createFakeChat } from './fake-chat.ts'

type Wish = Wishes[string]

/** What is left of them. */
function newestWishes(wishes: readonly Wish[]): Wish[] {
  const left: Wishes = {}
  for (const [verb, args] of wishes) addWish(left, verb, args)
  return Object.values(left)
}

const ann = { id: 'ann' }
const bob = { id: 'bob' }

test('the newest of each kind is left, in the order of the calls; facts add up', () => {
  const words = { language: 'fr', title: 'Aide' }
  expect(newestWishes([
    ['setAttributes', [{ plan: 'silver', since: 2019 }]], ['setLocale', ['de']], ['identify', [ann]], ['setComposerValue', ['Hel']],
    ['setLocale', [words]], ['setAttributes', [{ plan: 'gold' }]], ['setComposerValue', ['Hello']], ['setLocale', ['fr-CA']],
  ])).toEqual([
    ['identify', [ann]], ['setLocale', [words]], ['setAttributes', [{ plan: 'gold', since: 2019 }]], ['setComposerValue', ['Hello']],
    ['setLocale', ['fr-CA']],
  ])
})

test('nothing that was asked for one person is told of the next', () => {
  const fact = (plan: string) => ['setAttributes', [{ plan }]] as const
  expect(newestWishes([fact('gold'), ['identify', [ann]], ['identify', [{ ...ann }]]])).toEqual([fact('gold'), ['identify', [ann]]])
  expect(newestWishes([['identify', [ann]], fact('gold'), ['identify', [bob]]])).toEqual([['identify', [bob]]])
  expect(newestWishes([fact('gold'), ['identify', [null]], fact('silver')])).toEqual([['identify', [null]], fact('silver')])
})

test('what was told instead of facts costs none of them, and what stands behind facts is no slip', () => {
  const slip = ['setAttributes', ['gold']] as const
  const none = ['setAttributes', [null]] as const
  expect(newestWishes([['setAttributes', [{ plan: 'gold' }, 'anything']], slip, none, ['setAttributes', [{ since: 2019 }]]])).toEqual([
    slip, none, ['setAttributes', [{ plan: 'gold', since: 2019 }]],
  ])
})

const wish = fc.oneof(
  fc.constantFrom(ann, bob, null).map((who) => ['identify', [who]] as const),
  fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ max: 3 })).map((facts) => ['setAttributes', [facts]] as const),
  fc.constantFrom('de', 'fr', { language: 'en' }).map((words) => ['setLocale', [words]] as const),
  fc.string({ maxLength: 2 }).map((text) => ['setComposerValue', [text]] as const),
)

test('however often they are gathered in between, the same is left', () => {
  fc.assert(fc.property(fc.array(wish, { maxLength: 12 }), fc.nat(12), (all: readonly Wish[], cut) => {
    expect(newestWishes([...newestWishes(all.slice(0, cut)), ...all.slice(cut)])).toEqual(newestWishes(all))
    expect(newestWishes(all).length).toBeLessThanOrEqual(6)
  }), { seed: 20_261_122 })
})

test('an array told instead of facts is none, and costs none of them', () => {
  const slip = ['setAttributes', [['gold']]] as const
  expect(newestWishes([['setAttributes', [{ plan: 'gold' }]], slip])).toEqual([['setAttributes', [{ plan: 'gold' }]], slip])
})

test('the language is the page’s, whoever the visitor is', () => {
  const language = ['setLocale', ['de']] as const
  expect(newestWishes([language, ['identify', [null]]])).toEqual([language, ['identify', [null]]])
  expect(newestWishes([['identify', [ann]], language, ['identify', [bob]]])).toEqual([language, ['identify', [bob]]])
})

/** A widget that nobody opens, and what it keeps. */
function unopened() {
  const asked: Wishes = {}
  const widget = mountOn(document.createElement('div'), { endpoint: '/handback' }, { asked })
  onTestFinished(() => widget.destroy())
  return { widget, asked }
}

test('facts are kept as they were when they were told, also when their object is used again', async () => {
  const { widget, asked } = unopened()
  const facts: Record<string, string> = { plan: 'gold' }
  const told = widget.setAttributes(facts)
  delete facts['plan']
  facts['page'] = '/prices'
  await Promise.all([told, widget.setAttributes(facts)])
  facts['page'] = '/other'
  expect(Object.values(asked)).toEqual([['setAttributes', [{ plan: 'gold', page: '/prices' }]]])
})

test('what waits for a visitor who never opens it does not grow with the number of calls', async () => {
  const { widget, asked } = unopened()
  for (let turn = 0; turn < 500; turn += 1) {
    await widget.setAttributes({ scroll: turn })
    await widget.identify({ id: turn % 2 ? 'ann' : 'bob', credentials: () => 'token' })
    await widget.setLocale(turn % 2 ? 'de' : 'fr')
    await widget.setComposerValue(`Half ${turn}`)
  }
  expect(Object.values(asked).map(([verb]) => verb)).toEqual(['identify', 'setLocale', 'setComposerValue'])
})

test('words and a tag that are given before loading are both spoken', async () => {
  const fake = createFakeChat()
  const widget = mount({ chat: fake.chat })
  onTestFinished(() => widget.destroy())
  const errors: unknown[] = []
  widget.on('error', (error) => errors.push(error))
  // loading in vain, so that all of it is kept
  fake.failWith(new Error('offline'))
  // as `map` and `forEach` call it
  const setAttributes: (...args: unknown[]) => Promise<void> = widget.setAttributes as never
  const told = [widget.setLocale({ language: 'de', openChat: 'Chat öffnen' }), widget.setLocale('de-CH'), setAttributes({ plan: 'gold' }, 'anything')]
  expect((await Promise.allSettled(told)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  fake.failWith(undefined)
  fake.calls.length = 0
  errors.length = 0
  await widget.open()
  const panel = widget.element.shadowRoot?.querySelector<HTMLElement>('.panel')
  await vi.waitFor(() => expect(panel?.lang).toBe('de'))
  expect(fake.calls.filter(([name]) => name !== 'resume' && name !== 'setVisible')).toEqual([
    ['setLocale', 'de'], ['setLocale', 'de-CH'], ['setAttributes', { plan: 'gold' }],
  ])
  expect(errors).toEqual([])
})
