import type { AttachmentPart, AttributeValue, Id } from '../protocol/index.ts'
import type { Ledger } from './ledger.ts'

/** Where what is brought and written now belongs: one person's conversation. */
export interface Place {
  readonly conversation: Id
  /** The file was brought here. */
  bring(part: AttachmentPart): AttachmentPart
  /** False for a file that was brought elsewhere, or by somebody else: there the hub has its bytes. */
  holds(part: AttachmentPart): boolean
}

/** What is held here for one person, and is nobody else's. */
export interface Belongings {
  /** Told with the first message. */
  facts: Readonly<Record<string, AttributeValue>> | undefined
  /** The visitor is this person; without an id somebody unknown, and nobody that they were before. Whether it is another than until now. */
  become(person?: string): boolean
  place(): Promise<Place>
}

export function createBelongings(ledger: Pick<Ledger, 'forget' | 'reserve'>, erased: () => boolean | undefined): Belongings {
  const places = new WeakMap<AttachmentPart, string>()
  let known: string | undefined
  return {
    facts: undefined,
    become(person) {
      // who is known for the first time is who they were all along
      const other = person === undefined || (known ?? person) !== person
      if (other) this.facts = undefined
      known = person
      return other
    },
    async place() {
      // nothing follows an erasure: what is brought next is for another conversation
      if (erased()) await ledger.forget()
      const conversation = await ledger.reserve()
      const place = `${known} ${conversation}`
      return {
        conversation,
        bring(part) {
          places.set(part, place)
          return part
        },
        holds: (part) => (places.get(part) ?? place) === place,
      }
    },
  }
}
