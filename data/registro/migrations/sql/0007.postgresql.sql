CREATE TABLE anulacion (
	id SERIAL NOT NULL,
	periodo TEXT NOT NULL,
	codigo TEXT NOT NULL,
	entidad TEXT NOT NULL,
	norma TEXT NOT NULL,
	motivo TEXT NOT NULL,
	persona INTEGER NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_anulacion PRIMARY KEY (id),
	CONSTRAINT fk_anulacion_periodo_codigo FOREIGN KEY(periodo, codigo) REFERENCES esperado (periodo, codigo),
	CONSTRAINT ck_anulacion_norma_dicho CHECK (length(trim(norma)) > 0),
	CONSTRAINT ck_anulacion_motivo_dicho CHECK (length(trim(motivo)) > 0),
	CONSTRAINT fk_anulacion_persona FOREIGN KEY(persona) REFERENCES persona (id)
)
--;;
CREATE INDEX ix_anulacion_esperado ON anulacion (periodo, codigo)
--;;
CREATE TABLE anulacion_respuesta (
	anulacion INTEGER NOT NULL,
	reporte INTEGER,
	motivo TEXT DEFAULT '' NOT NULL,
	persona INTEGER NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_anulacion_respuesta PRIMARY KEY (anulacion),
	CONSTRAINT ck_anulacion_respuesta_dicho CHECK (reporte IS NOT NULL OR length(trim(motivo)) > 0),
	CONSTRAINT fk_anulacion_respuesta_anulacion FOREIGN KEY(anulacion) REFERENCES anulacion (id),
	CONSTRAINT uq_anulacion_respuesta_reporte UNIQUE (reporte),
	CONSTRAINT fk_anulacion_respuesta_reporte FOREIGN KEY(reporte) REFERENCES reporte (id),
	CONSTRAINT fk_anulacion_respuesta_persona FOREIGN KEY(persona) REFERENCES persona (id)
)
--;;
CREATE FUNCTION fija_anulacion_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'anulacion: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_anulacion_update BEFORE UPDATE ON anulacion FOR EACH ROW EXECUTE FUNCTION fija_anulacion_update()
--;;
CREATE FUNCTION fija_anulacion_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'anulacion: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_anulacion_delete BEFORE DELETE ON anulacion FOR EACH ROW EXECUTE FUNCTION fija_anulacion_delete()
--;;
CREATE FUNCTION fija_anulacion_respuesta_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'anulacion_respuesta: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_anulacion_respuesta_update BEFORE UPDATE ON anulacion_respuesta FOR EACH ROW EXECUTE FUNCTION fija_anulacion_respuesta_update()
--;;
CREATE FUNCTION fija_anulacion_respuesta_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'anulacion_respuesta: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_anulacion_respuesta_delete BEFORE DELETE ON anulacion_respuesta FOR EACH ROW EXECUTE FUNCTION fija_anulacion_respuesta_delete()
--;;
CREATE FUNCTION anulacion_una() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM anulacion AS otra WHERE otra.periodo = NEW.periodo AND otra.codigo = NEW.codigo AND NOT EXISTS (SELECT 1 FROM anulacion_respuesta AS dada WHERE dada.anulacion = otra.id)) THEN RAISE EXCEPTION 'anulacion: ya hay un pedido sin respuesta'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER anulacion_una BEFORE INSERT ON anulacion FOR EACH ROW EXECUTE FUNCTION anulacion_una()
--;;
CREATE FUNCTION anulacion_dos_personas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.persona = (SELECT pedida.persona FROM anulacion AS pedida WHERE pedida.id = NEW.anulacion) THEN RAISE EXCEPTION 'anulacion: la responde otra persona'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER anulacion_dos_personas BEFORE INSERT ON anulacion_respuesta FOR EACH ROW EXECUTE FUNCTION anulacion_dos_personas()
--;;
CREATE FUNCTION anulacion_suyo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.reporte IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reporte AS suyo JOIN anulacion AS pedida ON pedida.periodo = suyo.periodo AND pedida.codigo = suyo.codigo WHERE suyo.id = NEW.reporte AND pedida.id = NEW.anulacion) THEN RAISE EXCEPTION 'anulacion: el reporte no es el del pedido'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER anulacion_suyo BEFORE INSERT ON anulacion_respuesta FOR EACH ROW EXECUTE FUNCTION anulacion_suyo()
--;;
CREATE FUNCTION reporte_anula() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.estado = 'anulado' AND OLD.estado <> 'anulado' AND NOT EXISTS (SELECT 1 FROM anulacion_respuesta AS dada WHERE dada.reporte = NEW.id) THEN RAISE EXCEPTION 'reporte: lo anulan dos personas'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER reporte_anula BEFORE UPDATE ON reporte FOR EACH ROW EXECUTE FUNCTION reporte_anula()
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON anulacion FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON anulacion_respuesta FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
ALTER TABLE anulacion ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE anulacion FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON anulacion USING (registro_ve(entidad) OR coalesce(current_setting('app.alcance', true), '') = 'administra')
--;;
ALTER TABLE anulacion_respuesta ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE anulacion_respuesta FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON anulacion_respuesta USING (EXISTS (SELECT 1 FROM anulacion AS p WHERE p.id = anulacion_respuesta.anulacion))
