import { type Outcome, type Stage, type StageOptions, openStage } from './stage.ts'

/** One row of the table: a fault, and what is done for it. */
export interface Scenario {
  /** Of the fault matrix: `F7`. */
  readonly fault: string
  readonly name: string
  readonly stage?: Pick<StageOptions, 'front' | 'visitor' | 'visitors'>
  /** Begins the fault, lasts, and ends it. */
  hurt(stage: Stage): Promise<void>
  /** Looked at once all is well again. */
  after?(stage: Stage): Promise<void>
  /** Nobody writes during the fault. */
  readonly quiet?: true
  /** How many of its runs go beside each other, apart from other rows; default: as many as there are lanes, with the others. */
  readonly lanes?: number
}

/** A while of ordinary writing before the fault, in ms of a real run. */
const BEFORE = 3_000

export async function play(scenario: Scenario, seed: number, scale: number): Promise<Outcome> {
  const stage = await openStage({ seed, scale, ...scenario.stage })
  try {
    const stop = stage.load()
    await stage.rest(BEFORE)
    if (scenario.quiet) stop()
    await scenario.hurt(stage)
    const healed = performance.now()
    stop()
    const outcome = await stage.outcome(healed)
    await scenario.after?.(stage)
    return outcome
  } finally {
    await stage.close()
  }
}
