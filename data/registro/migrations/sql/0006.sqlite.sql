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
	id INTEGER NOT NULL,
	anio INTEGER NOT NULL,
	suma TEXT NOT NULL,
	secciones TEXT NOT NULL,
	autor INTEGER NOT NULL,
	momento TEXT NOT NULL,
	CONSTRAINT pk_informe_salida PRIMARY KEY (id),
	CONSTRAINT ck_informe_salida_suma CHECK (length(suma) = 64),
	CONSTRAINT fk_informe_salida_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE TABLE parrafo_paso (
	id INTEGER NOT NULL,
	anio INTEGER NOT NULL,
	seccion TEXT NOT NULL,
	n INTEGER NOT NULL,
	accion TEXT NOT NULL,
	a TEXT NOT NULL,
	motivo TEXT DEFAULT '' NOT NULL,
	autor INTEGER NOT NULL,
	momento TEXT NOT NULL,
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
	momento TEXT NOT NULL,
	CONSTRAINT pk_parrafo_version PRIMARY KEY (anio, seccion, n),
	CONSTRAINT fk_parrafo_version_anio_seccion FOREIGN KEY(anio, seccion) REFERENCES informe_parrafo (anio, seccion),
	CONSTRAINT ck_parrafo_version_texto_dicho CHECK (length(trim(texto)) > 0),
	CONSTRAINT fk_parrafo_version_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE TRIGGER fija_informe_salida_update BEFORE UPDATE ON informe_salida
BEGIN SELECT RAISE(ABORT, 'informe_salida: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_informe_salida_delete BEFORE DELETE ON informe_salida
BEGIN SELECT RAISE(ABORT, 'informe_salida: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_parrafo_paso_update BEFORE UPDATE ON parrafo_paso
BEGIN SELECT RAISE(ABORT, 'parrafo_paso: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_parrafo_paso_delete BEFORE DELETE ON parrafo_paso
BEGIN SELECT RAISE(ABORT, 'parrafo_paso: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_parrafo_version_update BEFORE UPDATE ON parrafo_version
BEGIN SELECT RAISE(ABORT, 'parrafo_version: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_parrafo_version_delete BEFORE DELETE ON parrafo_version
BEGIN SELECT RAISE(ABORT, 'parrafo_version: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER parrafo_camino BEFORE UPDATE ON informe_parrafo WHEN OLD.estado <> NEW.estado AND OLD.estado || '>' || NEW.estado NOT IN ('borrador>propuesto', 'firmado>borrador', 'por-escribir>borrador', 'propuesto>borrador', 'propuesto>revisado', 'revisado>borrador', 'revisado>firmado')
BEGIN SELECT RAISE(ABORT, 'informe_parrafo: ese paso no está en la tabla de estados'); END
--;;
CREATE TRIGGER parrafo_ajeno BEFORE INSERT ON parrafo_paso WHEN NEW.accion IN ('revisar', 'observar', 'firmar') AND EXISTS (SELECT 1 FROM parrafo_version AS v WHERE v.anio = NEW.anio AND v.seccion = NEW.seccion AND v.autor = NEW.autor)
BEGIN SELECT RAISE(ABORT, 'parrafo_paso: nadie revisa ni firma lo que escribió'); END
--;;
CREATE TRIGGER parrafo_dos BEFORE INSERT ON parrafo_paso WHEN NEW.accion = 'firmar' AND EXISTS (SELECT 1 FROM parrafo_paso AS v WHERE v.anio = NEW.anio AND v.seccion = NEW.seccion AND v.autor = NEW.autor AND v.accion = 'revisar')
BEGIN SELECT RAISE(ABORT, 'parrafo_paso: nadie firma lo que revisó'); END
--;;
CREATE TRIGGER audita_informe_parrafo_insert AFTER INSERT ON informe_parrafo
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'informe_parrafo', 'INSERT', json_object('anio', NEW.anio, 'seccion', NEW.seccion, 'estado', NEW.estado, 'n', NEW.n, 'version', NEW.version), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'informe_parrafo', 'INSERT', json_object('anio', NEW.anio, 'seccion', NEW.seccion, 'estado', NEW.estado, 'n', NEW.n, 'version', NEW.version)); END
--;;
CREATE TRIGGER audita_informe_parrafo_update AFTER UPDATE OF anio, seccion, estado, n, version ON informe_parrafo
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'informe_parrafo', 'UPDATE', json_object('antes', json_object('anio', OLD.anio, 'seccion', OLD.seccion, 'estado', OLD.estado, 'n', OLD.n, 'version', OLD.version), 'despues', json_object('anio', NEW.anio, 'seccion', NEW.seccion, 'estado', NEW.estado, 'n', NEW.n, 'version', NEW.version)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'informe_parrafo', 'UPDATE', json_object('antes', json_object('anio', OLD.anio, 'seccion', OLD.seccion, 'estado', OLD.estado, 'n', OLD.n, 'version', OLD.version), 'despues', json_object('anio', NEW.anio, 'seccion', NEW.seccion, 'estado', NEW.estado, 'n', NEW.n, 'version', NEW.version))); END
--;;
CREATE TRIGGER audita_informe_parrafo_delete AFTER DELETE ON informe_parrafo
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'informe_parrafo', 'DELETE', json_object('anio', OLD.anio, 'seccion', OLD.seccion, 'estado', OLD.estado, 'n', OLD.n, 'version', OLD.version), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'informe_parrafo', 'DELETE', json_object('anio', OLD.anio, 'seccion', OLD.seccion, 'estado', OLD.estado, 'n', OLD.n, 'version', OLD.version)); END
--;;
CREATE TRIGGER audita_informe_salida_insert AFTER INSERT ON informe_salida
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'informe_salida', 'INSERT', json_object('id', NEW.id, 'anio', NEW.anio, 'suma', NEW.suma, 'secciones', NEW.secciones, 'autor', NEW.autor, 'momento', NEW.momento), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'informe_salida', 'INSERT', json_object('id', NEW.id, 'anio', NEW.anio, 'suma', NEW.suma, 'secciones', NEW.secciones, 'autor', NEW.autor, 'momento', NEW.momento)); END
--;;
CREATE TRIGGER audita_parrafo_paso_insert AFTER INSERT ON parrafo_paso
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'parrafo_paso', 'INSERT', json_object('id', NEW.id, 'anio', NEW.anio, 'seccion', NEW.seccion, 'n', NEW.n, 'accion', NEW.accion, 'a', NEW.a, 'motivo', NEW.motivo, 'autor', NEW.autor, 'momento', NEW.momento), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'parrafo_paso', 'INSERT', json_object('id', NEW.id, 'anio', NEW.anio, 'seccion', NEW.seccion, 'n', NEW.n, 'accion', NEW.accion, 'a', NEW.a, 'motivo', NEW.motivo, 'autor', NEW.autor, 'momento', NEW.momento)); END
--;;
CREATE TRIGGER audita_parrafo_version_insert AFTER INSERT ON parrafo_version
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'parrafo_version', 'INSERT', json_object('anio', NEW.anio, 'seccion', NEW.seccion, 'n', NEW.n, 'texto', NEW.texto, 'autor', NEW.autor, 'momento', NEW.momento), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'parrafo_version', 'INSERT', json_object('anio', NEW.anio, 'seccion', NEW.seccion, 'n', NEW.n, 'texto', NEW.texto, 'autor', NEW.autor, 'momento', NEW.momento)); END
