import type { GalleryState } from '../state.ts'
import { asks } from './asks.ts'
import { contentsStates } from './contents.ts'
import { dictation } from './dictation.ts'
import { launchers } from './launchers.ts'
import { menus } from './menus.ts'
import { pages } from './pages.ts'
import { talk } from './talk.ts'

/** Every state of every part of the widget. */
export const states: readonly GalleryState[] = [...launchers, ...talk, ...contentsStates, ...asks, ...pages, ...menus, ...dictation]
