-- Los tres papeles del Registro y su base: psql -f registro-roles.sql, como «postgres». Se puede repetir.
-- Cada uno entra como el usuario del sistema de su mismo nombre (peer), sin contraseña.

-- Dueño de las tablas: solo migra, y solo entonces entra.
SELECT 'CREATE ROLE registro_migra LOGIN'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registro_migra') \gexec
-- La aplicación: ni dueña, ni escribe la auditoría, ni ve de cada entidad más que lo suyo.
SELECT 'CREATE ROLE registro_app LOGIN'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registro_app') \gexec
-- La copia: lee todo, también las filas por entidad, y recibe el WAL; no escribe nada.
SELECT 'CREATE ROLE registro_copia LOGIN REPLICATION BYPASSRLS'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registro_copia') \gexec

SELECT 'CREATE DATABASE registro OWNER registro_migra TEMPLATE template0 ENCODING ''UTF8'''
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'registro') \gexec

REVOKE ALL ON DATABASE registro FROM PUBLIC;
GRANT CONNECT ON DATABASE registro TO registro_app, registro_copia;
-- Quien deja una transacción a medias o pide sin fin no detiene a los demás.
ALTER ROLE registro_app SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE registro_app SET statement_timeout = '60s';
ALTER ROLE registro_copia SET default_transaction_read_only = on;
