/** Whether a message was of use. */
export const thumbs = `
.thumbs{display:inline-flex;gap:2px;margin-block:-6px;margin-inline-start:6px}
.thumb{display:grid;place-items:center;width:26px;height:24px;border-radius:6px;color:var(--handback-muted)}
.thumb:hover,.thumb[aria-pressed=true]{color:var(--handback-on-soft);background:var(--handback-soft)}
.thumb[aria-pressed=true] path{fill:currentColor}
`
