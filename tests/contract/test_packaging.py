"""The wheel, installed in a clean environment, serves from another folder."""

import os
import subprocess
import sys
import venv
import zipfile

import pytest

SERVE = """
import app, gc, os
assert gc.get_freeze_count() > 100_000, gc.get_freeze_count()
assert not app.__file__.startswith(os.environ["REPO"]), app.__file__
client = app.server.test_client()
for path in ("/", "/indicadores/IOP.02.02", "/datos/valores.csv"):
    answer = client.get(path)
    assert answer.status_code == 200, path
    assert len(answer.data) > 1000, path
page = client.get("/").get_data(as_text=True)
import re
for path in re.findall(r'(?:href|src|data-plotly)="(/assets/[^"]+)"', page):
    assert client.get(path).status_code == 200, path
print("served")
"""


@pytest.mark.packaging
def test_the_wheel_serves_from_any_folder(tmp_path, root):
    out = tmp_path / "wheel"
    copy = tmp_path / "source"
    subprocess.run(
        ["git", "clone", "--quiet", "--no-hardlinks", str(root), str(copy)], check=True
    ) if (root / ".git").exists() else None
    _overlay(root, copy)
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "-w",
        str(out),
        str(copy),
    ]
    subprocess.run(command, check=True)
    wheel = next(out.glob("*.whl"))
    names = zipfile.ZipFile(wheel).namelist()
    assert not any(name.startswith("tests/") or "assets/plotly/" in name for name in names)
    folders = {name.split("/")[0] for name in names if ".dist-info" not in name}
    assert folders == {"app.py", "assets", "callbacks", "components", "data", "geo"}
    _serve(wheel, tmp_path, root)


def _overlay(root, copy):
    """Test the files as they stand, committed or not."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=root, check=True, capture_output=True,
        text=True,
    ).stdout.splitlines()  # fmt: skip
    for name in listed:
        if (root / name).exists():
            target = copy / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((root / name).read_bytes())


def _serve(wheel, folder, root):
    home = folder / "clean"
    # The pip of the tests installs into it: to give it a pip of its own takes longer.
    venv.create(home)
    python = home / "bin" / "python"
    # What is not imported need not be compiled.
    quiet = ["--quiet", "--disable-pip-version-check", "--no-compile"]
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", *quiet]
    subprocess.run([*install, "--require-hashes", "-r", str(root / "requirements.txt")], check=True)
    subprocess.run([*install, "--no-deps", str(wheel)], check=True)
    done = subprocess.run(
        [str(python), "-c", SERVE], cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "REPO": str(root)},
    )  # fmt: skip
    assert done.stdout.strip() == "served", done.stderr
