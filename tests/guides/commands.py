"""What the guides say to type, and how each command is tried."""

import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Tried to the letter; the rest of the make targets are long and only read (`make -n`).
SHORT = ("help", "datos", "importar", "sesion", "acta")
WITH_BROWSER = ("captura",)
PROGRAMS = ("make", ".venv/bin/", "python", "pip", "git", "cp", "ln", "mv", "curl", "nginx",
            "systemctl", "systemd-sysusers", "install", "runuser", "rsync", "podman", "sh",
            "npm", "node")  # fmt: skip
# They need a machine, a network or a repository of their own: only the files are looked at.
OUTSIDE = ("/opt/", "python3 -m venv", "pip", "git", "cp", "ln", "mv", "curl", "nginx", "systemctl",
           "systemd-sysusers", "install", "runuser", "rsync", "podman")  # fmt: skip
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.M | re.S)
_INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_SETTING = re.compile(r"^(?:[A-Z_]+=\S+ )+")


def folders() -> list[str]:
    """Return the folders that must have a guide: the packages, the tests, how it is served."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = project["tool"]["setuptools"]["packages"]["find"]["include"]
    return [*(name.rstrip("*") for name in packages), "tests", ".deploy"]


def guides() -> list[Path]:
    """Return every guide, the one for all readers first."""
    named = (f"{folder}/README.md" for folder in folders())
    return [ROOT / name for name in ("README.md", "CONTRIBUTING.md", *named)]


def inline(text: str) -> list[str]:
    """Return what a guide writes as code within its sentences and tables."""
    return _INLINE.findall(_BLOCK.sub("", text))


def blocks(text: str, language: str = "sh") -> list[str]:
    """Return the blocks of commands of a guide, or its pictures in letters ("")."""
    return [body for named, body in _BLOCK.findall(text) if named == language]


def commands() -> list[str]:
    """Return each command of the guides once, without its settings and its comment."""
    found: dict[str, None] = {}
    for guide in filter(Path.is_file, guides()):
        text = guide.read_text("utf-8")
        lines = [line for block in blocks(text) for line in block.splitlines()]
        lines += [code for code in inline(text) if code.split(" ")[0] in PROGRAMS and " " in code]
        for line in lines:
            for part in re.sub(r"\s+#.*", "", line).split(" && "):
                if part.strip():
                    found[_SETTING.sub("", part.strip())] = None
    return list(found)


def way(command: str) -> str:
    """Return how a command is tried: run, browser, read, collect, module, outside or ''."""
    program, *words = command.split()
    if program == "make" and words:
        if words[0] in WITH_BROWSER:
            return "browser"
        return "run" if words[0] in SHORT else "read"
    if command.startswith(".venv/bin/python -m pytest "):
        return "collect"
    if command.startswith(".venv/bin/python -m tests."):
        return "module"
    return "outside" if command.startswith(OUTSIDE) else ""


def with_this_python(command: str) -> str:
    """Return the command over the environment of this run, which nothing may install into."""
    here = sys.prefix
    ours = f"make VENV={here} -o {here}/.run -o {here}/.dev -o {here}/.reporte"
    return re.sub(r"^make\b", ours, command).replace(".venv/bin/", f"{here}/bin/")
