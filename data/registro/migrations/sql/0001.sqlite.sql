CREATE TABLE ancla (
	dia DATE NOT NULL,
	n INTEGER NOT NULL,
	suma TEXT NOT NULL,
	momento TEXT NOT NULL,
	CONSTRAINT pk_ancla PRIMARY KEY (dia)
)
--;;
CREATE TABLE archivo (
	sha256 TEXT NOT NULL,
	bytes INTEGER NOT NULL,
	mime TEXT NOT NULL,
	momento TEXT NOT NULL,
	CONSTRAINT pk_archivo PRIMARY KEY (sha256),
	CONSTRAINT ck_archivo_suma CHECK (length(sha256) = 64 AND bytes > 0)
)
--;;
CREATE TABLE auditoria (
	n INTEGER NOT NULL,
	momento TEXT NOT NULL,
	persona TEXT NOT NULL,
	tabla TEXT NOT NULL,
	operacion TEXT NOT NULL,
	datos TEXT NOT NULL,
	anterior TEXT NOT NULL,
	suma TEXT NOT NULL,
	CONSTRAINT pk_auditoria PRIMARY KEY (n),
	CONSTRAINT ck_auditoria_suma CHECK (length(suma) = 64 AND n >= 1),
	CONSTRAINT uq_auditoria_suma UNIQUE (suma)
)
--;;
CREATE TABLE aviso (
	id INTEGER NOT NULL,
	para TEXT NOT NULL,
	asunto TEXT NOT NULL,
	cuerpo TEXT NOT NULL,
	nacido TEXT NOT NULL,
	enviado TEXT,
	intentos INTEGER DEFAULT '0' NOT NULL,
	CONSTRAINT pk_aviso PRIMARY KEY (id)
)
--;;
CREATE TABLE escala_valoracion (
	nivel TEXT NOT NULL,
	desde TEXT NOT NULL,
	hasta TEXT NOT NULL,
	fuente TEXT NOT NULL,
	CONSTRAINT pk_escala_valoracion PRIMARY KEY (nivel)
)
--;;
CREATE TABLE ficha (
	codigo TEXT NOT NULL,
	n INTEGER NOT NULL,
	nombre TEXT NOT NULL,
	clase TEXT NOT NULL,
	unidad_contada TEXT NOT NULL,
	calificador TEXT DEFAULT '' NOT NULL,
	universo TEXT DEFAULT '' NOT NULL,
	universo_n TEXT,
	def_numerador TEXT DEFAULT '' NOT NULL,
	def_denominador TEXT DEFAULT '' NOT NULL,
	medio_verificacion TEXT DEFAULT '' NOT NULL,
	decimales INTEGER NOT NULL,
	acumulacion TEXT NOT NULL,
	agregacion TEXT DEFAULT '' NOT NULL,
	sentido TEXT NOT NULL,
	cuenta_hechos BOOLEAN DEFAULT false NOT NULL,
	base TEXT,
	norma TEXT DEFAULT '' NOT NULL,
	CONSTRAINT pk_ficha PRIMARY KEY (codigo, n),
	CONSTRAINT ck_ficha_clase CHECK (clase IN ('parte-de-un-todo', 'ejecutado-programado', 'variacion', 'cuenta', 'indice')),
	CONSTRAINT ck_ficha_acumulacion CHECK (acumulacion IN ('suma', 'cociente-de-sumas', 'ultimo')),
	CONSTRAINT ck_ficha_sentido CHECK (sentido IN ('ascendente', 'descendente', 'sin-cambio')),
	CONSTRAINT ck_ficha_numeros CHECK (n >= 1 AND decimales BETWEEN 0 AND 6),
	CONSTRAINT ck_ficha_nombre_dicho CHECK (length(trim(nombre)) > 0),
	CONSTRAINT ck_ficha_unidad_contada_dicho CHECK (length(trim(unidad_contada)) > 0)
)
--;;
CREATE TABLE historia (
	codigo TEXT NOT NULL,
	anio INTEGER NOT NULL,
	valor TEXT,
	numerador TEXT,
	denominador TEXT,
	fuente TEXT NOT NULL,
	CONSTRAINT pk_historia PRIMARY KEY (codigo, anio)
)
--;;
CREATE TABLE informe (
	id INTEGER NOT NULL,
	anio INTEGER NOT NULL,
	tipo TEXT NOT NULL,
	n INTEGER NOT NULL,
	version_datos TEXT NOT NULL,
	estado TEXT NOT NULL,
	sumas TEXT DEFAULT '' NOT NULL,
	CONSTRAINT pk_informe PRIMARY KEY (id)
)
--;;
CREATE TABLE intento (
	id INTEGER NOT NULL,
	clave TEXT NOT NULL,
	momento TEXT NOT NULL,
	CONSTRAINT pk_intento PRIMARY KEY (id)
)
--;;
CREATE INDEX ix_intento_clave ON intento (clave, momento)
--;;
CREATE TABLE meta (
	codigo TEXT NOT NULL,
	anio INTEGER NOT NULL,
	n INTEGER NOT NULL,
	valor TEXT NOT NULL,
	motivo TEXT DEFAULT '' NOT NULL,
	norma TEXT DEFAULT '' NOT NULL,
	CONSTRAINT pk_meta PRIMARY KEY (codigo, anio, n),
	CONSTRAINT ck_meta_cambio_con_motivo CHECK (n = 1 OR length(trim(motivo)) > 0)
)
--;;
CREATE TABLE periodo (
	id TEXT NOT NULL,
	anio INTEGER NOT NULL,
	inicio DATE NOT NULL,
	fin DATE NOT NULL,
	abre DATE NOT NULL,
	vence DATE NOT NULL,
	cierra DATE NOT NULL,
	publica DATE,
	abierto TEXT,
	CONSTRAINT pk_periodo PRIMARY KEY (id),
	CONSTRAINT ck_periodo_orden CHECK (inicio <= fin AND abre <= vence AND vence <= cierra),
	CONSTRAINT ck_periodo_publica CHECK (publica IS NULL OR publica >= vence)
)
--;;
CREATE TABLE persona (
	id INTEGER NOT NULL,
	correo TEXT NOT NULL,
	nombre TEXT NOT NULL,
	cargo TEXT DEFAULT '' NOT NULL,
	clave_hash TEXT,
	totp TEXT,
	totp_usado INTEGER,
	activa BOOLEAN DEFAULT true NOT NULL,
	CONSTRAINT pk_persona PRIMARY KEY (id),
	CONSTRAINT ck_persona_correo CHECK (correo = lower(correo) AND correo LIKE '%_@_%'),
	CONSTRAINT ck_persona_nombre_dicho CHECK (length(trim(nombre)) > 0),
	CONSTRAINT uq_persona_correo UNIQUE (correo)
)
--;;
CREATE TABLE responsable (
	codigo TEXT NOT NULL,
	desde DATE NOT NULL,
	hasta DATE,
	entidad TEXT NOT NULL,
	unidad TEXT DEFAULT '' NOT NULL,
	norma TEXT DEFAULT '' NOT NULL,
	CONSTRAINT pk_responsable PRIMARY KEY (codigo, desde),
	CONSTRAINT ck_responsable_entidad_dicho CHECK (length(trim(entidad)) > 0),
	CONSTRAINT ck_responsable_lapso CHECK (hasta IS NULL OR hasta >= desde)
)
--;;
CREATE TABLE valoracion (
	anio INTEGER NOT NULL,
	objeto TEXT NOT NULL,
	nivel TEXT NOT NULL,
	puntaje TEXT,
	base TEXT NOT NULL,
	CONSTRAINT pk_valoracion PRIMARY KEY (anio, objeto)
)
--;;
CREATE TABLE codigo_recuperacion (
	suma TEXT NOT NULL,
	persona INTEGER NOT NULL,
	usado TEXT,
	CONSTRAINT pk_codigo_recuperacion PRIMARY KEY (suma),
	CONSTRAINT fk_codigo_recuperacion_persona FOREIGN KEY(persona) REFERENCES persona (id)
)
--;;
CREATE TABLE designacion (
	id INTEGER NOT NULL,
	persona INTEGER NOT NULL,
	entidad TEXT NOT NULL,
	rol TEXT NOT NULL,
	desde DATE NOT NULL,
	hasta DATE,
	resolucion TEXT NOT NULL,
	CONSTRAINT pk_designacion PRIMARY KEY (id),
	CONSTRAINT ck_designacion_rol CHECK (rol IN ('registrador', 'responsable', 'revisor', 'aprobador', 'administrador', 'lector', 'regional')),
	CONSTRAINT ck_designacion_entidad_dicho CHECK (length(trim(entidad)) > 0),
	CONSTRAINT ck_designacion_resolucion_dicho CHECK (length(trim(resolucion)) > 0),
	CONSTRAINT ck_designacion_lapso CHECK (hasta IS NULL OR hasta >= desde),
	CONSTRAINT fk_designacion_persona FOREIGN KEY(persona) REFERENCES persona (id)
)
--;;
CREATE INDEX ix_designacion_persona ON designacion (persona)
--;;
CREATE TABLE esperado (
	periodo TEXT NOT NULL,
	codigo TEXT NOT NULL,
	entidad TEXT NOT NULL,
	meta TEXT NOT NULL,
	ficha_n INTEGER NOT NULL,
	CONSTRAINT pk_esperado PRIMARY KEY (periodo, codigo),
	CONSTRAINT fk_esperado_periodo FOREIGN KEY(periodo) REFERENCES periodo (id)
)
--;;
CREATE TABLE hecho (
	id INTEGER NOT NULL,
	entidad TEXT NOT NULL,
	fecha DATE NOT NULL,
	tipo TEXT NOT NULL,
	lugar TEXT NOT NULL,
	cantidad TEXT NOT NULL,
	autor INTEGER NOT NULL,
	CONSTRAINT pk_hecho PRIMARY KEY (id),
	CONSTRAINT ck_hecho_cantidad CHECK (CAST(cantidad AS NUMERIC) >= 0),
	CONSTRAINT ck_hecho_tipo_dicho CHECK (length(trim(tipo)) > 0),
	CONSTRAINT fk_hecho_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE TABLE invitacion (
	suma TEXT NOT NULL,
	persona INTEGER NOT NULL,
	clase TEXT NOT NULL,
	vence TEXT NOT NULL,
	usada TEXT,
	CONSTRAINT pk_invitacion PRIMARY KEY (suma),
	CONSTRAINT ck_invitacion_clase CHECK (clase IN ('primera', 'olvido')),
	CONSTRAINT fk_invitacion_persona FOREIGN KEY(persona) REFERENCES persona (id)
)
--;;
CREATE TABLE parrafo (
	informe INTEGER NOT NULL,
	seccion TEXT NOT NULL,
	codigo TEXT DEFAULT '' NOT NULL,
	n INTEGER NOT NULL,
	texto TEXT NOT NULL,
	autor INTEGER NOT NULL,
	CONSTRAINT pk_parrafo PRIMARY KEY (informe, seccion, codigo, n),
	CONSTRAINT fk_parrafo_informe FOREIGN KEY(informe) REFERENCES informe (id),
	CONSTRAINT fk_parrafo_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE TABLE prorroga (
	periodo TEXT NOT NULL,
	entidad TEXT NOT NULL,
	hasta DATE NOT NULL,
	motivo TEXT NOT NULL,
	persona INTEGER,
	CONSTRAINT pk_prorroga PRIMARY KEY (periodo, entidad),
	CONSTRAINT ck_prorroga_motivo_dicho CHECK (length(trim(motivo)) > 0),
	CONSTRAINT fk_prorroga_periodo FOREIGN KEY(periodo) REFERENCES periodo (id),
	CONSTRAINT fk_prorroga_persona FOREIGN KEY(persona) REFERENCES persona (id)
)
--;;
CREATE TABLE publicacion (
	id INTEGER NOT NULL,
	version_datos TEXT NOT NULL,
	corte TEXT NOT NULL,
	momento TEXT NOT NULL,
	autor INTEGER NOT NULL,
	CONSTRAINT pk_publicacion PRIMARY KEY (id),
	CONSTRAINT fk_publicacion_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE TABLE sesion (
	suma TEXT NOT NULL,
	persona INTEGER NOT NULL,
	nacida TEXT NOT NULL,
	vista TEXT NOT NULL,
	vence TEXT NOT NULL,
	revocada TEXT,
	segundo_factor BOOLEAN DEFAULT false NOT NULL,
	agente TEXT DEFAULT '' NOT NULL,
	ficha_csrf TEXT NOT NULL,
	CONSTRAINT pk_sesion PRIMARY KEY (suma),
	CONSTRAINT fk_sesion_persona FOREIGN KEY(persona) REFERENCES persona (id)
)
--;;
CREATE INDEX ix_sesion_persona ON sesion (persona)
--;;
CREATE TABLE hecho_indicador (
	hecho INTEGER NOT NULL,
	codigo TEXT NOT NULL,
	CONSTRAINT pk_hecho_indicador PRIMARY KEY (hecho, codigo),
	CONSTRAINT fk_hecho_indicador_hecho FOREIGN KEY(hecho) REFERENCES hecho (id)
)
--;;
CREATE TABLE reporte (
	id INTEGER NOT NULL,
	periodo TEXT NOT NULL,
	codigo TEXT NOT NULL,
	entidad TEXT NOT NULL,
	serie INTEGER DEFAULT '1' NOT NULL,
	estado TEXT DEFAULT 'pendiente' NOT NULL,
	version INTEGER DEFAULT '0' NOT NULL,
	actual INTEGER,
	enviado_en TEXT,
	a_tiempo BOOLEAN,
	vence DATE NOT NULL,
	enviado_por INTEGER,
	tomado_por INTEGER,
	recomendado_por INTEGER,
	aprobado_por INTEGER,
	sustituido_por INTEGER,
	CONSTRAINT pk_reporte PRIMARY KEY (id),
	CONSTRAINT fk_reporte_periodo_codigo FOREIGN KEY(periodo, codigo) REFERENCES esperado (periodo, codigo),
	CONSTRAINT ck_reporte_estado CHECK (estado IN ('pendiente', 'borrador', 'enviado', 'en-revision', 'observado', 'recomendado', 'aprobado', 'publicado', 'sin-reporte', 'anulado')),
	CONSTRAINT ck_reporte_numeros CHECK (serie >= 1 AND version >= 0),
	CONSTRAINT ck_reporte_cuatro_ojos CHECK (aprobado_por IS NULL OR recomendado_por IS NULL OR aprobado_por <> recomendado_por),
	CONSTRAINT fk_reporte_enviado_por FOREIGN KEY(enviado_por) REFERENCES persona (id),
	CONSTRAINT fk_reporte_tomado_por FOREIGN KEY(tomado_por) REFERENCES persona (id),
	CONSTRAINT fk_reporte_recomendado_por FOREIGN KEY(recomendado_por) REFERENCES persona (id),
	CONSTRAINT fk_reporte_aprobado_por FOREIGN KEY(aprobado_por) REFERENCES persona (id),
	CONSTRAINT fk_reporte_sustituido_por FOREIGN KEY(sustituido_por) REFERENCES reporte (id)
)
--;;
CREATE UNIQUE INDEX uq_reporte_en_curso ON reporte (periodo, codigo) WHERE estado NOT IN ('publicado', 'anulado')
--;;
CREATE UNIQUE INDEX uq_reporte_publico ON reporte (periodo, codigo) WHERE estado = 'publicado' AND sustituido_por IS NULL
--;;
CREATE UNIQUE INDEX uq_reporte_serie ON reporte (periodo, codigo, serie)
--;;
CREATE TABLE observacion (
	id INTEGER NOT NULL,
	reporte INTEGER NOT NULL,
	n INTEGER NOT NULL,
	campo TEXT NOT NULL,
	texto TEXT NOT NULL,
	respuesta TEXT DEFAULT '' NOT NULL,
	autor INTEGER NOT NULL,
	momento TEXT NOT NULL,
	CONSTRAINT pk_observacion PRIMARY KEY (id),
	CONSTRAINT ck_observacion_campo_dicho CHECK (length(trim(campo)) > 0),
	CONSTRAINT ck_observacion_texto_dicho CHECK (length(trim(texto)) > 0),
	CONSTRAINT fk_observacion_reporte FOREIGN KEY(reporte) REFERENCES reporte (id),
	CONSTRAINT fk_observacion_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE TABLE publicacion_reporte (
	publicacion INTEGER NOT NULL,
	reporte INTEGER NOT NULL,
	CONSTRAINT pk_publicacion_reporte PRIMARY KEY (publicacion, reporte),
	CONSTRAINT fk_publicacion_reporte_publicacion FOREIGN KEY(publicacion) REFERENCES publicacion (id),
	CONSTRAINT fk_publicacion_reporte_reporte FOREIGN KEY(reporte) REFERENCES reporte (id)
)
--;;
CREATE TABLE reporte_version (
	reporte INTEGER NOT NULL,
	n INTEGER NOT NULL,
	base INTEGER NOT NULL,
	paralela BOOLEAN DEFAULT false NOT NULL,
	sellada BOOLEAN DEFAULT false NOT NULL,
	clase TEXT NOT NULL,
	estado_dato TEXT,
	numerador TEXT,
	denominador TEXT,
	valor TEXT,
	escrito TEXT NOT NULL,
	autor INTEGER NOT NULL,
	momento TEXT NOT NULL,
	CONSTRAINT pk_reporte_version PRIMARY KEY (reporte, n),
	CONSTRAINT ck_reporte_version_clase CHECK (clase IN ('parte-de-un-todo', 'ejecutado-programado', 'variacion', 'cuenta', 'indice')),
	CONSTRAINT ck_reporte_version_estado_dato CHECK (estado_dato IN ('dato', 'cero', 'nd', 'sin-dato-con-motivo')),
	CONSTRAINT ck_reporte_version_con_estado CHECK (NOT (sellada AND estado_dato IS NULL)),
	CONSTRAINT ck_reporte_version_dato CHECK (NOT (sellada AND estado_dato = 'dato' AND valor IS NULL)),
	CONSTRAINT ck_reporte_version_cero CHECK (NOT (sellada AND estado_dato = 'cero' AND CAST(valor AS NUMERIC) <> 0)),
	CONSTRAINT ck_reporte_version_ausente CHECK (NOT (sellada AND estado_dato IN ('nd', 'sin-dato-con-motivo') AND valor IS NOT NULL)),
	CONSTRAINT ck_reporte_version_parte CHECK (NOT (sellada AND clase = 'parte-de-un-todo' AND CAST(numerador AS NUMERIC) > CAST(denominador AS NUMERIC))),
	CONSTRAINT fk_reporte_version_reporte FOREIGN KEY(reporte) REFERENCES reporte (id),
	CONSTRAINT fk_reporte_version_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE TABLE transicion (
	id INTEGER NOT NULL,
	reporte INTEGER NOT NULL,
	accion TEXT NOT NULL,
	de TEXT,
	a TEXT NOT NULL,
	persona INTEGER,
	motivo TEXT DEFAULT '' NOT NULL,
	momento TEXT NOT NULL,
	CONSTRAINT pk_transicion PRIMARY KEY (id),
	CONSTRAINT ck_transicion_a CHECK (a IN ('pendiente', 'borrador', 'enviado', 'en-revision', 'observado', 'recomendado', 'aprobado', 'publicado', 'sin-reporte', 'anulado')),
	CONSTRAINT fk_transicion_reporte FOREIGN KEY(reporte) REFERENCES reporte (id),
	CONSTRAINT fk_transicion_persona FOREIGN KEY(persona) REFERENCES persona (id)
)
--;;
CREATE INDEX ix_transicion_reporte ON transicion (reporte)
--;;
CREATE TABLE desagregado (
	reporte INTEGER NOT NULL,
	n INTEGER NOT NULL,
	dimension TEXT NOT NULL,
	categoria TEXT NOT NULL,
	cantidad TEXT NOT NULL,
	CONSTRAINT pk_desagregado PRIMARY KEY (reporte, n, dimension, categoria),
	CONSTRAINT fk_desagregado_reporte_n FOREIGN KEY(reporte, n) REFERENCES reporte_version (reporte, n),
	CONSTRAINT ck_desagregado_cantidad CHECK (CAST(cantidad AS NUMERIC) >= 0)
)
--;;
CREATE TABLE evidencia (
	id INTEGER NOT NULL,
	reporte INTEGER NOT NULL,
	n INTEGER NOT NULL,
	sha256 TEXT NOT NULL,
	titulo TEXT NOT NULL,
	tipo TEXT NOT NULL,
	nombre TEXT NOT NULL,
	publica BOOLEAN DEFAULT false NOT NULL,
	autor INTEGER NOT NULL,
	CONSTRAINT pk_evidencia PRIMARY KEY (id),
	CONSTRAINT fk_evidencia_reporte_n FOREIGN KEY(reporte, n) REFERENCES reporte_version (reporte, n),
	CONSTRAINT ck_evidencia_titulo_dicho CHECK (length(trim(titulo)) > 0),
	CONSTRAINT fk_evidencia_sha256 FOREIGN KEY(sha256) REFERENCES archivo (sha256),
	CONSTRAINT fk_evidencia_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE TABLE hallazgo (
	id INTEGER NOT NULL,
	reporte INTEGER NOT NULL,
	n INTEGER NOT NULL,
	regla TEXT NOT NULL,
	severidad TEXT NOT NULL,
	campo TEXT NOT NULL,
	mensaje TEXT NOT NULL,
	explicacion TEXT DEFAULT '' NOT NULL,
	aceptado_por INTEGER,
	CONSTRAINT pk_hallazgo PRIMARY KEY (id),
	CONSTRAINT fk_hallazgo_reporte_n FOREIGN KEY(reporte, n) REFERENCES reporte_version (reporte, n),
	CONSTRAINT ck_hallazgo_severidad CHECK (severidad IN ('bloquea', 'explica', 'anota', 'calculado')),
	CONSTRAINT fk_hallazgo_aceptado_por FOREIGN KEY(aceptado_por) REFERENCES persona (id)
)
--;;
CREATE INDEX ix_hallazgo_version ON hallazgo (reporte, n)
--;;
CREATE TRIGGER cadena_auditoria BEFORE INSERT ON auditoria
WHEN NEW.n <> (SELECT coalesce(max(n), 0) + 1 FROM auditoria) OR NEW.anterior <> coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), '') OR NEW.suma <> registro_suma(
  NEW.anterior, NEW.n, NEW.momento, NEW.persona, NEW.tabla, NEW.operacion, NEW.datos)
BEGIN SELECT RAISE(ABORT, 'auditoria: el eslabón no sigue a la cadena'); END
--;;
CREATE TRIGGER fija_ancla_update BEFORE UPDATE ON ancla
BEGIN SELECT RAISE(ABORT, 'ancla: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_ancla_delete BEFORE DELETE ON ancla
BEGIN SELECT RAISE(ABORT, 'ancla: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_archivo_update BEFORE UPDATE ON archivo
BEGIN SELECT RAISE(ABORT, 'archivo: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_archivo_delete BEFORE DELETE ON archivo
BEGIN SELECT RAISE(ABORT, 'archivo: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_auditoria_update BEFORE UPDATE ON auditoria
BEGIN SELECT RAISE(ABORT, 'auditoria: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_auditoria_delete BEFORE DELETE ON auditoria
BEGIN SELECT RAISE(ABORT, 'auditoria: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_esperado_update BEFORE UPDATE ON esperado
BEGIN SELECT RAISE(ABORT, 'esperado: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_esperado_delete BEFORE DELETE ON esperado
BEGIN SELECT RAISE(ABORT, 'esperado: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_reporte_version_update BEFORE UPDATE ON reporte_version
BEGIN SELECT RAISE(ABORT, 'reporte_version: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_reporte_version_delete BEFORE DELETE ON reporte_version
BEGIN SELECT RAISE(ABORT, 'reporte_version: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_transicion_update BEFORE UPDATE ON transicion
BEGIN SELECT RAISE(ABORT, 'transicion: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_transicion_delete BEFORE DELETE ON transicion
BEGIN SELECT RAISE(ABORT, 'transicion: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_desagregado_update BEFORE UPDATE ON desagregado
BEGIN SELECT RAISE(ABORT, 'desagregado: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_desagregado_delete BEFORE DELETE ON desagregado
BEGIN SELECT RAISE(ABORT, 'desagregado: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER lapso_designacion_insert BEFORE INSERT ON designacion WHEN EXISTS (SELECT 1 FROM designacion AS otra WHERE otra.persona = NEW.persona AND otra.entidad = NEW.entidad AND otra.rol = NEW.rol AND otra.id <> NEW.id AND otra.desde <= coalesce(NEW.hasta, '9999-12-31') AND coalesce(otra.hasta, '9999-12-31') >= NEW.desde)
BEGIN SELECT RAISE(ABORT, 'designacion: los lapsos se cruzan'); END
--;;
CREATE TRIGGER lapso_designacion_update BEFORE UPDATE ON designacion WHEN EXISTS (SELECT 1 FROM designacion AS otra WHERE otra.persona = NEW.persona AND otra.entidad = NEW.entidad AND otra.rol = NEW.rol AND otra.id <> NEW.id AND otra.desde <= coalesce(NEW.hasta, '9999-12-31') AND coalesce(otra.hasta, '9999-12-31') >= NEW.desde)
BEGIN SELECT RAISE(ABORT, 'designacion: los lapsos se cruzan'); END
--;;
CREATE TRIGGER lapso_responsable_insert BEFORE INSERT ON responsable WHEN EXISTS (SELECT 1 FROM responsable AS otra WHERE otra.codigo = NEW.codigo AND otra.desde <> NEW.desde AND otra.desde <= coalesce(NEW.hasta, '9999-12-31') AND coalesce(otra.hasta, '9999-12-31') >= NEW.desde)
BEGIN SELECT RAISE(ABORT, 'responsable: los lapsos se cruzan'); END
--;;
CREATE TRIGGER lapso_responsable_update BEFORE UPDATE ON responsable WHEN EXISTS (SELECT 1 FROM responsable AS otra WHERE otra.codigo = NEW.codigo AND otra.desde <> NEW.desde AND otra.desde <= coalesce(NEW.hasta, '9999-12-31') AND coalesce(otra.hasta, '9999-12-31') >= NEW.desde)
BEGIN SELECT RAISE(ABORT, 'responsable: los lapsos se cruzan'); END
--;;
CREATE TRIGGER reporte_paso BEFORE UPDATE ON reporte WHEN OLD.estado <> NEW.estado AND OLD.estado || '>' || NEW.estado NOT IN ('aprobado>anulado', 'aprobado>observado', 'aprobado>publicado', 'borrador>anulado', 'borrador>enviado', 'borrador>sin-reporte', 'en-revision>anulado', 'en-revision>observado', 'en-revision>recomendado', 'enviado>anulado', 'enviado>borrador', 'enviado>en-revision', 'observado>anulado', 'observado>enviado', 'observado>sin-reporte', 'pendiente>anulado', 'pendiente>borrador', 'pendiente>sin-reporte', 'publicado>borrador', 'recomendado>anulado', 'recomendado>aprobado', 'recomendado>en-revision', 'sin-reporte>anulado', 'sin-reporte>enviado')
BEGIN SELECT RAISE(ABORT, 'reporte: ese paso no está en la tabla de estados'); END
--;;
CREATE TRIGGER reporte_version_sube BEFORE UPDATE ON reporte WHEN NEW.version < OLD.version OR (OLD.estado <> NEW.estado AND NEW.version = OLD.version)
BEGIN SELECT RAISE(ABORT, 'reporte: la versión no retrocede, y sube en cada paso'); END
--;;
CREATE TRIGGER reporte_nace BEFORE INSERT ON reporte WHEN NEW.estado <> 'pendiente' AND NOT (NEW.estado = 'borrador' AND NEW.serie > 1)
BEGIN SELECT RAISE(ABORT, 'reporte: nace pendiente'); END
--;;
CREATE TRIGGER reporte_queda BEFORE DELETE ON reporte
BEGIN SELECT RAISE(ABORT, 'reporte: no se borra, se anula'); END
--;;
CREATE TRIGGER esperado_cerrado BEFORE INSERT ON esperado WHEN (SELECT abierto FROM periodo WHERE id = NEW.periodo) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'esperado: el periodo ya se abrió y su lista no cambia'); END
--;;
CREATE TRIGGER audita_archivo_insert AFTER INSERT ON archivo
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'archivo', 'INSERT', json_object('sha256', NEW.sha256, 'bytes', NEW.bytes, 'mime', NEW.mime, 'momento', NEW.momento), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'archivo', 'INSERT', json_object('sha256', NEW.sha256, 'bytes', NEW.bytes, 'mime', NEW.mime, 'momento', NEW.momento)); END
--;;
CREATE TRIGGER audita_aviso_insert AFTER INSERT ON aviso
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'aviso', 'INSERT', json_object('id', NEW.id, 'para', NEW.para, 'asunto', NEW.asunto, 'cuerpo', CASE WHEN NEW.cuerpo IS NULL THEN NULL ELSE '(reservado)' END, 'nacido', NEW.nacido, 'enviado', NEW.enviado, 'intentos', NEW.intentos), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'aviso', 'INSERT', json_object('id', NEW.id, 'para', NEW.para, 'asunto', NEW.asunto, 'cuerpo', CASE WHEN NEW.cuerpo IS NULL THEN NULL ELSE '(reservado)' END, 'nacido', NEW.nacido, 'enviado', NEW.enviado, 'intentos', NEW.intentos)); END
--;;
CREATE TRIGGER audita_aviso_update AFTER UPDATE OF id, para, asunto, cuerpo, nacido ON aviso
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'aviso', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'para', OLD.para, 'asunto', OLD.asunto, 'cuerpo', CASE WHEN OLD.cuerpo IS NULL THEN NULL ELSE '(reservado)' END, 'nacido', OLD.nacido, 'enviado', OLD.enviado, 'intentos', OLD.intentos), 'despues', json_object('id', NEW.id, 'para', NEW.para, 'asunto', NEW.asunto, 'cuerpo', CASE WHEN NEW.cuerpo IS NULL THEN NULL ELSE '(reservado)' END, 'nacido', NEW.nacido, 'enviado', NEW.enviado, 'intentos', NEW.intentos)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'aviso', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'para', OLD.para, 'asunto', OLD.asunto, 'cuerpo', CASE WHEN OLD.cuerpo IS NULL THEN NULL ELSE '(reservado)' END, 'nacido', OLD.nacido, 'enviado', OLD.enviado, 'intentos', OLD.intentos), 'despues', json_object('id', NEW.id, 'para', NEW.para, 'asunto', NEW.asunto, 'cuerpo', CASE WHEN NEW.cuerpo IS NULL THEN NULL ELSE '(reservado)' END, 'nacido', NEW.nacido, 'enviado', NEW.enviado, 'intentos', NEW.intentos))); END
--;;
CREATE TRIGGER audita_aviso_delete AFTER DELETE ON aviso
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'aviso', 'DELETE', json_object('id', OLD.id, 'para', OLD.para, 'asunto', OLD.asunto, 'cuerpo', CASE WHEN OLD.cuerpo IS NULL THEN NULL ELSE '(reservado)' END, 'nacido', OLD.nacido, 'enviado', OLD.enviado, 'intentos', OLD.intentos), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'aviso', 'DELETE', json_object('id', OLD.id, 'para', OLD.para, 'asunto', OLD.asunto, 'cuerpo', CASE WHEN OLD.cuerpo IS NULL THEN NULL ELSE '(reservado)' END, 'nacido', OLD.nacido, 'enviado', OLD.enviado, 'intentos', OLD.intentos)); END
--;;
CREATE TRIGGER audita_escala_valoracion_insert AFTER INSERT ON escala_valoracion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'escala_valoracion', 'INSERT', json_object('nivel', NEW.nivel, 'desde', NEW.desde, 'hasta', NEW.hasta, 'fuente', NEW.fuente), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'escala_valoracion', 'INSERT', json_object('nivel', NEW.nivel, 'desde', NEW.desde, 'hasta', NEW.hasta, 'fuente', NEW.fuente)); END
--;;
CREATE TRIGGER audita_escala_valoracion_update AFTER UPDATE OF nivel, desde, hasta, fuente ON escala_valoracion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'escala_valoracion', 'UPDATE', json_object('antes', json_object('nivel', OLD.nivel, 'desde', OLD.desde, 'hasta', OLD.hasta, 'fuente', OLD.fuente), 'despues', json_object('nivel', NEW.nivel, 'desde', NEW.desde, 'hasta', NEW.hasta, 'fuente', NEW.fuente)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'escala_valoracion', 'UPDATE', json_object('antes', json_object('nivel', OLD.nivel, 'desde', OLD.desde, 'hasta', OLD.hasta, 'fuente', OLD.fuente), 'despues', json_object('nivel', NEW.nivel, 'desde', NEW.desde, 'hasta', NEW.hasta, 'fuente', NEW.fuente))); END
--;;
CREATE TRIGGER audita_escala_valoracion_delete AFTER DELETE ON escala_valoracion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'escala_valoracion', 'DELETE', json_object('nivel', OLD.nivel, 'desde', OLD.desde, 'hasta', OLD.hasta, 'fuente', OLD.fuente), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'escala_valoracion', 'DELETE', json_object('nivel', OLD.nivel, 'desde', OLD.desde, 'hasta', OLD.hasta, 'fuente', OLD.fuente)); END
--;;
CREATE TRIGGER audita_ficha_insert AFTER INSERT ON ficha
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'ficha', 'INSERT', json_object('codigo', NEW.codigo, 'n', NEW.n, 'nombre', NEW.nombre, 'clase', NEW.clase, 'unidad_contada', NEW.unidad_contada, 'calificador', NEW.calificador, 'universo', NEW.universo, 'universo_n', NEW.universo_n, 'def_numerador', NEW.def_numerador, 'def_denominador', NEW.def_denominador, 'medio_verificacion', NEW.medio_verificacion, 'decimales', NEW.decimales, 'acumulacion', NEW.acumulacion, 'agregacion', NEW.agregacion, 'sentido', NEW.sentido, 'cuenta_hechos', NEW.cuenta_hechos, 'base', NEW.base, 'norma', NEW.norma), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'ficha', 'INSERT', json_object('codigo', NEW.codigo, 'n', NEW.n, 'nombre', NEW.nombre, 'clase', NEW.clase, 'unidad_contada', NEW.unidad_contada, 'calificador', NEW.calificador, 'universo', NEW.universo, 'universo_n', NEW.universo_n, 'def_numerador', NEW.def_numerador, 'def_denominador', NEW.def_denominador, 'medio_verificacion', NEW.medio_verificacion, 'decimales', NEW.decimales, 'acumulacion', NEW.acumulacion, 'agregacion', NEW.agregacion, 'sentido', NEW.sentido, 'cuenta_hechos', NEW.cuenta_hechos, 'base', NEW.base, 'norma', NEW.norma)); END
--;;
CREATE TRIGGER audita_ficha_update AFTER UPDATE OF codigo, n, nombre, clase, unidad_contada, calificador, universo, universo_n, def_numerador, def_denominador, medio_verificacion, decimales, acumulacion, agregacion, sentido, cuenta_hechos, base, norma ON ficha
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'ficha', 'UPDATE', json_object('antes', json_object('codigo', OLD.codigo, 'n', OLD.n, 'nombre', OLD.nombre, 'clase', OLD.clase, 'unidad_contada', OLD.unidad_contada, 'calificador', OLD.calificador, 'universo', OLD.universo, 'universo_n', OLD.universo_n, 'def_numerador', OLD.def_numerador, 'def_denominador', OLD.def_denominador, 'medio_verificacion', OLD.medio_verificacion, 'decimales', OLD.decimales, 'acumulacion', OLD.acumulacion, 'agregacion', OLD.agregacion, 'sentido', OLD.sentido, 'cuenta_hechos', OLD.cuenta_hechos, 'base', OLD.base, 'norma', OLD.norma), 'despues', json_object('codigo', NEW.codigo, 'n', NEW.n, 'nombre', NEW.nombre, 'clase', NEW.clase, 'unidad_contada', NEW.unidad_contada, 'calificador', NEW.calificador, 'universo', NEW.universo, 'universo_n', NEW.universo_n, 'def_numerador', NEW.def_numerador, 'def_denominador', NEW.def_denominador, 'medio_verificacion', NEW.medio_verificacion, 'decimales', NEW.decimales, 'acumulacion', NEW.acumulacion, 'agregacion', NEW.agregacion, 'sentido', NEW.sentido, 'cuenta_hechos', NEW.cuenta_hechos, 'base', NEW.base, 'norma', NEW.norma)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'ficha', 'UPDATE', json_object('antes', json_object('codigo', OLD.codigo, 'n', OLD.n, 'nombre', OLD.nombre, 'clase', OLD.clase, 'unidad_contada', OLD.unidad_contada, 'calificador', OLD.calificador, 'universo', OLD.universo, 'universo_n', OLD.universo_n, 'def_numerador', OLD.def_numerador, 'def_denominador', OLD.def_denominador, 'medio_verificacion', OLD.medio_verificacion, 'decimales', OLD.decimales, 'acumulacion', OLD.acumulacion, 'agregacion', OLD.agregacion, 'sentido', OLD.sentido, 'cuenta_hechos', OLD.cuenta_hechos, 'base', OLD.base, 'norma', OLD.norma), 'despues', json_object('codigo', NEW.codigo, 'n', NEW.n, 'nombre', NEW.nombre, 'clase', NEW.clase, 'unidad_contada', NEW.unidad_contada, 'calificador', NEW.calificador, 'universo', NEW.universo, 'universo_n', NEW.universo_n, 'def_numerador', NEW.def_numerador, 'def_denominador', NEW.def_denominador, 'medio_verificacion', NEW.medio_verificacion, 'decimales', NEW.decimales, 'acumulacion', NEW.acumulacion, 'agregacion', NEW.agregacion, 'sentido', NEW.sentido, 'cuenta_hechos', NEW.cuenta_hechos, 'base', NEW.base, 'norma', NEW.norma))); END
--;;
CREATE TRIGGER audita_ficha_delete AFTER DELETE ON ficha
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'ficha', 'DELETE', json_object('codigo', OLD.codigo, 'n', OLD.n, 'nombre', OLD.nombre, 'clase', OLD.clase, 'unidad_contada', OLD.unidad_contada, 'calificador', OLD.calificador, 'universo', OLD.universo, 'universo_n', OLD.universo_n, 'def_numerador', OLD.def_numerador, 'def_denominador', OLD.def_denominador, 'medio_verificacion', OLD.medio_verificacion, 'decimales', OLD.decimales, 'acumulacion', OLD.acumulacion, 'agregacion', OLD.agregacion, 'sentido', OLD.sentido, 'cuenta_hechos', OLD.cuenta_hechos, 'base', OLD.base, 'norma', OLD.norma), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'ficha', 'DELETE', json_object('codigo', OLD.codigo, 'n', OLD.n, 'nombre', OLD.nombre, 'clase', OLD.clase, 'unidad_contada', OLD.unidad_contada, 'calificador', OLD.calificador, 'universo', OLD.universo, 'universo_n', OLD.universo_n, 'def_numerador', OLD.def_numerador, 'def_denominador', OLD.def_denominador, 'medio_verificacion', OLD.medio_verificacion, 'decimales', OLD.decimales, 'acumulacion', OLD.acumulacion, 'agregacion', OLD.agregacion, 'sentido', OLD.sentido, 'cuenta_hechos', OLD.cuenta_hechos, 'base', OLD.base, 'norma', OLD.norma)); END
--;;
CREATE TRIGGER audita_historia_insert AFTER INSERT ON historia
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'historia', 'INSERT', json_object('codigo', NEW.codigo, 'anio', NEW.anio, 'valor', NEW.valor, 'numerador', NEW.numerador, 'denominador', NEW.denominador, 'fuente', NEW.fuente), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'historia', 'INSERT', json_object('codigo', NEW.codigo, 'anio', NEW.anio, 'valor', NEW.valor, 'numerador', NEW.numerador, 'denominador', NEW.denominador, 'fuente', NEW.fuente)); END
--;;
CREATE TRIGGER audita_historia_update AFTER UPDATE OF codigo, anio, valor, numerador, denominador, fuente ON historia
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'historia', 'UPDATE', json_object('antes', json_object('codigo', OLD.codigo, 'anio', OLD.anio, 'valor', OLD.valor, 'numerador', OLD.numerador, 'denominador', OLD.denominador, 'fuente', OLD.fuente), 'despues', json_object('codigo', NEW.codigo, 'anio', NEW.anio, 'valor', NEW.valor, 'numerador', NEW.numerador, 'denominador', NEW.denominador, 'fuente', NEW.fuente)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'historia', 'UPDATE', json_object('antes', json_object('codigo', OLD.codigo, 'anio', OLD.anio, 'valor', OLD.valor, 'numerador', OLD.numerador, 'denominador', OLD.denominador, 'fuente', OLD.fuente), 'despues', json_object('codigo', NEW.codigo, 'anio', NEW.anio, 'valor', NEW.valor, 'numerador', NEW.numerador, 'denominador', NEW.denominador, 'fuente', NEW.fuente))); END
--;;
CREATE TRIGGER audita_historia_delete AFTER DELETE ON historia
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'historia', 'DELETE', json_object('codigo', OLD.codigo, 'anio', OLD.anio, 'valor', OLD.valor, 'numerador', OLD.numerador, 'denominador', OLD.denominador, 'fuente', OLD.fuente), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'historia', 'DELETE', json_object('codigo', OLD.codigo, 'anio', OLD.anio, 'valor', OLD.valor, 'numerador', OLD.numerador, 'denominador', OLD.denominador, 'fuente', OLD.fuente)); END
--;;
CREATE TRIGGER audita_informe_insert AFTER INSERT ON informe
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'informe', 'INSERT', json_object('id', NEW.id, 'anio', NEW.anio, 'tipo', NEW.tipo, 'n', NEW.n, 'version_datos', NEW.version_datos, 'estado', NEW.estado, 'sumas', NEW.sumas), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'informe', 'INSERT', json_object('id', NEW.id, 'anio', NEW.anio, 'tipo', NEW.tipo, 'n', NEW.n, 'version_datos', NEW.version_datos, 'estado', NEW.estado, 'sumas', NEW.sumas)); END
--;;
CREATE TRIGGER audita_informe_update AFTER UPDATE OF id, anio, tipo, n, version_datos, estado, sumas ON informe
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'informe', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'anio', OLD.anio, 'tipo', OLD.tipo, 'n', OLD.n, 'version_datos', OLD.version_datos, 'estado', OLD.estado, 'sumas', OLD.sumas), 'despues', json_object('id', NEW.id, 'anio', NEW.anio, 'tipo', NEW.tipo, 'n', NEW.n, 'version_datos', NEW.version_datos, 'estado', NEW.estado, 'sumas', NEW.sumas)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'informe', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'anio', OLD.anio, 'tipo', OLD.tipo, 'n', OLD.n, 'version_datos', OLD.version_datos, 'estado', OLD.estado, 'sumas', OLD.sumas), 'despues', json_object('id', NEW.id, 'anio', NEW.anio, 'tipo', NEW.tipo, 'n', NEW.n, 'version_datos', NEW.version_datos, 'estado', NEW.estado, 'sumas', NEW.sumas))); END
--;;
CREATE TRIGGER audita_informe_delete AFTER DELETE ON informe
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'informe', 'DELETE', json_object('id', OLD.id, 'anio', OLD.anio, 'tipo', OLD.tipo, 'n', OLD.n, 'version_datos', OLD.version_datos, 'estado', OLD.estado, 'sumas', OLD.sumas), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'informe', 'DELETE', json_object('id', OLD.id, 'anio', OLD.anio, 'tipo', OLD.tipo, 'n', OLD.n, 'version_datos', OLD.version_datos, 'estado', OLD.estado, 'sumas', OLD.sumas)); END
--;;
CREATE TRIGGER audita_meta_insert AFTER INSERT ON meta
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'meta', 'INSERT', json_object('codigo', NEW.codigo, 'anio', NEW.anio, 'n', NEW.n, 'valor', NEW.valor, 'motivo', NEW.motivo, 'norma', NEW.norma), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'meta', 'INSERT', json_object('codigo', NEW.codigo, 'anio', NEW.anio, 'n', NEW.n, 'valor', NEW.valor, 'motivo', NEW.motivo, 'norma', NEW.norma)); END
--;;
CREATE TRIGGER audita_meta_update AFTER UPDATE OF codigo, anio, n, valor, motivo, norma ON meta
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'meta', 'UPDATE', json_object('antes', json_object('codigo', OLD.codigo, 'anio', OLD.anio, 'n', OLD.n, 'valor', OLD.valor, 'motivo', OLD.motivo, 'norma', OLD.norma), 'despues', json_object('codigo', NEW.codigo, 'anio', NEW.anio, 'n', NEW.n, 'valor', NEW.valor, 'motivo', NEW.motivo, 'norma', NEW.norma)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'meta', 'UPDATE', json_object('antes', json_object('codigo', OLD.codigo, 'anio', OLD.anio, 'n', OLD.n, 'valor', OLD.valor, 'motivo', OLD.motivo, 'norma', OLD.norma), 'despues', json_object('codigo', NEW.codigo, 'anio', NEW.anio, 'n', NEW.n, 'valor', NEW.valor, 'motivo', NEW.motivo, 'norma', NEW.norma))); END
--;;
CREATE TRIGGER audita_meta_delete AFTER DELETE ON meta
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'meta', 'DELETE', json_object('codigo', OLD.codigo, 'anio', OLD.anio, 'n', OLD.n, 'valor', OLD.valor, 'motivo', OLD.motivo, 'norma', OLD.norma), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'meta', 'DELETE', json_object('codigo', OLD.codigo, 'anio', OLD.anio, 'n', OLD.n, 'valor', OLD.valor, 'motivo', OLD.motivo, 'norma', OLD.norma)); END
--;;
CREATE TRIGGER audita_periodo_insert AFTER INSERT ON periodo
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'periodo', 'INSERT', json_object('id', NEW.id, 'anio', NEW.anio, 'inicio', NEW.inicio, 'fin', NEW.fin, 'abre', NEW.abre, 'vence', NEW.vence, 'cierra', NEW.cierra, 'publica', NEW.publica, 'abierto', NEW.abierto), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'periodo', 'INSERT', json_object('id', NEW.id, 'anio', NEW.anio, 'inicio', NEW.inicio, 'fin', NEW.fin, 'abre', NEW.abre, 'vence', NEW.vence, 'cierra', NEW.cierra, 'publica', NEW.publica, 'abierto', NEW.abierto)); END
--;;
CREATE TRIGGER audita_periodo_update AFTER UPDATE OF id, anio, inicio, fin, abre, vence, cierra, publica, abierto ON periodo
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'periodo', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'anio', OLD.anio, 'inicio', OLD.inicio, 'fin', OLD.fin, 'abre', OLD.abre, 'vence', OLD.vence, 'cierra', OLD.cierra, 'publica', OLD.publica, 'abierto', OLD.abierto), 'despues', json_object('id', NEW.id, 'anio', NEW.anio, 'inicio', NEW.inicio, 'fin', NEW.fin, 'abre', NEW.abre, 'vence', NEW.vence, 'cierra', NEW.cierra, 'publica', NEW.publica, 'abierto', NEW.abierto)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'periodo', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'anio', OLD.anio, 'inicio', OLD.inicio, 'fin', OLD.fin, 'abre', OLD.abre, 'vence', OLD.vence, 'cierra', OLD.cierra, 'publica', OLD.publica, 'abierto', OLD.abierto), 'despues', json_object('id', NEW.id, 'anio', NEW.anio, 'inicio', NEW.inicio, 'fin', NEW.fin, 'abre', NEW.abre, 'vence', NEW.vence, 'cierra', NEW.cierra, 'publica', NEW.publica, 'abierto', NEW.abierto))); END
--;;
CREATE TRIGGER audita_periodo_delete AFTER DELETE ON periodo
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'periodo', 'DELETE', json_object('id', OLD.id, 'anio', OLD.anio, 'inicio', OLD.inicio, 'fin', OLD.fin, 'abre', OLD.abre, 'vence', OLD.vence, 'cierra', OLD.cierra, 'publica', OLD.publica, 'abierto', OLD.abierto), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'periodo', 'DELETE', json_object('id', OLD.id, 'anio', OLD.anio, 'inicio', OLD.inicio, 'fin', OLD.fin, 'abre', OLD.abre, 'vence', OLD.vence, 'cierra', OLD.cierra, 'publica', OLD.publica, 'abierto', OLD.abierto)); END
--;;
CREATE TRIGGER audita_persona_insert AFTER INSERT ON persona
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'persona', 'INSERT', json_object('id', NEW.id, 'correo', NEW.correo, 'nombre', NEW.nombre, 'cargo', NEW.cargo, 'clave_hash', CASE WHEN NEW.clave_hash IS NULL THEN NULL ELSE '(reservado)' END, 'totp', CASE WHEN NEW.totp IS NULL THEN NULL ELSE '(reservado)' END, 'totp_usado', CASE WHEN NEW.totp_usado IS NULL THEN NULL ELSE '(reservado)' END, 'activa', NEW.activa), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'persona', 'INSERT', json_object('id', NEW.id, 'correo', NEW.correo, 'nombre', NEW.nombre, 'cargo', NEW.cargo, 'clave_hash', CASE WHEN NEW.clave_hash IS NULL THEN NULL ELSE '(reservado)' END, 'totp', CASE WHEN NEW.totp IS NULL THEN NULL ELSE '(reservado)' END, 'totp_usado', CASE WHEN NEW.totp_usado IS NULL THEN NULL ELSE '(reservado)' END, 'activa', NEW.activa)); END
--;;
CREATE TRIGGER audita_persona_update AFTER UPDATE OF id, correo, nombre, cargo, clave_hash, totp, totp_usado, activa ON persona
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'persona', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'correo', OLD.correo, 'nombre', OLD.nombre, 'cargo', OLD.cargo, 'clave_hash', CASE WHEN OLD.clave_hash IS NULL THEN NULL ELSE '(reservado)' END, 'totp', CASE WHEN OLD.totp IS NULL THEN NULL ELSE '(reservado)' END, 'totp_usado', CASE WHEN OLD.totp_usado IS NULL THEN NULL ELSE '(reservado)' END, 'activa', OLD.activa), 'despues', json_object('id', NEW.id, 'correo', NEW.correo, 'nombre', NEW.nombre, 'cargo', NEW.cargo, 'clave_hash', CASE WHEN NEW.clave_hash IS NULL THEN NULL ELSE '(reservado)' END, 'totp', CASE WHEN NEW.totp IS NULL THEN NULL ELSE '(reservado)' END, 'totp_usado', CASE WHEN NEW.totp_usado IS NULL THEN NULL ELSE '(reservado)' END, 'activa', NEW.activa)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'persona', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'correo', OLD.correo, 'nombre', OLD.nombre, 'cargo', OLD.cargo, 'clave_hash', CASE WHEN OLD.clave_hash IS NULL THEN NULL ELSE '(reservado)' END, 'totp', CASE WHEN OLD.totp IS NULL THEN NULL ELSE '(reservado)' END, 'totp_usado', CASE WHEN OLD.totp_usado IS NULL THEN NULL ELSE '(reservado)' END, 'activa', OLD.activa), 'despues', json_object('id', NEW.id, 'correo', NEW.correo, 'nombre', NEW.nombre, 'cargo', NEW.cargo, 'clave_hash', CASE WHEN NEW.clave_hash IS NULL THEN NULL ELSE '(reservado)' END, 'totp', CASE WHEN NEW.totp IS NULL THEN NULL ELSE '(reservado)' END, 'totp_usado', CASE WHEN NEW.totp_usado IS NULL THEN NULL ELSE '(reservado)' END, 'activa', NEW.activa))); END
--;;
CREATE TRIGGER audita_persona_delete AFTER DELETE ON persona
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'persona', 'DELETE', json_object('id', OLD.id, 'correo', OLD.correo, 'nombre', OLD.nombre, 'cargo', OLD.cargo, 'clave_hash', CASE WHEN OLD.clave_hash IS NULL THEN NULL ELSE '(reservado)' END, 'totp', CASE WHEN OLD.totp IS NULL THEN NULL ELSE '(reservado)' END, 'totp_usado', CASE WHEN OLD.totp_usado IS NULL THEN NULL ELSE '(reservado)' END, 'activa', OLD.activa), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'persona', 'DELETE', json_object('id', OLD.id, 'correo', OLD.correo, 'nombre', OLD.nombre, 'cargo', OLD.cargo, 'clave_hash', CASE WHEN OLD.clave_hash IS NULL THEN NULL ELSE '(reservado)' END, 'totp', CASE WHEN OLD.totp IS NULL THEN NULL ELSE '(reservado)' END, 'totp_usado', CASE WHEN OLD.totp_usado IS NULL THEN NULL ELSE '(reservado)' END, 'activa', OLD.activa)); END
--;;
CREATE TRIGGER audita_responsable_insert AFTER INSERT ON responsable
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'responsable', 'INSERT', json_object('codigo', NEW.codigo, 'desde', NEW.desde, 'hasta', NEW.hasta, 'entidad', NEW.entidad, 'unidad', NEW.unidad, 'norma', NEW.norma), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'responsable', 'INSERT', json_object('codigo', NEW.codigo, 'desde', NEW.desde, 'hasta', NEW.hasta, 'entidad', NEW.entidad, 'unidad', NEW.unidad, 'norma', NEW.norma)); END
--;;
CREATE TRIGGER audita_responsable_update AFTER UPDATE OF codigo, desde, hasta, entidad, unidad, norma ON responsable
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'responsable', 'UPDATE', json_object('antes', json_object('codigo', OLD.codigo, 'desde', OLD.desde, 'hasta', OLD.hasta, 'entidad', OLD.entidad, 'unidad', OLD.unidad, 'norma', OLD.norma), 'despues', json_object('codigo', NEW.codigo, 'desde', NEW.desde, 'hasta', NEW.hasta, 'entidad', NEW.entidad, 'unidad', NEW.unidad, 'norma', NEW.norma)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'responsable', 'UPDATE', json_object('antes', json_object('codigo', OLD.codigo, 'desde', OLD.desde, 'hasta', OLD.hasta, 'entidad', OLD.entidad, 'unidad', OLD.unidad, 'norma', OLD.norma), 'despues', json_object('codigo', NEW.codigo, 'desde', NEW.desde, 'hasta', NEW.hasta, 'entidad', NEW.entidad, 'unidad', NEW.unidad, 'norma', NEW.norma))); END
--;;
CREATE TRIGGER audita_responsable_delete AFTER DELETE ON responsable
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'responsable', 'DELETE', json_object('codigo', OLD.codigo, 'desde', OLD.desde, 'hasta', OLD.hasta, 'entidad', OLD.entidad, 'unidad', OLD.unidad, 'norma', OLD.norma), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'responsable', 'DELETE', json_object('codigo', OLD.codigo, 'desde', OLD.desde, 'hasta', OLD.hasta, 'entidad', OLD.entidad, 'unidad', OLD.unidad, 'norma', OLD.norma)); END
--;;
CREATE TRIGGER audita_valoracion_insert AFTER INSERT ON valoracion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'valoracion', 'INSERT', json_object('anio', NEW.anio, 'objeto', NEW.objeto, 'nivel', NEW.nivel, 'puntaje', NEW.puntaje, 'base', NEW.base), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'valoracion', 'INSERT', json_object('anio', NEW.anio, 'objeto', NEW.objeto, 'nivel', NEW.nivel, 'puntaje', NEW.puntaje, 'base', NEW.base)); END
--;;
CREATE TRIGGER audita_valoracion_update AFTER UPDATE OF anio, objeto, nivel, puntaje, base ON valoracion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'valoracion', 'UPDATE', json_object('antes', json_object('anio', OLD.anio, 'objeto', OLD.objeto, 'nivel', OLD.nivel, 'puntaje', OLD.puntaje, 'base', OLD.base), 'despues', json_object('anio', NEW.anio, 'objeto', NEW.objeto, 'nivel', NEW.nivel, 'puntaje', NEW.puntaje, 'base', NEW.base)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'valoracion', 'UPDATE', json_object('antes', json_object('anio', OLD.anio, 'objeto', OLD.objeto, 'nivel', OLD.nivel, 'puntaje', OLD.puntaje, 'base', OLD.base), 'despues', json_object('anio', NEW.anio, 'objeto', NEW.objeto, 'nivel', NEW.nivel, 'puntaje', NEW.puntaje, 'base', NEW.base))); END
--;;
CREATE TRIGGER audita_valoracion_delete AFTER DELETE ON valoracion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'valoracion', 'DELETE', json_object('anio', OLD.anio, 'objeto', OLD.objeto, 'nivel', OLD.nivel, 'puntaje', OLD.puntaje, 'base', OLD.base), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'valoracion', 'DELETE', json_object('anio', OLD.anio, 'objeto', OLD.objeto, 'nivel', OLD.nivel, 'puntaje', OLD.puntaje, 'base', OLD.base)); END
--;;
CREATE TRIGGER audita_codigo_recuperacion_insert AFTER INSERT ON codigo_recuperacion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'codigo_recuperacion', 'INSERT', json_object('suma', CASE WHEN NEW.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', NEW.persona, 'usado', NEW.usado), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'codigo_recuperacion', 'INSERT', json_object('suma', CASE WHEN NEW.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', NEW.persona, 'usado', NEW.usado)); END
--;;
CREATE TRIGGER audita_codigo_recuperacion_update AFTER UPDATE OF suma, persona, usado ON codigo_recuperacion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'codigo_recuperacion', 'UPDATE', json_object('antes', json_object('suma', CASE WHEN OLD.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', OLD.persona, 'usado', OLD.usado), 'despues', json_object('suma', CASE WHEN NEW.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', NEW.persona, 'usado', NEW.usado)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'codigo_recuperacion', 'UPDATE', json_object('antes', json_object('suma', CASE WHEN OLD.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', OLD.persona, 'usado', OLD.usado), 'despues', json_object('suma', CASE WHEN NEW.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', NEW.persona, 'usado', NEW.usado))); END
--;;
CREATE TRIGGER audita_codigo_recuperacion_delete AFTER DELETE ON codigo_recuperacion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'codigo_recuperacion', 'DELETE', json_object('suma', CASE WHEN OLD.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', OLD.persona, 'usado', OLD.usado), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'codigo_recuperacion', 'DELETE', json_object('suma', CASE WHEN OLD.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', OLD.persona, 'usado', OLD.usado)); END
--;;
CREATE TRIGGER audita_designacion_insert AFTER INSERT ON designacion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'designacion', 'INSERT', json_object('id', NEW.id, 'persona', NEW.persona, 'entidad', NEW.entidad, 'rol', NEW.rol, 'desde', NEW.desde, 'hasta', NEW.hasta, 'resolucion', NEW.resolucion), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'designacion', 'INSERT', json_object('id', NEW.id, 'persona', NEW.persona, 'entidad', NEW.entidad, 'rol', NEW.rol, 'desde', NEW.desde, 'hasta', NEW.hasta, 'resolucion', NEW.resolucion)); END
--;;
CREATE TRIGGER audita_designacion_update AFTER UPDATE OF id, persona, entidad, rol, desde, hasta, resolucion ON designacion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'designacion', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'persona', OLD.persona, 'entidad', OLD.entidad, 'rol', OLD.rol, 'desde', OLD.desde, 'hasta', OLD.hasta, 'resolucion', OLD.resolucion), 'despues', json_object('id', NEW.id, 'persona', NEW.persona, 'entidad', NEW.entidad, 'rol', NEW.rol, 'desde', NEW.desde, 'hasta', NEW.hasta, 'resolucion', NEW.resolucion)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'designacion', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'persona', OLD.persona, 'entidad', OLD.entidad, 'rol', OLD.rol, 'desde', OLD.desde, 'hasta', OLD.hasta, 'resolucion', OLD.resolucion), 'despues', json_object('id', NEW.id, 'persona', NEW.persona, 'entidad', NEW.entidad, 'rol', NEW.rol, 'desde', NEW.desde, 'hasta', NEW.hasta, 'resolucion', NEW.resolucion))); END
--;;
CREATE TRIGGER audita_designacion_delete AFTER DELETE ON designacion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'designacion', 'DELETE', json_object('id', OLD.id, 'persona', OLD.persona, 'entidad', OLD.entidad, 'rol', OLD.rol, 'desde', OLD.desde, 'hasta', OLD.hasta, 'resolucion', OLD.resolucion), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'designacion', 'DELETE', json_object('id', OLD.id, 'persona', OLD.persona, 'entidad', OLD.entidad, 'rol', OLD.rol, 'desde', OLD.desde, 'hasta', OLD.hasta, 'resolucion', OLD.resolucion)); END
--;;
CREATE TRIGGER audita_esperado_insert AFTER INSERT ON esperado
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'esperado', 'INSERT', json_object('periodo', NEW.periodo, 'codigo', NEW.codigo, 'entidad', NEW.entidad, 'meta', NEW.meta, 'ficha_n', NEW.ficha_n), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'esperado', 'INSERT', json_object('periodo', NEW.periodo, 'codigo', NEW.codigo, 'entidad', NEW.entidad, 'meta', NEW.meta, 'ficha_n', NEW.ficha_n)); END
--;;
CREATE TRIGGER audita_hecho_insert AFTER INSERT ON hecho
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hecho', 'INSERT', json_object('id', NEW.id, 'entidad', NEW.entidad, 'fecha', NEW.fecha, 'tipo', NEW.tipo, 'lugar', NEW.lugar, 'cantidad', NEW.cantidad, 'autor', NEW.autor), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hecho', 'INSERT', json_object('id', NEW.id, 'entidad', NEW.entidad, 'fecha', NEW.fecha, 'tipo', NEW.tipo, 'lugar', NEW.lugar, 'cantidad', NEW.cantidad, 'autor', NEW.autor)); END
--;;
CREATE TRIGGER audita_hecho_update AFTER UPDATE OF id, entidad, fecha, tipo, lugar, cantidad, autor ON hecho
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hecho', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'entidad', OLD.entidad, 'fecha', OLD.fecha, 'tipo', OLD.tipo, 'lugar', OLD.lugar, 'cantidad', OLD.cantidad, 'autor', OLD.autor), 'despues', json_object('id', NEW.id, 'entidad', NEW.entidad, 'fecha', NEW.fecha, 'tipo', NEW.tipo, 'lugar', NEW.lugar, 'cantidad', NEW.cantidad, 'autor', NEW.autor)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hecho', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'entidad', OLD.entidad, 'fecha', OLD.fecha, 'tipo', OLD.tipo, 'lugar', OLD.lugar, 'cantidad', OLD.cantidad, 'autor', OLD.autor), 'despues', json_object('id', NEW.id, 'entidad', NEW.entidad, 'fecha', NEW.fecha, 'tipo', NEW.tipo, 'lugar', NEW.lugar, 'cantidad', NEW.cantidad, 'autor', NEW.autor))); END
--;;
CREATE TRIGGER audita_hecho_delete AFTER DELETE ON hecho
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hecho', 'DELETE', json_object('id', OLD.id, 'entidad', OLD.entidad, 'fecha', OLD.fecha, 'tipo', OLD.tipo, 'lugar', OLD.lugar, 'cantidad', OLD.cantidad, 'autor', OLD.autor), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hecho', 'DELETE', json_object('id', OLD.id, 'entidad', OLD.entidad, 'fecha', OLD.fecha, 'tipo', OLD.tipo, 'lugar', OLD.lugar, 'cantidad', OLD.cantidad, 'autor', OLD.autor)); END
--;;
CREATE TRIGGER audita_invitacion_insert AFTER INSERT ON invitacion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'invitacion', 'INSERT', json_object('suma', CASE WHEN NEW.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', NEW.persona, 'clase', NEW.clase, 'vence', NEW.vence, 'usada', NEW.usada), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'invitacion', 'INSERT', json_object('suma', CASE WHEN NEW.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', NEW.persona, 'clase', NEW.clase, 'vence', NEW.vence, 'usada', NEW.usada)); END
--;;
CREATE TRIGGER audita_invitacion_update AFTER UPDATE OF suma, persona, clase, vence, usada ON invitacion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'invitacion', 'UPDATE', json_object('antes', json_object('suma', CASE WHEN OLD.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', OLD.persona, 'clase', OLD.clase, 'vence', OLD.vence, 'usada', OLD.usada), 'despues', json_object('suma', CASE WHEN NEW.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', NEW.persona, 'clase', NEW.clase, 'vence', NEW.vence, 'usada', NEW.usada)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'invitacion', 'UPDATE', json_object('antes', json_object('suma', CASE WHEN OLD.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', OLD.persona, 'clase', OLD.clase, 'vence', OLD.vence, 'usada', OLD.usada), 'despues', json_object('suma', CASE WHEN NEW.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', NEW.persona, 'clase', NEW.clase, 'vence', NEW.vence, 'usada', NEW.usada))); END
--;;
CREATE TRIGGER audita_invitacion_delete AFTER DELETE ON invitacion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'invitacion', 'DELETE', json_object('suma', CASE WHEN OLD.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', OLD.persona, 'clase', OLD.clase, 'vence', OLD.vence, 'usada', OLD.usada), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'invitacion', 'DELETE', json_object('suma', CASE WHEN OLD.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', OLD.persona, 'clase', OLD.clase, 'vence', OLD.vence, 'usada', OLD.usada)); END
--;;
CREATE TRIGGER audita_parrafo_insert AFTER INSERT ON parrafo
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'parrafo', 'INSERT', json_object('informe', NEW.informe, 'seccion', NEW.seccion, 'codigo', NEW.codigo, 'n', NEW.n, 'texto', NEW.texto, 'autor', NEW.autor), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'parrafo', 'INSERT', json_object('informe', NEW.informe, 'seccion', NEW.seccion, 'codigo', NEW.codigo, 'n', NEW.n, 'texto', NEW.texto, 'autor', NEW.autor)); END
--;;
CREATE TRIGGER audita_parrafo_update AFTER UPDATE OF informe, seccion, codigo, n, texto, autor ON parrafo
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'parrafo', 'UPDATE', json_object('antes', json_object('informe', OLD.informe, 'seccion', OLD.seccion, 'codigo', OLD.codigo, 'n', OLD.n, 'texto', OLD.texto, 'autor', OLD.autor), 'despues', json_object('informe', NEW.informe, 'seccion', NEW.seccion, 'codigo', NEW.codigo, 'n', NEW.n, 'texto', NEW.texto, 'autor', NEW.autor)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'parrafo', 'UPDATE', json_object('antes', json_object('informe', OLD.informe, 'seccion', OLD.seccion, 'codigo', OLD.codigo, 'n', OLD.n, 'texto', OLD.texto, 'autor', OLD.autor), 'despues', json_object('informe', NEW.informe, 'seccion', NEW.seccion, 'codigo', NEW.codigo, 'n', NEW.n, 'texto', NEW.texto, 'autor', NEW.autor))); END
--;;
CREATE TRIGGER audita_parrafo_delete AFTER DELETE ON parrafo
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'parrafo', 'DELETE', json_object('informe', OLD.informe, 'seccion', OLD.seccion, 'codigo', OLD.codigo, 'n', OLD.n, 'texto', OLD.texto, 'autor', OLD.autor), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'parrafo', 'DELETE', json_object('informe', OLD.informe, 'seccion', OLD.seccion, 'codigo', OLD.codigo, 'n', OLD.n, 'texto', OLD.texto, 'autor', OLD.autor)); END
--;;
CREATE TRIGGER audita_prorroga_insert AFTER INSERT ON prorroga
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'prorroga', 'INSERT', json_object('periodo', NEW.periodo, 'entidad', NEW.entidad, 'hasta', NEW.hasta, 'motivo', NEW.motivo, 'persona', NEW.persona), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'prorroga', 'INSERT', json_object('periodo', NEW.periodo, 'entidad', NEW.entidad, 'hasta', NEW.hasta, 'motivo', NEW.motivo, 'persona', NEW.persona)); END
--;;
CREATE TRIGGER audita_prorroga_update AFTER UPDATE OF periodo, entidad, hasta, motivo, persona ON prorroga
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'prorroga', 'UPDATE', json_object('antes', json_object('periodo', OLD.periodo, 'entidad', OLD.entidad, 'hasta', OLD.hasta, 'motivo', OLD.motivo, 'persona', OLD.persona), 'despues', json_object('periodo', NEW.periodo, 'entidad', NEW.entidad, 'hasta', NEW.hasta, 'motivo', NEW.motivo, 'persona', NEW.persona)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'prorroga', 'UPDATE', json_object('antes', json_object('periodo', OLD.periodo, 'entidad', OLD.entidad, 'hasta', OLD.hasta, 'motivo', OLD.motivo, 'persona', OLD.persona), 'despues', json_object('periodo', NEW.periodo, 'entidad', NEW.entidad, 'hasta', NEW.hasta, 'motivo', NEW.motivo, 'persona', NEW.persona))); END
--;;
CREATE TRIGGER audita_prorroga_delete AFTER DELETE ON prorroga
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'prorroga', 'DELETE', json_object('periodo', OLD.periodo, 'entidad', OLD.entidad, 'hasta', OLD.hasta, 'motivo', OLD.motivo, 'persona', OLD.persona), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'prorroga', 'DELETE', json_object('periodo', OLD.periodo, 'entidad', OLD.entidad, 'hasta', OLD.hasta, 'motivo', OLD.motivo, 'persona', OLD.persona)); END
--;;
CREATE TRIGGER audita_publicacion_insert AFTER INSERT ON publicacion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'publicacion', 'INSERT', json_object('id', NEW.id, 'version_datos', NEW.version_datos, 'corte', NEW.corte, 'momento', NEW.momento, 'autor', NEW.autor), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'publicacion', 'INSERT', json_object('id', NEW.id, 'version_datos', NEW.version_datos, 'corte', NEW.corte, 'momento', NEW.momento, 'autor', NEW.autor)); END
--;;
CREATE TRIGGER audita_publicacion_update AFTER UPDATE OF id, version_datos, corte, momento, autor ON publicacion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'publicacion', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'version_datos', OLD.version_datos, 'corte', OLD.corte, 'momento', OLD.momento, 'autor', OLD.autor), 'despues', json_object('id', NEW.id, 'version_datos', NEW.version_datos, 'corte', NEW.corte, 'momento', NEW.momento, 'autor', NEW.autor)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'publicacion', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'version_datos', OLD.version_datos, 'corte', OLD.corte, 'momento', OLD.momento, 'autor', OLD.autor), 'despues', json_object('id', NEW.id, 'version_datos', NEW.version_datos, 'corte', NEW.corte, 'momento', NEW.momento, 'autor', NEW.autor))); END
--;;
CREATE TRIGGER audita_publicacion_delete AFTER DELETE ON publicacion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'publicacion', 'DELETE', json_object('id', OLD.id, 'version_datos', OLD.version_datos, 'corte', OLD.corte, 'momento', OLD.momento, 'autor', OLD.autor), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'publicacion', 'DELETE', json_object('id', OLD.id, 'version_datos', OLD.version_datos, 'corte', OLD.corte, 'momento', OLD.momento, 'autor', OLD.autor)); END
--;;
CREATE TRIGGER audita_sesion_insert AFTER INSERT ON sesion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'sesion', 'INSERT', json_object('suma', CASE WHEN NEW.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', NEW.persona, 'nacida', NEW.nacida, 'vista', NEW.vista, 'vence', NEW.vence, 'revocada', NEW.revocada, 'segundo_factor', NEW.segundo_factor, 'agente', NEW.agente, 'ficha_csrf', CASE WHEN NEW.ficha_csrf IS NULL THEN NULL ELSE '(reservado)' END), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'sesion', 'INSERT', json_object('suma', CASE WHEN NEW.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', NEW.persona, 'nacida', NEW.nacida, 'vista', NEW.vista, 'vence', NEW.vence, 'revocada', NEW.revocada, 'segundo_factor', NEW.segundo_factor, 'agente', NEW.agente, 'ficha_csrf', CASE WHEN NEW.ficha_csrf IS NULL THEN NULL ELSE '(reservado)' END)); END
--;;
CREATE TRIGGER audita_sesion_update AFTER UPDATE OF suma, persona, nacida, vence, revocada, segundo_factor, agente, ficha_csrf ON sesion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'sesion', 'UPDATE', json_object('antes', json_object('suma', CASE WHEN OLD.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', OLD.persona, 'nacida', OLD.nacida, 'vista', OLD.vista, 'vence', OLD.vence, 'revocada', OLD.revocada, 'segundo_factor', OLD.segundo_factor, 'agente', OLD.agente, 'ficha_csrf', CASE WHEN OLD.ficha_csrf IS NULL THEN NULL ELSE '(reservado)' END), 'despues', json_object('suma', CASE WHEN NEW.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', NEW.persona, 'nacida', NEW.nacida, 'vista', NEW.vista, 'vence', NEW.vence, 'revocada', NEW.revocada, 'segundo_factor', NEW.segundo_factor, 'agente', NEW.agente, 'ficha_csrf', CASE WHEN NEW.ficha_csrf IS NULL THEN NULL ELSE '(reservado)' END)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'sesion', 'UPDATE', json_object('antes', json_object('suma', CASE WHEN OLD.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', OLD.persona, 'nacida', OLD.nacida, 'vista', OLD.vista, 'vence', OLD.vence, 'revocada', OLD.revocada, 'segundo_factor', OLD.segundo_factor, 'agente', OLD.agente, 'ficha_csrf', CASE WHEN OLD.ficha_csrf IS NULL THEN NULL ELSE '(reservado)' END), 'despues', json_object('suma', CASE WHEN NEW.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', NEW.persona, 'nacida', NEW.nacida, 'vista', NEW.vista, 'vence', NEW.vence, 'revocada', NEW.revocada, 'segundo_factor', NEW.segundo_factor, 'agente', NEW.agente, 'ficha_csrf', CASE WHEN NEW.ficha_csrf IS NULL THEN NULL ELSE '(reservado)' END))); END
--;;
CREATE TRIGGER audita_sesion_delete AFTER DELETE ON sesion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'sesion', 'DELETE', json_object('suma', CASE WHEN OLD.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', OLD.persona, 'nacida', OLD.nacida, 'vista', OLD.vista, 'vence', OLD.vence, 'revocada', OLD.revocada, 'segundo_factor', OLD.segundo_factor, 'agente', OLD.agente, 'ficha_csrf', CASE WHEN OLD.ficha_csrf IS NULL THEN NULL ELSE '(reservado)' END), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'sesion', 'DELETE', json_object('suma', CASE WHEN OLD.suma IS NULL THEN NULL ELSE '(reservado)' END, 'persona', OLD.persona, 'nacida', OLD.nacida, 'vista', OLD.vista, 'vence', OLD.vence, 'revocada', OLD.revocada, 'segundo_factor', OLD.segundo_factor, 'agente', OLD.agente, 'ficha_csrf', CASE WHEN OLD.ficha_csrf IS NULL THEN NULL ELSE '(reservado)' END)); END
--;;
CREATE TRIGGER audita_hecho_indicador_insert AFTER INSERT ON hecho_indicador
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hecho_indicador', 'INSERT', json_object('hecho', NEW.hecho, 'codigo', NEW.codigo), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hecho_indicador', 'INSERT', json_object('hecho', NEW.hecho, 'codigo', NEW.codigo)); END
--;;
CREATE TRIGGER audita_hecho_indicador_update AFTER UPDATE OF hecho, codigo ON hecho_indicador
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hecho_indicador', 'UPDATE', json_object('antes', json_object('hecho', OLD.hecho, 'codigo', OLD.codigo), 'despues', json_object('hecho', NEW.hecho, 'codigo', NEW.codigo)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hecho_indicador', 'UPDATE', json_object('antes', json_object('hecho', OLD.hecho, 'codigo', OLD.codigo), 'despues', json_object('hecho', NEW.hecho, 'codigo', NEW.codigo))); END
--;;
CREATE TRIGGER audita_hecho_indicador_delete AFTER DELETE ON hecho_indicador
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hecho_indicador', 'DELETE', json_object('hecho', OLD.hecho, 'codigo', OLD.codigo), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hecho_indicador', 'DELETE', json_object('hecho', OLD.hecho, 'codigo', OLD.codigo)); END
--;;
CREATE TRIGGER audita_reporte_insert AFTER INSERT ON reporte
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'reporte', 'INSERT', json_object('id', NEW.id, 'periodo', NEW.periodo, 'codigo', NEW.codigo, 'entidad', NEW.entidad, 'serie', NEW.serie, 'estado', NEW.estado, 'version', NEW.version, 'actual', NEW.actual, 'enviado_en', NEW.enviado_en, 'a_tiempo', NEW.a_tiempo, 'vence', NEW.vence, 'enviado_por', NEW.enviado_por, 'tomado_por', NEW.tomado_por, 'recomendado_por', NEW.recomendado_por, 'aprobado_por', NEW.aprobado_por, 'sustituido_por', NEW.sustituido_por), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'reporte', 'INSERT', json_object('id', NEW.id, 'periodo', NEW.periodo, 'codigo', NEW.codigo, 'entidad', NEW.entidad, 'serie', NEW.serie, 'estado', NEW.estado, 'version', NEW.version, 'actual', NEW.actual, 'enviado_en', NEW.enviado_en, 'a_tiempo', NEW.a_tiempo, 'vence', NEW.vence, 'enviado_por', NEW.enviado_por, 'tomado_por', NEW.tomado_por, 'recomendado_por', NEW.recomendado_por, 'aprobado_por', NEW.aprobado_por, 'sustituido_por', NEW.sustituido_por)); END
--;;
CREATE TRIGGER audita_reporte_update AFTER UPDATE OF id, periodo, codigo, entidad, serie, estado, version, actual, enviado_en, a_tiempo, vence, enviado_por, tomado_por, recomendado_por, aprobado_por, sustituido_por ON reporte
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'reporte', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'periodo', OLD.periodo, 'codigo', OLD.codigo, 'entidad', OLD.entidad, 'serie', OLD.serie, 'estado', OLD.estado, 'version', OLD.version, 'actual', OLD.actual, 'enviado_en', OLD.enviado_en, 'a_tiempo', OLD.a_tiempo, 'vence', OLD.vence, 'enviado_por', OLD.enviado_por, 'tomado_por', OLD.tomado_por, 'recomendado_por', OLD.recomendado_por, 'aprobado_por', OLD.aprobado_por, 'sustituido_por', OLD.sustituido_por), 'despues', json_object('id', NEW.id, 'periodo', NEW.periodo, 'codigo', NEW.codigo, 'entidad', NEW.entidad, 'serie', NEW.serie, 'estado', NEW.estado, 'version', NEW.version, 'actual', NEW.actual, 'enviado_en', NEW.enviado_en, 'a_tiempo', NEW.a_tiempo, 'vence', NEW.vence, 'enviado_por', NEW.enviado_por, 'tomado_por', NEW.tomado_por, 'recomendado_por', NEW.recomendado_por, 'aprobado_por', NEW.aprobado_por, 'sustituido_por', NEW.sustituido_por)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'reporte', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'periodo', OLD.periodo, 'codigo', OLD.codigo, 'entidad', OLD.entidad, 'serie', OLD.serie, 'estado', OLD.estado, 'version', OLD.version, 'actual', OLD.actual, 'enviado_en', OLD.enviado_en, 'a_tiempo', OLD.a_tiempo, 'vence', OLD.vence, 'enviado_por', OLD.enviado_por, 'tomado_por', OLD.tomado_por, 'recomendado_por', OLD.recomendado_por, 'aprobado_por', OLD.aprobado_por, 'sustituido_por', OLD.sustituido_por), 'despues', json_object('id', NEW.id, 'periodo', NEW.periodo, 'codigo', NEW.codigo, 'entidad', NEW.entidad, 'serie', NEW.serie, 'estado', NEW.estado, 'version', NEW.version, 'actual', NEW.actual, 'enviado_en', NEW.enviado_en, 'a_tiempo', NEW.a_tiempo, 'vence', NEW.vence, 'enviado_por', NEW.enviado_por, 'tomado_por', NEW.tomado_por, 'recomendado_por', NEW.recomendado_por, 'aprobado_por', NEW.aprobado_por, 'sustituido_por', NEW.sustituido_por))); END
--;;
CREATE TRIGGER audita_reporte_delete AFTER DELETE ON reporte
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'reporte', 'DELETE', json_object('id', OLD.id, 'periodo', OLD.periodo, 'codigo', OLD.codigo, 'entidad', OLD.entidad, 'serie', OLD.serie, 'estado', OLD.estado, 'version', OLD.version, 'actual', OLD.actual, 'enviado_en', OLD.enviado_en, 'a_tiempo', OLD.a_tiempo, 'vence', OLD.vence, 'enviado_por', OLD.enviado_por, 'tomado_por', OLD.tomado_por, 'recomendado_por', OLD.recomendado_por, 'aprobado_por', OLD.aprobado_por, 'sustituido_por', OLD.sustituido_por), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'reporte', 'DELETE', json_object('id', OLD.id, 'periodo', OLD.periodo, 'codigo', OLD.codigo, 'entidad', OLD.entidad, 'serie', OLD.serie, 'estado', OLD.estado, 'version', OLD.version, 'actual', OLD.actual, 'enviado_en', OLD.enviado_en, 'a_tiempo', OLD.a_tiempo, 'vence', OLD.vence, 'enviado_por', OLD.enviado_por, 'tomado_por', OLD.tomado_por, 'recomendado_por', OLD.recomendado_por, 'aprobado_por', OLD.aprobado_por, 'sustituido_por', OLD.sustituido_por)); END
--;;
CREATE TRIGGER audita_observacion_insert AFTER INSERT ON observacion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'observacion', 'INSERT', json_object('id', NEW.id, 'reporte', NEW.reporte, 'n', NEW.n, 'campo', NEW.campo, 'texto', NEW.texto, 'respuesta', NEW.respuesta, 'autor', NEW.autor, 'momento', NEW.momento), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'observacion', 'INSERT', json_object('id', NEW.id, 'reporte', NEW.reporte, 'n', NEW.n, 'campo', NEW.campo, 'texto', NEW.texto, 'respuesta', NEW.respuesta, 'autor', NEW.autor, 'momento', NEW.momento)); END
--;;
CREATE TRIGGER audita_observacion_update AFTER UPDATE OF id, reporte, n, campo, texto, respuesta, autor, momento ON observacion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'observacion', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'reporte', OLD.reporte, 'n', OLD.n, 'campo', OLD.campo, 'texto', OLD.texto, 'respuesta', OLD.respuesta, 'autor', OLD.autor, 'momento', OLD.momento), 'despues', json_object('id', NEW.id, 'reporte', NEW.reporte, 'n', NEW.n, 'campo', NEW.campo, 'texto', NEW.texto, 'respuesta', NEW.respuesta, 'autor', NEW.autor, 'momento', NEW.momento)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'observacion', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'reporte', OLD.reporte, 'n', OLD.n, 'campo', OLD.campo, 'texto', OLD.texto, 'respuesta', OLD.respuesta, 'autor', OLD.autor, 'momento', OLD.momento), 'despues', json_object('id', NEW.id, 'reporte', NEW.reporte, 'n', NEW.n, 'campo', NEW.campo, 'texto', NEW.texto, 'respuesta', NEW.respuesta, 'autor', NEW.autor, 'momento', NEW.momento))); END
--;;
CREATE TRIGGER audita_observacion_delete AFTER DELETE ON observacion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'observacion', 'DELETE', json_object('id', OLD.id, 'reporte', OLD.reporte, 'n', OLD.n, 'campo', OLD.campo, 'texto', OLD.texto, 'respuesta', OLD.respuesta, 'autor', OLD.autor, 'momento', OLD.momento), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'observacion', 'DELETE', json_object('id', OLD.id, 'reporte', OLD.reporte, 'n', OLD.n, 'campo', OLD.campo, 'texto', OLD.texto, 'respuesta', OLD.respuesta, 'autor', OLD.autor, 'momento', OLD.momento)); END
--;;
CREATE TRIGGER audita_publicacion_reporte_insert AFTER INSERT ON publicacion_reporte
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'publicacion_reporte', 'INSERT', json_object('publicacion', NEW.publicacion, 'reporte', NEW.reporte), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'publicacion_reporte', 'INSERT', json_object('publicacion', NEW.publicacion, 'reporte', NEW.reporte)); END
--;;
CREATE TRIGGER audita_publicacion_reporte_update AFTER UPDATE OF publicacion, reporte ON publicacion_reporte
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'publicacion_reporte', 'UPDATE', json_object('antes', json_object('publicacion', OLD.publicacion, 'reporte', OLD.reporte), 'despues', json_object('publicacion', NEW.publicacion, 'reporte', NEW.reporte)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'publicacion_reporte', 'UPDATE', json_object('antes', json_object('publicacion', OLD.publicacion, 'reporte', OLD.reporte), 'despues', json_object('publicacion', NEW.publicacion, 'reporte', NEW.reporte))); END
--;;
CREATE TRIGGER audita_publicacion_reporte_delete AFTER DELETE ON publicacion_reporte
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'publicacion_reporte', 'DELETE', json_object('publicacion', OLD.publicacion, 'reporte', OLD.reporte), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'publicacion_reporte', 'DELETE', json_object('publicacion', OLD.publicacion, 'reporte', OLD.reporte)); END
--;;
CREATE TRIGGER audita_reporte_version_insert AFTER INSERT ON reporte_version
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'reporte_version', 'INSERT', json_object('reporte', NEW.reporte, 'n', NEW.n, 'base', NEW.base, 'paralela', NEW.paralela, 'sellada', NEW.sellada, 'clase', NEW.clase, 'estado_dato', NEW.estado_dato, 'numerador', NEW.numerador, 'denominador', NEW.denominador, 'valor', NEW.valor, 'escrito', NEW.escrito, 'autor', NEW.autor, 'momento', NEW.momento), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'reporte_version', 'INSERT', json_object('reporte', NEW.reporte, 'n', NEW.n, 'base', NEW.base, 'paralela', NEW.paralela, 'sellada', NEW.sellada, 'clase', NEW.clase, 'estado_dato', NEW.estado_dato, 'numerador', NEW.numerador, 'denominador', NEW.denominador, 'valor', NEW.valor, 'escrito', NEW.escrito, 'autor', NEW.autor, 'momento', NEW.momento)); END
--;;
CREATE TRIGGER audita_transicion_insert AFTER INSERT ON transicion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'transicion', 'INSERT', json_object('id', NEW.id, 'reporte', NEW.reporte, 'accion', NEW.accion, 'de', NEW.de, 'a', NEW.a, 'persona', NEW.persona, 'motivo', NEW.motivo, 'momento', NEW.momento), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'transicion', 'INSERT', json_object('id', NEW.id, 'reporte', NEW.reporte, 'accion', NEW.accion, 'de', NEW.de, 'a', NEW.a, 'persona', NEW.persona, 'motivo', NEW.motivo, 'momento', NEW.momento)); END
--;;
CREATE TRIGGER audita_desagregado_insert AFTER INSERT ON desagregado
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'desagregado', 'INSERT', json_object('reporte', NEW.reporte, 'n', NEW.n, 'dimension', NEW.dimension, 'categoria', NEW.categoria, 'cantidad', NEW.cantidad), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'desagregado', 'INSERT', json_object('reporte', NEW.reporte, 'n', NEW.n, 'dimension', NEW.dimension, 'categoria', NEW.categoria, 'cantidad', NEW.cantidad)); END
--;;
CREATE TRIGGER audita_evidencia_insert AFTER INSERT ON evidencia
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'evidencia', 'INSERT', json_object('id', NEW.id, 'reporte', NEW.reporte, 'n', NEW.n, 'sha256', NEW.sha256, 'titulo', NEW.titulo, 'tipo', NEW.tipo, 'nombre', NEW.nombre, 'publica', NEW.publica, 'autor', NEW.autor), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'evidencia', 'INSERT', json_object('id', NEW.id, 'reporte', NEW.reporte, 'n', NEW.n, 'sha256', NEW.sha256, 'titulo', NEW.titulo, 'tipo', NEW.tipo, 'nombre', NEW.nombre, 'publica', NEW.publica, 'autor', NEW.autor)); END
--;;
CREATE TRIGGER audita_evidencia_update AFTER UPDATE OF id, reporte, n, sha256, titulo, tipo, nombre, publica, autor ON evidencia
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'evidencia', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'reporte', OLD.reporte, 'n', OLD.n, 'sha256', OLD.sha256, 'titulo', OLD.titulo, 'tipo', OLD.tipo, 'nombre', OLD.nombre, 'publica', OLD.publica, 'autor', OLD.autor), 'despues', json_object('id', NEW.id, 'reporte', NEW.reporte, 'n', NEW.n, 'sha256', NEW.sha256, 'titulo', NEW.titulo, 'tipo', NEW.tipo, 'nombre', NEW.nombre, 'publica', NEW.publica, 'autor', NEW.autor)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'evidencia', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'reporte', OLD.reporte, 'n', OLD.n, 'sha256', OLD.sha256, 'titulo', OLD.titulo, 'tipo', OLD.tipo, 'nombre', OLD.nombre, 'publica', OLD.publica, 'autor', OLD.autor), 'despues', json_object('id', NEW.id, 'reporte', NEW.reporte, 'n', NEW.n, 'sha256', NEW.sha256, 'titulo', NEW.titulo, 'tipo', NEW.tipo, 'nombre', NEW.nombre, 'publica', NEW.publica, 'autor', NEW.autor))); END
--;;
CREATE TRIGGER audita_evidencia_delete AFTER DELETE ON evidencia
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'evidencia', 'DELETE', json_object('id', OLD.id, 'reporte', OLD.reporte, 'n', OLD.n, 'sha256', OLD.sha256, 'titulo', OLD.titulo, 'tipo', OLD.tipo, 'nombre', OLD.nombre, 'publica', OLD.publica, 'autor', OLD.autor), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'evidencia', 'DELETE', json_object('id', OLD.id, 'reporte', OLD.reporte, 'n', OLD.n, 'sha256', OLD.sha256, 'titulo', OLD.titulo, 'tipo', OLD.tipo, 'nombre', OLD.nombre, 'publica', OLD.publica, 'autor', OLD.autor)); END
--;;
CREATE TRIGGER audita_hallazgo_insert AFTER INSERT ON hallazgo
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hallazgo', 'INSERT', json_object('id', NEW.id, 'reporte', NEW.reporte, 'n', NEW.n, 'regla', NEW.regla, 'severidad', NEW.severidad, 'campo', NEW.campo, 'mensaje', NEW.mensaje, 'explicacion', NEW.explicacion, 'aceptado_por', NEW.aceptado_por), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hallazgo', 'INSERT', json_object('id', NEW.id, 'reporte', NEW.reporte, 'n', NEW.n, 'regla', NEW.regla, 'severidad', NEW.severidad, 'campo', NEW.campo, 'mensaje', NEW.mensaje, 'explicacion', NEW.explicacion, 'aceptado_por', NEW.aceptado_por)); END
--;;
CREATE TRIGGER audita_hallazgo_update AFTER UPDATE OF id, reporte, n, regla, severidad, campo, mensaje, explicacion, aceptado_por ON hallazgo
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hallazgo', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'reporte', OLD.reporte, 'n', OLD.n, 'regla', OLD.regla, 'severidad', OLD.severidad, 'campo', OLD.campo, 'mensaje', OLD.mensaje, 'explicacion', OLD.explicacion, 'aceptado_por', OLD.aceptado_por), 'despues', json_object('id', NEW.id, 'reporte', NEW.reporte, 'n', NEW.n, 'regla', NEW.regla, 'severidad', NEW.severidad, 'campo', NEW.campo, 'mensaje', NEW.mensaje, 'explicacion', NEW.explicacion, 'aceptado_por', NEW.aceptado_por)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hallazgo', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'reporte', OLD.reporte, 'n', OLD.n, 'regla', OLD.regla, 'severidad', OLD.severidad, 'campo', OLD.campo, 'mensaje', OLD.mensaje, 'explicacion', OLD.explicacion, 'aceptado_por', OLD.aceptado_por), 'despues', json_object('id', NEW.id, 'reporte', NEW.reporte, 'n', NEW.n, 'regla', NEW.regla, 'severidad', NEW.severidad, 'campo', NEW.campo, 'mensaje', NEW.mensaje, 'explicacion', NEW.explicacion, 'aceptado_por', NEW.aceptado_por))); END
--;;
CREATE TRIGGER audita_hallazgo_delete AFTER DELETE ON hallazgo
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hallazgo', 'DELETE', json_object('id', OLD.id, 'reporte', OLD.reporte, 'n', OLD.n, 'regla', OLD.regla, 'severidad', OLD.severidad, 'campo', OLD.campo, 'mensaje', OLD.mensaje, 'explicacion', OLD.explicacion, 'aceptado_por', OLD.aceptado_por), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'hallazgo', 'DELETE', json_object('id', OLD.id, 'reporte', OLD.reporte, 'n', OLD.n, 'regla', OLD.regla, 'severidad', OLD.severidad, 'campo', OLD.campo, 'mensaje', OLD.mensaje, 'explicacion', OLD.explicacion, 'aceptado_por', OLD.aceptado_por)); END
