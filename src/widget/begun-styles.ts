/** What the panel's frame shows only once a conversation has begun: who is there now, the way to them, and that the connection is lost. */
export const begunStyles = `
[data-status=agent] .state::before,[data-status=typing] .state::before{border-radius:50%;background:var(--handback-live)}
[data-status=agent] .state:has(+.detail)::before{background:var(--handback-wait)}
[data-status=connecting] .state::before{border-radius:50%;background:var(--handback-wait);animation:hb-dot 1.4s infinite}
[data-status=closed] .state::before{background:none;box-shadow:inset 0 0 0 2px}
.banner{padding:6px 16px;text-align:center;font-size:.87em;font-weight:600;background:var(--handback-note)}
.banner small{display:block;font-size:.93em;font-weight:400;color:inherit}
.pill.waiting{border-style:dashed;color:var(--handback-muted)}
.pill.stop{margin-inline-start:auto;padding-inline:11px 14px}
.who-now:has(.detail) :is(strong,slot[name=header]){display:block;position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.who-now:has(.detail) .state{-webkit-line-clamp:1;color:var(--handback-on-header);font-size:1.1em;font-weight:650}
.detail,.detail span~span{color:var(--handback-header-muted);font-weight:400}
.detail span{display:inline}
.help .text{font-size:.87em}
.help .wanted{background:var(--handback-accent);border-color:var(--handback-accent);color:var(--handback-on-accent)}
@container (max-width:340px){header:has(.detail) .avatar{display:none}}
@container (max-height:420px){.help .waiting{display:none}}
`
