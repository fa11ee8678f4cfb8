import { card } from './card.ts'
import { permission } from './permission.ts'
import { remove } from './remove.ts'

/** What a page adopts that shows cards from its beginning: the console. */
export const lateStyles = card + permission + remove
