import type { AIProvider, BlobStore, EventStore, Knowledge, Usage } from '../contracts/index.ts'
import type { Policy } from '../conversation/index.ts'
import type { RedactionOptions } from '../privacy/index.ts'
import type { AttachmentPart, Id } from '../protocol/index.ts'
import type { HubForm } from './forms.ts'
import type { OpeningHours } from './hours/opening-hours.ts'
import type { Tickets } from './tickets/ticket.ts'
import type { Tokens } from './tokens.ts'
import type { Tool } from './tools.ts'

/** The part of a logger that a hub uses; pino fits. */
export interface HubLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Where a process may be killed in a test: around the append, before the fan-out, and while an answer streams. */
export type FailPoint = 'before-append' | 'after-append' | 'before-fan-out' | 'mid-stream'

export interface HubOptions {
  readonly store: EventStore
  /**
   * Where the bot's words come from. Of several the first that works answers; one that fails five times in a row is left alone for
   * a while, and another one is asked only as long as the visitor has seen nothing of an answer.
   */
  readonly provider: AIProvider | readonly AIProvider[]
  /** What the bot may do; at most 32. Default nothing. */
  readonly tools?: readonly Tool[]
  /**
   * What providers never read: e-mail addresses, phone and card numbers, IBANs, IP addresses and the visitor's name are replaced by
   * placeholders, and filled in again in the answer. `false` hides nothing. Default all kinds. Best effort: see docs/providers.md.
   */
  readonly redact?: Omit<RedactionOptions, 'names'> | false
  /** How long a provider may be silent before the next one or a person is asked, in ms. Default 30,000 to the first token, 20,000 between two. */
  readonly silences?: { readonly firstToken?: number; readonly idle?: number }
  /** How much of a conversation a model is given at most, newest first, in tokens. Default 8,000. */
  readonly contextTokens?: number
  /**
   * Where the files are kept that visitors and agents send: pictures (PNG, JPEG, WebP, GIF), PDF and plain text, at most 10 MB each and
   * five in a message. Default: nobody can send files.
   */
  readonly blobs?: BlobStore
  /**
   * How many bytes of files one conversation holds at most, sent or not, whoever brings them; each counts as 100,000 at least. What is more
   * is refused (`limit/reached`) until something is removed, and so is a file beyond 200. All conversations of one visitor that have not begun hold
   * together as much as one, and at most 20 of them have files. Default 100,000,000. Without `kept` of `blobs` there is no limit.
   */
  readonly blobBytes?: number
  /** Bytes of a file that a visitor sent, for models that take pictures. Default: from `blobs`; without, models are told the names of files only. */
  readonly readAttachment?: (part: AttachmentPart, conversation: Id) => Promise<Uint8Array | undefined>
  /**
   * When the team is there. Outside, who wants a person is told when somebody is back, and can leave a message, instead of waiting for
   * nobody; only where somebody may be in danger a person is called at any time. Default: somebody always is.
   */
  readonly hours?: OpeningHours
  /**
   * What the assistant may ask by a form, under one of its answers and each at most once in a conversation; the answers are
   * `form-submitted` events. Models without tools show none. Default none.
   */
  readonly forms?: readonly HubForm[]
  /** The site's own system for messages that visitors leave. Default: they are kept in their conversations, and the console lists them. */
  readonly tickets?: Tickets
  /** What a run has cost, in the currency of `policy.budget.cost`. Default: cost is not counted. */
  readonly price?: (usage: Usage, provider: string) => number
  /** Signs and checks tokens; see `createTokens`. */
  readonly tokens: Tokens
  /** Articles given to the provider with each question. Default none. */
  readonly knowledge?: Knowledge
  /** What the assistant is and must not do. Default: a short, careful text. */
  readonly instructions?: string
  /** Changes to the default policy. */
  readonly policy?: Partial<Policy>
  /** Below this confidence an answer also offers a person, 0..1. Default 0.5. */
  readonly offerHumanBelow?: number
  /** Where the hub lives on its server. Default `/handback`. */
  readonly path?: string
  /** Commands, pages and follows of one visitor: how many at once, and how many more each second. Default 200 and 20, far more than anybody types. */
  readonly allowance?: { readonly burst: number; readonly perSecond: number }
  /**
   * Links that clients open at this hub, whatever the transport: how many at once, and how many more each second; others are told
   * `hub/busy` and when to come back, one after the other. Default 1,000 and 500: a hub on SQLite opens 2,200 to 3,000 streams a
   * second on two cores that it shares with their clients, so those who are in keep most of it, and 10,000 are back within 20 s.
   * One party has 100 of them at once and 10 more each second, and costs the others nothing beyond that.
   */
  readonly admission?: { readonly burst: number; readonly perSecond: number }
  /**
   * Bytes that may wait for one connection: whoever reads more slowly is cut, and comes back with its cursor, so that nothing is
   * lost and nothing piles up. Default 1,048,576; less than 655,360, what one catch-up takes, counts as that.
   */
  readonly buffer?: number
  /** Other origins whose pages may use this hub, such as `https://www.example.com`; `null` for pages in a sandbox. Default none: same origin only. */
  readonly origins?: readonly string[]
  /** Default: pino, level `warn`; of an error its name, message, code and causes, without a stack. */
  readonly log?: HubLog
  /** Milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number
  /** Milliseconds from any moment on that never jump, for what ends by not being used. Default `performance.now`. */
  readonly steady?: () => number
  /** Called at the named points, so that a fault test can kill the process right there. Default nothing. */
  readonly failPoint?: (point: FailPoint, conversation: Id) => void
}

/** What the assistant is and must not do, when nobody says anything else. */
export const defaultInstructions =
  'You are the AI assistant of this website. Answer briefly. ' +
  'Say so when you are not sure. Never promise anything in the name of the company, and never claim to be a person. ' +
  'Offer a person when the visitor is upset, asks for one, or when judgement is needed.'

/** Added to it where there are articles. */
export const fromArticles = 'Answer only from the articles that you are given.'
