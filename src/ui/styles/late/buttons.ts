/**
 * Resets, small print and buttons that the first look does not have; they come with each late part, after what came before, and the console has them
 * from its beginning.
 */
export const buttons = `
:where(ul,ol,dl,dd,blockquote,pre){margin:0;padding:0}
small,.meta,.day{font-size:.82em;color:var(--handback-muted)}
.primary,.other{border-radius:var(--handback-control-radius);color:inherit;text-decoration:none;font-weight:600;line-height:1.25;min-height:36px;padding:7px 16px;text-align:center;overflow-wrap:anywhere}
.primary{background:var(--handback-accent);color:var(--handback-on-accent)}
.primary:hover:enabled{background:color-mix(in srgb,var(--handback-accent) 88%,var(--handback-text))}
.primary:disabled{background:color-mix(in srgb,var(--handback-muted) 18%,var(--handback-bg));color:var(--handback-muted)}
.other{box-shadow:inset 0 0 0 var(--handback-stroke) var(--handback-edge)}
.other:disabled{color:var(--handback-muted)}
.other:hover:enabled{background:var(--handback-soft);color:var(--handback-on-soft)}
.text{color:inherit;font-weight:600;text-decoration:underline;text-underline-offset:2px;border-radius:4px;padding:0 4px}
.text:hover{text-decoration-thickness:2px}
.buttons{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center}
@media (forced-colors:active){.primary,.other{border:1px solid}}
`
