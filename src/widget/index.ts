export { mount } from './mount.ts'
export type { MountOptions, WidgetEvents, WidgetHandle } from './options.ts'
export type { Strings } from '../ui/strings.ts'
export type { Theme } from '../ui/theme.ts'
