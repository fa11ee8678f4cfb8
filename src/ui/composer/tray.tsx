import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Chat } from '../../client/api.ts'
import type { AttachmentPart } from '../../protocol/index.ts'
import { fileSize } from '../file-size.ts'
import { forgetPicture, rememberPicture } from '../files/pictures.ts'
import { Thumbnail } from '../files/thumbnail.tsx'
import type { Upload } from '../files/uploads.ts'
import { createUploads, LARGEST_FILE, MOST_FILES } from '../files/uploads.ts'
import { Icon } from '../icons.tsx'
import type { Strings } from '../strings.ts'
import { files } from '../styles/late/files.ts'
import { useStore } from '../use-store.ts'

/** What the files say to the box. */
export interface TrayState {
  /** What is there and goes with the message. */
  readonly parts: readonly AttachmentPart[]
  /** Something is on its way, or was in vain and waits for a word. */
  readonly waits: boolean
  /** There is no place for files, as one of them has shown. */
  readonly off: boolean
  /** Says why nothing is sent. */
  tell(): void
  /** Begins anew. Returns what puts them back, unless there are others by then. */
  clear(): () => void
}

export interface TrayProps {
  /** Files to take in. */
  readonly picked: readonly File[]
  readonly onTaken: () => void
  readonly onState: (state: TrayState) => void
  readonly upload: Chat['uploadFile']
  /** Id for the words that say why nothing can be sent. */
  readonly reasonId: string
  readonly strings: Strings
  readonly locale?: string | undefined
}

const percent = (share: number): number => Math.round(share * 100)

/** The files of the message that is being written. */
export function Tray({ picked, onTaken, onState, upload, reasonId, strings, locale }: TrayProps) {
  const latest = useRef(upload)
  latest.current = upload
  const uploads = useMemo(() => createUploads((file, options) => latest.current(file, options)), [])
  const { items, refused, tooMany } = useStore(uploads.$list)
  const [told, setTold] = useState('')
  const blocking = items.find(({ part }) => !part)
  const named = blocking?.file.name ?? ''
  const reason = blocking && (blocking.failed ? strings.uploadFailed(named) : strings.uploading(named, percent(blocking.share)))
  const said = useRef(reason)
  said.current = reason

  useLayoutEffect(() => {
    if (picked.length === 0) return
    uploads.add(picked)
    onTaken()
  }, [picked])
  useEffect(() => () => {
    uploads.clear()
    forgetPicture()
  }, [])
  const remove = (key: number) => {
    const part = items.find((item) => item.key === key)?.part
    if (part) forgetPicture(part)
    uploads.remove(key)
  }
  const off = useRef(false)
  off.current ||= refused.some(({ why }) => why === 'off')
  const ready = items.flatMap(({ part }) => part ?? [])
  useLayoutEffect(() => {
    onState({
      parts: ready,
      waits: blocking !== undefined,
      off: off.current,
      tell: () => setTold(said.current ?? ''),
      clear: uploads.clear,
    })
  }, [ready.map(({ blob }) => blob).join(), blocking !== undefined, off.current])
  // heard once: that all is there
  useEffect(() => {
    const last = blocking ? undefined : ready.at(-1)
    setTold(last ? strings.uploading(last.name, 100) : '')
  }, [blocking?.key, blocking?.failed, ready.length])
  useEffect(() => {
    // the hub may not give it back before the message is there
    for (const { part, file } of items) if (part) rememberPicture(part, file)
  }, [ready.length])

  const limit = fileSize(LARGEST_FILE, locale)
  return (
    <div class="tray">
      {items.length > 0 && (
        <ul class="uploads" part="uploads" aria-label={strings.attachments}>
          {items.map((item) => (
            <Item key={item.key} item={item} strings={strings} locale={locale} onRetry={uploads.retry} onRemove={remove} />
          ))}
        </ul>
      )}
      <div role="alert" class="refused failed">
        {refused.map(({ name, why }, index) => why !== 'off' && why !== 'full' && (
          <p key={index}>{why === 'kind' ? strings.fileRefused(name) : why === 'empty' ? strings.fileEmpty(name) : strings.fileTooLarge(name, limit)}</p>
        ))}
        {refused.some(({ why }) => why === 'off') && <p>{strings.filesOff}</p>}
        {refused.some(({ why }) => why === 'full') && <p>{strings.filesFull}</p>}
        {tooMany && <p>{strings.tooManyFiles(MOST_FILES)}</p>}
      </div>
      <span id={reasonId} hidden>{reason}</span>
      <span class="sr" role="status">{told}</span>
    </div>
  )
}

interface ItemProps {
  readonly item: Upload
  readonly strings: Strings
  readonly locale?: string | undefined
  readonly onRetry: (key: number) => void
  readonly onRemove: (key: number) => void
}

const Item = ({ item: { key, file, share, part, failed }, strings, locale, onRetry, onRemove }: ItemProps) => (
  <li class={failed ? 'upload failed' : 'upload'}>
    <Thumbnail file={file} />
    <span class="name">
      <bdi>{file.name}</bdi>
      {failed ? <small role="alert">{strings.uploadFailed(file.name)}</small> : <small>{fileSize(file.size, locale)}</small>}
      {!part && !failed && (
        <progress value={share} max={1} aria-label={file.name} aria-valuetext={strings.uploading(file.name, percent(share))} />
      )}
    </span>
    {failed && <button type="button" class="text" onClick={() => onRetry(key)}>{strings.retry}</button>}
    <button type="button" class="round" aria-label={strings.removeFile(file.name)} onClick={() => onRemove(key)}>
      <Icon name="close" size={16} />
    </button>
  </li>
)

export const css = `${files}
.tray{flex:1 0 100%;min-width:0}
.uploads{max-height:min(252px,34vh);overflow:hidden auto;scrollbar-width:thin}
.composer .upload{margin:0;font-size:.87em}
.upload .name{justify-items:start}
.upload .name>bdi{max-inline-size:100%}
.upload small{display:block;font-size:.93em}
.upload progress{width:100%;margin-block-start:3px}
.upload .text{flex:none}
.thumb-box{flex:none;display:grid;place-items:center;width:36px;height:36px;margin-inline-start:-5px;border-radius:min(7px,var(--handback-field-radius));overflow:hidden;background:var(--handback-bg)}
.thumb-box canvas{width:100%;height:100%;object-fit:cover}
.composer .refused{margin:0;font-size:.87em}
.refused p{padding:3px 10px;overflow-wrap:anywhere}
@media (forced-colors:active){.upload,.upload progress{border:1px solid}.upload progress::-webkit-progress-value{background:Highlight}.send[aria-disabled=true]{color:GrayText}}
`
