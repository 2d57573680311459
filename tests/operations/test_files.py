"""The files of .deploy say the same as the Procfile, and name only what exists."""

import re
import subprocess

from tests.operations.systemd import program


def words(root):
    return (root / "Procfile").read_text("utf-8").splitlines()[0].removeprefix("web: ").split()


def plain(word):
    return re.sub(r"\$\{(\w+):-[^}]*\}", r"${\1}", word)


def test_the_unit_serves_as_the_procfile_does(root):
    unit = (root / ".deploy" / "tablero.service").read_text("utf-8")
    said = re.search(r"^ExecStart=(\S+) (.*)$", unit, re.MULTILINE)
    assert said[1].endswith("/python")
    assert said[2].split() == [plain(word) for word in words(root)[1:]]
    set_there = re.search(r"^Environment=(.*)$", unit, re.MULTILINE)[1]
    names = re.findall(r"\$\{(\w+)\}", said[2])
    assert names
    for name in names:
        assert f"{name}=" in set_there


def test_the_unit_is_understood_and_closed(root, tmp_path):
    analyze = program("systemd-analyze")
    unit = tmp_path / "tablero.service"
    text = (root / ".deploy" / "tablero.service").read_text("utf-8")
    unit.write_text(re.sub(r"(?m)^ExecStart=\S+", "ExecStart=/bin/true", text), "utf-8")
    checked = subprocess.run([analyze, "verify", unit], capture_output=True, text=True, timeout=60)
    assert (checked.returncode, checked.stderr) == (0, "")
    told = subprocess.run([analyze, "security", "--offline=true", unit], capture_output=True,
                          text=True, timeout=60).stdout  # fmt: skip
    exposed = re.search(r"exposure level for tablero.service: ([\d.]+)", told)
    assert float(exposed[1]) <= 1.5


def test_the_container_copies_what_exists_and_serves_as_nobody(root):
    text = (root / ".deploy" / "Containerfile").read_text("utf-8")
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE)
    names = [name for line in copied for name in line.split()]
    ignored = (root / ".dockerignore").read_text("utf-8").splitlines()
    assert names
    for name in names:
        assert (root / name).exists(), name
        assert f"!{name}" in ignored, name
    packages = re.search(r"include = \[(.*?)\]", (root / "pyproject.toml").read_text("utf-8"))[1]
    assert set(re.findall(r"(\w+)\*", packages)) <= set(names)
    assert "--require-hashes" in text
    assert re.search(r"^USER \d{4,}:\d{4,}$", text, re.MULTILINE)
    command = re.search(r'^CMD \["sh", "-c", "(.*)"\]$', text, re.MULTILINE)[1].replace('\\"', '"')
    spoken = command.replace("eval", "echo")
    run = subprocess.run(["sh", "-c", spoken], cwd=root, capture_output=True, text=True)
    assert run.stdout.startswith("exec python -m callbacks.serving.launch app:server ")


def test_nginx_tells_the_board_nothing_of_who_asks(root):
    text = (root / ".deploy" / "nginx-proxy.conf").read_text("utf-8")
    for name in ("X-Forwarded-For", "Cookie", "Authorization"):
        assert f'proxy_set_header {name} "";' in text, name


def test_the_tables_of_an_operator_are_joined_with_those_of_a_new_version(root, tmp_path):
    said = {
        "antes": {"a": "k,v\n1,uno\n2,dos\n3,tres\n", "b": "k\n1\n", "d": "k\n1\n"},
        "nuevas": {"a": "k,v\n0,cero\n1,uno\n2,dos\n3,tres\n", "b": "k,otra\n1,x\n", "d": "k\n9\n"},
        "suyas": {"a": "k,v\n1,uno\n2,dos\n3,TRES\n4,cuatro\n", "b": "k\n2\n", "c": "k\n1\n",
                  "d": "k\n1\n"},
    }  # fmt: skip
    for folder, tables in said.items():
        (tmp_path / folder).mkdir()
        for name, text in tables.items():
            (tmp_path / folder / f"{name}.csv").write_text(text)
    order = [root / ".deploy" / "unir-tablas", *(tmp_path / name for name in (*said, "unidas"))]
    done = subprocess.run(order, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["unida: a.csv", "a mano: b.csv", "a mano: c.csv"]
    found = {file.stem: file.read_text() for file in (tmp_path / "unidas").iterdir()}
    joined = "k,v\n0,cero\n1,uno\n2,dos\n3,TRES\n4,cuatro\n"
    assert found == {"a": joined, "b": "k,otra\n1,x\n", "d": "k\n9\n"}
    assert subprocess.run(order, capture_output=True, check=False).returncode == 1, "never over one"
