extension Styles {
  /// What surrounds every page: head, menu, foot.
  static let frame = """
    .skip{position:absolute;inset-inline-start:var(--step-4);top:-6rem;z-index:9;padding:var(--step-2) \
    var(--step-4);background:var(--surface);color:var(--ink);border-radius:0 0 var(--corner) var(--corner)}
    .skip:focus{top:0}
    .masthead{background:var(--brand);color:var(--brand-ink)}
    .masthead a{color:inherit}
    .masthead :focus-visible,.foot :focus-visible{outline-color:currentColor}
    .masthead-row{display:flex;flex-wrap:wrap;align-items:center;gap:var(--step-2) var(--step-6)}
    .inner{width:100%;max-width:var(--wide);margin-inline:auto;padding-inline:clamp(1rem,4vw,2rem)}
    .masthead .inner{padding-block:var(--step-3)}
    .identity{display:flex;align-items:center;gap:var(--step-3);text-decoration:none;margin-inline-end:auto;\
    min-height:2.75rem;max-width:100%}
    .identity:hover .identity-name{text-decoration:underline}
    .seal{width:2.75rem;height:2.75rem;flex:none;display:grid;place-items:center;border-radius:50%;\
    background:var(--brand-ink);color:var(--brand);font:700 1.1rem/1 var(--serif);overflow:hidden}
    .seal svg{width:68%;height:68%;fill:currentColor}
    .identity-name{display:block;font:600 1.15rem/1.2 var(--serif)}
    .identity-service{display:block;font-size:.875rem}
    .weave{height:8px;background:\
    repeating-linear-gradient(135deg,var(--accent) 0 6px,transparent 6px 12px),\
    repeating-linear-gradient(45deg,var(--accent) 0 6px,transparent 6px 12px),var(--brand);\
    background-size:17px 8px}
    .aside-links{display:flex;flex-wrap:wrap;align-items:center;gap:var(--step-1) var(--step-4);font-size:.95rem;\
    list-style:none;margin:0;padding:0}
    .viewer{max-width:12rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
    .aside-links .viewer a{display:block;overflow:hidden;text-overflow:ellipsis}
    .aside-links a,.aside-links button{display:inline-block;padding-block:.3rem}
    .aside-links [aria-current]{font-weight:700;text-decoration:none}
    .menu{background:var(--surface);border-bottom:1px solid var(--line)}
    .menu ul{list-style:none;margin:0;padding:0}
    .menu a{display:block;padding:var(--step-3);color:var(--ink);text-decoration:none;font-weight:500;\
    border-block:3px solid transparent}
    .menu a:hover{text-decoration:underline}
    .menu [aria-current]{color:var(--action);border-block-end-color:var(--action)}
    .menu-wide{display:none}
    .menu-wide ul{display:flex;flex-wrap:wrap;margin-inline:calc(-1*var(--step-3))}
    .menu-narrow summary{padding:var(--step-3) clamp(1rem,4vw,2rem);min-height:2.75rem;font-weight:600;\
    cursor:pointer}
    .menu-narrow ul{padding:0 clamp(.25rem,3vw,1.25rem) var(--step-3)}
    .menu-narrow [aria-current]{border-inline-start:3px solid var(--action);border-block-end-color:transparent;\
    font-weight:700}
    main{flex:1;padding-block:clamp(1.5rem,4vw,2.75rem);outline:none}
    .foot{background:var(--sunken);border-top:1px solid var(--line);font-size:.92rem;color:var(--ink-soft)}
    .foot .inner{padding-block:var(--step-6);display:flex;flex-wrap:wrap;gap:var(--step-3) var(--step-8);\
    justify-content:space-between}
    .foot p{margin:0}
    @media (max-width:30rem){.masthead-row{row-gap:0}.aside-links,.aside-links button{font-size:.875rem}.aside-links{column-gap:var(--step-3)}\
    .viewer{max-width:6.5rem}.identity-service{font-size:.8rem}.masthead .inner{padding-block:var(--step-2)}}
    @media (min-width:60rem){.menu-wide{display:block}.menu-narrow{display:none}\
    .menu-wide a{padding-inline:var(--step-2)}.menu-wide ul{margin-inline:calc(-1*var(--step-2))}}
    """
}
