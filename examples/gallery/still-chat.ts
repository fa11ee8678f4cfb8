import type { Article, Chat, ChatState, ChatStatus, ConnectionState, ConversationRecord, ConversationSummary, MessageRow, Person, PublicRow } from 'handback'
import { atom } from 'nanostores'
import type { WritableAtom } from 'nanostores'

/** What a chat looks like at one moment: plain data, no hub. */
export interface Picture {
  readonly rows?: readonly PublicRow[]
  readonly state?: Partial<ChatState>
  readonly status?: ChatStatus
  readonly streaming?: MessageRow
  readonly unread?: number
  readonly read?: number
  readonly articles?: readonly Article[]
  /** `fails`: the list does not come. */
  readonly conversations?: readonly ConversationSummary[] | 'fails'
  /** An earlier conversation, as it is downloaded. */
  readonly record?: ConversationRecord
  /** How it is when the widget first asks for it. Default `there`. */
  readonly start?: 'there' | 'never' | 'fails'
}

const quiet: ChatState = {
  conversation: null, phase: 'bot', floor: 1, survey: null, followUp: false, permission: null, erased: false, answering: false, waiting: false, hasEarlier: false,
  files: true,
}

/** A picture of 240 × 150 with hills, so that a message can show one without a request. */
const hills = (): Promise<Blob> => {
  const canvas = new OffscreenCanvas(960, 600)
  const paint = canvas.getContext('2d')
  if (!paint) return Promise.resolve(new Blob([]))
  const sky = paint.createLinearGradient(0, 0, 0, 600)
  sky.addColorStop(0, '#f6c36b')
  sky.addColorStop(1, '#e56b6f')
  paint.fillStyle = sky
  paint.fillRect(0, 0, 960, 600)
  for (const [color, top] of [['#b5506b', 340], ['#7a3b69', 420], ['#432a56', 500]] as const) {
    paint.fillStyle = color
    paint.beginPath()
    paint.moveTo(0, 600)
    for (let x = 0; x <= 960; x += 20) paint.lineTo(x, top + 46 * Math.sin(x / 130 + top))
    paint.lineTo(960, 600)
    paint.fill()
  }
  return canvas.convertToBlob({ type: 'image/png' })
}

/** A chat whose stores hold a picture and whose verbs change nothing. */
export function stillChat(picture: Picture): Chat & { readonly $connection: WritableAtom<ConnectionState> } {
  const { rows = [], start = 'there' } = picture
  const nothing = (): Promise<void> => Promise.resolve()
  const people: readonly Person[] = []
  return {
    $state: atom<ChatState>({ ...quiet, ...(rows.length > 0 && { conversation: 'gallery-conversation' }), ...picture.state }),
    $messages: atom<readonly PublicRow[]>(rows),
    $receipts: atom({ delivered: picture.read ?? 0, read: picture.read ?? 0 }),
    $streaming: atom<MessageRow | null>(picture.streaming ?? null),
    $status: atom<ChatStatus>(picture.status ?? { type: 'assistant' }),
    $participants: atom(people),
    $queue: atom(null),
    $unread: atom(picture.unread ?? 0),
    $connection: atom<ConnectionState>('live'),
    $panel: atom<'open' | 'closed' | 'hidden'>('closed'),
    sendMessage: () => Promise.resolve(null),
    uploadFile: (_file, { onProgress } = {}) => {
      onProgress?.(0.6)
      return new Promise<never>(() => {})
    },
    readFile: (part) => (part.media.startsWith('image/') ? hills() : Promise.resolve(new Blob([part.name]))),
    article: (id) => Promise.resolve(picture.articles?.find((article) => article.id === id) ?? null),
    transcript: () => Promise.resolve(new Blob([JSON.stringify(picture.record)])),
    conversations: () => (picture.conversations === 'fails' ? Promise.reject(new Error('not there')) : Promise.resolve(picture.conversations ?? [])),
    openConversation: nothing,
    rateMessage: nothing,
    retry: () => {},
    requestHuman: nothing,
    cancelHumanRequest: nothing,
    rate: nothing,
    scheduleFollowUp: nothing,
    declineRating: nothing,
    declineFollowUp: nothing,
    submitForm: nothing,
    recordConsent: nothing,
    answerPermission: nothing,
    leaveMessage: nothing,
    stop: nothing,
    identify: nothing,
    setAttributes: nothing,
    setLocale: nothing,
    endConversation: nothing,
    eraseConversation: nothing,
    open: () => {},
    close: () => {},
    toggle: () => {},
    show: () => {},
    hide: () => {},
    typing: () => {},
    loadEarlier: nothing,
    setVisible: () => {},
    resume: () => (start === 'there' ? nothing() : start === 'fails' ? Promise.reject(new Error('not there')) : new Promise(() => {})),
    reset: nothing,
    on: () => () => {},
    destroy: () => {},
  }
}
