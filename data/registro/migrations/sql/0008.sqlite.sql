CREATE TABLE publicacion_descarte (
	publicacion INTEGER NOT NULL,
	persona INTEGER NOT NULL,
	motivo TEXT NOT NULL,
	momento TEXT NOT NULL,
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
CREATE TRIGGER fija_publicacion_descarte_update BEFORE UPDATE ON publicacion_descarte
BEGIN SELECT RAISE(ABORT, 'publicacion_descarte: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_publicacion_descarte_delete BEFORE DELETE ON publicacion_descarte
BEGIN SELECT RAISE(ABORT, 'publicacion_descarte: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_publicacion_tablas_update BEFORE UPDATE ON publicacion_tablas
BEGIN SELECT RAISE(ABORT, 'publicacion_tablas: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_publicacion_tablas_delete BEFORE DELETE ON publicacion_tablas
BEGIN SELECT RAISE(ABORT, 'publicacion_tablas: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER descarte_tarde BEFORE INSERT ON publicacion_descarte WHEN (SELECT version_datos FROM publicacion WHERE id = NEW.publicacion) <> ''
BEGIN SELECT RAISE(ABORT, 'publicacion: lo publicado no se descarta'); END
--;;
CREATE TRIGGER publicacion_descartada BEFORE UPDATE ON publicacion WHEN EXISTS (SELECT 1 FROM publicacion_descarte WHERE publicacion = NEW.id)
BEGIN SELECT RAISE(ABORT, 'publicacion: se descartó y no se completa'); END
--;;
CREATE TRIGGER audita_publicacion_descarte_insert AFTER INSERT ON publicacion_descarte
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'publicacion_descarte', 'INSERT', json_object('publicacion', NEW.publicacion, 'persona', NEW.persona, 'motivo', NEW.motivo, 'momento', NEW.momento), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'publicacion_descarte', 'INSERT', json_object('publicacion', NEW.publicacion, 'persona', NEW.persona, 'motivo', NEW.motivo, 'momento', NEW.momento)); END
--;;
CREATE TRIGGER audita_publicacion_tablas_insert AFTER INSERT ON publicacion_tablas
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'publicacion_tablas', 'INSERT', json_object('publicacion', NEW.publicacion, 'carpeta', NEW.carpeta, 'archivos', NEW.archivos, 'antes', NEW.antes, 'despues', NEW.despues), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'publicacion_tablas', 'INSERT', json_object('publicacion', NEW.publicacion, 'carpeta', NEW.carpeta, 'archivos', NEW.archivos, 'antes', NEW.antes, 'despues', NEW.despues)); END
