"""How the page looks: on light and dark screens, and on paper."""

STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
ol { padding-inline-start: 1.5rem; }
li { margin-block: 1.5rem; overflow-wrap: anywhere; break-inside: avoid; }
p { margin-block: .5rem; }
.option { display: block; padding: .2rem 0; }
.task { font-style: italic; }
textarea { width: 100%; font: inherit; box-sizing: border-box; }
input, select { font: inherit; max-width: 100%; }
summary { cursor: pointer; font-weight: 600; padding: .3rem 0; }
details { border-inline-start: .25rem solid; padding-inline-start: .75rem; margin-block: .5rem; }
.right { font-weight: 600; }
blockquote { margin: .5rem 0; padding: .25rem .75rem; border-inline-start: .2rem dotted; }
cite { font-style: normal; }
"""
