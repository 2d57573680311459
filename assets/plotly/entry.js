// plotly.js a la medida del tablero: solo las trazas y los idiomas que usa.
'use strict';

// 1. Mapas base vacíos, antes que todo lo demás. Cada pareja ámbito-resolución que plotly.js puede pedir queda
//    respondida aquí, de modo que ningún mapa consulta otro servidor: el tablero dibuja sus propios polígonos.
var vacio = { type: 'GeometryCollection', geometries: [] };
var mapaVacio = { type: 'Topology', objects: {}, arcs: [] };
['coastlines', 'countries', 'lakes', 'land', 'ocean', 'rivers', 'subunits'].forEach(function (capa) {
    mapaVacio.objects[capa] = vacio;
});
var geo = (window.PlotlyGeoAssets = window.PlotlyGeoAssets || {});
geo.topojson = geo.topojson || {};
[
    'africa', 'antarctica', 'asia', 'europe', 'north-america', 'oceania', 'south-america', 'usa', 'world',
].forEach(function (ambito) {
    [50, 110].forEach(function (resolucion) {
        var nombre = ambito + '_' + resolucion + 'm';
        if (!geo.topojson[nombre]) geo.topojson[nombre] = mapaVacio;
    });
});

// 2. Núcleo (trae scatter) y trazas.
var Plotly = require('plotly.js/lib/core');
Plotly.register([
    require('plotly.js/lib/bar'),
    require('plotly.js/lib/choropleth'),
    require('plotly.js/lib/indicator'),
    require('plotly.js/lib/sankey'),
    require('plotly.js/lib/scattergeo'),
]);

// 3. Idiomas. es-PE pone el formato (1,234.5); las palabras que no tenga las toma de es.
var esPE = require('plotly.js/lib/locales/es-pe');
Plotly.register([
    require('plotly.js/lib/locales/es'),
    {
        moduleType: 'locale',
        name: 'es-PE',
        dictionary: Object.assign({}, esPE.dictionary, {
            // lo que a «es» le falta en plotly.js 4.1.1
            'Download plot as JSON': 'Descargar gráfica como JSON',
            'JSON download succeeded': 'La descarga del JSON finalizó correctamente',
            'Sorry, there was a problem downloading your JSON file!': '¡La descarga del JSON falló!',
            'Draw circle': 'Dibujar círculo',
            'Draw closed freeform': 'Dibujar forma libre cerrada',
            'Draw line': 'Dibujar línea',
            'Draw open freeform': 'Dibujar forma libre abierta',
            'Draw rectangle': 'Dibujar rectángulo',
            'Erase active shape': 'Borrar la forma activa',
            'concentration:': 'concentración:',
            // «fuente» se confundiría con la fuente del dato
            'source:': 'origen:',
        }),
        format: Object.assign({}, esPE.format, {
            shortDays: ['Dom', 'Lun', 'Mar', 'Mié', 'Jue', 'Vie', 'Sáb'],
        }),
    },
]);

// 4. Valores por omisión para cualquier gráfico: en español del Perú y sin el botón que sube datos a otro servidor.
Plotly.setPlotConfig({ locale: 'es-PE', showSendToCloud: false });

module.exports = Plotly;
