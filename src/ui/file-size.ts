const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/**
 * Bytes as people say them, in steps of 1,000. No line ends between the number and its unit.
 *
 * @example fileSize(1_250_000, 'en') // "1.3\u00a0MB"
 */
export function fileSize(bytes: number, locale?: string): string {
  // what rounds up to the next thousand is said in the next unit
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1) * 1.0005) / 3)))
  const value = bytes / 1000 ** step
  const maximumFractionDigits = value < 10 && step > 0 ? 1 : 0
  // “byte” is no abbreviation that a number could stand before
  const unitDisplay = step > 0 ? 'short' : 'long'
  return new Intl.NumberFormat(locale, { style: 'unit', unit: units[step] as string, unitDisplay, maximumFractionDigits }).format(value).replace(' ', '\u00a0')
}
