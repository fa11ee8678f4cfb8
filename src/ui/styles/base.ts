/** What every part stands on: resets, the focus ring, buttons, avatars and badges. Every colour is a token; every side is logical. */
export const base = `
*,::before,::after{box-sizing:border-box}
button,textarea,input,select{font:inherit;color:inherit;margin:0}
button{cursor:pointer;background:none;border:0;padding:0;border-radius:var(--handback-control-radius);min-width:24px;min-height:24px;touch-action:manipulation}
button:disabled{cursor:default}
p,ul,ol,dl,dd,blockquote,pre,form{margin:0;padding:0}
:focus-visible{outline:2px solid var(--handback-focus);outline-offset:2px}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.icon{flex:none;display:block}
small,.meta,.line,.day{font-size:.82em;color:var(--handback-muted)}
.text{color:inherit;font-weight:600;text-decoration:underline;text-underline-offset:2px;border-radius:4px;padding:0 4px}
.text:hover{text-decoration-thickness:2px}
.primary,.other,.pill{border-radius:var(--handback-control-radius);color:inherit;text-decoration:none;font-weight:600;line-height:1.25;min-height:36px;padding:7px 16px;text-align:center;overflow-wrap:anywhere}
.primary{background:var(--handback-accent);color:var(--handback-on-accent)}
.primary:hover:enabled,.send:hover:enabled{background:color-mix(in srgb,var(--handback-accent) 88%,var(--handback-text))}
.primary:disabled,.send:is(:disabled,[aria-disabled=true]){background:color-mix(in srgb,var(--handback-muted) 18%,var(--handback-bg));color:var(--handback-muted)}
.other{box-shadow:inset 0 0 0 var(--handback-stroke) var(--handback-edge)}
.other:disabled{color:var(--handback-muted)}
.pill{display:inline-flex;align-items:center;gap:7px;padding-inline:14px;background:var(--handback-bg);border:var(--handback-stroke) solid var(--handback-edge);font-size:.93em;text-align:start}
.pill:hover:enabled,.other:hover:enabled{background:var(--handback-soft);color:var(--handback-on-soft);border-color:currentColor}
.round{display:grid;place-items:center;width:36px;height:36px;flex:none;color:var(--handback-muted)}
.round:hover:enabled{background:color-mix(in srgb,currentColor 10%,transparent);color:var(--handback-text)}
.round:focus-visible,.tool:focus-visible,.send:focus-visible{outline-offset:-2px}
.send:focus-visible{outline-color:currentColor;outline-offset:-4px}
.buttons{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center}
.failed{color:var(--handback-danger);font-weight:600}
.avatar{display:inline-grid;place-items:center;overflow:hidden;border-radius:50%;flex:none;background:var(--handback-human);color:var(--handback-on-human);font-weight:700;line-height:1}
.avatar.bot{border-radius:min(32%,1.6*var(--handback-radius));background:var(--handback-soft);color:var(--handback-on-soft)}
.avatar img{width:100%;height:100%;object-fit:cover}
.badge{display:inline-flex;align-items:center;gap:3px;font-size:.88em;font-weight:650;line-height:1;padding:3px 6px;border-radius:min(6px,.4*var(--handback-radius));background:var(--handback-human);color:var(--handback-on-human);white-space:nowrap}
.badge.bot{background:var(--handback-soft);color:var(--handback-on-soft)}
@keyframes hb-dot{0%,60%,100%{opacity:.35}30%{opacity:1;transform:translateY(-3px)}}
@keyframes hb-in{from{opacity:0;transform:translateY(8px)}}
:host([data-motion=none]) *,:host([data-motion=none]) ::before{animation:none!important;transition:none!important}
@media (prefers-reduced-motion:reduce){*,::before,::after{animation:none!important;transition:none!important;scroll-behavior:auto!important}}
@media (forced-colors:active){.panel,.bubble,.badge,.avatar,.primary,.send,.jump,.cite,.pill,.other{border:1px solid}button:disabled{color:GrayText}.dots i,.state::before{forced-color-adjust:none;background:CanvasText!important}}
`
