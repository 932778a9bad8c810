extension Styles {
  /// How pieces stand beside each other.
  static let arrangement = """
    .stack>*+*{margin-top:var(--step-4)}
    .grid{display:grid;gap:var(--step-4);grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));\
    list-style:none;margin:0 0 var(--step-6);padding:0}
    .grid>li{max-width:none;display:grid}
    .columns{display:grid;gap:var(--step-6) var(--step-8);grid-template-columns:minmax(0,1fr)}
    @media (min-width:60rem){.columns{grid-template-columns:minmax(0,1fr) 20rem}}
    .row{display:flex;flex-wrap:wrap;align-items:center;gap:var(--step-2) var(--step-4)}
    .row>*{margin:0}
    .views a{padding-block:var(--step-2)}
    .views a[aria-current]{color:var(--ink);font-weight:700;text-decoration:none;box-shadow:inset 0 -3px 0 currentColor}
    .spread{justify-content:space-between}
    .crumbs{display:flex;flex-wrap:wrap;gap:var(--step-1) var(--step-2);list-style:none;padding:0;\
    margin:0 0 var(--step-4);font-size:.95rem}
    .crumbs li{min-width:0;overflow-wrap:anywhere}
    .crumbs li+li::before{content:"/";color:var(--ink-soft);margin-inline-end:var(--step-2)}
    .waiting>.card+.grid,form+.unbulleted{margin-top:var(--step-4)}
    .narrow{max-width:34rem;margin-inline:auto}
    .narrow>.card+*,.card.form+.card.form{margin-top:var(--step-4)}
    """
}
