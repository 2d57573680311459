"""How likely each kind of thing is what a reader meant, where two answer equally well."""

WEIGHTS = {
    "ayuda": 1.5,
    "pagina": 1.3,
    "territorio": 1.4,
    "distrito-fiscal": 1.2,
    "entidad": 1.0,
    "sector": 0.95,
    "termino": 0.75,
    "indicador": 1.25,
    "servicio": 1.2,
    "objetivo": 1.05,
    "lineamiento": 0.85,
    "norma": 0.9,
    "acuerdo": 0.95,
    "grafico": 1.05,
    "accion": 0.85,
    "meta": 0.6,
    "tabla": 0.8,
    "contradiccion": 0.5,
}
