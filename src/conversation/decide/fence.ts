import type { Header } from '../../protocol/index.ts'
import { refuse } from '../rules.ts'

export const superseded = refuse('turn/superseded', 'The floor has moved on since this turn began.')
export const writtenAgain = refuse('turn/superseded', 'The visitor has written again.')

/** The fence: a turn may only speak while it is the running one, in the attempt and on the floor that it began with. */
export const running = (header: Header | null, data: { readonly turn: string; readonly attempt: number }): header is Header =>
  header?.turn?.id === data.turn && header.turn.attempt === data.attempt && header.floor.number === header.turn.floor
