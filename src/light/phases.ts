export { holderOf, nextPhase, transitions } from '../conversation/phases.ts'
