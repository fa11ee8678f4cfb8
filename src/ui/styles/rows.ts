/** A message: who, the bubble, when, and what became of it. */
export const rows = `
.row{display:flex;gap:8px;margin-top:3px;max-width:100%}
.row.first{margin-top:calc(4*var(--handback-space))}
.side{flex:0 0 28px;display:flex;align-items:flex-start;justify-content:center;flex-direction:column-reverse;position:relative}
.side .avatar{position:absolute;inset-block-end:22px}
.typing .avatar{inset-block-end:2px}
.stack{position:relative;display:flex;flex-direction:column;align-items:flex-start;min-width:0;max-width:min(84%,100% - 52px)}
.own{justify-content:flex-end}
.own .stack{align-items:flex-end}
.who{display:flex;flex-wrap:wrap;align-items:center;gap:2px 6px;margin:0 4px 4px;font-size:.82em;font-weight:600;color:var(--handback-muted);overflow-wrap:anywhere}
.avatar img{width:100%;height:100%;object-fit:cover}
.avatar,.badge{background:var(--handback-human);color:var(--handback-on-human)}
.badge{display:inline-flex;align-items:center;gap:3px;font-size:.88em;font-weight:650;line-height:1;padding:3px 6px;border-radius:min(6px,.4*var(--handback-radius));white-space:nowrap}
.badge.bot{background:var(--handback-soft);color:var(--handback-on-soft)}
.bubble{max-width:100%;min-width:0;padding:calc(2.25*var(--handback-space)) calc(3.25*var(--handback-space));border-radius:var(--handback-bubble-radius);background:var(--handback-human);overflow-wrap:anywhere}
.bot .bubble{padding:var(--handback-bubble-padding);background:var(--handback-bubble);box-shadow:var(--handback-bubble-shadow)}
.own .bubble{background:var(--handback-own);color:var(--handback-on-own);--handback-focus:currentColor}
.row:not(.own):not(.last) .bubble{border-end-start-radius:var(--handback-tail)}
.row:not(.own):not(.first) .bubble{border-start-start-radius:var(--handback-tail)}
.own:not(.last) .bubble{border-end-end-radius:var(--handback-tail)}
.own:not(.first) .bubble{border-start-end-radius:var(--handback-tail)}
.own .bubble small{color:inherit}
.plain{white-space:pre-wrap}
.meta{display:flex;flex-wrap:wrap;align-items:center;gap:2px 4px;margin:3px 4px 0;min-height:1.3em}
.own .meta{justify-content:flex-end;text-align:end}
.meta.failed{color:var(--handback-danger)}
.meta.failed small{flex-basis:100%;font-size:1em;font-weight:400}
.chip{display:inline-flex;align-items:center;gap:3px;padding:1px 6px;border-radius:min(6px,.4*var(--handback-radius));font-weight:600;background:var(--handback-soft);color:var(--handback-on-soft)}
`
