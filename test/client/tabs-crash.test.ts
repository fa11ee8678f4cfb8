import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryStorage } from '../../src/client/index.ts'
import { settled, until } from '../hub/until.ts'
import { bubbles } from './chat-world.ts'
import type { Tab } from './tabs-world.ts'
import { profile } from './tabs-world.ts'

/** What happens to the tabs of a profile, one thing after the other; `at` picks the tab. */
const step = fc.record({
  what: fc.constantFrom('send', 'send', 'send', 'open', 'crash', 'freeze', 'thaw', 'wait', 'cut', 'settle', 'mute'),
  at: fc.nat(6),
})

test('whatever tabs die, freeze and open while they write: every command has its effect once, in order, and none comes back', async () => {
  let [sent, crashed, frozen] = [0, 0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 30, size: 'max' }), async (steps) => {
      const inner = memoryStorage()
      /** Ids in the order in which they were stored, and those that have left. */
      const order: string[] = []
      const left = new Set<string>()
      const back: string[] = []
      const ids = (text: string | null | undefined): string[] =>
        text ? (JSON.parse(text) as { outbox: { command: { id: string } }[] }).outbox.map(({ command }) => command.id) : []
      const world = profile({
        storage: {
          ...inner,
          update: (key, change) =>
            inner.update?.(key, (old) => {
              const next = change(old)
              const after = ids(next)
              for (const id of ids(old)) if (!after.includes(id)) left.add(id)
              back.push(...after.filter((id) => left.has(id)))
              order.push(...after.filter((id) => !order.includes(id)))
              return next
            }),
        },
      })
      const tabs: Tab[] = [world.tab(), world.tab()]
      const asleep = new Set<Tab>()
      const kept: string[] = []
      const texts = new Map<string, string>()
      const write = async (tab: Tab, text: string): Promise<void> => {
        try {
          texts.set((await tab.chat.sendMessage(text)) ?? '', text)
          kept.push(text)
        } catch {
          // its tab died before it was taken
        }
      }
      for (const { what, at } of steps) {
        const tab = tabs[at % Math.max(1, tabs.length)]
        if (what === 'open' && tabs.length < 4) {
          const next = world.tab()
          tabs.push(next)
          void next.chat.resume()
        } else if (what === 'wait') await world.timers.advance(1_500)
        else if (what === 'settle') await settled(2)
        else if (what === 'cut') world.hub.cut()
        else if (what === 'mute') world.hub.mute = !world.hub.mute
        else if (!tab) continue
        else if (what === 'send') {
          const text = `Message ${(sent += 1)}`
          void write(tab, text)
        } else if (what === 'crash') {
          crashed += 1
          tab.crash()
          tabs.splice(tabs.indexOf(tab), 1)
        } else if (what === 'freeze') {
          frozen += 1
          tab.freeze()
          asleep.add(tab)
        } else if (asleep.delete(tab)) tab.thaw()
      }
      world.hub.mute = false
      for (const tab of asleep) if (tabs.includes(tab)) tab.thaw()
      world.hub.cut()
      const last = world.tab()
      await last.chat.resume()
      await world.timers.advance(5_000)
      await settled(2)
      await until(async () => ((await world.record())?.outbox.length ?? 0) === 0)
      tabs.push(last)
      const { effects, rooms } = world.hub
      if (effects.length > 0) await until(() => tabs.every(({ chat }) => bubbles(chat).length === effects.length))

      expect(new Set(effects).size).toBe(effects.length)
      expect(kept.filter((text) => !effects.includes(text))).toEqual([])
      expect(back).toEqual([])
      expect(rooms.size).toBeLessThanOrEqual(1)
      expect(effects.filter((text) => kept.includes(text))).toEqual(order.flatMap((id) => texts.get(id) ?? []))
      for (const { chat } of tabs) expect(bubbles(chat)).toEqual(effects.map((text) => `sent ${text}`))
      // nor at any moment before
      const twice = (shown: readonly string[]): boolean => new Set(shown.map((bubble) => bubble.replace(/^\w+ /, ''))).size < shown.length
      expect(tabs.flatMap(({ history }) => history.filter(twice))).toEqual([])
      for (const { chat } of tabs) chat.destroy()
    }),
    { seed: 20_261_121, numRuns: 200, interruptAfterTimeLimit: 60_000 },
  )
  // the run has met what it is about
  expect([sent > 500, crashed > 100, frozen > 100]).toEqual([true, true, true])
}, 90_000)
