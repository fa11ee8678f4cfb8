import { place } from './stage.ts'

/** A page without a chat. */

window.stage = { show: () => undefined, start: () => undefined, scope: place }
