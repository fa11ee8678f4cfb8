import type { Scenario } from '../scenario.ts'
import type { Stage } from '../stage.ts'
import { type Profile, createProfile } from '../tabs/profile.ts'

/** How long tabs may be without a leader, in ms. */
const SUCCESSION = 5_000
const FROZEN = 20_000

/** F23: eight tabs share a connection, and the one that has it goes. */
const lost = (name: string, how: 'closed' | 'frozen', times: number): Scenario => ({
  fault: 'F23',
  name,
  // each is nine threads
  lanes: 2,
  stage: { visitor: createProfile, visitors: 1 },
  async hurt(stage: Stage) {
    let longest = 0
    for (let round = 0; round < times; round += 1) {
      for (const { visitor } of stage.pairs) longest = Math.max(longest, await (visitor as Profile).loseLeader(how, stage.short(FROZEN)))
      await stage.rest(5_000)
    }
    if (how === 'frozen') await stage.rest(FROZEN)
    stage.figures['new leader'] = longest
    stage.promise(longest < SUCCESSION, `a new leader only after ${Math.round(longest)} ms`)
  },
})

export const tabRows: readonly Scenario[] = [lost('8 tabs, leader closed, 3 times', 'closed', 3), lost('8 tabs, leader frozen for 20 s', 'frozen', 1)]
