CREATE TABLE publicacion_descarte (
	publicacion INTEGER NOT NULL,
	persona INTEGER NOT NULL,
	motivo TEXT NOT NULL,
	momento TIMESTAMP WITH TIME ZONE NOT NULL,
	CONSTRAINT pk_publicacion_descarte PRIMARY KEY (publicacion),
	CONSTRAINT ck_publicacion_descarte_motivo_dicho CHECK (length(trim(motivo)) > 0),
	CONSTRAINT fk_publicacion_descarte_publicacion FOREIGN KEY(publicacion) REFERENCES publicacion (id),
	CONSTRAINT fk_publicacion_descarte_persona FOREIGN KEY(persona) REFERENCES persona (id)
)
--;;
CREATE TABLE publicacion_tablas (
	publicacion INTEGER NOT NULL,
	carpeta TEXT NOT NULL,
	archivos TEXT NOT NULL,
	antes TEXT NOT NULL,
	despues TEXT NOT NULL,
	CONSTRAINT pk_publicacion_tablas PRIMARY KEY (publicacion),
	CONSTRAINT fk_publicacion_tablas_publicacion FOREIGN KEY(publicacion) REFERENCES publicacion (id)
)
--;;
CREATE FUNCTION fija_publicacion_descarte_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'publicacion_descarte: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_publicacion_descarte_update BEFORE UPDATE ON publicacion_descarte FOR EACH ROW EXECUTE FUNCTION fija_publicacion_descarte_update()
--;;
CREATE FUNCTION fija_publicacion_descarte_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'publicacion_descarte: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_publicacion_descarte_delete BEFORE DELETE ON publicacion_descarte FOR EACH ROW EXECUTE FUNCTION fija_publicacion_descarte_delete()
--;;
CREATE FUNCTION fija_publicacion_tablas_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'publicacion_tablas: lo escrito no se cambia ni se borra'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER fija_publicacion_tablas_update BEFORE UPDATE ON publicacion_tablas FOR EACH ROW EXECUTE FUNCTION fija_publicacion_tablas_update()
--;;
CREATE FUNCTION fija_publicacion_tablas_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF true THEN RAISE EXCEPTION 'publicacion_tablas: lo escrito no se cambia ni se borra'; END IF; RETURN OLD; END $$
--;;
CREATE TRIGGER fija_publicacion_tablas_delete BEFORE DELETE ON publicacion_tablas FOR EACH ROW EXECUTE FUNCTION fija_publicacion_tablas_delete()
--;;
CREATE FUNCTION descarte_tarde() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF (SELECT version_datos FROM publicacion WHERE id = NEW.publicacion) <> '' THEN RAISE EXCEPTION 'publicacion: lo publicado no se descarta'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER descarte_tarde BEFORE INSERT ON publicacion_descarte FOR EACH ROW EXECUTE FUNCTION descarte_tarde()
--;;
CREATE FUNCTION publicacion_descartada() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN IF EXISTS (SELECT 1 FROM publicacion_descarte WHERE publicacion = NEW.id) THEN RAISE EXCEPTION 'publicacion: se descartó y no se completa'; END IF; RETURN NEW; END $$
--;;
CREATE TRIGGER publicacion_descartada BEFORE UPDATE ON publicacion FOR EACH ROW EXECUTE FUNCTION publicacion_descartada()
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON publicacion_descarte FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON publicacion_tablas FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{}')
