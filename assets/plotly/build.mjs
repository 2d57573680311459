// Arma plotly-tablero.min.js. Uso: npm ci --ignore-scripts && node build.mjs
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import * as esbuild from 'esbuild';

const aqui = dirname(fileURLToPath(import.meta.url));
const salida = process.argv[2] ?? join(aqui, '..', 'plotly-tablero.min.js');
const carpeta = dirname(salida);
const leerJson = async (ruta) => JSON.parse(await readFile(ruta, 'utf8'));

// Quita los textos de ayuda (`description: ...`) del esquema, como hacen los paquetes oficiales de plotly.js:
// en el navegador nadie los lee y pesan la décima parte del archivo.
function sinDescripciones(codigo) {
    const cortes = [];
    (function recorrer(nodo) {
        if (Array.isArray(nodo)) return nodo.forEach(recorrer);
        if (!nodo || typeof nodo.type !== 'string') return;
        if (nodo.type === 'ObjectExpression') {
            nodo.properties.forEach((p, i) => {
                const esAyuda =
                    p.type === 'Property' && !p.computed && !p.shorthand && p.key.name === 'description';
                if (!esAyuda) return recorrer(p);
                const siguiente = nodo.properties[i + 1];
                cortes.push([p.start, siguiente ? siguiente.start : nodo.end - 1]);
            });
        } else {
            Object.values(nodo).forEach(recorrer);
        }
    })(parse(codigo, { ecmaVersion: 'latest', sourceType: 'script' }));
    for (const [desde, hasta] of cortes.reverse()) codigo = codigo.slice(0, desde) + codigo.slice(hasta);
    return codigo;
}

const ayudas = {
    name: 'sin-descripciones',
    setup(build) {
        build.onLoad({ filter: /plotly\.js[\\/]src[\\/].*\.js$/ }, async ({ path }) => {
            const codigo = await readFile(path, 'utf8');
            return { contents: /\bdescription:/.test(codigo) ? sinDescripciones(codigo) : codigo, loader: 'js' };
        });
    },
};

const { version } = await leerJson(join(aqui, 'node_modules/plotly.js/package.json'));
const { metafile } = await esbuild.build({
    absWorkingDir: aqui,
    entryPoints: ['entry.js'],
    outfile: salida,
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'Plotly',
    target: 'es2020',
    loader: { '.css': 'empty' },
    define: { global: 'window', 'define.amd': 'false', 'process.env.NODE_DEBUG': 'false' },
    legalComments: 'none',
    banner: {
        js: `/*! plotly.js ${version} a la medida (MIT, Plotly Technologies Inc.). Licencias: plotly-LICENSE.txt y plotly-terceros.txt */`,
    },
    plugins: process.env.CON_AYUDAS ? [] : [ayudas],
    metafile: true,
    logLevel: 'warning',
});

// Licencias: la de plotly.js y, aparte, la de cada paquete cuyo código entra en el archivo.
const raices = new Set();
for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [ruta, { bytesInOutput }] of Object.entries(inputs)) {
        const m = ruta.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//);
        if (m && bytesInOutput > 0 && !ruta.endsWith('.css')) raices.add(m[1]);
    }
}
const fichas = new Map(); // por nombre y versión: npm puede traer varias copias de un mismo paquete
for (const raiz of [...raices].sort()) {
    const base = join(aqui, raiz);
    const ficha = await leerJson(join(base, 'package.json'));
    const archivos = (await readdir(base)).filter((n) => /^(licen[cs]e|copying)/i.test(n)).sort();
    const textos = await Promise.all(archivos.map((n) => readFile(join(base, n), 'utf8')));
    const texto = textos.map((t) => t.replace(/\r/g, '').trim()).join('\n\n');
    if (ficha.name === 'plotly.js') {
        await writeFile(join(carpeta, 'plotly-LICENSE.txt'), texto + '\n');
    } else {
        const autor = typeof ficha.author === 'string' ? ficha.author : (ficha.author?.name ?? '');
        const titulo = `${ficha.name} ${ficha.version} (${ficha.license ?? 'véase el texto'})`;
        fichas.set(titulo, texto || `Autor: ${autor}. El paquete no trae el texto de la licencia.`);
    }
}
const raya = `\n\n${'-'.repeat(78)}\n\n`;
await writeFile(
    join(carpeta, 'plotly-terceros.txt'),
    ['Paquetes de terceros incluidos en plotly-tablero.min.js']
        .concat([...fichas].sort(([a], [b]) => (a < b ? -1 : 1)).map(([titulo, texto]) => `${titulo}\n\n${texto}`))
        .join(raya) + '\n',
);

const bytes = await readFile(salida);
const huella = createHash('sha256').update(bytes).digest('hex');
console.log(`plotly.js ${version}: ${bytes.length} bytes, sha256 ${huella}`);
