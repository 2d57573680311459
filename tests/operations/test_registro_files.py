"""The units, the scripts and the block of nginx of the Registro: closed, of one mind with it."""

import re
import subprocess

from callbacks.registro import gate
from data.registro import calendar, settings
from data.registro.schema import roles
from data.registro.screening.files import MOST_BYTES
from tests.operations.systemd import program

WORST = 2.0


def units(root, kind="service"):
    found = sorted((root / ".deploy").glob(f"registro*.{kind}"))
    assert found
    return found


def said(text, name):
    return re.findall(rf"^{name}=(.*)$", text, re.MULTILINE)


def test_the_units_are_understood_and_closed(root, tmp_path):
    analyze = program("systemd-analyze")
    names = []
    for file in (*units(root), *units(root, "timer")):
        text = re.sub(r"(?m)^ExecStart=\S+", "ExecStart=/bin/true", file.read_text("utf-8"))
        text = re.sub(r"(?m)^User=.*", "User=root", text)
        names.append(tmp_path / file.name.replace("@.", "@8060."))
        names[-1].write_text(text, "utf-8")
    checked = subprocess.run([analyze, "verify", *names], capture_output=True, text=True,
                             timeout=60)  # fmt: skip
    assert (checked.returncode, checked.stderr) == (0, "")
    for unit in (one for one in names if one.suffix == ".service"):
        told = subprocess.run([analyze, "security", "--offline=true", unit], capture_output=True,
                              text=True, timeout=60).stdout  # fmt: skip
        exposed = re.search(r"exposure level for \S+: ([\d.]+)", told)
        assert float(exposed[1]) <= WORST, unit.name


def test_the_users_of_the_system_are_made(root, tmp_path):
    make = program("systemd-sysusers")
    (tmp_path / "etc").mkdir()
    order = [make, f"--root={tmp_path}", root / ".deploy" / "registro.sysusers"]
    done = subprocess.run(order, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    made = (tmp_path / "etc" / "group").read_text().splitlines()
    assert {roles.OWNER, roles.APP, roles.COPY} <= {line.split(":")[0] for line in made}
    members = {line.split(":")[0]: line.split(":")[3] for line in made}
    assert members[roles.APP] == roles.COPY, "who copies reads the evidence"


def test_each_unit_runs_an_order_that_exists_as_a_role_that_exists(root):
    people = set(
        re.findall(r"^u (\w+)", (root / ".deploy" / "registro.sysusers").read_text(), re.M)
    )
    script = (root / ".deploy" / "registro-roles.sql").read_text("utf-8")
    assert people == {roles.OWNER, roles.APP, roles.COPY}
    assert set(re.findall(r"CREATE ROLE (\w+)", script)) == people
    known = {one.name for one in settings.SETTINGS}
    for file in units(root):
        text = file.read_text("utf-8")
        assert set(said(text, "User")) <= people
        for line in said(text, "ExecStart"):
            place, *words = line.split()
            if words:
                assert words[0] == "-m"
                assert (root / f"{words[1].replace('.', '/')}.py").is_file(), line
            else:
                assert (root / place.removeprefix("/opt/tablero/")).stat().st_mode & 0o100
            if "data.registro.calendar" in line:
                assert words[2] in calendar._ORDERS
        given = re.findall(r"(REGISTRO_\w+)=", "\n".join(said(text, "Environment")))
        assert set(given) <= known
    for file in units(root, "timer"):
        assert file.with_suffix(".service").is_file()
        assert said(file.read_text("utf-8"), "OnCalendar")


def test_the_key_is_a_credential_and_in_no_setting(root):
    text = (root / ".deploy" / "registro@.service").read_text("utf-8")
    (name,) = (one.split(":")[0] for one in said(text, "LoadCredential"))
    assert f"REGISTRO_SECRETO=%d/{name}" in text
    others = [one.read_text("utf-8") for one in units(root) if "@" not in one.name]
    assert not [one for one in others if "secreto" in one], "what needs no key is given none"


def test_nginx_and_the_registro_are_of_one_mind(root):
    block = (root / ".deploy" / "registro-nginx.conf").read_text("utf-8")
    unit = (root / ".deploy" / "registro@.service").read_text("utf-8")
    most = int(re.search(r"client_max_body_size (\d+)m;", block)[1]) * 1024 * 1024
    assert most > MOST_BYTES + gate.MOST_TEXT, "the Registro says it first, in its words"
    assert "REGISTRO_PROXIES=1" in unit
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in block
    sent = set(re.findall(r'Strict-Transport-Security "([^"]*)"', block))
    assert sent == {gate._SECURE}
    ports = re.findall(r"server 127\.0\.0\.1:(\d+)[ ;]", block)
    assert len(ports) == 2
    for port in ports:
        assert f"registro@{port}" in unit
