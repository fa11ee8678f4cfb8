/** What stands between and over rows. */
export const thread = `
.earlier{align-self:center;font-size:.87em}
.line q{display:block}
.day{display:flex;align-items:center;gap:12px;margin:calc(4*var(--handback-space)) 0 0}
.day::before,.day::after{content:"";flex:1;border-top:var(--handback-stroke) solid var(--handback-line)}
.day span{display:inline-block}
.day span::first-letter{text-transform:uppercase}
.typing .bubble.dots{display:flex;gap:4px;padding-block:14px}
.dots i{margin:0;width:7px;height:7px;border-radius:50%;background:var(--handback-muted);animation:hb-dot 1.2s infinite}
.dots i:nth-child(2){animation-delay:.15s}
.dots i:nth-child(3){animation-delay:.3s}
.jump{position:absolute;inset-block-end:10px;inset-inline:0;margin-inline:auto;width:fit-content;display:flex;gap:6px;align-items:center;padding:7px 12px;min-height:36px;min-width:36px;font-size:.87em;font-weight:600;background:var(--handback-bg);box-shadow:0 2px 8px light-dark(#0003,#0008),inset 0 0 0 var(--handback-stroke) var(--handback-edge);animation:hb-in .18s}
.jump.bare .icon{margin-inline:-2px}
.replies{display:flex;flex-wrap:wrap;gap:8px;justify-content:flex-end;margin-top:calc(3.5*var(--handback-space))}
.replies .pill{display:block;unicode-bidi:plaintext}
@keyframes hb-dot{0%,60%,100%{opacity:.35}30%{opacity:1;transform:translateY(-3px)}}
@media (forced-colors:active){.bubble,.badge,.jump,.cite{border:1px solid}.dots i{forced-color-adjust:none;background:CanvasText!important}}
`
