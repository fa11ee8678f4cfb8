import { createRef, render } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import type { UploadOptions } from '../../src/client/api.ts'
import type { FormRow } from '../../src/conversation/rows.ts'
import type { AttachmentPart, FormPart } from '../../src/protocol/index.ts'
import { HandbackError } from '../../src/protocol/index.ts'
import { Attachment } from '../../src/ui/attachment.tsx'
import type { ComposerHandle } from '../../src/ui/composer/composer.tsx'
import { Composer } from '../../src/ui/composer/composer.tsx'
import { useDrop } from '../../src/ui/composer/use-drop.tsx'
import { LateRoot, later } from '../../src/ui/later.tsx'
import { english } from '../../src/ui/english.ts'
import { directionOf } from '../../src/ui/strings.ts'
import type { Strings } from '../../src/ui/strings.ts'
import { uiStyles } from '../../src/ui/styles/index.ts'
import { panelStyles } from '../../src/ui/styles/panel.ts'
import { adopt } from '../../src/ui/adopt.ts'
import { tokens } from '../../src/ui/styles/tokens.ts'

/** A page with the parts that write and send: what a test does to it goes over `bench`. */

const FormFill = later(() => import('../../src/ui/forms/form-fill.tsx'), (module) => module.FormFill)
const PreChat = later(() => import('../../src/ui/forms/pre-chat.tsx'), (module) => module.PreChat)
const TicketForm = later(() => import('../../src/ui/forms/ticket-form.tsx'), (module) => module.TicketForm)
const FollowUp = later(() => import('../../src/ui/forms/follow-up.tsx'), (module) => module.FollowUp)
const FormAnswers = later(() => import('../../src/ui/forms/form-answers.tsx'), (module) => module.FormAnswers)

export interface Bench {
  readonly sent: { readonly text: string; readonly files: readonly string[] }[]
  readonly drafts: string[]
  /** Names of the files that were asked for. */
  readonly reads: string[]
  /** Running uploads by name; `end` with a code fails. */
  progress(name: string, share: number): void
  end(name: string, code?: 'request/invalid' | 'transport/lost'): void
  readonly running: string[]
  readonly aborted: string[]
  show(scene: 'plain' | 'files' | 'forms' | 'pre-chat' | 'ticket' | 'follow-up', language?: 'en' | 'ar'): void
  /** What the next reads give. */
  serve: 'picture' | 'huge' | 'nothing'
}

declare global {
  var bench: Bench
}

const form: FormPart = {
  type: 'form',
  form: 'form-0001',
  title: 'Your new card',
  fields: [
    { name: 'name', label: 'Name on the card', kind: 'text', required: true },
    { name: 'email', label: 'E-mail', kind: 'email', required: true },
    { name: 'phone', label: 'Phone', kind: 'phone' },
    { name: 'colour', label: 'Colour', kind: 'choice', options: ['Black', 'Sand', 'Moss'], required: true },
    { name: 'from', label: 'Needed from', kind: 'date' },
    { name: 'limit', label: 'Monthly limit', kind: 'number' },
    { name: 'why', label: 'Anything that we should know?', kind: 'long-text' },
  ],
}
const asked = { title: 'Before we begin', fields: form.fields.slice(0, 2) }

const part = (blob: string, name: string, media: string, size: number, alt?: string): AttachmentPart =>
  ({ type: 'attachment', blob, name, media, size, ...(alt && { alt }) })
const files = [
  part('blob-0001', 'receipt-of-the-ferry-to-naxos.png', 'image/png', 482_113, 'A receipt over 48 euro'),
  part('blob-0002', 'terms.pdf', 'application/pdf', 2_400_000),
  part('blob-0003', 'card.jpg', 'image/jpeg', 91_000),
]

const mine = part('blob-0009', 'mine.txt', 'text/plain', 512)
const filled: FormRow = {
  type: 'form',
  id: 'row-0001',
  seq: 1,
  at: 1,
  form: 'form-0001',
  values: { name: 'Maria', email: 'maria@example.com' },
  asked,
}

async function picture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(900, 640)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  for (let x = 0; x < 900; x += 60) {
    context.fillStyle = `hsl(${x / 3} 60% 60%)`
    context.fillRect(x, 0, 60, 640)
  }
  return canvas.convertToBlob({ type: 'image/png' })
}

/** Says that it is 30,000 × 30,000. */
function huge(): Blob {
  const bytes = new Uint8Array(64)
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
  new DataView(bytes.buffer).setUint32(16, 30_000)
  new DataView(bytes.buffer).setUint32(20, 30_000)
  return new Blob([bytes], { type: 'image/png' })
}

interface Running {
  readonly file: File
  readonly options: UploadOptions
  done(part: AttachmentPart): void
  fail(error: unknown): void
}
const uploads = new Map<string, Running>()
const aborted: string[] = []
let blobs = 0

const upload = (file: Blob, options: UploadOptions = {}): Promise<AttachmentPart> => {
  const name = options.name ?? 'file'
  return new Promise((done, fail) => {
    uploads.set(name, { file: file as File, options, done, fail })
    options.signal?.addEventListener('abort', () => {
      aborted.push(name)
      uploads.delete(name)
      fail(options.signal?.reason)
    })
  })
}

const read = async (one: AttachmentPart): Promise<Blob> => {
  bench.reads.push(one.name)
  if (bench.serve === 'nothing') throw new HandbackError('request/not-found', 'none')
  return bench.serve === 'huge' ? huge() : picture()
}

type Scene = Parameters<Bench['show']>[0]

const handle = createRef<ComposerHandle>()

/** A message of the assistant. */
const Says = ({ children }: { readonly children: preact.ComponentChildren }) => (
  <div class="row bot first last"><span class="side" /><div class="stack"><div class="bubble">{children}</div></div></div>
)

function Page({ scene, strings }: { readonly scene: Scene; readonly strings: Strings }) {
  const [draft] = useState({ text: '', quiet: true })
  const kept = useRef(null)
  const drop = useDrop(strings, (dropped) => handle.current?.addFiles(dropped))
  const submitted = useMemo(() => (values: Readonly<Record<string, string>>) => {
    bench.sent.push({ text: JSON.stringify(values), files: [] })
    return Promise.resolve()
  }, [])
  return (
    <section class="panel" dir={directionOf(strings)} lang={strings.language} aria-label="Chat" {...drop.on}>
      <div class="thread">
        <div class="log" tabIndex={0}>
          <div class="rows">
            {scene === 'files' && (
              <>
                <Says>
                  <p>Here is what we have of you.</p>
                  <ul class="files">{files.map((one) => <Attachment key={one.blob} part={one} strings={strings} locale="en" read={read} />)}</ul>
                </Says>
                <div class="row own first last">
                  <div class="stack"><div class="bubble"><ul class="files"><Attachment part={mine} strings={strings} read={read} /></ul></div></div>
                </div>
              </>
            )}
            {scene === 'forms' && (
              <>
                <Says><p>A few details:</p><FormFill form={form} strings={strings} onSubmit={submitted} /></Says>
                <FormAnswers row={filled} form={undefined} strings={strings} />
              </>
            )}
            {scene === 'pre-chat' && <div class="intro"><PreChat form={asked} strings={strings} onSubmit={submitted} /></div>}
            {scene === 'ticket' && (
              <TicketForm
                strings={strings}
                text="My card was declined twice."
                kept={kept}
                onLeave={async (text) => bench.sent.push({ text, files: [] }) > 0}
                onCancel={() => undefined}
              />
            )}
            {scene === 'follow-up' && <FollowUp strings={strings} locale="en" onSchedule={() => undefined} onDecline={() => undefined} />}
          </div>
        </div>
      </div>
      <footer>
        <Composer
          label={strings.message}
          placeholder={strings.messagePlaceholder}
          sendLabel={strings.send}
          strings={strings}
          locale="en"
          handle={handle}
          onSend={(text, parts) => void bench.sent.push({ text, files: parts.map(({ name }) => name) })}
          upload={upload}
          voice
          draft={draft}
          onDraft={(text) => bench.drafts.push(text)}
        />
      </footer>
      {drop.cover}
    </section>
  )
}

const host = document.createElement('div')
host.dataset['layout'] = 'inline'
host.style.cssText = 'color:var(--handback-text);font:var(--handback-size,15px)/1.5 var(--handback-font,sans-serif)'
const frame = document.createElement('div')
frame.style.cssText = 'position:fixed;inset:12px'
frame.append(host)
document.body.append(frame)
const root = host.attachShadow({ mode: 'open' })
adopt(root, tokens, uiStyles, panelStyles)
const place = document.createElement('div')
place.className = 'place'
root.append(place)

globalThis.bench = {
  sent: [],
  drafts: [],
  reads: [],
  aborted,
  get running() {
    return [...uploads.keys()]
  },
  serve: 'picture',
  progress: (name, share) => uploads.get(name)?.options.onProgress?.(share),
  end(name, code) {
    const one = uploads.get(name)
    uploads.delete(name)
    if (code) one?.fail(new HandbackError(code, 'in vain'))
    else one?.done(part(`brought-${(blobs += 1)}`, name, one.file.type || 'text/plain', one.file.size))
  },
  show(scene, language = 'en') {
    render(null, place)
    const arabic = { ...english, language: 'ar', messagePlaceholder: 'اكتب رسالة…' }
    render(<LateRoot.Provider value={root}><Page scene={scene} strings={language === 'ar' ? arabic : english} /></LateRoot.Provider>, place)
  },
}
