CREATE TABLE llave (
	id INTEGER NOT NULL,
	persona INTEGER NOT NULL,
	credencial TEXT NOT NULL,
	publica TEXT NOT NULL,
	cuenta INTEGER NOT NULL,
	nombre TEXT NOT NULL,
	nacida TEXT NOT NULL,
	usada TEXT,
	revocada TEXT,
	CONSTRAINT pk_llave PRIMARY KEY (id),
	CONSTRAINT ck_llave_nombre_dicho CHECK (length(trim(nombre)) > 0),
	CONSTRAINT fk_llave_persona FOREIGN KEY(persona) REFERENCES persona (id),
	CONSTRAINT uq_llave_credencial UNIQUE (credencial)
)
--;;
CREATE INDEX ix_llave_persona ON llave (persona)
--;;
CREATE TRIGGER audita_llave_insert AFTER INSERT ON llave
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'llave', 'INSERT', json_object('id', NEW.id, 'persona', NEW.persona, 'credencial', NEW.credencial, 'publica', NEW.publica, 'cuenta', NEW.cuenta, 'nombre', NEW.nombre, 'nacida', NEW.nacida, 'usada', NEW.usada, 'revocada', NEW.revocada), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'llave', 'INSERT', json_object('id', NEW.id, 'persona', NEW.persona, 'credencial', NEW.credencial, 'publica', NEW.publica, 'cuenta', NEW.cuenta, 'nombre', NEW.nombre, 'nacida', NEW.nacida, 'usada', NEW.usada, 'revocada', NEW.revocada)); END
--;;
CREATE TRIGGER audita_llave_update AFTER UPDATE OF id, persona, credencial, publica, nombre, nacida, revocada ON llave
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'llave', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'persona', OLD.persona, 'credencial', OLD.credencial, 'publica', OLD.publica, 'cuenta', OLD.cuenta, 'nombre', OLD.nombre, 'nacida', OLD.nacida, 'usada', OLD.usada, 'revocada', OLD.revocada), 'despues', json_object('id', NEW.id, 'persona', NEW.persona, 'credencial', NEW.credencial, 'publica', NEW.publica, 'cuenta', NEW.cuenta, 'nombre', NEW.nombre, 'nacida', NEW.nacida, 'usada', NEW.usada, 'revocada', NEW.revocada)), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'llave', 'UPDATE', json_object('antes', json_object('id', OLD.id, 'persona', OLD.persona, 'credencial', OLD.credencial, 'publica', OLD.publica, 'cuenta', OLD.cuenta, 'nombre', OLD.nombre, 'nacida', OLD.nacida, 'usada', OLD.usada, 'revocada', OLD.revocada), 'despues', json_object('id', NEW.id, 'persona', NEW.persona, 'credencial', NEW.credencial, 'publica', NEW.publica, 'cuenta', NEW.cuenta, 'nombre', NEW.nombre, 'nacida', NEW.nacida, 'usada', NEW.usada, 'revocada', NEW.revocada))); END
--;;
CREATE TRIGGER audita_llave_delete AFTER DELETE ON llave
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'llave', 'DELETE', json_object('id', OLD.id, 'persona', OLD.persona, 'credencial', OLD.credencial, 'publica', OLD.publica, 'cuenta', OLD.cuenta, 'nombre', OLD.nombre, 'nacida', OLD.nacida, 'usada', OLD.usada, 'revocada', OLD.revocada), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'llave', 'DELETE', json_object('id', OLD.id, 'persona', OLD.persona, 'credencial', OLD.credencial, 'publica', OLD.publica, 'cuenta', OLD.cuenta, 'nombre', OLD.nombre, 'nacida', OLD.nacida, 'usada', OLD.usada, 'revocada', OLD.revocada)); END
