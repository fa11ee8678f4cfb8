import { panelTokens } from './panel-tokens.ts'

/** The panel's own frame, and a header that keeps its height whatever its words; its inner parts are styled by the shared sheet. */
export const panelStyles = panelTokens + `
:host([data-layout=inline]){position:relative!important;z-index:auto!important;inset:auto!important;height:100%;width:100%}
:host(div[data-layout=inline]){height:100%!important;width:100%!important}
:host([data-layout=page]){inset:var(--handback-viewport-top,0) 0 auto!important;height:var(--handback-viewport,100dvh)!important}
.place{position:absolute;inset-block-end:0;inset-inline-end:0}
:host([data-position=start]) .place{inset-inline:0 auto}
.panel{container-type:size;-webkit-text-size-adjust:100%;position:relative;display:flex;flex-direction:column;width:380px;height:min(640px,calc(100dvh - 40px));background:var(--handback-bg);border-radius:var(--handback-radius);box-shadow:var(--handback-shadow),0 0 0 var(--handback-stroke) var(--handback-line);overflow:hidden;animation:hb-in .22s cubic-bezier(.2,.8,.3,1);text-align:start}
.panel:focus{outline:0}
:host(:is([data-layout=inline],[data-layout=page])) .place{inset:0}
:host([data-layout=inline]) .place{all:initial;position:absolute;inset:0;color-scheme:inherit;font-family:inherit;font-size:var(--handback-size);line-height:1.45;color:var(--handback-text)}
:host(:is([data-layout=inline],[data-layout=page])) .panel{width:auto;height:100%;animation:none;box-shadow:0 0 0 var(--handback-stroke) var(--handback-line)}
:host([data-layout=page]) .panel{border-radius:0;box-shadow:none;padding-block:env(safe-area-inset-top) env(safe-area-inset-bottom)}
header{position:relative;display:flex;align-items:center;gap:12px;padding-block:calc(3*var(--handback-space));padding-inline:max(calc(4*var(--handback-space)),50% - 380px) max(calc(3*var(--handback-space)),50% - 380px);background:var(--handback-header);color:var(--handback-on-header);border-bottom:var(--handback-stroke) solid var(--handback-header-line);z-index:1}
header :focus-visible{outline-color:currentColor}
.who-now{display:flex;flex:1;flex-direction:column;justify-content:center;min-width:0;min-height:3.8em}
.who-now strong{display:block;font-family:var(--handback-title-font,inherit);font-size:1.13em;line-height:1.25;letter-spacing:-.01em;overflow-wrap:anywhere}
header ::slotted(*){align-self:start;display:block;max-width:100%;max-height:32px;font-size:1.13em;line-height:1.25}
header ::slotted(img){width:auto;height:32px;object-fit:contain}
[role=status]{font-size:.87em;line-height:1.35;color:var(--handback-header-muted);overflow-wrap:anywhere}
.state::before{content:"";display:inline-block;width:8px;height:8px;margin-inline-end:7px;border-radius:32%;background:var(--handback-dot)}
header .round{color:var(--handback-header-muted)}
header .round:hover:enabled{color:var(--handback-on-header)}
.round+.round{margin-inline-start:-10px}
footer{padding-block:calc(2.5*var(--handback-space)) calc(3*var(--handback-space));padding-inline:max(calc(3*var(--handback-space)),50% - 380px);border-top:var(--handback-stroke) solid var(--handback-line);background:var(--handback-bg)}
footer .failed{font-size:.87em;margin:0 4px 8px}
footer ::slotted(*){display:block;margin-top:6px;font-size:.8em;text-align:center;color:var(--handback-muted)}
.help{display:flex;flex-wrap:wrap;align-items:center;gap:6px 10px;margin-bottom:calc(2.5*var(--handback-space))}
@media (max-width:480px){
:host(:not([data-layout])) .panel,:host([data-layout=floating]) .panel{position:fixed;inset:0;width:auto;height:var(--handback-viewport,100dvh);inset-block:var(--handback-viewport-top,0) auto;border-radius:0;padding-block:env(safe-area-inset-top) env(safe-area-inset-bottom)}
}
`
