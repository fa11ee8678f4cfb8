/** Whether a text is a BCP 47 tag, so that no `Intl` throws at it later. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    // That is how it says no.
    return false
  }
}
