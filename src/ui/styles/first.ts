import { base } from './base.ts'
import { composer } from './composer.ts'
import { log } from './log.ts'

/** Styles of the shared parts that the widget's first look needs. */
export const firstStyles = base + log + composer
