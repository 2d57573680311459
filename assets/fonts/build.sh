#!/bin/sh
# Makes tablero-sans-var.woff2 from Source Sans 3 (Adobe, OFL 1.1). Usage: sh build.sh [target folder]
# The licence reserves the name «Source» for the original: the subset is called Tablero Sans.
set -eu
target=$(cd "${1:-$(dirname "$0")}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv v
v/bin/pip install -q fonttools==4.68.0 brotli==1.2.1
echo '{"private":true}' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund source-sans@3.52.0
origin=node_modules/source-sans

# Letters: Basic Latin and Latin-1, the marks of the board, the triangles of plotly.js deltas,
# thin spaces and hard hyphen, and a few more marks of the same group.
cat > marks.txt <<'FIN'
– — ‘ ’ “ ” ‹ › « » … • · × ÷ ≥ ≤ ≈ ≠ → ← ↑ ↓ ↗ ↘ ▲ ▼ △ ▽ ◆ ● ○ ■ □ ✓ ✗ − ′ ″ % ‰ ½ § № €
FIN
v/bin/pyftsubset $origin/VF/SourceSans3VF-Upright.ttf --output-file=subset.ttf \
    --unicodes=U+0020-007E,U+00A0-00FF,U+2007,U+2009,U+2010,U+2011,U+202F --text-file=marks.txt \
    --layout-features=kern,liga,tnum,lnum,pnum,case,ccmp,locl,mark,mkmk \
    --name-IDs='*' --notdef-outline --drop-tables+=DSIG --no-recalc-timestamp
v/bin/python - <<'FIN'
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

KEPT = {0, 5, 7, 8, 9, 11, 13, 14}  # authorship and licence stay as they come


def make(file, style, weight, flavor=None):
    """Pin or cut the weight, set the name of the subset, and save."""
    t = instantiateVariableFont(TTFont("subset.ttf", recalcTimestamp=False), {"wght": weight})
    key = f"TableroSans-{style}"
    bold = style == "SemiBold"
    own = {1: "Tablero Sans", 2: "Bold" if bold else "Regular", 3: f"3.052;{key}", 4: f"Tablero Sans {style}", 6: key, 25: "TableroSans"}
    for n in list(t["name"].names):
        if n.nameID in own:
            n.string = own[n.nameID]
        elif n.nameID not in KEPT and "SourceSans" in n.toUnicode():
            n.string = n.toUnicode().replace("SourceSans3VF", "TableroSans")
    left = {n.nameID for n in t["name"].names if "source" in n.toUnicode().lower()} - {0, 7}
    assert not left, left
    t["OS/2"].fsSelection = 0x20 if bold else 0x40
    t["head"].macStyle = int(bold)
    t.flavor = flavor
    t.save(file)


make("tablero-sans-var.woff2", "Regular", (400, 400, 700), "woff2")
# for pictures drawn outside a browser, where variable woff2 is not read
make("tablero-sans-400.ttf", "Regular", 400)
make("tablero-sans-600.ttf", "SemiBold", 600)
FIN

cp tablero-sans-var.woff2 tablero-sans-400.ttf tablero-sans-600.ttf "$target/"
{
    echo "Tablero Sans: subset de Source Sans 3 (npm source-sans 3.52.0), con otro nombre porque el original está reservado."
    echo "Lo hace build.sh; se distribuye con la misma licencia, que sigue."
    echo
    tr -d '\r' < $origin/LICENSE.md
} > "$target/tablero-sans-OFL.txt"
cd "$target" && sha256sum tablero-sans-var.woff2 tablero-sans-400.ttf tablero-sans-600.ttf
