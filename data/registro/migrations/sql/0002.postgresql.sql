CREATE TABLE llave (
	id SERIAL NOT NULL,
	persona INTEGER NOT NULL,
	credencial TEXT NOT NULL,
	publica TEXT NOT NULL,
	cuenta INTEGER NOT NULL,
	nombre TEXT NOT NULL,
	nacida TIMESTAMP WITH TIME ZONE NOT NULL,
	usada TIMESTAMP WITH TIME ZONE,
	revocada TIMESTAMP WITH TIME ZONE,
	CONSTRAINT pk_llave PRIMARY KEY (id),
	CONSTRAINT ck_llave_nombre_dicho CHECK (length(trim(nombre)) > 0),
	CONSTRAINT fk_llave_persona FOREIGN KEY(persona) REFERENCES persona (id),
	CONSTRAINT uq_llave_credencial UNIQUE (credencial)
)
--;;
CREATE INDEX ix_llave_persona ON llave (persona)
--;;
CREATE TRIGGER audita AFTER INSERT OR UPDATE OR DELETE ON llave FOR EACH ROW EXECUTE FUNCTION registro_audita('{}', '{cuenta,usada}')
