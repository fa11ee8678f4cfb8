import { stemmer } from 'stemmer'

/**
 * Words that people use for the same thing on a help site. Kept short and general: what is special to one site belongs
 * into the `questions` of its articles.
 */

/** Phrases of several words, replaced before the text is cut into words. */
export const phrases: readonly (readonly [to: string, pattern: RegExp])[] = [
  ['topup', /\btop(?:s|ped|ping)?[\s-]*ups?\b|\b(?:add|load)(?:ed|ing)? (?:some |more |the |my )?(?:money|funds|cash)\b/g],
  ['atm', /\bcash ?(?:machine|point|dispenser)s?\b|\batms\b/g],
  [
    'withdraw',
    /\b(?:take|took|taking|taken|get|got|getting|pull|pulled|drew) (?:(?:some |the |my )?(?:money|cash|funds) (?:out|from)|out (?:money|cash))\b/g,
  ],
  ['not', /\b(?:do|does|did|is|was|are|were|has|have|had|could|would|should|ca|wo)n['’]?t\b|\bcan ?not\b/g],
  ['identity', /\bidentification\b|\bids?\b/g],
  ['signin', /\b(?:log|sign)(?:ged|ging|ed|ing)?[\s-]?(?:in|on)(?:to)?\b/g],
  ['twice', /\b(?:two|2) times\b|\bmore than once\b/g],
]

/** Each line is one meaning; the first word stands for all of it. Irregular forms are words of their own. */
const groups = `
phone mobile cell cellphone smartphone iphone
declined rejected refused denied
fee charge cost price
change edit update modify alter amend
send sent
wrong incorrect incorrectly mistake error inaccurate
abroad overseas foreign international
holiday vacation trip travel
twice double duplicate
purchase buy bought
shop store merchant seller retailer
deliver delivery ship
arrive came
steal stolen stole theft thief robbed
lose lost loss missing
pay paid
go went gone
forget forgot forgotten
close delete terminate
restrict limit
kid child children son daughter
fast quick quickly soon asap urgent
work function
take took taken
break broke broken damaged
revert reverse
extra additional another
choose select pick
see saw shown show
withdraw withdrew withdrawn
give gave given
hacked fraud fraudulent unauthorised unauthorized scam compromised
verify verification prove proof confirm
automatic auto
help assist support
`

/** From a stem to the stem that stands for its meaning. */
export const synonyms: ReadonlyMap<string, string> = new Map(
  groups
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [head = '', ...others] = line.split(' ').map(stemmer)
      return others.map((other) => [other, head] as const)
    }),
)
