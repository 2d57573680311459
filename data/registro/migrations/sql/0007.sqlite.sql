CREATE TABLE anulacion (
	id INTEGER NOT NULL,
	periodo TEXT NOT NULL,
	codigo TEXT NOT NULL,
	entidad TEXT NOT NULL,
	norma TEXT NOT NULL,
	motivo TEXT NOT NULL,
	persona INTEGER NOT NULL,
	momento TEXT NOT NULL,
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
	momento TEXT NOT NULL,
	CONSTRAINT pk_anulacion_respuesta PRIMARY KEY (anulacion),
	CONSTRAINT ck_anulacion_respuesta_dicho CHECK (reporte IS NOT NULL OR length(trim(motivo)) > 0),
	CONSTRAINT fk_anulacion_respuesta_anulacion FOREIGN KEY(anulacion) REFERENCES anulacion (id),
	CONSTRAINT uq_anulacion_respuesta_reporte UNIQUE (reporte),
	CONSTRAINT fk_anulacion_respuesta_reporte FOREIGN KEY(reporte) REFERENCES reporte (id),
	CONSTRAINT fk_anulacion_respuesta_persona FOREIGN KEY(persona) REFERENCES persona (id)
)
--;;
CREATE TRIGGER fija_anulacion_update BEFORE UPDATE ON anulacion
BEGIN SELECT RAISE(ABORT, 'anulacion: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_anulacion_delete BEFORE DELETE ON anulacion
BEGIN SELECT RAISE(ABORT, 'anulacion: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_anulacion_respuesta_update BEFORE UPDATE ON anulacion_respuesta
BEGIN SELECT RAISE(ABORT, 'anulacion_respuesta: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER fija_anulacion_respuesta_delete BEFORE DELETE ON anulacion_respuesta
BEGIN SELECT RAISE(ABORT, 'anulacion_respuesta: lo escrito no se cambia ni se borra'); END
--;;
CREATE TRIGGER anulacion_una BEFORE INSERT ON anulacion WHEN EXISTS (SELECT 1 FROM anulacion AS otra WHERE otra.periodo = NEW.periodo AND otra.codigo = NEW.codigo AND NOT EXISTS (SELECT 1 FROM anulacion_respuesta AS dada WHERE dada.anulacion = otra.id))
BEGIN SELECT RAISE(ABORT, 'anulacion: ya hay un pedido sin respuesta'); END
--;;
CREATE TRIGGER anulacion_dos_personas BEFORE INSERT ON anulacion_respuesta WHEN NEW.persona = (SELECT pedida.persona FROM anulacion AS pedida WHERE pedida.id = NEW.anulacion)
BEGIN SELECT RAISE(ABORT, 'anulacion: la responde otra persona'); END
--;;
CREATE TRIGGER anulacion_suyo BEFORE INSERT ON anulacion_respuesta WHEN NEW.reporte IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reporte AS suyo JOIN anulacion AS pedida ON pedida.periodo = suyo.periodo AND pedida.codigo = suyo.codigo WHERE suyo.id = NEW.reporte AND pedida.id = NEW.anulacion)
BEGIN SELECT RAISE(ABORT, 'anulacion: el reporte no es el del pedido'); END
--;;
CREATE TRIGGER reporte_anula BEFORE UPDATE ON reporte WHEN NEW.estado = 'anulado' AND OLD.estado <> 'anulado' AND NOT EXISTS (SELECT 1 FROM anulacion_respuesta AS dada WHERE dada.reporte = NEW.id)
BEGIN SELECT RAISE(ABORT, 'reporte: lo anulan dos personas'); END
--;;
CREATE TRIGGER audita_anulacion_insert AFTER INSERT ON anulacion
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'anulacion', 'INSERT', json_object('id', NEW.id, 'periodo', NEW.periodo, 'codigo', NEW.codigo, 'entidad', NEW.entidad, 'norma', NEW.norma, 'motivo', NEW.motivo, 'persona', NEW.persona, 'momento', NEW.momento), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'anulacion', 'INSERT', json_object('id', NEW.id, 'periodo', NEW.periodo, 'codigo', NEW.codigo, 'entidad', NEW.entidad, 'norma', NEW.norma, 'motivo', NEW.motivo, 'persona', NEW.persona, 'momento', NEW.momento)); END
--;;
CREATE TRIGGER audita_anulacion_respuesta_insert AFTER INSERT ON anulacion_respuesta
BEGIN INSERT INTO auditoria (anterior, n, momento, persona, tabla, operacion, datos, suma)
SELECT coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'anulacion_respuesta', 'INSERT', json_object('anulacion', NEW.anulacion, 'reporte', NEW.reporte, 'motivo', NEW.motivo, 'persona', NEW.persona, 'momento', NEW.momento), registro_suma(coalesce((SELECT suma FROM auditoria ORDER BY n DESC LIMIT 1), ''), (SELECT coalesce(max(n), 0) + 1 FROM auditoria), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), registro_persona(), 'anulacion_respuesta', 'INSERT', json_object('anulacion', NEW.anulacion, 'reporte', NEW.reporte, 'motivo', NEW.motivo, 'persona', NEW.persona, 'momento', NEW.momento)); END
