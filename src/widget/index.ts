export { mount } from './mount.ts'
export type { LanguageChoice, Layout, MountOptions, PreChatForm, Renderers, SurveyFactor, WidgetEvents, WidgetHandle, WidgetOptions } from './options.ts'
export type { Strings } from '../ui/strings.ts'
export type { Theme } from '../ui/theme.ts'
