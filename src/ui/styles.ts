/** Styles of the shared parts. Every colour is a token; every side is logical. */
export const uiStyles = `
*,::before,::after{box-sizing:border-box}
button,textarea,input{font:inherit;color:inherit;margin:0}
button{cursor:pointer;background:none;border:0;padding:0;border-radius:999px;min-width:24px;min-height:24px;touch-action:manipulation}
button:disabled{cursor:default}
p,ul,ol,blockquote,pre{margin:0;padding:0}
:focus-visible{outline:2px solid var(--handback-accent);outline-offset:2px}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.icon{flex:none;display:block}
dl,dd{margin:0}
small,.meta,.line,.day{font-size:.8em;color:var(--handback-muted)}
.text{color:inherit;font-weight:600;text-decoration:underline;text-underline-offset:2px;border-radius:4px;padding:0 4px}
.primary{background:var(--handback-accent);color:var(--handback-on-accent);font-weight:600;padding:9px 16px}
.primary:disabled,.send:disabled{background:var(--handback-line);color:var(--handback-muted)}
.avatar{display:inline-grid;place-items:center;overflow:hidden;border-radius:50%;flex:none;background:var(--handback-human);color:var(--handback-on-human);font-weight:700;line-height:1}
.avatar.bot{border-radius:32%;background:var(--handback-soft);color:var(--handback-on-soft)}
.avatar img{width:100%;height:100%;object-fit:cover}
.badge{display:inline-flex;align-items:center;gap:3px;font-size:.88em;font-weight:650;line-height:1;padding:3px 6px;border-radius:6px;background:var(--handback-human);color:var(--handback-on-human)}
.badge.bot{background:var(--handback-soft);color:var(--handback-on-soft)}

.thread{position:relative;display:flex;flex:1;min-height:0}
.log{flex:1;min-width:0;overflow:hidden auto;overscroll-behavior:contain;overflow-anchor:none;background:var(--handback-sunken);scrollbar-width:thin;scrollbar-color:var(--handback-line) transparent}
.log:focus-visible{outline-offset:-2px}
.rows{display:flex;flex-direction:column;padding:calc(4*var(--handback-space));min-height:100%}
.rows::before{content:"";flex:1}
.earlier{align-self:center}
.row{display:flex;gap:8px;margin-top:3px;max-width:100%}
.row.first{margin-top:calc(4*var(--handback-space))}
.side{flex:0 0 28px;display:flex;align-items:flex-start;justify-content:center;flex-direction:column-reverse;position:relative}
.side .avatar{position:absolute;inset-block-end:22px}
.row:has(.dots) .avatar{inset-block-end:2px}
.stack{position:relative;display:flex;flex-direction:column;align-items:flex-start;min-width:0;max-width:84%}
.own{justify-content:flex-end}
.own .stack{align-items:flex-end}
.who{display:flex;align-items:center;gap:6px;margin:0 0 4px 2px;font-size:.82em;font-weight:600;color:var(--handback-muted)}
.bubble{max-width:100%;padding:calc(2.25*var(--handback-space)) calc(3.25*var(--handback-space));border-radius:calc(.9*var(--handback-radius));background:var(--handback-human);overflow-wrap:anywhere;min-width:0}
.bot .bubble{background:var(--handback-bubble);box-shadow:inset 0 0 0 1px var(--handback-line)}
.own .bubble{background:var(--handback-accent);color:var(--handback-on-accent)}
.row:not(.own):not(.last) .bubble{border-end-start-radius:6px}
.row:not(.own):not(.first) .bubble{border-start-start-radius:6px}
.own:not(.last) .bubble{border-end-end-radius:6px}
.own:not(.first) .bubble{border-start-end-radius:6px}
.meta{display:flex;align-items:center;gap:4px;margin:3px 4px 0;min-height:1.2em}
.meta.failed{flex-wrap:wrap}
.own .meta.failed{justify-content:flex-end;text-align:end}
.meta.failed small{flex-basis:100%;font-size:1em;font-weight:400}
.chip{display:inline-flex;align-items:center;gap:3px;padding:1px 6px;border-radius:6px;font-weight:600;background:var(--handback-soft);color:var(--handback-on-soft)}
.failed{color:var(--handback-danger);font-weight:600}
.remove{position:absolute;inset-block-start:2px;inset-inline-end:-36px;display:grid;place-items:center;width:32px;height:32px;color:var(--handback-muted);opacity:0}
.own .remove{inset-inline:-36px auto}
.row.first:not(.own) .remove{inset-block-start:24px}
.row:hover .remove,.remove:focus-visible{opacity:1}
.remove:hover{color:var(--handback-danger)}
.plain{white-space:pre-wrap}
.line{display:flex;align-items:center;justify-content:center;gap:6px;margin:calc(4*var(--handback-space)) 12px 0;text-align:center}
.line q{display:block}
.day{display:flex;align-items:center;gap:12px;margin:calc(4*var(--handback-space)) 0 0}
.day::before,.day::after{content:"";flex:1;border-top:1px solid var(--handback-line)}
.day span::first-letter{text-transform:uppercase}
.day span{display:inline-block}
.dots{display:flex;gap:4px;padding-block:13px}
.dots i{width:7px;height:7px;border-radius:50%;background:var(--handback-muted);animation:hb-dot 1.2s infinite}
.dots i:nth-child(2){animation-delay:.15s}
.dots i:nth-child(3){animation-delay:.3s}
@keyframes hb-dot{0%,60%,100%{opacity:.35}30%{opacity:1;transform:translateY(-3px)}}
@keyframes hb-in{from{opacity:0;transform:translateY(6px)}}
.jump{position:absolute;inset-block-end:10px;inset-inline-start:50%;translate:-50%;display:flex;gap:6px;align-items:center;padding:7px 12px;min-height:34px;font-size:.85em;font-weight:600;background:var(--handback-bg);box-shadow:var(--handback-shadow),inset 0 0 0 1px var(--handback-line)}
:dir(rtl)>.jump{translate:50%}

.bubble>*+*,.md>*+*,li>*+p{margin-top:.6em}
.bubble ul,.bubble ol{padding-inline-start:1.3em}
.bubble li+li{margin-top:.25em}
.bubble a{color:inherit;text-decoration:underline;text-underline-offset:2px;unicode-bidi:isolate}
.heading{font-weight:700}
.host{opacity:.85;unicode-bidi:isolate}
.own .bubble small{color:inherit}
code{font:.88em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--handback-sunken);border-radius:4px;padding:.1em .3em}
pre{background:var(--handback-sunken);border-radius:8px;padding:8px 10px;white-space:pre-wrap}
pre code{padding:0}
blockquote{border-inline-start:3px solid var(--handback-line);padding-inline-start:10px;color:var(--handback-muted)}
hr{border:0;border-top:1px solid var(--handback-line);width:100%}
table{border-collapse:collapse;width:100%;font-size:.93em}
td,th{text-align:start;padding:4px 8px 4px 0;border-bottom:1px solid var(--handback-line);vertical-align:top}
.cites{display:flex;flex-direction:column;gap:5px;border-top:1px solid var(--handback-line);padding-top:8px}
.bubble .files,.cites ul{display:flex;flex-direction:column;gap:5px;padding:0;list-style:none}
.bubble .files li+li,.cites li+li{margin:0}
.form{display:grid;gap:6px}
.form ul{display:grid;gap:4px}
.form li+li{margin:0}
.form .host{display:block;opacity:1}
.answer{display:flex;flex-wrap:wrap;gap:8px;margin-top:6px}
.other{padding:9px 16px;font-weight:600;box-shadow:inset 0 0 0 1px var(--handback-edge)}
.other:disabled{color:var(--handback-muted)}
.answers dl{display:grid;gap:8px}
.answers dt{font-size:.8em;color:var(--handback-muted)}
.answers dd{white-space:pre-wrap}
.bubble .cite{display:flex;gap:8px;padding:7px 10px;border-radius:10px;background:var(--handback-soft);color:var(--handback-on-soft);font-size:.9em;font-weight:600;line-height:1.3;text-decoration:none}
a.cite:hover bdi{text-decoration:underline}
.cite .host{display:block;font-weight:400;color:inherit}

.card{display:flex;flex-direction:column;gap:10px;margin-top:calc(4*var(--handback-space));padding:14px;border-radius:calc(.8*var(--handback-radius));background:var(--handback-bubble);box-shadow:inset 0 0 0 1px var(--handback-line);overflow-wrap:anywhere}
.card strong{display:flex;align-items:center;gap:6px;font-size:.95em}
.card .primary{align-self:flex-start}
.card :focus-visible{outline-offset:0}
.card textarea,.card input:not([type=radio]){width:100%;font-size:16px;font-weight:400;background:var(--handback-bg);border:1px solid var(--handback-edge);border-radius:10px;padding:8px 10px;resize:vertical;min-height:40px}
.card label{display:grid;gap:4px;font-size:.87em;font-weight:600}
.note{background:var(--handback-note)}
.scale{display:flex;gap:5px}
.scale label{flex:1;position:relative;display:block;font-size:1em}
.scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.scale span{display:grid;place-items:center;min-height:38px;border-radius:10px;border:1px solid var(--handback-edge);font-weight:600}
.scale input:hover+span{background:var(--handback-soft);color:var(--handback-on-soft)}
.scale input:checked+span{background:var(--handback-accent);border-color:var(--handback-accent);color:var(--handback-on-accent)}
.scale input:focus-visible+span{outline:2px solid var(--handback-accent);outline-offset:2px}
.ends{display:flex;justify-content:space-between;gap:8px}

.composer{display:flex;align-items:flex-end;gap:6px;padding:5px;border-radius:24px;background:var(--handback-bg);border:1.5px solid var(--handback-edge)}
.composer:focus-within{border-color:var(--handback-accent);box-shadow:0 0 0 1px var(--handback-accent)}
.composer textarea{flex:1;min-width:0;border:0;outline:0;background:none;resize:none;font-size:16px;line-height:24px;padding:5px 4px 5px 10px;padding-inline:10px 4px;max-height:132px;scrollbar-width:thin}
textarea::placeholder{color:var(--handback-muted);opacity:1}
.send{flex:none;width:34px;height:34px;display:grid;place-items:center;background:var(--handback-accent);color:var(--handback-on-accent)}
@media (prefers-reduced-motion:reduce){*,::before,::after{animation:none!important;transition:none!important;scroll-behavior:auto!important}}
@media (forced-colors:active){.bubble,.badge,.avatar,.card,.primary,.send,.jump,.cite{border:1px solid}.scale input:checked+span{border:3px solid Highlight}}
`
