import { tint } from './tint.ts'

/** What the panel and the console need beside them. */
export const panelTokens = `
:host{--handback-line:light-dark(#dce2de,#2d3633);--handback-stroke:1px;--handback-space:4px;
--handback-sunken:light-dark(#f4f6f3,#101412);--handback-muted:light-dark(#57635e,#a2afa9);--handback-edge:light-dark(#7d8a84,#74817b);
--handback-soft:light-dark(#e2efea,#17362e);--handback-on-soft:light-dark(#0a4639,#a3e4cf);
--handback-header:var(--handback-bg);--handback-on-header:var(--handback-text);--handback-header-muted:var(--handback-muted);--handback-header-line:var(--handback-line);
--handback-unread:#b3261e;--handback-on-unread:#fff;--handback-dot:var(--handback-focus);
--handback-danger:light-dark(#b3261e,#ff938a);
--handback-control-radius:calc(50*var(--handback-radius));--handback-field-radius:calc(.5*var(--handback-radius));
--handback-composer-radius:calc(1.2*var(--handback-radius))}
@supports (color:oklch(from red l c h)){:host{
--handback-soft:light-dark(${tint('.945', '.022')},${tint('.31', '.05')});--handback-on-soft:light-dark(${tint('.34', '.09')},${tint('.88', '.09')})}}
:host([data-density=compact]){--handback-space:3px;--handback-size:14px}`
