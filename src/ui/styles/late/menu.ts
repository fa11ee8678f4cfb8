/** The menu, the pages that it opens over the thread, and the preview of an article. */
export const menu = `
@container (max-height:420px){.panel:has(.sheet)>header{display:none}}
.menu{position:absolute;z-index:3;inset-block-start:calc(100% - 6px);inset-inline-end:max(10px,50% - 380px);display:flex;flex-direction:column;width:max-content;min-width:220px;max-width:calc(100% - 20px);max-height:min(420px,70dvh);overflow:hidden auto;padding:6px;border-radius:calc(.7*var(--handback-radius));background:var(--handback-bg);color:var(--handback-text);box-shadow:var(--handback-shadow),0 0 0 max(1px,var(--handback-stroke)) var(--handback-line);animation:hb-in .14s}
.menu .item{display:flex;align-items:center;gap:10px;width:100%;min-height:40px;padding:7px 10px;border-radius:var(--handback-field-radius);font-size:.95em;font-weight:550;line-height:1.3;text-align:start}
.menu .item .icon{color:var(--handback-muted)}
.menu .item>small{margin-inline-start:auto;padding-inline-start:12px}
.menu .item:is(:hover,:focus-visible):enabled{background:var(--handback-soft);color:var(--handback-on-soft)}
.menu .item:is(:hover,:focus-visible) :is(.icon,small){color:inherit}
.menu .item:focus-visible{outline-offset:-2px;outline-color:var(--handback-focus)}
.menu hr{margin:6px 0;width:auto}
.menu .item.danger{color:var(--handback-danger)}
.sheet{position:absolute;inset:0;z-index:2;display:flex;flex-direction:column;background:var(--handback-bg);color:var(--handback-text);animation:hb-in .18s}
.sheet-head{display:flex;align-items:center;gap:8px;min-height:52px;padding:8px max(10px,50% - 380px);border-bottom:var(--handback-stroke) solid var(--handback-line)}
.sheet-head>strong{flex:1;min-width:0;font-family:var(--handback-title-font,inherit);font-size:1.07em;line-height:1.3;text-align:-webkit-match-parent;text-wrap:balance;overflow-wrap:anywhere}
.sheet-head .icon:dir(rtl){transform:scaleX(-1)}
.sheet-body{flex:1;min-height:0;overflow:hidden auto;overscroll-behavior:contain;padding:calc(4*var(--handback-space)) max(calc(4*var(--handback-space)),50% - 380px);scrollbar-width:thin;overflow-wrap:anywhere}
.sheet .list{display:grid;gap:2px;margin:calc(-2*var(--handback-space)) -8px;list-style:none}
.sheet .entry{display:flex;flex-direction:column;gap:2px;width:100%;min-height:44px;padding:10px 8px;border-radius:var(--handback-field-radius);text-align:start;line-height:1.35}
.sheet .entry:hover{background:var(--handback-soft);color:var(--handback-on-soft)}
.sheet .entry:hover small{color:inherit}
.sheet .entry-text{min-width:0;max-width:100%;text-align:-webkit-match-parent;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.sheet :is(.other,.primary){display:inline-flex;flex-wrap:wrap;align-items:center;justify-content:center;gap:2px 7px}
.sheet .quiet{padding:calc(8*var(--handback-space)) 0;text-align:center;color:var(--handback-muted)}
.sheet .quiet .other{color:var(--handback-text)}
.sheet .article{line-height:1.55}
.sheet .article :is(ul,ol){padding-inline-start:1.4em}
.sheet .article a{color:inherit;text-underline-offset:2px}
@media (forced-colors:active){.menu{border:1px solid}.menu .item .icon{color:inherit}}
`
