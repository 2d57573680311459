CREATE TABLE acuerdo (
	id INTEGER NOT NULL,
	entidades TEXT NOT NULL,
	version INTEGER NOT NULL,
	CONSTRAINT pk_acuerdo PRIMARY KEY (id),
	CONSTRAINT ck_acuerdo_entidades_dicho CHECK (length(trim(entidades)) > 0)
)
--;;
CREATE TABLE sesion_comision (
	numero TEXT NOT NULL,
	autor INTEGER NOT NULL,
	momento TEXT NOT NULL,
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
	momento TEXT NOT NULL,
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
	momento TEXT NOT NULL,
	CONSTRAINT pk_sesion_version PRIMARY KEY (numero, n),
	CONSTRAINT ck_sesion_version_acta_dicho CHECK (length(trim(acta)) > 0),
	CONSTRAINT ck_sesion_version_fuente_dicho CHECK (length(trim(fuente)) > 0),
	CONSTRAINT ck_sesion_version_corregida CHECK (n >= 1 AND (n = 1 OR length(trim(motivo)) > 0)),
	CONSTRAINT fk_sesion_version_numero FOREIGN KEY(numero) REFERENCES sesion_comision (numero),
	CONSTRAINT fk_sesion_version_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE TABLE seguimiento (
	id INTEGER NOT NULL,
	acuerdo INTEGER NOT NULL,
	n INTEGER NOT NULL,
	entidad TEXT NOT NULL,
	texto TEXT NOT NULL,
	fecha DATE NOT NULL,
	cumplido BOOLEAN NOT NULL,
	autor INTEGER NOT NULL,
	momento TEXT NOT NULL,
	CONSTRAINT pk_seguimiento PRIMARY KEY (id),
	CONSTRAINT fk_seguimiento_acuerdo_n FOREIGN KEY(acuerdo, n) REFERENCES acuerdo_version (acuerdo, n),
	CONSTRAINT ck_seguimiento_texto_dicho CHECK (length(trim(texto)) > 0),
	CONSTRAINT fk_seguimiento_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE INDEX ix_seguimiento_acuerdo ON seguimiento (acuerdo, entidad)
--;;
CREATE TABLE decision (
	id INTEGER NOT NULL,
	seguimiento INTEGER NOT NULL,
	entidad TEXT NOT NULL,
	accion TEXT NOT NULL,
	motivo TEXT DEFAULT '' NOT NULL,
	autor INTEGER NOT NULL,
	momento TEXT NOT NULL,
	CONSTRAINT pk_decision PRIMARY KEY (id),
	CONSTRAINT ck_decision_accion CHECK (accion IN ('confirmar', 'devolver', 'reabrir')),
	CONSTRAINT ck_decision_motivada CHECK (accion = 'confirmar' OR length(trim(motivo)) > 0),
	CONSTRAINT fk_decision_seguimiento FOREIGN KEY(seguimiento) REFERENCES seguimiento (id),
	CONSTRAINT fk_decision_autor FOREIGN KEY(autor) REFERENCES persona (id)
)
--;;
CREATE INDEX ix_decision_seguimiento ON decision (seguimiento)
--;;
CREATE TRIGGER fija_sesion_comision_update BEFORE UPDATE ON sesion_comision
BEGIN SELECT RAISE(ABORT, 'sesion_comision: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_sesion_comision_delete BEFORE DELETE ON sesion_comision
BEGIN SELECT RAISE(ABORT, 'sesion_comision: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_acuerdo_version_update BEFORE UPDATE ON acuerdo_version
BEGIN SELECT RAISE(ABORT, 'acuerdo_version: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_acuerdo_version_delete BEFORE DELETE ON acuerdo_version
BEGIN SELECT RAISE(ABORT, 'acuerdo_version: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_sesion_version_update BEFORE UPDATE ON sesion_version
BEGIN SELECT RAISE(ABORT, 'sesion_version: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_sesion_version_delete BEFORE DELETE ON sesion_version
BEGIN SELECT RAISE(ABORT, 'sesion_version: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_seguimiento_update BEFORE UPDATE ON seguimiento
BEGIN SELECT RAISE(ABORT, 'seguimiento: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_seguimiento_delete BEFORE DELETE ON seguimiento
BEGIN SELECT RAISE(ABORT, 'seguimiento: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_decision_update BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'decision: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_decision_delete BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decision: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER decision_ajena BEFORE INSERT ON decision WHEN (SELECT autor FROM seguimiento WHERE id = NEW.seguimiento) = NEW.autor
BEGIN SELECT RAISE(ABORT, 'decision: nadie decide sobre lo que escribió'); END
--;;
CREATE TRIGGER audita_acuerdo_insert AFTER INSERT ON acuerdo
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'acuerdo', 'INSERT', json_object('id', NEW.id, 'entidades', NEW.entidades, 'version', NEW.version), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'acuerdo', 'INSERT', json_object('id', NEW.id, 'entidades', NEW.entidades, 'version', NEW.version)); END
--;;
CREATE TRIGGER audita_acuerdo_update AFTER UPDATE OF id, entidades, version ON acuerdo
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'acuerdo', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'entidades', OLD.entidades, 'version', OLD.version), 'despues', json_object('id', NEW.id, 'entidades', NEW.entidades, 'version', NEW.version)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'acuerdo', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'entidades', OLD.entidades, 'version', OLD.version), 'despues', json_object('id', NEW.id, 'entidades', NEW.entidades, 'version', NEW.version))); END
--;;
CREATE TRIGGER audita_acuerdo_delete AFTER DELETE ON acuerdo
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'acuerdo', 'DELETE', json_object('id', OLD.id, 'entidades', OLD.entidades, 'version', OLD.version), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'acuerdo', 'DELETE', json_object('id', OLD.id, 'entidades', OLD.entidades, 'version', OLD.version)); END
--;;
CREATE TRIGGER audita_sesion_comision_insert AFTER INSERT ON sesion_comision
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'sesion_comision', 'INSERT', json_object('numero', NEW.numero, 'autor', NEW.autor, 'momento', NEW.momento), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'sesion_comision', 'INSERT', json_object('numero', NEW.numero, 'autor', NEW.autor, 'momento', NEW.momento)); END
--;;
CREATE TRIGGER audita_acuerdo_version_insert AFTER INSERT ON acuerdo_version
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'acuerdo_version', 'INSERT', json_object('acuerdo', NEW.acuerdo, 'n', NEW.n, 'sesion', NEW.sesion, 'texto', NEW.texto, 'entidades', NEW.entidades, 'plazo', NEW.plazo, 'indicadores', NEW.indicadores, 'motivo', NEW.motivo, 'autor', NEW.autor, 'momento', NEW.momento), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'acuerdo_version', 'INSERT', json_object('acuerdo', NEW.acuerdo, 'n', NEW.n, 'sesion', NEW.sesion, 'texto', NEW.texto, 'entidades', NEW.entidades, 'plazo', NEW.plazo, 'indicadores', NEW.indicadores, 'motivo', NEW.motivo, 'autor', NEW.autor, 'momento', NEW.momento)); END
--;;
CREATE TRIGGER audita_sesion_version_insert AFTER INSERT ON sesion_version
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'sesion_version', 'INSERT', json_object('numero', NEW.numero, 'n', NEW.n, 'fecha', NEW.fecha, 'acta', NEW.acta, 'fuente', NEW.fuente, 'motivo', NEW.motivo, 'autor', NEW.autor, 'momento', NEW.momento), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'sesion_version', 'INSERT', json_object('numero', NEW.numero, 'n', NEW.n, 'fecha', NEW.fecha, 'acta', NEW.acta, 'fuente', NEW.fuente, 'motivo', NEW.motivo, 'autor', NEW.autor, 'momento', NEW.momento)); END
--;;
CREATE TRIGGER audita_seguimiento_insert AFTER INSERT ON seguimiento
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'seguimiento', 'INSERT', json_object('id', NEW.id, 'acuerdo', NEW.acuerdo, 'n', NEW.n, 'entidad', NEW.entidad, 'texto', NEW.texto, 'fecha', NEW.fecha, 'cumplido', NEW.cumplido, 'autor', NEW.autor, 'momento', NEW.momento), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'seguimiento', 'INSERT', json_object('id', NEW.id, 'acuerdo', NEW.acuerdo, 'n', NEW.n, 'entidad', NEW.entidad, 'texto', NEW.texto, 'fecha', NEW.fecha, 'cumplido', NEW.cumplido, 'autor', NEW.autor, 'momento', NEW.momento)); END
--;;
CREATE TRIGGER audita_decision_insert AFTER INSERT ON decision
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'decision', 'INSERT', json_object('id', NEW.id, 'seguimiento', NEW.seguimiento, 'entidad', NEW.entidad, 'accion', NEW.accion, 'motivo', NEW.motivo, 'autor', NEW.autor, 'momento', NEW.momento), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'decision', 'INSERT', json_object('id', NEW.id, 'seguimiento', NEW.seguimiento, 'entidad', NEW.entidad, 'accion', NEW.accion, 'motivo', NEW.motivo, 'autor', NEW.autor, 'momento', NEW.momento)); END
