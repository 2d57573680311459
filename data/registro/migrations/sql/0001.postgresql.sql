CREATE TABLE ancla (
	dia DATE NOT NULL,
	n INTEGER NOT NULL,
	suma TEXT NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_ancla PRIMARY KEY (dia)
)
--;;
CREATE TABLE archivo (
	sha256 TEXT NOT NULL,
	bytes INTEGER NOT NULL,
	mime TEXT NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
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
	id SERIAL NOT NULL,
	para TEXT NOT NULL,
	asunto TEXT NOT NULL,
	cuerpo TEXT NOT NULL,
	nacido TIMESTAMP WITH TIME ZONE NOT NULL,
	enviado TIMESTAMP WITH TIME ZONE,
	intentos INTEGER DEFAULT '0' NOT NULL,
	CONSTRAINT pk_aviso PRIMARY KEY (id)
)
--;;
CREATE TABLE escala_valoracion (
	nivel TEXT NOT NULL,
	desde NUMERIC NOT NULL,
	hasta NUMERIC NOT NULL,
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
	universo_n NUMERIC,
	def_numerador TEXT DEFAULT '' NOT NULL,
	def_denominador TEXT DEFAULT '' NOT NULL,
	medio_verificacion TEXT DEFAULT '' NOT NULL,
	decimales INTEGER NOT NULL,
	acumulacion TEXT NOT NULL,
	agregacion TEXT DEFAULT '' NOT NULL,
	sentido TEXT NOT NULL,
	cuenta_hechos BOOLEAN DEFAULT false NOT NULL,
	base NUMERIC,
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
	valor NUMERIC,
	numerador NUMERIC,
	denominador NUMERIC,
	fuente TEXT NOT NULL,
	CONSTRAINT pk_historia PRIMARY KEY (codigo, anio)
)
--;;
CREATE TABLE informe (
	id SERIAL NOT NULL,
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
	id SERIAL NOT NULL,
	clave TEXT NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_intento PRIMARY KEY (id)
)
--;;
CREATE INDEX ix_intento_clave ON intento (clave, momento)
--;;
CREATE TABLE meta (
	codigo TEXT NOT NULL,
	anio INTEGER NOT NULL,
	n INTEGER NOT NULL,
	valor NUMERIC NOT NULL,
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
	abierto TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_periodo PRIMARY KEY (id),
	CONSTRAINT ck_periodo_orden CHECK (inicio <= fin AND abre <= vence AND vence <= cierra),
	CONSTRAINT ck_periodo_publica CHECK (publica IS NULL OR publica >= vence)
)
--;;
CREATE TABLE persona (
	id SERIAL NOT NULL,
	correo TEXT NOT NULL,
	nombre TEXT NOT NULL,
	cargo TEXT DEFAULT '' NOT NULL,
	clave_hash TEXT,
	totp TEXT,
	totp_usado INTEGER,
	activa BOOLEAN DEFAULT true NOT NULL,
	CONSTRAINT pk_persona PRIMARY KEY (id),
	CONSTRAINT ck_persona_correo CHECK (correo = lower(correo) AND correo LIKE '%%_@_%%'),
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
	puntaje NUMERIC,
	base TEXT NOT NULL,
	CONSTRAINT pk_valoracion PRIMARY KEY (anio, objeto)
)
--;;
CREATE TABLE codigo_recuperacion (
	suma TEXT NOT NULL,
	persona INTEGER NOT NULL,
	usado TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_codigo_recuperacion PRIMARY KEY (suma),
	CONSTRAINT fk_codigo_recuperacion_persona FOREIGN KEY(persona) REFERENCES persona (id)
)
--;;
CREATE TABLE designacion (
	id SERIAL NOT NULL,
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
	meta NUMERIC NOT NULL,
	ficha_n INTEGER NOT NULL,
	CONSTRAINT pk_esperado PRIMARY KEY (periodo, codigo),
	CONSTRAINT fk_esperado_periodo FOREIGN KEY(periodo) REFERENCES periodo (id)
)
--;;
CREATE TABLE hecho (
	id SERIAL NOT NULL,
	entidad TEXT NOT NULL,
	fecha DATE NOT NULL,
	tipo TEXT NOT NULL,
	lugar TEXT NOT NULL,
	cantidad NUMERIC NOT NULL,
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
	vence TIMESTAMP WITH TIME ZONE NOT NULL,
	usada TIMESTAMP WITH TIME ZONE,
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
	id SERIAL NOT NULL,
	version_datos TEXT NOT NULL,
	corte TEXT NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
	autor INTEGER NOT NULL,
	CONSTRAINT pk_publicacion PRIMARY KEY (id),
	CONSTRAINT fk_publicacion_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE TABLE sesion (
	suma TEXT NOT NULL,
	persona INTEGER NOT NULL,
	nacida TIMESTAMP WITH TIME ZONE NOT NULL,
	vista TIMESTAMP WITH TIME ZONE NOT NULL,
	vence TIMESTAMP WITH TIME ZONE NOT NULL,
	revocada TIMESTAMP WITH TIME ZONE,
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
	id SERIAL NOT NULL,
	periodo TEXT NOT NULL,
	codigo TEXT NOT NULL,
	entidad TEXT NOT NULL,
	serie INTEGER DEFAULT '1' NOT NULL,
	estado TEXT DEFAULT 'pendiente' NOT NULL,
	version INTEGER DEFAULT '0' NOT NULL,
	actual INTEGER,
	enviado_en TIMESTAMP WITH TIME ZONE,
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
	id SERIAL NOT NULL,
	reporte INTEGER NOT NULL,
	n INTEGER NOT NULL,
	campo TEXT NOT NULL,
	texto TEXT NOT NULL,
	respuesta TEXT DEFAULT '' NOT NULL,
	autor INTEGER NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
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
	numerador NUMERIC,
	denominador NUMERIC,
	valor NUMERIC,
	escrito TEXT NOT NULL,
	autor INTEGER NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
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
	id SERIAL NOT NULL,
	reporte INTEGER NOT NULL,
	accion TEXT NOT NULL,
	de TEXT,
	a TEXT NOT NULL,
	persona INTEGER,
	motivo TEXT DEFAULT '' NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
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
	cantidad NUMERIC NOT NULL,
	CONSTRAINT pk_desagregado PRIMARY KEY (reporte, n, dimension, categoria),
	CONSTRAINT fk_desagregado_reporte_n FOREIGN KEY(reporte, n) REFERENCES reporte_version (reporte, n),
	CONSTRAINT ck_desagregado_cantidad CHECK (CAST(cantidad AS NUMERIC) >= 0)
)
--;;
CREATE TABLE evidencia (
	id SERIAL NOT NULL,
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
	id SERIAL NOT NULL,
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
CREATE FUNCTION registro_ve(de text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('app.alcance', true), '') = 'todo'
    OR de = ANY (string_to_array(coalesce(current_setting('app.entidad', true), ''), ','))
$$
--;;
CREATE FUNCTION registro_suma(VARIADIC partes text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(array_to_string(partes, E'\n'), 'UTF8')), 'hex')
$$
--;;
CREATE FUNCTION registro_audita() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  antes jsonb; despues jsonb; datos text; cabeza record; columna text;
  ahora text := to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
  quien text := coalesce(nullif(current_setting('app.persona', true), ''), 'sistema');
BEGIN
  IF TG_OP <> 'INSERT' THEN antes := to_jsonb(OLD); END IF;
  IF TG_OP <> 'DELETE' THEN despues := to_jsonb(NEW); END IF;
  IF TG_OP = 'UPDATE' AND antes - TG_ARGV[1]::text[] = despues - TG_ARGV[1]::text[] THEN
    RETURN NULL;
  END IF;
  FOREACH columna IN ARRAY TG_ARGV[0]::text[] LOOP
    IF antes ->> columna IS NOT NULL THEN
      antes := jsonb_set(antes, ARRAY[columna], '"(reservado)"'); END IF;
    IF despues ->> columna IS NOT NULL THEN
      despues := jsonb_set(despues, ARRAY[columna], '"(reservado)"'); END IF;
  END LOOP;
  datos := CASE TG_OP WHEN 'INSERT' THEN despues::text WHEN 'DELETE' THEN antes::text
    ELSE jsonb_build_object('antes', antes, 'despues', despues)::text END;
  PERFORM pg_advisory_xact_lock(28950);
  SELECT a.n, a.suma INTO cabeza FROM auditoria AS a ORDER BY a.n DESC LIMIT 1;
  INSERT INTO auditoria (n, momento, persona, tabla, operacion, datos, anterior, suma)
  SELECT s.n, ahora, quien, TG_TABLE_NAME, TG_OP, datos, s.anterior,
    registro_suma(s.anterior, s.n::text, ahora, quien, TG_TABLE_NAME, TG_OP, datos)
  FROM (SELECT coalesce(cabeza.n, 0) + 1 AS n, coalesce(cabeza.suma, '') AS anterior) AS s;
  RETURN NULL;
END $$
--;;
CREATE FUNCTION fija_ancla_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'ancla: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_ancla_update BEFORE UPDATE ON ancla FOR EACH ROW EXECUTE FUNCTION fija_ancla_update()
--;;
CREATE FUNCTION fija_ancla_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'ancla: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_ancla_delete BEFORE DELETE ON ancla FOR EACH ROW EXECUTE FUNCTION fija_ancla_delete()
--;;
CREATE FUNCTION fija_archivo_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'archivo: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_archivo_update BEFORE UPDATE ON archivo FOR EACH ROW EXECUTE FUNCTION fija_archivo_update()
--;;
CREATE FUNCTION fija_archivo_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'archivo: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_archivo_delete BEFORE DELETE ON archivo FOR EACH ROW EXECUTE FUNCTION fija_archivo_delete()
--;;
CREATE FUNCTION fija_auditoria_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'auditoria: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_auditoria_update BEFORE UPDATE ON auditoria FOR EACH ROW EXECUTE FUNCTION fija_auditoria_update()
--;;
CREATE FUNCTION fija_auditoria_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'auditoria: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_auditoria_delete BEFORE DELETE ON auditoria FOR EACH ROW EXECUTE FUNCTION fija_auditoria_delete()
--;;
CREATE FUNCTION fija_esperado_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'esperado: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_esperado_update BEFORE UPDATE ON esperado FOR EACH ROW EXECUTE FUNCTION fija_esperado_update()
--;;
CREATE FUNCTION fija_esperado_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'esperado: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_esperado_delete BEFORE DELETE ON esperado FOR EACH ROW EXECUTE FUNCTION fija_esperado_delete()
--;;
CREATE FUNCTION fija_reporte_version_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'reporte_version: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_reporte_version_update BEFORE UPDATE ON reporte_version FOR EACH ROW EXECUTE FUNCTION fija_reporte_version_update()
--;;
CREATE FUNCTION fija_reporte_version_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'reporte_version: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_reporte_version_delete BEFORE DELETE ON reporte_version FOR EACH ROW EXECUTE FUNCTION fija_reporte_version_delete()
--;;
CREATE FUNCTION fija_transicion_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'transicion: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_transicion_update BEFORE UPDATE ON transicion FOR EACH ROW EXECUTE FUNCTION fija_transicion_update()
--;;
CREATE FUNCTION fija_transicion_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'transicion: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_transicion_delete BEFORE DELETE ON transicion FOR EACH ROW EXECUTE FUNCTION fija_transicion_delete()
--;;
CREATE FUNCTION fija_desagregado_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'desagregado: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_desagregado_update BEFORE UPDATE ON desagregado FOR EACH ROW EXECUTE FUNCTION fija_desagregado_update()
--;;
CREATE FUNCTION fija_desagregado_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'desagregado: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_desagregado_delete BEFORE DELETE ON desagregado FOR EACH ROW EXECUTE FUNCTION fija_desagregado_delete()
--;;
CREATE FUNCTION lapso_designacion_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM designacion AS otra WHERE otra.persona = NEW.persona AND otra.entidad = NEW.entidad AND otra.rol = NEW.rol AND otra.id <> NEW.id AND otra.desde <= coalesce(NEW.hasta, DATE '9999-12-31') AND coalesce(otra.hasta, DATE '9999-12-31') >= NEW.desde) THEN RAISE EXCEPTION 'designacion: los lapsos se cruzan'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER lapso_designacion_insert BEFORE INSERT ON designacion FOR EACH ROW EXECUTE FUNCTION lapso_designacion_insert()
--;;
CREATE FUNCTION lapso_designacion_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM designacion AS otra WHERE otra.persona = NEW.persona AND otra.entidad = NEW.entidad AND otra.rol = NEW.rol AND otra.id <> NEW.id AND otra.desde <= coalesce(NEW.hasta, DATE '9999-12-31') AND coalesce(otra.hasta, DATE '9999-12-31') >= NEW.desde) THEN RAISE EXCEPTION 'designacion: los lapsos se cruzan'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER lapso_designacion_update BEFORE UPDATE ON designacion FOR EACH ROW EXECUTE FUNCTION lapso_designacion_update()
--;;
CREATE FUNCTION lapso_responsable_insert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM responsable AS otra WHERE otra.codigo = NEW.codigo AND otra.desde <> NEW.desde AND otra.desde <= coalesce(NEW.hasta, DATE '9999-12-31') AND coalesce(otra.hasta, DATE '9999-12-31') >= NEW.desde) THEN RAISE EXCEPTION 'responsable: los lapsos se cruzan'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER lapso_responsable_insert BEFORE INSERT ON responsable FOR EACH ROW EXECUTE FUNCTION lapso_responsable_insert()
--;;
CREATE FUNCTION lapso_responsable_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM responsable AS otra WHERE otra.codigo = NEW.codigo AND otra.desde <> NEW.desde AND otra.desde <= coalesce(NEW.hasta, DATE '9999-12-31') AND coalesce(otra.hasta, DATE '9999-12-31') >= NEW.desde) THEN RAISE EXCEPTION 'responsable: los lapsos se cruzan'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER lapso_responsable_update BEFORE UPDATE ON responsable FOR EACH ROW EXECUTE FUNCTION lapso_responsable_update()
--;;
CREATE FUNCTION reporte_paso() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF OLD.estado <> NEW.estado AND OLD.estado || '>' || NEW.estado NOT IN ('aprobado>anulado', 'aprobado>observado', 'aprobado>publicado', 'borrador>anulado', 'borrador>enviado', 'borrador>sin-reporte', 'en-revision>anulado', 'en-revision>observado', 'en-revision>recomendado', 'enviado>anulado', 'enviado>borrador', 'enviado>en-revision', 'observado>anulado', 'observado>enviado', 'observado>sin-reporte', 'pendiente>anulado', 'pendiente>borrador', 'pendiente>sin-reporte', 'publicado>borrador', 'recomendado>anulado', 'recomendado>aprobado', 'recomendado>en-revision', 'sin-reporte>anulado', 'sin-reporte>enviado') THEN RAISE EXCEPTION 'reporte: ese paso no está en la tabla de estados'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER reporte_paso BEFORE UPDATE ON reporte FOR EACH ROW EXECUTE FUNCTION reporte_paso()
--;;
CREATE FUNCTION reporte_version_sube() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.version < OLD.version OR (OLD.estado <> NEW.estado AND NEW.version = OLD.version) THEN RAISE EXCEPTION 'reporte: la versión no retrocede, y sube en cada paso'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER reporte_version_sube BEFORE UPDATE ON reporte FOR EACH ROW EXECUTE FUNCTION reporte_version_sube()
--;;
CREATE FUNCTION reporte_nace() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.estado <> 'pendiente' AND NOT (NEW.estado = 'borrador' AND NEW.serie > 1) THEN RAISE EXCEPTION 'reporte: nace pendiente'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER reporte_nace BEFORE INSERT ON reporte FOR EACH ROW EXECUTE FUNCTION reporte_nace()
--;;
CREATE FUNCTION reporte_queda() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'reporte: no se borra, se anula'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER reporte_queda BEFORE DELETE ON reporte FOR EACH ROW EXECUTE FUNCTION reporte_queda()
--;;
CREATE FUNCTION esperado_cerrado() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF (SELECT abierto FROM periodo WHERE id = NEW.periodo) IS NOT NULL THEN RAISE EXCEPTION 'esperado: el periodo ya se abrió y su lista no cambia'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER esperado_cerrado BEFORE INSERT ON esperado FOR EACH ROW EXECUTE FUNCTION esperado_cerrado()
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON archivo FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON aviso FOR EACH ROW EXECUTE FUNCTION registro_audita('{cuerpo}', '{enviado,intentos}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON escala_valoracion FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON ficha FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON historia FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON informe FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON meta FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON periodo FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON persona FOR EACH ROW EXECUTE FUNCTION registro_audita('{clave_hash,totp,totp_usado}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON responsable FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON valoracion FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON codigo_recuperacion FOR EACH ROW EXECUTE FUNCTION registro_audita('{suma}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON designacion FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON esperado FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON hecho FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON invitacion FOR EACH ROW EXECUTE FUNCTION registro_audita('{suma}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON parrafo FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON prorroga FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON publicacion FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON sesion FOR EACH ROW EXECUTE FUNCTION registro_audita('{suma,ficha_csrf}', '{vista}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON hecho_indicador FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON reporte FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON observacion FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON publicacion_reporte FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON reporte_version FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON transicion FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON desagregado FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON evidencia FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON hallazgo FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE FUNCTION entera_auditoria() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'auditoria: lo escrito no se cambia ni se borra'; END $$
--;;
CREATE TRIGGER entera_auditoria BEFORE TRUNCATE ON auditoria FOR EACH STATEMENT EXECUTE FUNCTION entera_auditoria()
--;;
CREATE FUNCTION entera_ancla() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'ancla: lo escrito no se cambia ni se borra'; END $$
--;;
CREATE TRIGGER entera_ancla BEFORE TRUNCATE ON ancla FOR EACH STATEMENT EXECUTE FUNCTION entera_ancla()
--;;
ALTER TABLE reporte ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE reporte FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON reporte USING (registro_ve(entidad))
--;;
ALTER TABLE hecho ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE hecho FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON hecho USING (registro_ve(entidad))
--;;
ALTER TABLE reporte_version ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE reporte_version FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON reporte_version USING (EXISTS (SELECT 1 FROM reporte AS r WHERE r.id = reporte_version.reporte))
--;;
ALTER TABLE desagregado ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE desagregado FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON desagregado USING (EXISTS (SELECT 1 FROM reporte AS r WHERE r.id = desagregado.reporte))
--;;
ALTER TABLE hallazgo ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE hallazgo FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON hallazgo USING (EXISTS (SELECT 1 FROM reporte AS r WHERE r.id = hallazgo.reporte))
--;;
ALTER TABLE observacion ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE observacion FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON observacion USING (EXISTS (SELECT 1 FROM reporte AS r WHERE r.id = observacion.reporte))
--;;
ALTER TABLE transicion ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE transicion FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON transicion USING (EXISTS (SELECT 1 FROM reporte AS r WHERE r.id = transicion.reporte))
--;;
ALTER TABLE evidencia ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE evidencia FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON evidencia USING (EXISTS (SELECT 1 FROM reporte AS r WHERE r.id = evidencia.reporte))
