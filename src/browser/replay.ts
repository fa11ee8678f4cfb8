/** All that a page without a bundler needs to show a record: the widget, the console, and the player between them. */
export { createChat } from '../client/index.ts'
export { mountConsole } from '../console/index.ts'
export { createDesk } from '../desk/index.ts'
export { isHandbackError, parseRecord } from '../protocol/index.ts'
export { replay } from '../transports/replay.ts'
export { mount } from '../widget/index.ts'
