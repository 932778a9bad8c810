extension Styles {
  /// On paper: black on white, without what can only be clicked; and for forced colours.
  static let print = """
    @media print{
    :root{color-scheme:light;--paper:#fff;--surface:#fff;--sunken:#fff;--ink:#000;--ink-soft:#333;--line:#999;\
    --action:#000}
    @page{margin:18mm}
    html{font-size:10.5pt}
    .skip,.menu,.step,.steps,.unproved,.aside-links,.actions,.filters,.pages,.foot,button,.button{display:none!important}
    .masthead{background:none;color:#000;border-bottom:2pt solid #000}
    .seal{border:1pt solid #000;color:#000;background:none}
    .weave{display:none}
    main{padding-block:6mm}
    .chart svg{print-color-adjust:exact}
    .card,.table tr,.group,.timeline>li,.notice{break-inside:avoid}
    h1,h2,h3{break-after:avoid}
    .table thead{display:table-header-group}
    .table tbody th{min-width:48mm}
    .table th,.table td{padding:1.5mm}
    }
    @media (forced-colors:active){
    .badge::before,.error::before{background:CanvasText;forced-color-adjust:none}
    .menu [aria-current]{border-block-end-color:Highlight}
    }
    """
}
