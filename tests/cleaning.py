"""What the cleaning tests share: rules, outlets, a small vocabulary, and where real pages may lie."""

import functools
import pathlib

import pasut.packs
from pasut.clean.article import CleanedPage, clean_page
from pasut.packs.clean_rules import CleanRules, load_clean_rules
from pasut.records import Page
from pasut.world.outlets import Outlets, load_outlets

SHARED = pathlib.Path(__file__).parents[2] / "shared"
NAMES = frozenset(
    "rusia korea utara selatan iran israel trump donald putin shoigu kim jong un ukraina china jepang khamenei".split()
)
WORDS = frozenset(
    "presiden menteri serangan tarif impor sengketa memanasnya terhadap harga minyak perang saat mengatakan menyatakan "
    "dilaporkan kunjungan perbatasan negara secara dalam kedua antara berita kantor sejarah pemerintah "
    "menghadapi".split()
)
PROSE = "Kedua menteri luar negeri bertemu selama dua jam di ibu kota pada Senin untuk membahas perbatasan."
MORE = "Mereka juga sepakat membuka kembali jalur kereta api yang ditutup sejak dua tahun lalu."


@functools.cache
def rules() -> CleanRules:
    return load_clean_rules(pathlib.Path(pasut.packs.__path__[0]) / "id" / "clean.toml")


@functools.cache
def outlets() -> Outlets:
    return load_outlets()


def clean(text: str, *, title: str | None = None, url: str | None = None, publisher: str | None = None) -> CleanedPage:
    page = Page(key="k", text=text, source="k.txt", title=title, url=url, publisher=publisher)
    return clean_page(page, rules(), outlets(), language="id", names=NAMES, words=WORDS)


def cut_reasons(cleaned: CleanedPage) -> dict[str, str]:
    return {cut.text: cut.reason for cut in cleaned.cut}
