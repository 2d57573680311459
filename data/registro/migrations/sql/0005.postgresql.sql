CREATE TABLE acuerdo (
	id SERIAL NOT NULL,
	entidades TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_acuerdo PRIMARY KEY (id),
	CONSTRAINT ck_acuerdo_entidades_dicho CHECK (length(trim(entidades)) > 0)
)
--;;
CREATE TABLE sesion_comision (
	numero TEXT NOT NULL,
	autor INTEGER NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_sesion_comision PRIMARY KEY (numero),
	CONSTRAINT ck_sesion_comision_numero_dicho CHECK (length(trim(numero)) > 0),
	CONSTRAINT fk_sesion_comision_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE TABLE acuerdo_version (
	acuerdo INTEGER NOT NULL,
	n INTEGER NOT NULL,
	sesion TEXT NOT NULL,
	texto TEXT NOT NULL,
	entidades TEXT NOT NULL,
	plazo DATE NOT NULL,
	indicadores TEXT DEFAULT '' NOT NULL,
	motivo TEXT DEFAULT '' NOT NULL,
	autor INTEGER NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_acuerdo_version PRIMARY KEY (acuerdo, n),
	CONSTRAINT ck_acuerdo_version_texto_dicho CHECK (length(trim(texto)) > 0),
	CONSTRAINT ck_acuerdo_version_entidades_dicho CHECK (length(trim(entidades)) > 0),
	CONSTRAINT ck_acuerdo_version_corregida CHECK (n >= 1 AND (n = 1 OR length(trim(motivo)) > 0)),
	CONSTRAINT fk_acuerdo_version_acuerdo FOREIGN KEY(acuerdo) REFERENCES acuerdo (id),
	CONSTRAINT fk_acuerdo_version_sesion FOREIGN KEY(sesion) REFERENCES sesion_comision (numero),
	CONSTRAINT fk_acuerdo_version_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE TABLE sesion_version (
	numero TEXT NOT NULL,
	n INTEGER NOT NULL,
	fecha DATE NOT NULL,
	acta TEXT NOT NULL,
	fuente TEXT NOT NULL,
	motivo TEXT DEFAULT '' NOT NULL,
	autor INTEGER NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_sesion_version PRIMARY KEY (numero, n),
	CONSTRAINT ck_sesion_version_acta_dicho CHECK (length(trim(acta)) > 0),
	CONSTRAINT ck_sesion_version_fuente_dicho CHECK (length(trim(fuente)) > 0),
	CONSTRAINT ck_sesion_version_corregida CHECK (n >= 1 AND (n = 1 OR length(trim(motivo)) > 0)),
	CONSTRAINT fk_sesion_version_numero FOREIGN KEY(numero) REFERENCES sesion_comision (numero),
	CONSTRAINT fk_sesion_version_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE TABLE seguimiento (
	id SERIAL NOT NULL,
	acuerdo INTEGER NOT NULL,
	n INTEGER NOT NULL,
	entidad TEXT NOT NULL,
	texto TEXT NOT NULL,
	fecha DATE NOT NULL,
	cumplido BOOLEAN NOT NULL,
	autor INTEGER NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_seguimiento PRIMARY KEY (id),
	CONSTRAINT fk_seguimiento_acuerdo_n FOREIGN KEY(acuerdo, n) REFERENCES acuerdo_version (acuerdo, n),
	CONSTRAINT ck_seguimiento_texto_dicho CHECK (length(trim(texto)) > 0),
	CONSTRAINT fk_seguimiento_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE INDEX ix_seguimiento_acuerdo ON seguimiento (acuerdo, entidad)
--;;
CREATE TABLE decision (
	id SERIAL NOT NULL,
	seguimiento INTEGER NOT NULL,
	entidad TEXT NOT NULL,
	accion TEXT NOT NULL,
	motivo TEXT DEFAULT '' NOT NULL,
	autor INTEGER NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_decision PRIMARY KEY (id),
	CONSTRAINT ck_decision_accion CHECK (accion IN ('confirmar', 'devolver', 'reabrir')),
	CONSTRAINT ck_decision_motivada CHECK (accion = 'confirmar' OR length(trim(motivo)) > 0),
	CONSTRAINT fk_decision_seguimiento FOREIGN KEY(seguimiento) REFERENCES seguimiento (id),
	CONSTRAINT fk_decision_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE INDEX ix_decision_seguimiento ON decision (seguimiento)
--;;
CREATE FUNCTION fija_sesion_comision_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'sesion_comision: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_sesion_comision_update BEFORE UPDATE ON sesion_comision FOR EACH ROW EXECUTE FUNCTION fija_sesion_comision_update()
--;;
CREATE FUNCTION fija_sesion_comision_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'sesion_comision: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_sesion_comision_delete BEFORE DELETE ON sesion_comision FOR EACH ROW EXECUTE FUNCTION fija_sesion_comision_delete()
--;;
CREATE FUNCTION fija_acuerdo_version_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'acuerdo_version: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_acuerdo_version_update BEFORE UPDATE ON acuerdo_version FOR EACH ROW EXECUTE FUNCTION fija_acuerdo_version_update()
--;;
CREATE FUNCTION fija_acuerdo_version_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'acuerdo_version: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_acuerdo_version_delete BEFORE DELETE ON acuerdo_version FOR EACH ROW EXECUTE FUNCTION fija_acuerdo_version_delete()
--;;
CREATE FUNCTION fija_sesion_version_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'sesion_version: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_sesion_version_update BEFORE UPDATE ON sesion_version FOR EACH ROW EXECUTE FUNCTION fija_sesion_version_update()
--;;
CREATE FUNCTION fija_sesion_version_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'sesion_version: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_sesion_version_delete BEFORE DELETE ON sesion_version FOR EACH ROW EXECUTE FUNCTION fija_sesion_version_delete()
--;;
CREATE FUNCTION fija_seguimiento_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'seguimiento: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_seguimiento_update BEFORE UPDATE ON seguimiento FOR EACH ROW EXECUTE FUNCTION fija_seguimiento_update()
--;;
CREATE FUNCTION fija_seguimiento_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'seguimiento: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_seguimiento_delete BEFORE DELETE ON seguimiento FOR EACH ROW EXECUTE FUNCTION fija_seguimiento_delete()
--;;
CREATE FUNCTION fija_decision_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'decision: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_decision_update BEFORE UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION fija_decision_update()
--;;
CREATE FUNCTION fija_decision_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'decision: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_decision_delete BEFORE DELETE ON decision FOR EACH ROW EXECUTE FUNCTION fija_decision_delete()
--;;
CREATE FUNCTION decision_ajena() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF (SELECT autor FROM seguimiento WHERE id = NEW.seguimiento) = NEW.autor THEN RAISE EXCEPTION 'decision: nadie decide sobre lo que escribió'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER decision_ajena BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION decision_ajena()
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON acuerdo FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON sesion_comision FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON acuerdo_version FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON sesion_version FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON seguimiento FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
ALTER TABLE acuerdo ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE acuerdo FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON acuerdo USING (registro_ve('') OR string_to_array(entidades, ';') && string_to_array(coalesce(current_setting('app.entidad', true), ''), ','))
--;;
ALTER TABLE acuerdo_version ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE acuerdo_version FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON acuerdo_version USING (EXISTS (SELECT 1 FROM acuerdo AS a WHERE a.id = acuerdo_version.acuerdo))
--;;
ALTER TABLE seguimiento ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE seguimiento FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON seguimiento USING (registro_ve(entidad))
--;;
ALTER TABLE decision ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE decision FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY por_entidad ON decision USING (registro_ve(entidad))
