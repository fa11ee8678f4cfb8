/** Digits and the groups they are written in, for the kinds that are made of them. */

/** Zeros of the scripts whose digits people type; each is followed by its nine others. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]

/** The text with digits of other scripts as 0–9; every place stays where it was. Linear: one class, one character. */
export const plainDigits = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/g, digit => {
    const code = digit.charCodeAt(0)
    return String(code - (zeros.findLast(zero => zero <= code) ?? code))
  })

/** Whether a text has a digit of any of these scripts. */
export const hasDigit = (text: string): boolean => /[\d\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/.test(text)

export interface DigitGroup {
  readonly start: number
  readonly end: number
  readonly digits: string
}

/** Every unbroken row of digits. Linear: one class, one character after the other. */
export function digitGroups(text: string): DigitGroup[] {
  const rows = /\d+/g
  const groups: DigitGroup[] = []
  while (rows.test(text)) {
    const end = rows.lastIndex
    let start = end - 1
    while (isDigit(text.charCodeAt(start - 1))) start--
    groups.push({ start, end, digits: text.slice(start, end) })
  }
  return groups
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** What is left of a value when all that only makes it readable is gone. */
export const onlyDigits = (text: string): string => plainDigits(text).replaceAll(/\D/g, '')
