import { dice } from '../../src/testing/chaos/dice.ts'
import { scenarios, titleOf } from './scenarios.ts'
import { play } from './scenario.ts'
import { hurryTimers } from './timing.ts'

/** One run in a process of its own: the row's title, the seed, and how much faster. Tells its outcome to whoever forked it. */
const [row = '', seed = '', scale = ''] = process.argv.slice(2)
const scenario = scenarios.find((each) => titleOf(each) === row)
if (!scenario) throw new Error(`There is no row ${row}.`)
hurryTimers(Number(scale))
Math.random = dice(Number(seed))
// whoever wants to know is gone
process.on('disconnect', () => process.exit(1))

const outcome = await play(scenario, Number(seed), Number(scale))
process.send?.(outcome, () => process.exit(0))
