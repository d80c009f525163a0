"""How a printed page looks; on a screen it looks like paper."""

STYLE = """
@page { size: A4; margin: 18mm 18mm 20mm;
  @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
html { color: #000; background: #fff; }
body { font: 11pt/1.45 serif; margin: 0; }
main { max-width: 174mm; margin: 0 auto; padding: 1px 0; }
@media screen { main { padding: 10mm; } }
h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 2mm; }
h2 { font-size: 14pt; break-after: avoid; }
h3 { font-size: 11pt; margin: 0; break-after: avoid; }
p { margin: 1.5mm 0; orphans: 3; widows: 3; }
.sub { font-weight: bold; }
.fields { display: flex; gap: 6mm; margin: 5mm 0; }
.fields span { flex: 1; display: flex; gap: 2mm; }
.fields i { flex: 1; border-bottom: .3mm solid #000; }
article { break-inside: avoid; margin: 0 0 6mm; overflow-wrap: anywhere; position: relative; }
.points { position: absolute; inset-block-start: 0; inset-inline-end: 0; font-size: 10pt; }
.option { margin: 1mm 0; padding-inline-start: 4mm; }
.option b { display: inline-block; width: 9mm; border-bottom: .3mm solid #000; }
.pairs { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; }
.gap { display: inline-block; width: 32mm; border-bottom: .3mm solid #000; height: 1em; }
.line { border-bottom: .2mm solid #555; height: 9mm; }
.right { font-weight: bold; }
.apart { break-before: page; }
blockquote { margin: 1.5mm 0; padding-inline-start: 3mm; border-inline-start: .6mm solid #777; }
cite { font-style: normal; }
"""
