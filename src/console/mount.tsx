import { render } from 'preact'
import type { Desk } from '../desk/index.ts'
import type { Id } from '../protocol/index.ts'
import { localeFor, type Strings } from '../ui/strings.ts'
import { createAnnouncer } from '../ui/announcer.tsx'
import { uiStyles } from '../ui/styles/index.ts'
import { lateStyles } from '../ui/styles/late/index.ts'
import { adopt } from '../ui/adopt.ts'
import { LateRoot } from '../ui/later.tsx'
import { PictureOrigins } from '../ui/picture-origins.ts'
import { tokens } from '../ui/styles/tokens.ts'
import { App } from './app.tsx'
import { consoleStyles } from './console-css.ts'
import { EnvironmentProvider, startClock } from './environment.ts'
import { exportRecord, type RecordSource } from './export.ts'
import { leaveWork, takeWork } from './left.ts'
import { signInError } from './sign-in-error.ts'
import { dictionary, type ConsoleStrings } from './strings.ts'
import { threadStrings } from './thread-strings.ts'

export interface ConsoleOptions {
  /** The desk to show; whoever made it destroys it. */
  readonly desk: Desk
  /** Texts of the console that differ from the English ones. */
  readonly strings?: Partial<ConsoleStrings>
  /** Texts of the thread that differ from the English ones. */
  readonly threadStrings?: Partial<Strings>
  /**
   * Shows "Sign out" beside the agent's name, and "Sign in again" where the hub takes the sign-in no longer. Default: no button; a child with
   * `slot="account"` takes the place of the first.
   */
  readonly onSignOut?: () => void
  /** Shows "Export", which saves the open conversation as a file from this hub. Default: no button. */
  readonly records?: RecordSource
  /**
   * Origins that pictures may be requested from: faces of people, and pictures in Markdown. Default none: initials, and a picture's words.
   * The page's own has to be named like any other. Pictures that were sent as files are shown without it.
   *
   * @example images: [location.origin, 'https://cdn.example']
   */
  readonly images?: readonly string[]
  /** The conversation that is open at first. Default none. */
  readonly open?: Id
}

/**
 * Shows the agents' console in an element, which it fills. It lives in an open shadow root with adopted style sheets, so a
 * page may forbid inline styles. Returns its stop, which empties the element's shadow root. What was being written when the hub stopped taking
 * the sign-in is there again when the console of the same agent is mounted in the same element.
 *
 * @example
 * const unmount = mountConsole(document.querySelector('#console'), { desk })
 */
export function mountConsole(target: Element, { desk, strings, threadStrings: texts, onSignOut, records, images = [], open }: ConsoleOptions): () => void {
  const root = target.shadowRoot ?? target.attachShadow({ mode: 'open' })
  const unstyle = adopt(root, tokens, uiStyles, lateStyles, consoleStyles)
  const announcer = createAnnouncer()
  const clock = startClock()
  const work = takeWork(target, desk.me.id)
  if (open !== undefined) work.open = open
  const thread = threadStrings(texts)
  const environment = {
    desk,
    say: dictionary(strings),
    strings: thread,
    locale: localeFor(thread, navigator.language),
    place: target.closest('main,[role=main]') ? ('div' as const) : ('main' as const),
    $now: clock.$now,
    announce: announcer.say,
    exportRecord: records && ((conversation: Id) => exportRecord(records, conversation)),
  }
  render(
    <EnvironmentProvider value={environment}>
      <LateRoot.Provider value={root}>
        <PictureOrigins.Provider value={images}>
          <App onSignOut={onSignOut} work={work} />
        </PictureOrigins.Provider>
      </LateRoot.Provider>
      <announcer.Region />
    </EnvironmentProvider>,
    root,
  )
  return () => {
    clock.stop()
    announcer.stop()
    render(null, root)
    unstyle()
    if (signInError(desk.$error.get()?.code, desk.$connection.get())) leaveWork(target, work)
  }
}
