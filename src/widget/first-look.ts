/** What the first opening needs besides the launcher, in one piece. The chat itself comes later, see `late-chat.ts`. */
export { attach } from './attach.ts'
export { createPanel } from './panel.tsx'
