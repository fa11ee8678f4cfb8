/** What the box and the room of a picture need from the first look on, beside the shared sheet. */
export const composerCss = `
.composer textarea{max-height:156px}
.composer textarea::placeholder{white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.shot{inline-size:260px;max-inline-size:100%;aspect-ratio:13/9;margin-block-end:5px;border-radius:10px;overflow:hidden;background:color-mix(in srgb,currentColor 8%,transparent)}
.bubble .shot+.cite{max-inline-size:260px}
`
