/** The panel's own frame; its inner parts are styled by the shared sheet. */
export const panelStyles = `
.place{position:absolute;inset-block-end:0;inset-inline-end:0}
.panel{display:flex;flex-direction:column;width:380px;height:min(640px,calc(100dvh - 40px));background:var(--handback-bg);border-radius:var(--handback-radius);box-shadow:var(--handback-shadow),0 0 0 1px var(--handback-line);overflow:hidden;animation:hb-in .22s cubic-bezier(.2,.8,.3,1);text-align:start}
:host([data-layout=inline]) .place{inset:0}
:host([data-layout=inline]) .panel{width:auto;height:100%;animation:none;box-shadow:0 0 0 1px var(--handback-line)}
header{display:flex;align-items:center;gap:12px;padding:calc(3.5*var(--handback-space)) calc(3*var(--handback-space)) calc(3.5*var(--handback-space)) calc(4*var(--handback-space));padding-inline:calc(4*var(--handback-space)) calc(3*var(--handback-space));border-bottom:1px solid var(--handback-line);z-index:1}
.who-now{flex:1;min-width:0}
.who-now strong{display:block;font-size:1.13em;line-height:1.25;letter-spacing:-.01em}
[role=status]{font-size:.87em;line-height:1.35;color:var(--handback-muted)}
[role=status] span{overflow-wrap:anywhere}
.state,.detail span{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.detail{display:block}
.state::before{content:"";display:inline-block;width:8px;height:8px;margin-inline-end:7px;border-radius:32%;background:var(--handback-accent)}
[data-status=agent] .state::before,[data-status=typing] .state::before{border-radius:50%;background:#1f9d55}
[data-status=connecting] .state::before{border-radius:50%;background:#c77700;animation:hb-dot 1.4s infinite}
[data-status=closed] .state::before{background:none;box-shadow:inset 0 0 0 2px var(--handback-muted)}
.detail{color:var(--handback-text);font-weight:550}
.detail span~span{color:var(--handback-muted);font-weight:400}
.round{display:grid;place-items:center;width:36px;height:36px;flex:none;color:var(--handback-muted)}
.round:hover{background:var(--handback-sunken);color:var(--handback-text)}
.round+.round{margin-inline-start:-8px}
.banner{padding:6px 16px;text-align:center;font-size:.87em;font-weight:600;background:var(--handback-human);color:var(--handback-on-human)}
.question{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:8px 12px;padding:10px 16px;border-bottom:1px solid var(--handback-line)}
.panel:focus{outline:0}
.rows:has(.intro){justify-content:center}
.rows:has(.intro)::before{content:none}
.intro{display:flex;flex-direction:column;align-items:center;gap:14px}
.intro p{font-size:1.4em;font-weight:700;letter-spacing:-.02em}
.pill{display:inline-flex;align-items:center;gap:7px;min-height:34px;padding:6px 14px;background:var(--handback-bg);border:1px solid var(--handback-edge);font-size:.93em;font-weight:600;line-height:1.25;text-align:start;overflow-wrap:anywhere}
.pill:hover:enabled{background:var(--handback-soft);color:var(--handback-on-soft);border-color:currentColor}
.erased{gap:6px;text-align:center}
.erased p{font-size:1.13em}
.pill.stop{margin-inline-start:auto;padding-inline:11px 14px}
.times{display:grid;gap:6px}
.card .times label{position:relative;display:block;font-size:1em}
.times input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.times span{display:block;min-height:40px;padding:8px 12px;border:1px solid var(--handback-edge);border-radius:10px}
.times span::first-letter{text-transform:uppercase}
.times small{float:inline-end;line-height:inherit;padding-block-start:.15em}
.times input:hover+span{background:var(--handback-soft);color:var(--handback-on-soft)}
.times input:checked+span{background:var(--handback-accent);border-color:var(--handback-accent);color:var(--handback-on-accent)}
.times :is(input:checked,input:hover)+span small{color:inherit}
.times input:focus-visible+span{outline:2px solid var(--handback-accent);outline-offset:2px}
.replies{display:flex;flex-wrap:wrap;gap:8px;justify-content:flex-end;margin-top:14px}
.buttons{display:flex;gap:12px;align-items:center}
footer{padding:calc(2.5*var(--handback-space)) calc(3*var(--handback-space)) calc(3*var(--handback-space));border-top:1px solid var(--handback-line)}
footer .failed{font-size:.87em;margin:0 4px 8px}
.help{display:flex;align-items:center;gap:10px;margin-bottom:calc(2.5*var(--handback-space))}
.waiting{border-style:dashed;color:var(--handback-muted)}
@media (max-height:420px){header,footer{padding-block:6px}header .avatar{display:none}.help{margin-bottom:6px}}
@media (max-width:480px){
:host(:not([data-layout=inline])) .panel{position:fixed;inset:0;width:auto;height:var(--handback-viewport,100dvh);inset-block:var(--handback-viewport-top,0) auto;border-radius:0;padding-block:env(safe-area-inset-top) env(safe-area-inset-bottom)}
}
`
