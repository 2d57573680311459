CREATE TABLE informe_parrafo (
	anio INTEGER NOT NULL,
	seccion TEXT NOT NULL,
	estado TEXT NOT NULL,
	n INTEGER NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_informe_parrafo PRIMARY KEY (anio, seccion),
	CONSTRAINT ck_informe_parrafo_estado CHECK (estado IN ('borrador', 'propuesto', 'revisado', 'firmado')),
	CONSTRAINT ck_informe_parrafo_numeros CHECK (n >= 1 AND version >= 1)
)
--;;
CREATE TABLE informe_salida (
	id SERIAL NOT NULL,
	anio INTEGER NOT NULL,
	suma TEXT NOT NULL,
	secciones TEXT NOT NULL,
	autor INTEGER NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_informe_salida PRIMARY KEY (id),
	CONSTRAINT ck_informe_salida_suma CHECK (length(suma) = 64),
	CONSTRAINT fk_informe_salida_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE TABLE parrafo_paso (
	id SERIAL NOT NULL,
	anio INTEGER NOT NULL,
	seccion TEXT NOT NULL,
	n INTEGER NOT NULL,
	accion TEXT NOT NULL,
	a TEXT NOT NULL,
	motivo TEXT DEFAULT '' NOT NULL,
	autor INTEGER NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_parrafo_paso PRIMARY KEY (id),
	CONSTRAINT fk_parrafo_paso_anio_seccion FOREIGN KEY(anio, seccion) REFERENCES informe_parrafo (anio, seccion),
	CONSTRAINT ck_parrafo_paso_a CHECK (a IN ('borrador', 'propuesto', 'revisado', 'firmado')),
	CONSTRAINT fk_parrafo_paso_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE INDEX ix_parrafo_paso ON parrafo_paso (anio, seccion)
--;;
CREATE TABLE parrafo_version (
	anio INTEGER NOT NULL,
	seccion TEXT NOT NULL,
	n INTEGER NOT NULL,
	texto TEXT NOT NULL,
	autor INTEGER NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_parrafo_version PRIMARY KEY (anio, seccion, n),
	CONSTRAINT fk_parrafo_version_anio_seccion FOREIGN KEY(anio, seccion) REFERENCES informe_parrafo (anio, seccion),
	CONSTRAINT ck_parrafo_version_texto_dicho CHECK (length(trim(texto)) > 0),
	CONSTRAINT fk_parrafo_version_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE FUNCTION fija_informe_salida_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'informe_salida: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_informe_salida_update BEFORE UPDATE ON informe_salida FOR EACH ROW EXECUTE FUNCTION fija_informe_salida_update()
--;;
CREATE FUNCTION fija_informe_salida_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'informe_salida: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_informe_salida_delete BEFORE DELETE ON informe_salida FOR EACH ROW EXECUTE FUNCTION fija_informe_salida_delete()
--;;
CREATE FUNCTION fija_parrafo_paso_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'parrafo_paso: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_parrafo_paso_update BEFORE UPDATE ON parrafo_paso FOR EACH ROW EXECUTE FUNCTION fija_parrafo_paso_update()
--;;
CREATE FUNCTION fija_parrafo_paso_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'parrafo_paso: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_parrafo_paso_delete BEFORE DELETE ON parrafo_paso FOR EACH ROW EXECUTE FUNCTION fija_parrafo_paso_delete()
--;;
CREATE FUNCTION fija_parrafo_version_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'parrafo_version: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_parrafo_version_update BEFORE UPDATE ON parrafo_version FOR EACH ROW EXECUTE FUNCTION fija_parrafo_version_update()
--;;
CREATE FUNCTION fija_parrafo_version_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'parrafo_version: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_parrafo_version_delete BEFORE DELETE ON parrafo_version FOR EACH ROW EXECUTE FUNCTION fija_parrafo_version_delete()
--;;
CREATE FUNCTION parrafo_camino() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF OLD.estado <> NEW.estado AND OLD.estado || '>' || NEW.estado NOT IN ('borrador>propuesto', 'firmado>borrador', 'por-escribir>borrador', 'propuesto>borrador', 'propuesto>revisado', 'revisado>borrador', 'revisado>firmado') THEN RAISE EXCEPTION 'informe_parrafo: ese paso no está en la tabla de estados'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER parrafo_camino BEFORE UPDATE ON informe_parrafo FOR EACH ROW EXECUTE FUNCTION parrafo_camino()
--;;
CREATE FUNCTION parrafo_ajeno() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.accion IN ('revisar', 'observar', 'firmar') AND EXISTS (SELECT 1 FROM parrafo_version AS v WHERE v.anio = NEW.anio AND v.seccion = NEW.seccion AND v.autor = NEW.autor) THEN RAISE EXCEPTION 'parrafo_paso: nadie revisa ni firma lo que escribió'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER parrafo_ajeno BEFORE INSERT ON parrafo_paso FOR EACH ROW EXECUTE FUNCTION parrafo_ajeno()
--;;
CREATE FUNCTION parrafo_dos() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF NEW.accion = 'firmar' AND EXISTS (SELECT 1 FROM parrafo_paso AS v WHERE v.anio = NEW.anio AND v.seccion = NEW.seccion AND v.autor = NEW.autor AND v.accion = 'revisar') THEN RAISE EXCEPTION 'parrafo_paso: nadie firma lo que revisó'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER parrafo_dos BEFORE INSERT ON parrafo_paso FOR EACH ROW EXECUTE FUNCTION parrafo_dos()
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON informe_parrafo FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON informe_salida FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON parrafo_paso FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON parrafo_version FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
ALTER TABLE informe_parrafo ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE informe_parrafo FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON informe_parrafo USING (registro_ve(''))
--;;
ALTER TABLE parrafo_version ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE parrafo_version FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON parrafo_version USING (registro_ve(''))
--;;
ALTER TABLE parrafo_paso ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE parrafo_paso FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON parrafo_paso USING (registro_ve(''))
