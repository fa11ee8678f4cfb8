import { base } from './base.ts'
import { composer } from './composer.ts'
import { markdown } from './markdown.ts'
import { rows } from './rows.ts'
import { thread } from './thread.ts'

/** Styles of the shared parts that the first look needs, in widget and console. */
export const uiStyles = base + thread + rows + markdown + composer
