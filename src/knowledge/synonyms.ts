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
    /\b(?:take|took|taking|taken|get|got|getting|pull|pulled|drew) (?:some |the |my )?(?:money|cash|funds) (?:out|from)\b|\btak(?:e|ing) out (?:money|cash)\b/g,
  ],
  ['not', /\b(?:do|does|did|is|was|are|were|has|have|had|could|would|should|ca|wo)n['’]?t\b|\bcan ?not\b/g],
  ['identity', /\bidentification\b|\bids?\b/g],
  ['signin', /\b(?:log|sign)(?:ged|ging|ing)?[\s-]?(?:in|on)(?:to)?\b/g],
  ['twice', /\b(?:two|2) times\b|\bmore than once\b/g],
]

/** Each line is one meaning; the first word stands for all of it. Stems of Porter, or irregular forms as they are written. */
const groups = `
phone mobil cell cellphon smartphon iphon
declin reject refus deni
fee charg cost price
chang edit updat modifi alter amend
send sent
wrong incorrect incorrectli mistak error inaccur
abroad oversea foreign intern travel
twice doubl duplic
purchas bui bought
shop store merchant seller retail
deliv deliveri ship
arriv came
steal stolen stole theft thief rob
lose lost loss miss
pay paid
go went gone
get got
forget forgot forgotten
close delet termin
restrict limit
kid child children son daughter
fast quick quickli soon asap urgent
work function
take took taken
break broke broken damag
cheque check
revert revers
extra addit anoth
choos select pick
see saw show shown
withdraw withdrew withdrawn withdrawal
give gave given
hack fraud unauthor scam compromis
verifi verif prove proof confirm
autom auto automat
help assist support
`

/** From a stem, or an irregular form, to the word that stands for its meaning. */
export const synonyms: ReadonlyMap<string, string> = new Map(
  groups
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [head = '', ...others] = line.split(' ')
      return others.map((other) => [other, head] as const)
    }),
)
