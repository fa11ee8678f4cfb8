import { blank, type Finding } from './finding.ts'

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
/** Linear: fifteen characters from each beginning, and a beginning has no digit, dot or plus before it. */
const four = new RegExp(`(?<![\\w.+])${octet}(?:\\.${octet}){3}(?!\\w|\\.\\d|-\\d)`, 'g')
/** What may be an address of version 6. Linear: bounded, and a beginning has no such character before it. */
const six = /(?<![\w:.])[\da-f]{0,4}(?::[\da-f]{0,4}){2,8}(?:(?<=:[\d]{1,3})(?:\.\d{1,3}){3})?(?!\w|:\w)/gi
/** Words before four numbers that make them a version or a chapter. */
const versioned =
  'v|vers?|version|versi[oó]n|vers[aã]o|versione|versie|release|build|firmware|section|chapter|abschnitt|kapitel|art|sdk|chrome|safari|firefox|edge'
const version = new RegExp(`(?:(?<![\\p{L}])(?:${versioned})|§)[\\s.:/(]{0,3}$`, 'iu')

const isSix = (text: string): boolean => {
  // a double colon stands for zeros, once
  const halves = text.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1) ?? ''
  const count = groups.length + (last.includes('.') ? 1 : 0)
  const sound = groups.every((group, at) => /^[\da-f]{1,4}$/i.test(group) || (at === groups.length - 1 && /^\d{1,3}(?:\.\d{1,3}){3}$/.test(group)))
  // without a digit it is more likely two words with a double colon, as code has them
  return sound && /\d/.test(text) && (halves.length === 2 ? count < 8 : count === 8)
}

/** Addresses of machines, versions 4 and 6, without port and prefix. A number of a version such as `v1.2.3.4` is none. */
export function addresses(text: string): Finding[] {
  const found: Finding[] = []
  // what each of them has is cheap to look for
  for (const { 0: written, index } of /:[\da-f]{0,4}:/i.test(text) ? text.matchAll(six) : []) {
    const address = written.replace(/(?<!:):$/, '')
    if (isSix(address)) found.push({ kind: 'IP', start: index, end: index + address.length, key: address.toLowerCase() })
  }
  if (!/\d\.\d/.test(text)) return found
  const fours: Finding[] = []
  for (const { 0: address, index } of blank(text, found).matchAll(four)) {
    const before = text.slice(Math.max(0, index - 14), index)
    if (!version.test(before)) fours.push({ kind: 'IP', start: index, end: index + address.length, key: address })
  }
  return [...found, ...fours].sort((one, two) => one.start - two.start)
}
