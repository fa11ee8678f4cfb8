/** Files on their way, files that were sent, and the cover while some are dragged over the chat. */
export const files = `
.composer .uploads{flex:1 0 100%;display:grid;gap:4px;padding:2px 2px 4px;list-style:none;min-width:0}
@container (max-height:420px){.composer .uploads{max-height:60px}}
.upload{display:flex;align-items:center;gap:8px;min-width:0;padding:4px 4px 4px 10px;padding-inline:10px 4px;border-radius:var(--handback-field-radius);background:var(--handback-soft);color:var(--handback-on-soft);font-size:.87em;font-weight:600}
.upload .name{flex:1;min-width:0;display:grid}
.upload .name>bdi{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.upload small{color:inherit;font-weight:400}
.upload.failed{background:color-mix(in srgb,var(--handback-danger) 9%,var(--handback-bg));color:var(--handback-danger)}
.upload progress{flex:none;width:56px;height:4px;appearance:none;border:0;border-radius:2px;overflow:hidden;background:color-mix(in srgb,currentColor 22%,transparent);accent-color:currentColor}
.upload progress::-webkit-progress-bar{background:none}
.upload progress::-webkit-progress-value{background:currentColor}
.upload progress::-moz-progress-bar{background:currentColor}
.upload .round{width:28px;height:28px;color:inherit}
.upload .round:hover:enabled{color:inherit}
.drop{position:absolute;inset:8px;z-index:4;display:grid;place-items:center;padding:24px;border:2px dashed var(--handback-focus);border-radius:calc(.8*var(--handback-radius));background:color-mix(in srgb,var(--handback-bg) 94%,transparent);color:var(--handback-text);font-size:1.13em;font-weight:700;text-align:center;pointer-events:none}
.bubble .picture{display:block;max-width:100%;width:auto;height:auto;max-height:260px;border-radius:calc(.7*var(--handback-bubble-radius))}
`
