/** The few texts that are needed before the panel is loaded; part of the one dictionary. */
export interface LauncherStrings {
  readonly openChat: string
  readonly loadFailed: string
}

export const launcherEnglish: LauncherStrings = {
  openChat: 'Open chat',
  loadFailed: 'The chat could not be loaded. Please try again.',
}
