/** Words before or after a number that say what it is. */

/** The longest beginning in the lists, and the shortest. */
const lengths = { least: 2, most: 14 }

interface Lexicon {
  /** The first two letters of all of them: most words have none of these. */
  readonly openings: ReadonlySet<string>
  readonly whole: ReadonlySet<string>
  readonly beginnings: ReadonlySet<string>
}

/**
 * A list of words: one that ends in `*` or has more than four letters may go on, as words do when they are compounded or
 * inflected; a shorter one is a whole word. `_` joins two words.
 */
function lexicon(list: string): Lexicon {
  const words = list.trim().split(/\s+/)
  const open = (word: string): boolean => word.endsWith('*') || (word.length > 4 && !word.includes('_'))
  return {
    openings: new Set(words.map(word => word.slice(0, lengths.least))),
    whole: new Set(words.filter(word => !open(word))),
    beginnings: new Set(words.filter(open).map(word => word.replace('*', ''))),
  }
}

const phone = lexicon(`
  tel tél fon phone mobil* móvil movil cell cellphone handy* fax whats* wa sms text ring dial* call calls called calling callback reach contact
  handset hotline landline switchboard gsm ruf* erreich* rückruf* anruf* anzurufen durchwahl festnetz mobilnummer telef* telep* telnr* téléph*
  teléf* portable appel* rappel* joindre joignable llam* marca marque celular* contacte móviles chiam* cellulare ligar ligue telem* bel bellen
  mobiel gebeld my_number meine_nummer mon_numéro mon_numero mi_número mi_numero mio_numero meu_número meu_numero mijn_nummer wa_me signal viber
  telegram тел* звон* мобильн*`)

const other = lexicon(`
  order orders ordered invoice ticket case ref refs reference booking reservation tracking track parcel package shipment consignment customer
  account acct member membership policy contract serial model part sku item article product isbn issn ean gtin imei imsi iccid mac upc vat tax ssn
  id ids pin code otp zip postcode version build transaction txn confirmation amount total price prices cost costs sum balance meter asin po rma
  patent timestamp epoch hash commit issue bug error license licence passport coordinates latitude longitude population budget revenue routing
  sort_code aba lot batch score bestell* auftrag* rechnung* kunden* vorgang* sendung* artikel* konto* vertrag* serien* buchung* paket* steuer*
  ausweis* betrag summe einwohner plz mitglied* charge ust* aktenzeichen commande* facture* client dossier* suivi colis compte contrat série
  réservation référence siret siren montant tva pedido* factura* cliente seguimiento envío cuenta contrato serie reserva* referencia importe lote
  nif dni cif ordine ordini fattura spedizione codice conto pratica prenotazione iva piva partita lotto encomenda fatura rastreio conta bestelling*
  factuur klant* zending rekening kvk btw zamówien* zamowien* faktur* sipariş* siparis* fatura заказ* счет* счёт* инн`)

/** Words of scripts that join them to others without a blank. */
const joinedPhone = '电话|電話|手机|手機|携帯|联系|聯繫|전화|휴대폰|هاتف|جوال|اتصل|फ़ोन|फोन|मोबाइल|טלפון'
const joinedOther = '订单|訂單|注文|单号|發票|发票|주문|طلب|فاتورة|ऑर्डर|הזמנה'
const joined = new RegExp(`(?<phone>${joinedPhone})|${joinedOther}`, 'gu')

/** Where a clause ends, so that a word before it says nothing about what comes after. */
const clause = /[\n;!?]|,\s|\s\/\s|\.\s+(?=\p{Lu}\p{Ll}+\s)/gu
/** Behind a number, a word for another thing counts only where it is said to be that. */
const copula = /^[\s(]*(?:is|was|as|for|ist|war|als|für|est|es|era|è|é)\s/iu

/** Words that only lead from what a number is to the number. */
const links = new Set(
  `number no nr num n nummer numéro numero número nº is was are ist war lautet est es è é with mit the der die das a an of de du del della di le la
  el il my our your meine mein unsere ma mon mi mia o meu id ref code hash`.split(/\s+/),
)

/** What a word says of a number: a telephone, another thing, or another thing with more words between, which says little. */
export type Hint = 'phone' | 'other' | 'aside' | undefined

function has({ openings, whole, beginnings }: Lexicon, word: string, next: string | undefined): boolean {
  if (!openings.has(word.slice(0, lengths.least))) return false
  if (whole.has(word) || (next !== undefined && whole.has(`${word}_${next}`))) return true
  for (let length = lengths.least; length <= Math.min(word.length, lengths.most); length++) if (beginnings.has(word.slice(0, length))) return true
  return false
}

interface Spoken {
  readonly word: string
  readonly hint: 'phone' | 'other' | undefined
}

/** The words of a short text and what each says, in their order. */
function read(text: string): Spoken[] {
  // the keys of JSON are words too: `customerPhone`
  const parted = /\p{Ll}\p{Lu}/u.test(text) ? text.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ') : text
  const words = parted.toLowerCase().match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  const said = words.map((word, at): Spoken => {
    if (has(phone, word, words[at + 1])) return { word, hint: 'phone' }
    return { word, hint: has(other, word, words[at + 1]) ? 'other' : undefined }
  })
  if (!/[^\0-\x7f]/.test(text)) return said
  const written = Array.from(text.matchAll(joined), ({ groups }): Spoken => ({ word: '', hint: groups?.['phone'] === undefined ? 'other' : 'phone' }))
  return [...said, ...written]
}

/** What the nearest word before a number says. Bounded: 40 characters. */
export function hintBefore(text: string, start: number): Hint {
  const window = text.slice(Math.max(0, start - 40), start)
  // a word that is cut is none
  const before = /^\p{L}/u.test(window) && /\p{L}/u.test(text.charAt(start - 41)) ? window.replace(/^\p{L}+/u, '') : window
  if (!/\p{L}/u.test(before)) return undefined
  const from = /[\n;!?,/.]/.test(before) ? Array.from(before.matchAll(clause)).at(-1) : undefined
  const spoken = read(before.slice(from ? from.index + from[0].length : 0))
  const at = spoken.findLastIndex(({ hint }) => hint !== undefined)
  const said = spoken[at]?.hint
  return said === 'other' && !spoken.slice(at + 1).every(({ word }) => links.has(word)) ? 'aside' : said
}

/** What the first word behind a number says. Bounded: 28 characters. */
export function hintBehind(text: string, end: number): 'phone' | 'other' | undefined {
  const behind = text.slice(end, end + 28)
  if (!/^[^\d\n]*\p{L}/u.test(behind)) return undefined
  const stop = behind.search(/[\d\n;!?./,]/)
  const told = read(stop < 0 ? behind : behind.slice(0, stop)).find(({ hint }) => hint !== undefined)?.hint
  return told === 'other' && !copula.test(behind) ? undefined : told
}
