import { type AttachmentPart, type AttributeValue, HandbackError, type Id } from '../protocol/index.ts'
import type { Ledger } from './ledger.ts'

/** So many files stay at hand, to be brought once more; more than wait in one message. */
const AT_HAND = 20

/** A file that was brought to the hub on this page. */
interface Brought {
  readonly place: string
  /** Absent once it is nobody's any more. */
  readonly file?: Blob
}

/** Where what is brought and written now belongs: one person's conversation. */
export interface Place {
  readonly conversation: Id
  /** The file was brought here. */
  bring(part: AttachmentPart, file: Blob): AttachmentPart
  /** False for a file that was brought elsewhere, or by somebody else: there the hub has its bytes. */
  holds(part: AttachmentPart): boolean
}

/** What is held here for one person, and is nobody else's. */
export interface Belongings {
  /** Told with the first message. */
  facts: Readonly<Record<string, AttributeValue>> | undefined
  /** Another object for each person. */
  readonly whose: object
  /** The visitor is this person; without an id somebody unknown, and nobody that they were before. Whether it is another than until now. */
  become(person?: string): boolean
  /** Whoever was here has left. */
  forget(): void
  /** For whoever it is now, or `of` whom it was asked: rejects `request/invalid` when they have left. */
  place(of?: object): Promise<Place>
  /** What the visitor has picked, as long as it is at hand and theirs. */
  fileOf(part: AttachmentPart): Blob | undefined
}

export function createBelongings(ledger: Pick<Ledger, 'end' | 'reserve'>, erased: () => boolean | undefined): Belongings {
  const brought = new Map<Id, Brought>()
  let known: string | undefined
  let whose = {}
  return {
    facts: undefined,
    get whose() {
      return whose
    },
    become(person) {
      // who is known for the first time is who they were all along
      const other = person === undefined || (known ?? person) !== person
      if (other) this.forget()
      known = person
      return other
    },
    forget() {
      this.facts = undefined
      whose = {}
      for (const [blob, { place }] of brought) brought.set(blob, { place })
    },
    async place(mine = whose) {
      if (mine !== whose) throw new HandbackError('request/invalid', 'Whoever has picked it has left.')
      const person = known
      // nothing follows an erasure: what is brought next is for another conversation
      if (erased()) await ledger.end()
      const conversation = await ledger.reserve()
      const place = `${person} ${conversation}`
      return {
        conversation,
        bring(part, file) {
          brought.set(part.blob, mine === whose ? { place, file } : { place })
          for (const oldest of brought.keys()) {
            if (brought.size <= AT_HAND) break
            brought.delete(oldest)
          }
          return part
        },
        holds: ({ blob }) => (brought.get(blob)?.place ?? place) === place,
      }
    },
    fileOf: ({ blob }) => brought.get(blob)?.file,
  }
}
