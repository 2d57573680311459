// Builds plotly-tablero.min.js. Usage: npm ci --ignore-scripts && node build.mjs [target.js]
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import * as esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? join(here, '..', 'plotly-tablero.min.js');
const folder = dirname(target);
const readJson = async (path) => JSON.parse(await readFile(path, 'utf8'));

// Drops the help texts (`description: ...`) of the schema, as the official bundles of plotly.js do:
// nobody reads them in a browser and they weigh a tenth of the file.
function withoutDescriptions(code) {
    const cuts = [];
    (function walk(node) {
        if (Array.isArray(node)) return node.forEach(walk);
        if (!node || typeof node.type !== 'string') return;
        if (node.type === 'ObjectExpression') {
            node.properties.forEach((p, i) => {
                const isHelp =
                    p.type === 'Property' && !p.computed && !p.shorthand && p.key.name === 'description';
                if (!isHelp) return walk(p);
                const next = node.properties[i + 1];
                cuts.push([p.start, next ? next.start : node.end - 1]);
            });
        } else {
            Object.values(node).forEach(walk);
        }
    })(parse(code, { ecmaVersion: 'latest', sourceType: 'script' }));
    for (const [from, to] of cuts.reverse()) code = code.slice(0, from) + code.slice(to);
    return code;
}

const withoutHelp = {
    name: 'without-descriptions',
    setup(build) {
        build.onLoad({ filter: /plotly\.js[\\/]src[\\/].*\.js$/ }, async ({ path }) => {
            const code = await readFile(path, 'utf8');
            return { contents: /\bdescription:/.test(code) ? withoutDescriptions(code) : code, loader: 'js' };
        });
    },
};

const { version } = await readJson(join(here, 'node_modules/plotly.js/package.json'));
const { metafile } = await esbuild.build({
    absWorkingDir: here,
    entryPoints: ['entry.js'],
    outfile: target,
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
    plugins: process.env.KEEP_HELP ? [] : [withoutHelp],
    metafile: true,
    logLevel: 'warning',
});

// Licences: that of plotly.js and, apart, that of every package whose code is in the file.
const roots = new Set();
for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
        const m = path.match(/^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//);
        if (m && bytesInOutput > 0 && !path.endsWith('.css')) roots.add(m[1]);
    }
}
const records = new Map(); // by name and version: npm may bring several copies of one package
for (const root of [...roots].sort()) {
    const base = join(here, root);
    const record = await readJson(join(base, 'package.json'));
    const files = (await readdir(base)).filter((n) => /^(licen[cs]e|copying)/i.test(n)).sort();
    const texts = await Promise.all(files.map((n) => readFile(join(base, n), 'utf8')));
    const text = texts.map((t) => t.replace(/\r/g, '').trim()).join('\n\n');
    if (record.name === 'plotly.js') {
        await writeFile(join(folder, 'plotly-LICENSE.txt'), text + '\n');
    } else {
        const author = typeof record.author === 'string' ? record.author : (record.author?.name ?? '');
        const title = `${record.name} ${record.version} (${record.license ?? 'véase el texto'})`;
        records.set(title, text || `Autor: ${author}. El paquete no trae el texto de la licencia.`);
    }
}
const rule = `\n\n${'-'.repeat(78)}\n\n`;
await writeFile(
    join(folder, 'plotly-terceros.txt'),
    ['Paquetes de terceros incluidos en plotly-tablero.min.js']
        .concat([...records].sort(([a], [b]) => (a < b ? -1 : 1)).map(([title, text]) => `${title}\n\n${text}`))
        .join(rule) + '\n',
);

const bytes = await readFile(target);
const fingerprint = createHash('sha256').update(bytes).digest('hex');
console.log(`plotly.js ${version}: ${bytes.length} bytes, sha256 ${fingerprint}`);
