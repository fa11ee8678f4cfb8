import type { NoticeKey } from '../../../src/protocol/index.ts'
import type { Strings } from '../../../src/ui/strings.ts'
import { english } from '../../../src/ui/english.ts'
import { arabic } from '../../../src/ui/locales/ar.ts'
import { french } from '../../../src/ui/locales/fr.ts'
import { german } from '../../../src/ui/locales/de.ts'
import { hebrew } from '../../../src/ui/locales/he.ts'
import { hindi } from '../../../src/ui/locales/hi.ts'
import { japanese } from '../../../src/ui/locales/ja.ts'
import { portuguese } from '../../../src/ui/locales/pt.ts'
import { spanish } from '../../../src/ui/locales/es.ts'
import { chinese } from '../../../src/ui/locales/zh.ts'

/** Every dictionary but the English one, by its tag. */
export const dictionaries = {
  de: german, fr: french, es: spanish, pt: portuguese, ar: arabic, he: hebrew, ja: japanese, zh: chinese, hi: hindi,
} as const satisfies Readonly<Record<string, Strings>>

export type Tag = keyof typeof dictionaries
export const tags = Object.keys(dictionaries) as Tag[]

type Words = { readonly [K in Exclude<keyof Strings, NoticeKey> as Strings[K] extends string ? never : K]: Strings[K] }
/** What each text is asked with that takes something in; a new one has to be here. */
export type Samples = { readonly [K in keyof Words]: Words[K] extends (...values: infer V) => string ? V : never }

export const samples: Samples = {
  unread: [7], said: ['Sarah', 'Hello'], statusAssistant: ['Sarah'], statusPlace: [4], statusWait: [25], statusAgent: ['Sarah'], statusAway: ['Sarah'],
  statusTyping: ['Sarah'], removeFile: ['cat.png'], uploading: ['cat.png', 40], uploadFailed: ['cat.png'], fileTooLarge: ['cat.png', '10 MB'], fileEmpty: ['cat.png'], fileRefused: ['cat.png'],
  tooManyFiles: [12], downloadFile: ['cat.png'], picture: ['cat.png'], newMessages: [7], formErrors: [4], rated: [6],
}

/** What notices are asked with: who did it, and when, as words already. */
export const noticeSamples: Readonly<Partial<Record<NoticeKey, Readonly<Record<string, string>>>>> = {
  'out-of-hours': { at: 'NINE' }, 'agent-joined': { agent: 'Sarah' }, 'agent-lost': { agent: 'Sarah' }, 'participant-joined': { agent: 'Sarah' },
  'participant-left': { agent: 'Sarah' }, 'floor-transferred': { agent: 'Sarah' }, 'floor-returned': { agent: 'Sarah' }, 'follow-up-scheduled': { at: 'NINE' },
}

export const keys = Object.keys(english) as (keyof Strings)[]

type Speaker = (...values: readonly unknown[]) => string

/** The text of a key, with the samples in it. */
export function textOf(strings: Strings, key: keyof Strings): string {
  const value = strings[key]
  if (typeof value === 'string') return value
  return (value as Speaker)(...(key in samples ? samples[key as keyof Samples] : [noticeSamples[key as NoticeKey] ?? {}]))
}

/** Every text of a dictionary, also those for which something is missing or that are told by a count. */
export function textsOf(strings: Strings): [key: string, text: string][] {
  const counts = [0, 1, 2, 3, 5, 11, 21, 100]
  return keys.filter((key) => key !== 'language').flatMap((key): [string, string][] => {
    const value = strings[key]
    if (typeof value === 'string') return [[key, value]]
    const [first] = key in samples ? samples[key as keyof Samples] : [undefined]
    if (first === undefined) return [{}, { agent: 'Sarah', at: 'NINE' }].map((params) => [key, (value as Speaker)(params)])
    return typeof first === 'number' ? counts.filter((count) => count > 0 || key !== 'statusWait').map((count) => [`${key} ${count}`, (value as Speaker)(count)]) : [[key, textOf(strings, key)]]
  })
}
