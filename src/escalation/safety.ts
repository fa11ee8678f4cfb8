import { bareWords } from './bare-words.ts'
import { body, bodySigns } from './lexicons/safety-body.ts'
import { dutch } from './lexicons/safety-dutch.ts'
import { ending, endingSigns } from './lexicons/safety-endings.ts'
import { classes, english } from './lexicons/safety-english.ts'
import { home } from './lexicons/safety-home.ts'
import { homeSigns } from './lexicons/safety-home-signs.ts'
import { anywhere, idioms } from './lexicons/safety-idioms.ts'
import { italian } from './lexicons/safety-italian.ts'
import { french, german } from './lexicons/safety-others.ts'
import { portuguese, spanish } from './lexicons/safety-romance.ts'
import { threats, threatSigns } from './lexicons/safety-threats.ts'
import { phraseBook } from './phrases.ts'
import { mendedForSafety } from './safety-typos.ts'

/** What a text of danger speaks of. */
type SafetyKind = 'self-harm' | 'violence' | 'abuse' | 'medical'

/** The gravest first. */
const kinds: readonly SafetyKind[] = ['self-harm', 'medical', 'violence', 'abuse']

const languages: readonly Readonly<Record<SafetyKind, string>>[] = [anywhere, english, german, french, spanish, portuguese, italian, dutch]
const more: Readonly<Record<SafetyKind, string>> = { 'self-harm': ending, medical: body, violence: threats, abuse: home }
/** Hints by kind: one says nothing, two of different name in one text do. */
const signs: Readonly<Record<SafetyKind, Readonly<Record<string, string>>>> = {
  'self-harm': endingSigns,
  medical: bodySigns,
  violence: threatSigns,
  abuse: homeSigns,
}
const phrases = (kind: SafetyKind): string => [...languages.map((language) => language[kind]), more[kind]].join(';')

const book = /* @__PURE__ */ phraseBook(
  {
    ...Object.fromEntries(kinds.map((kind) => [kind, phrases(kind)])),
    ...Object.fromEntries(kinds.flatMap((kind) => Object.entries(signs[kind]).map(([name, text]) => [`${kind}/${name}`, text]))),
    idiom: idioms,
  },
  classes,
)

const enough = (heard: ReadonlySet<string>, kind: SafetyKind): boolean =>
  heard.has(kind) || Object.keys(signs[kind]).filter((name) => heard.has(`${kind}/${name}`)).length > 1

/**
 * Whether a visitor's text speaks of suicide or self-harm, of being abused or threatened, of killing or hurting others, or of a medical
 * emergency now; also for somebody else. In English, German, French, Spanish, Portuguese, Italian and Dutch, by words and their order alone,
 * so that it works without a model; typos, look-alikes, invisible characters and letters apart hide nothing. Rather hears too much than too
 * little, and still misses much that is only hinted at: on 150 labelled messages that nobody who wrote the phrases had read, recall was
 * 0.70 and precision 0.90; on those they were adjusted to, 1.00: `node scripts/eval-escalation.ts` prints them. Time is linear in the text.
 * With several kinds, the gravest is told.
 *
 * @example safetyOf('I want to end my life') // { kind: 'self-harm' }
 * @example safetyOf('this app is killing me') // undefined
 */
export function safetyOf(text: string): { readonly kind: SafetyKind } | undefined {
  const heard = new Set<string>()
  for (const words of bareWords(text)) {
    const found = book.find(words.map((word) => (book.knows(word) ? word : mendedForSafety(word))))
    const idiom = found.filter(({ kind }) => kind === 'idiom')
    for (const { kind, at, end } of found) if (!idiom.some((each) => at < each.end && each.at < end)) heard.add(kind)
  }
  const kind = kinds.find((each) => enough(heard, each))
  return kind && { kind }
}
