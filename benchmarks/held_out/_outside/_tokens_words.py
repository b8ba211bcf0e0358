"""Words of passwords as people choose them, and words of BIP-39's English list."""

from typing import Final

WORDS: Final = """
summer winter autumn spring river mountain falcon tiger panther coffee biscuit pumpkin
thunder copper silver marble lantern harbor orchard meadow pickle walnut saffron velvet
rocket comet galaxy dragon phoenix wizard sommer herbst wasser brücke schlüssel garten katze
verano invierno playa montaña amigo soleil fromage bonjour chocolat jardin maison inverno
cachorro saudade ciao gelato sakura kaizen bluebird monday friday welcome letmein liverpool
arsenal juventus charlie bailey oscar luna admin support backup
"""

SEED_WORDS: Final = """
abandon ability about above absent absorb bacon badge balance bamboo banana barrel cabin
cactus camera canal candy canvas damage dance danger daring eager eagle early earth fabric
face faculty fade faint gadget galaxy gallery habit hair half hammer ice icon idea identify
jacket jaguar jar kangaroo keen label labor ladder lake machine mad magic magnet naive name
napkin oak obey object pact paddle page quality quantum raccoon race rack radar sad saddle
sadness safe table tackle tag ugly umbrella vacant vacuum wage wagon zebra zone
"""
