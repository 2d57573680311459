"""Measure the search against two others on the same questions: `python -m tests.search.compare`.

The others are SQLite's FTS5 over words stemmed beforehand (by Snowball where it is installed, else
as the plans' search does), with and without the synonyms, and the search of the plans over the
same entries. Each is asked for its first answer and for the time of the processor.
"""

import csv
import sqlite3
import time
from pathlib import Path

from components.pages import PAGES
from components.pages.search.search_index import index
from data.loader import load
from data.search.full_text import Search
from data.search.search_corpus import Passage
from data.search.spanish_stems import asked, stem, words

QUERIES = Path(__file__).parent / "queries.csv"


def questions():
    with QUERIES.open(encoding="utf-8", newline="") as file:
        return [(r["consulta"], set(r["respuestas"].split("|"))) for r in csv.DictReader(file)]


def name(entry):
    return f"{entry.kind}:{entry.id}"


def ours(made):
    return lambda said: [name(one.entry) for one in made.find(said).found[:10]]


def of_plans(made):
    passages = [
        Passage(e, f"{e.title} {' '.join(e.keys)}", f"{e.text} {e.around}") for e in made.entries
    ]
    search = Search(passages)
    return lambda said: [name(hit.row) for hit in search.find(said)[:10]]


def fts5(made, stemmed):
    base = sqlite3.connect(":memory:")
    base.execute("create virtual table t using fts5(name unindexed, title, text, around)")

    def line(text):
        return " ".join(stemmed(word) for word in words(text))

    base.executemany(
        "insert into t values (?, ?, ?, ?)",
        [(name(e), line(f"{e.title} {' '.join(e.keys)}"), line(e.text), line(e.around))
         for e in made.entries],
    )  # fmt: skip

    def find(said):
        terms = " OR ".join(f'"{stemmed(word)}"*' for word in asked(said))
        order = "order by bm25(t, 0, 4.0, 2.0, 1.0) limit 10"
        rows = base.execute(f"select name from t where t match ? {order}", [terms]) if terms else ()
        return [row[0] for row in rows]

    return find


def stemmer():
    try:
        import snowballstemmer
    except ImportError:
        return "los lexemas propios", stem
    return "Snowball", snowballstemmer.stemmer("spanish").stemWord


def measured(find):
    right = among = 0
    times = []
    for said, wanted in questions():
        start = time.process_time()
        found = find(said)
        times.append((time.process_time() - start) * 1000)
        right += bool(found) and found[0] in wanted
        among += bool(wanted & set(found[:3]))
    times.sort()
    return right, among, times[len(times) // 2], times[int(len(times) * 0.95)]


if __name__ == "__main__":
    made = index(load(), PAGES)
    made.find("piura")
    named, stemmed = stemmer()
    candidates = {
        "buscador": ours(made),
        "búsqueda de los planes": of_plans(made),
        f"FTS5 y {named}": fts5(made, stemmed),
    }
    print(f"{len(questions())} preguntas, {len(made.entries)} entradas")
    for said, find in candidates.items():
        right, among, half, most = measured(find)
        print(f"{said}: primera {right}, entre tres {among}, p50 {half:.1f} ms, p95 {most:.1f} ms")
