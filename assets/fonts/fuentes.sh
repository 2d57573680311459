#!/bin/sh
# Hace tablero-sans-var.woff2 a partir de Source Sans 3 (Adobe, OFL 1.1). Uso: sh fuentes.sh [carpeta de salida]
# La licencia reserva el nombre «Source» para el original; por eso el recorte se llama Tablero Sans.
set -eu
salida=$(cd "${1:-$(dirname "$0")}" && pwd)
obra=$(mktemp -d)
trap 'rm -rf "$obra"' EXIT
cd "$obra"

python3 -m venv v
v/bin/pip install -q fonttools==4.68.0 brotli==1.2.1
echo '{"private":true}' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund source-sans@3.52.0
origen=node_modules/source-sans

# Letras: latín básico y latín 1, signos del tablero, los triángulos que plotly.js pone en los deltas,
# espacios finos y guion duro, y unos pocos signos más del mismo grupo.
cat > signos.txt <<'FIN'
– — ‘ ’ “ ” ‹ › « » … • · × ÷ ≥ ≤ ≈ ≠ → ← ↑ ↓ ↗ ↘ ▲ ▼ △ ▽ ◆ ● ○ ■ □ ✓ ✗ − ′ ″ % ‰ ½ § № €
FIN
v/bin/pyftsubset $origen/VF/SourceSans3VF-Upright.ttf --output-file=recorte.ttf \
    --unicodes=U+0020-007E,U+00A0-00FF,U+2007,U+2009,U+2010,U+2011,U+202F --text-file=signos.txt \
    --layout-features=kern,liga,tnum,lnum,pnum,case,ccmp,locl,mark,mkmk \
    --name-IDs='*' --notdef-outline --drop-tables+=DSIG --no-recalc-timestamp
v/bin/python - <<'FIN'
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

MARCA = {0, 5, 7, 8, 9, 11, 13, 14}  # autoría y licencia quedan como vienen


def hacer(archivo, estilo, grosor, flavor=None):
    """Fija o recorta el grosor, pone el nombre propio y guarda."""
    t = instantiateVariableFont(TTFont("recorte.ttf", recalcTimestamp=False), {"wght": grosor})
    clave = f"TableroSans-{estilo}"
    negrita = estilo == "SemiBold"
    propios = {1: "Tablero Sans", 2: "Bold" if negrita else "Regular", 3: f"3.052;{clave}", 4: f"Tablero Sans {estilo}", 6: clave, 25: "TableroSans"}
    for n in list(t["name"].names):
        if n.nameID in propios:
            n.string = propios[n.nameID]
        elif n.nameID not in MARCA and "SourceSans" in n.toUnicode():
            n.string = n.toUnicode().replace("SourceSans3VF", "TableroSans")
    restos = {n.nameID for n in t["name"].names if "source" in n.toUnicode().lower()} - {0, 7}
    assert not restos, restos
    t["OS/2"].fsSelection = 0x20 if negrita else 0x40
    t["head"].macStyle = int(negrita)
    t.flavor = flavor
    t.save(archivo)


hacer("tablero-sans-var.woff2", "Regular", (400, 400, 700), "woff2")
# para las imágenes que dibuja el servidor: matplotlib no lee woff2 ni grosores variables
hacer("tablero-sans-400.ttf", "Regular", 400)
hacer("tablero-sans-600.ttf", "SemiBold", 600)
FIN

cp tablero-sans-var.woff2 tablero-sans-400.ttf tablero-sans-600.ttf "$salida/"
{
    echo "Tablero Sans: recorte de Source Sans 3 (npm source-sans 3.52.0), con otro nombre porque el original está reservado."
    echo "Lo hace fuentes.sh; se distribuye con la misma licencia, que sigue."
    echo
    tr -d '\r' < $origen/LICENSE.md
} > "$salida/tablero-sans-OFL.txt"
cd "$salida" && sha256sum tablero-sans-var.woff2 tablero-sans-400.ttf tablero-sans-600.ttf
