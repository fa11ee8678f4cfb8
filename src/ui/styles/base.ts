/** What every part stands on: resets, the focus ring, buttons, avatars and badges. Every colour is a token; every side is logical. */
export const base = `
*,::before,::after{box-sizing:border-box}
button,textarea,input,select{font:inherit;color:inherit;margin:0}
button{cursor:pointer;background:none;border:0;padding:0;border-radius:var(--handback-control-radius);min-width:24px;min-height:24px;touch-action:manipulation}
button:disabled{cursor:default}
button:active:enabled{opacity:.75}
p,form{margin:0;padding:0}
:focus-visible{outline:2px solid var(--handback-focus);outline-offset:2px}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.icon{flex:none;display:block}
.pill{display:inline-flex;align-items:center;gap:7px;min-height:36px;padding:7px 14px;background:var(--handback-bg);border:var(--handback-stroke) solid var(--handback-edge);font-size:.93em;font-weight:600;line-height:1.25;text-align:start;overflow-wrap:anywhere}
.send:hover:enabled{background:color-mix(in srgb,var(--handback-accent) 88%,var(--handback-text))}
.send:is(:disabled,[aria-disabled=true]){background:color-mix(in srgb,var(--handback-muted) 18%,var(--handback-bg));color:var(--handback-muted)}
:is(.pill,.tool):hover:enabled{background:var(--handback-soft);color:var(--handback-on-soft);border-color:currentColor}
.round,.tool,.send{display:grid;place-items:center;width:36px;height:36px;flex:none;color:var(--handback-muted)}
.round:hover:enabled{background:color-mix(in srgb,currentColor 10%,transparent);color:var(--handback-text)}
:is(.round,.tool,.log):focus-visible{outline-offset:-2px}
.send:focus-visible{outline-color:currentColor;outline-offset:-4px}
.failed{color:var(--handback-danger);font-weight:600}
.avatar{display:inline-grid;place-items:center;overflow:hidden;border-radius:50%;flex:none;font-weight:700;line-height:1}
.avatar.bot{border-radius:min(32%,1.6*var(--handback-radius));background:var(--handback-soft);color:var(--handback-on-soft)}
@keyframes hb-in{from{opacity:0;transform:translateY(8px)}}
:host([data-motion=none]) *,:host([data-motion=none]) ::before{animation:none!important;transition:none!important}
@media (prefers-reduced-motion:reduce){*,::before,::after{animation:none!important;transition:none!important}}
@media (forced-colors:active){.panel,.avatar,.send,.pill{border:1px solid}button:disabled{color:GrayText}.state::before{forced-color-adjust:none;background:CanvasText!important}}
`
