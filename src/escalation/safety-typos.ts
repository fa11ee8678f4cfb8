import { oneOff } from './typos.ts'

const words = (text: string): string[] => text.trim().split(/\s+/)

/** Words that decide, in all languages, and are far enough from others. */
const decisive = words(`suicide suicidal myself overdose overdosed bleeding breathe breathing unconscious ambulance strangle threatened threatening
  seizure murder killing abusive molested wrists swallowed himself herself anymore collapsed unresponsive allergic
  selbstmord suizid umbringen vergewaltigt krankenwagen notarzt bewusstlos herzinfarkt schlaganfall sterben missbraucht tabletten
  suicider mourir respirer inconscient inconsciente medicaments avale
  suicidarme suicidio suicidar matarme morirme morir respirar inconsciente ambulancia pastillas morrer
  suicidarmi uccidermi ammazzarmi suicidio morire respirare ambulanza picchia svenuto incosciente
  zelfmoord vermoorden doodgaan ambulance bewusteloos ademen mishandelt hartaanval without`)
/** Words one letter off that are meant. */
const meant = new Set(words('breadth serben mature mordre sterbens respira moriré seizures murders morris motive mobile'))
const known = new Map(
  Object.entries({
    suicide: 'sucide suiside sucicide suicde suicied sueside sudicide suecide',
    suicidal: 'sucidal suicial suisidal sucicidal',
    kill: 'kil klil killl kll kiil kilk',
    die: 'dye diee',
    myself: 'mysef mself mslf myslf',
    hurt: 'hirt hrut hurtt',
    breathe: 'breth breath breate brethe breeth',
    breathing: 'brething breating breething',
    unconscious: 'unconcious unconsious uncontious unconscius unconshus',
    bleeding: 'bleding bleedin',
    ambulance: 'ambulence amblance ambulans',
    seizure: 'siezure seisure',
    want: 'wnat watn wan',
    life: 'lfie liffe',
    attack: 'atack attck',
    wanna: 'wana',
    heart: 'hart haert',
    chest: 'ches chst',
  }).flatMap(([word, typos]) => words(typos).map((typo) => [typo, word] as const)),
)

const byFirst = new Map<string, string[]>()
for (const word of decisive) byFirst.set(word[0] ?? '', [...(byFirst.get(word[0] ?? '') ?? []), word])

/** Whether a token with `*` for letters may be the word: `k*ll`, `su***de`. */
function censored(token: string, word: string): boolean {
  return word.length === token.length && [...token].every((sign, at) => sign === '*' || sign === word[at])
}

const unspoken = [...decisive, ...words('kill killed die dead rape raped suicide murdered shoot blood abuse abused')]

/** The word of danger that a token was probably meant to be, or the token. */
export function mendedForSafety(token: string): string {
  if (token.includes('*')) return unspoken.find((word) => censored(token, word)) ?? token.replaceAll('*', '')
  const typo = known.get(token)
  if (typo !== undefined) return typo
  if (token.length < 5 || token.length > 13 || meant.has(token)) return token
  return byFirst.get(token[0] ?? '')?.find((word) => oneOff(word, token)) ?? token
}
