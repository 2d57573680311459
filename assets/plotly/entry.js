// plotly.js cut to the board: only the traces and the languages that it uses.
'use strict';

// 1. Empty base maps, before all else. Every pair of scope and resolution that plotly.js can ask for is
//    answered here, so that no map asks another server: the board draws polygons of its own.
var empty = { type: 'GeometryCollection', geometries: [] };
var emptyMap = { type: 'Topology', objects: {}, arcs: [] };
['coastlines', 'countries', 'lakes', 'land', 'ocean', 'rivers', 'subunits'].forEach(function (layer) {
    emptyMap.objects[layer] = empty;
});
var geo = (window.PlotlyGeoAssets = window.PlotlyGeoAssets || {});
geo.topojson = geo.topojson || {};
[
    'africa', 'antarctica', 'asia', 'europe', 'north-america', 'oceania', 'south-america', 'usa', 'world',
].forEach(function (scope) {
    [50, 110].forEach(function (resolution) {
        var name = scope + '_' + resolution + 'm';
        if (!geo.topojson[name]) geo.topojson[name] = emptyMap;
    });
});

// 2. The core (it brings scatter) and the traces.
var Plotly = require('plotly.js/lib/core');
Plotly.register([
    require('plotly.js/lib/bar'),
    require('plotly.js/lib/choropleth'),
    require('plotly.js/lib/scattergeo'),
]);

// 3. Languages. es-PE gives the format (1,234.5); the words it lacks come from es.
var esPE = require('plotly.js/lib/locales/es-pe');
Plotly.register([
    require('plotly.js/lib/locales/es'),
    {
        moduleType: 'locale',
        name: 'es-PE',
        dictionary: Object.assign({}, esPE.dictionary, {
            // what «es» lacks in plotly.js 4.1.1
            'Download plot as JSON': 'Descargar gráfica como JSON',
            'JSON download succeeded': 'La descarga del JSON finalizó correctamente',
            'Sorry, there was a problem downloading your JSON file!': '¡La descarga del JSON falló!',
            'Draw circle': 'Dibujar círculo',
            'Draw closed freeform': 'Dibujar forma libre cerrada',
            'Draw line': 'Dibujar línea',
            'Draw open freeform': 'Dibujar forma libre abierta',
            'Draw rectangle': 'Dibujar rectángulo',
            'Erase active shape': 'Borrar la forma activa',
        }),
        format: Object.assign({}, esPE.format, {
            shortDays: ['Dom', 'Lun', 'Mar', 'Mié', 'Jue', 'Vie', 'Sáb'],
        }),
    },
]);

// 4. Defaults of every chart: Spanish of Peru, and no button that uploads data to another server.
Plotly.setPlotConfig({ locale: 'es-PE', showSendToCloud: false });

// 5. A figure is purged once it has been drawn: the shapes of a map come from the server, and drawing goes on
//    when they arrive, which fails in a figure that has been emptied meanwhile.
var purge = Plotly.purge;
Plotly.purge = function (graph) {
    Promise.allSettled(graph._promises || []).then(function () {
        setTimeout(purge, 0, graph);
    });
};

module.exports = Plotly;
