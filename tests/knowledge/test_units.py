"""Units by code, name and date: counts, links, and what became of what."""

from __future__ import annotations

import datetime as dt
import itertools
import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.knowledge import Knowledge, Unit, UnitLevel
from cchc.text import fold, sort_key
from tests.documents.tools import icu_sorted

CORE = Knowledge.core()
LEVELS: tuple[UnitLevel, ...] = ("province", "district", "commune")
REFORM = dt.date(2025, 7, 1)
EVE = REFORM - dt.timedelta(days=1)
AUTUMN = dt.date(2026, 10, 1)
# Nghị quyết 1654 to 1687/NQ-UBTVQH15: code → name, xã, phường, đặc khu on 1 July 2025.
COMMUNES_2025 = {
    "01": ("Hà Nội", 75, 51, 0),
    "04": ("Cao Bằng", 53, 3, 0),
    "08": ("Tuyên Quang", 117, 7, 0),
    "11": ("Điện Biên", 42, 3, 0),
    "12": ("Lai Châu", 36, 2, 0),
    "14": ("Sơn La", 67, 8, 0),
    "15": ("Lào Cai", 89, 10, 0),
    "19": ("Thái Nguyên", 77, 15, 0),
    "20": ("Lạng Sơn", 61, 4, 0),
    "22": ("Quảng Ninh", 22, 30, 2),
    "24": ("Bắc Ninh", 66, 33, 0),
    "25": ("Phú Thọ", 133, 15, 0),
    "31": ("Hải Phòng", 67, 45, 2),
    "33": ("Hưng Yên", 93, 11, 0),
    "37": ("Ninh Bình", 97, 32, 0),
    "38": ("Thanh Hóa", 147, 19, 0),
    "40": ("Nghệ An", 119, 11, 0),
    "42": ("Hà Tĩnh", 60, 9, 0),
    "44": ("Quảng Trị", 69, 8, 1),
    "46": ("Huế", 19, 21, 0),
    "48": ("Đà Nẵng", 70, 23, 1),
    "51": ("Quảng Ngãi", 86, 9, 1),
    "52": ("Gia Lai", 110, 25, 0),
    "56": ("Khánh Hòa", 48, 16, 1),
    "66": ("Đắk Lắk", 88, 14, 0),
    "68": ("Lâm Đồng", 103, 20, 1),
    "75": ("Đồng Nai", 72, 23, 0),
    "79": ("Hồ Chí Minh", 54, 113, 1),
    "80": ("Tây Ninh", 82, 14, 0),
    "82": ("Đồng Tháp", 82, 20, 0),
    "86": ("Vĩnh Long", 105, 19, 0),
    "91": ("An Giang", 85, 14, 3),
    "92": ("Cần Thơ", 72, 31, 0),
    "96": ("Cà Mau", 55, 9, 0),
}
MERGED = {
    "08": ("Hà Giang", "Tuyên Quang"),
    "15": ("Lào Cai", "Yên Bái"),
    "19": ("Bắc Kạn", "Thái Nguyên"),
    "24": ("Bắc Giang", "Bắc Ninh"),
    "25": ("Hòa Bình", "Phú Thọ", "Vĩnh Phúc"),
    "31": ("Hải Dương", "Hải Phòng"),
    "33": ("Hưng Yên", "Thái Bình"),
    "37": ("Hà Nam", "Nam Định", "Ninh Bình"),
    "44": ("Quảng Bình", "Quảng Trị"),
    "48": ("Quảng Nam", "Đà Nẵng"),
    "51": ("Kon Tum", "Quảng Ngãi"),
    "52": ("Bình Định", "Gia Lai"),
    "56": ("Khánh Hòa", "Ninh Thuận"),
    "66": ("Phú Yên", "Đắk Lắk"),
    "68": ("Bình Thuận", "Lâm Đồng", "Đắk Nông"),
    "75": ("Bình Phước", "Đồng Nai"),
    "79": ("Bà Rịa - Vũng Tàu", "Bình Dương", "Hồ Chí Minh"),
    "80": ("Long An", "Tây Ninh"),
    "82": ("Tiền Giang", "Đồng Tháp"),
    "86": ("Bến Tre", "Trà Vinh", "Vĩnh Long"),
    "91": ("An Giang", "Kiên Giang"),
    "92": ("Cần Thơ", "Hậu Giang", "Sóc Trăng"),
    "96": ("Bạc Liêu", "Cà Mau"),
}


def every_unit() -> list[Unit]:
    """Return every unit of every day."""
    days = (EVE - dt.timedelta(days=365), EVE, REFORM, dt.date(2026, 6, 1), AUTUMN)
    codes = {unit.code for on in days for level in LEVELS for unit in CORE.units(level, on)}
    return [unit for code in sorted(codes) for unit in CORE.unit_history(code)]


EVERY = every_unit()
a_unit = st.sampled_from(EVERY)
a_day = st.dates(dt.date(2011, 1, 1), dt.date(2030, 12, 31))


def named(words: str, on: dt.date) -> list[str]:
    """Return the codes of the units that *words* may mean on a day."""
    return [unit.code for unit in CORE.units_named(words, on)]


class TestCounts:
    """How many units there are, by the resolutions that made them."""

    def test_the_country_before_the_reform(self) -> None:
        """63 provinces, 696 districts and 10,035 communes stood until 30 June 2025."""
        counts = [len(CORE.units(level, EVE)) for level in LEVELS]

        assert counts == [63, 696, 10035]

    def test_the_country_since_the_reform(self) -> None:
        """34 provinces, no districts, 2,621 xã, 687 phường and 13 đặc khu stand from 1 July 2025."""
        types = Counter(unit.type for level in LEVELS for unit in CORE.units(level, REFORM))

        assert types == {"tỉnh": 28, "thành phố": 6, "xã": 2621, "phường": 687, "đặc khu": 13}

    def test_the_country_in_october_2026(self) -> None:
        """After the changes of rank of 2026 there are nine cities, and 22 xã more are phường."""
        types = Counter(unit.type for level in LEVELS for unit in CORE.units(level, AUTUMN))

        assert types == {"tỉnh": 25, "thành phố": 9, "xã": 2599, "phường": 709, "đặc khu": 13}

    @pytest.mark.parametrize(("code", "expected"), COMMUNES_2025.items())
    def test_communes_of_each_province(self, code: str, expected: tuple[str, int, int, int]) -> None:
        """Each province has the communes that its resolution of 16 June 2025 counts."""
        province = CORE.unit(code, REFORM)
        types = Counter(unit.type for unit in CORE.units("commune", REFORM, within=code))

        assert province is not None
        assert (province.name, types["xã"], types["phường"], types["đặc khu"]) == expected

    @pytest.mark.parametrize(("code", "parts"), MERGED.items())
    def test_what_each_merged_province_was_made_of(self, code: str, parts: tuple[str, ...]) -> None:
        """The provinces of Nghị quyết 202/2025/QH15 are made of those that it names."""
        province = CORE.unit(code, REFORM)

        assert province is not None
        assert sorted(unit.name for unit in CORE.predecessors(province, EVE)) == sorted(parts)

    def test_eleven_provinces_are_as_they_were(self) -> None:
        """A province that was not merged is one unit before and after, with one code."""
        kept = [code for code in COMMUNES_2025 if CORE.unit(code, EVE) == CORE.unit(code, REFORM)]

        assert sorted({*COMMUNES_2025} - {*MERGED}) == sorted(kept)

    def test_every_special_zone(self) -> None:
        """The 13 đặc khu are the islands of the reform."""
        zones = {unit.name for unit in CORE.units("commune", REFORM) if unit.type == "đặc khu"}

        assert zones == {
            "Phú Quốc", "Kiên Hải", "Thổ Châu", "Côn Đảo", "Phú Quý", "Trường Sa", "Hoàng Sa", "Lý Sơn", "Cồn Cỏ",
            "Bạch Long Vĩ", "Cát Hải", "Cô Tô", "Vân Đồn",
        }  # fmt: skip


class TestPlacesOfRealPlans:
    """The units that issued four real plans, and what the reforms made of them."""

    def test_what_huyen_van_ho_is_today(self) -> None:
        """Huyện Vân Hồ was divided among five communes."""
        (district,) = CORE.units_named("huyện Vân Hồ, tỉnh Sơn La", dt.date(2017, 1, 13))
        today = {unit.code: unit.full_name for unit in CORE.successors(district, AUTUMN)}

        assert district.code == "128"
        assert today == {
            "04048": "xã Vân Hồ",
            "04018": "xã Tô Múa",
            "04006": "xã Song Khủa",
            "04057": "xã Xuân Nha",
            "03985": "xã Chiềng Sơn",
        }

    def test_what_xa_van_ho_was_made_of(self) -> None:
        """Xã Vân Hồ of today took in four communes."""
        (commune,) = CORE.units_named("xã Vân Hồ", AUTUMN)

        before = [unit.name for unit in CORE.predecessors(commune, EVE)]
        assert sorted(before, key=sort_key) == ["Chiềng Yên", "Lóng Luông", "Mường Men", "Vân Hồ"]

    @pytest.mark.parametrize(
        ("on", "code"), [(dt.date(2022, 2, 14), "45"), (EVE, "45"), (REFORM, "44"), (AUTUMN, "44")]
    )
    def test_which_quang_tri_is_meant(self, on: dt.date, code: str) -> None:
        """Tỉnh Quảng Trị had code 45 until the reform, and has 44 since, which was Quảng Bình."""
        assert named("tỉnh Quảng Trị", on) == [code]

    def test_khe_sanh_before_and_after(self) -> None:
        """Thị trấn Khe Sanh of huyện Hướng Hóa became xã Khe Sanh under the same code and another province's code."""
        (town,) = CORE.units_named("TT. Khe Sanh, huyện Hướng Hoá, tỉnh Quảng Trị", dt.date(2022, 2, 14))
        (commune,) = CORE.successors(town, AUTUMN)

        assert (town.full_name, town.code, town.parent) == ("thị trấn Khe Sanh", "19429", "465")
        assert (commune.full_name, commune.code, commune.parent) == ("xã Khe Sanh", "19429", "44")
        assert sorted(unit.name for unit in CORE.predecessors(commune, EVE)) == [
            "Húc",
            "Hướng Tân",
            "Khe Sanh",
            "Tân Hợp",
        ]

    def test_cities_of_2026(self) -> None:
        """Three provinces became cities in 2026, each on its day and under its code."""
        days = {"75": dt.date(2026, 4, 30), "22": dt.date(2026, 9, 1), "24": dt.date(2026, 9, 20)}
        for code, on in days.items():
            before, after = CORE.unit(code, on - dt.timedelta(days=1)), CORE.unit(code, on)

            assert before is not None
            assert after is not None
            assert (before.type, after.type) == ("tỉnh", "thành phố")
            assert CORE.successors(before, on) == (after,)

    def test_wards_of_dong_nai(self) -> None:
        """Thành phố Đồng Nai has 62 xã and 33 phường."""
        types = Counter(unit.type for unit in CORE.units("commune", dt.date(2026, 4, 30), within="75"))

        assert types == {"xã": 62, "phường": 33}

    def test_hue(self) -> None:
        """Tỉnh Thừa Thiên Huế became thành phố Huế on 1 January 2025."""
        assert named("tỉnh Thừa Thiên - Huế", dt.date(2021, 1, 1)) == ["46"]
        assert named("thành phố Huế", dt.date(2026, 1, 1)) == ["46"]
        assert named("tỉnh Thừa Thiên Huế", dt.date(2026, 1, 1)) == []


class TestNames:
    """Units by what plans call them."""

    @pytest.mark.parametrize(
        ("words", "code"),
        [
            ("Thành phố Hồ Chí Minh", "79"),
            ("TP.HCM", "79"),
            ("TP. Hồ Chí Minh", "79"),
            ("tỉnh Đăk Lăk", "66"),
            ("Bà Rịa – Vũng Tàu", "77"),
            ("TỈNH HOÀ BÌNH", "17"),
            ("huyện Côn Đảo", "755"),
            ("Quận 1", "760"),
            ("Q. 1", "760"),
            ("TP Thủ Đức", "769"),
            ("tỉnh Nam Định", "36"),
            ("thành phố Nam Định", "356"),
            (unicodedata.normalize("NFD", "huyện Hướng Hóa"), "465"),
            ("huyện Cư M'gar", "648"),
        ],
    )
    def test_spellings(self, words: str, code: str) -> None:
        """A unit is found under short types, either placement of the tone, any case and any composition."""
        assert named(words, dt.date(2022, 1, 1)) == [code]

    def test_a_place_above_narrows(self) -> None:
        """A name that several places share is told apart by what contains it."""
        assert len(named("xã Tân Hợp", dt.date(2022, 1, 1))) > 1
        assert named("xã Tân Hợp, huyện Hướng Hóa", dt.date(2022, 1, 1)) == ["19450"]

    def test_full_names(self) -> None:
        """A type is small before a name, and capital before a number or a person's name."""
        names = [CORE.unit(code, EVE) for code in ("14", "79", "760", "356", "19429")]

        assert [unit.full_name for unit in names if unit] == [
            "tỉnh Sơn La",
            "Thành phố Hồ Chí Minh",
            "Quận 1",
            "thành phố Nam Định",
            "thị trấn Khe Sanh",
        ]

    @given(a_unit)
    def test_every_unit_is_found_by_its_full_name(self, unit: Unit) -> None:
        """On its first day and its last, a unit is among those of its name."""
        for on in days_of(unit):
            assert unit in CORE.units_named(unit.full_name, on)
            assert unit in CORE.units_named(unit.name.upper(), on)

    @given(st.text(max_size=30), a_day)
    def test_any_words_are_answered(self, words: str, on: dt.date) -> None:
        """Whatever is asked, the answer is units that hold on the day."""
        for unit in CORE.units_named(words, on):
            assert CORE.unit(unit.code, on) == unit


def days_of(unit: Unit) -> list[dt.date]:
    """Return the first and the last day of a unit, as far as it has them."""
    first = unit.since or (unit.until or AUTUMN) - dt.timedelta(days=1)
    last = (unit.until or first + dt.timedelta(days=400)) - dt.timedelta(days=1)
    return [first, last]


class TestTable:
    """What must hold of every row."""

    def test_validity_has_no_overlap_and_no_gap(self) -> None:
        """Units that follow one another under a code meet without overlap; only the reform lets a code rest."""
        for code, units in itertools.groupby(EVERY, key=lambda unit: unit.code):
            for earlier, later in itertools.pairwise(units):
                assert earlier.until is not None, code
                assert earlier.until == later.since, code

    def test_every_end_has_a_successor_and_every_beginning_a_predecessor(self) -> None:
        """Nothing ends without becoming something, and nothing begins from nothing."""
        ended = [unit for unit in EVERY if unit.until and not unit.successors]
        begun = [unit for unit in EVERY if unit.since and not unit.predecessors]

        assert (ended, begun) == ([], [])

    def test_links_are_symmetric(self) -> None:
        """A unit is a predecessor of its successors and a successor of its predecessors; a district that had communes
        has handed over what these have.
        """
        of_district: dict[str, set[str]] = {}
        for unit in EVERY:
            if unit.level == "commune" and unit.until == REFORM and unit.parent:
                of_district.setdefault(unit.parent, set()).update(unit.successors)
        for unit in EVERY:
            for code in unit.successors:
                assert unit.until is not None
                after = CORE.unit(code, unit.until)
                assert after is not None
                assert unit.code in after.predecessors or unit.code in of_district
            for code in unit.predecessors:
                assert unit.since is not None
                before = CORE.unit(code, unit.since - dt.timedelta(days=1))
                assert before is not None
                assert unit.code in before.successors
            if unit.code in of_district:
                assert {*unit.successors} == of_district[unit.code]

    def test_successors_stay_in_the_province(self) -> None:
        """What a commune became lies in what its province became."""
        for unit in CORE.units("commune", EVE):
            old = CORE.province_of(unit.code, EVE)
            assert old is not None
            assert {CORE.province_of(code, REFORM) for code in unit.successors} == {
                *CORE.successors(old, REFORM)
            }

    def test_every_row_has_a_source_and_clean_words(self) -> None:
        """Every unit names its source; its name is composed, trimmed, and its folded form is its small letters."""
        for unit in EVERY:
            assert unit.source
            assert unit.name == unicodedata.normalize("NFC", " ".join(unit.name.split()))
            assert fold(unit.name) == unit.name.lower()
            assert len(unit.code) == {"province": 2, "district": 3, "commune": 5}[unit.level]

    def test_parents_hold_as_long_as_their_children(self) -> None:
        """On the first and last day of a unit, what it lies in stands."""
        for unit in EVERY:
            if unit.parent:
                assert all(CORE.unit(unit.parent, on) for on in days_of(unit))

    @given(a_unit, a_day)
    def test_a_unit_is_given_only_on_its_days(self, unit: Unit, on: dt.date) -> None:
        """A question for a code answers with a unit that holds on the day, and with no other."""
        answer = CORE.unit(unit.code, on)
        holds = (unit.since is None or unit.since <= on) and (unit.until is None or on < unit.until)

        assert (answer == unit) == holds
        assert answer is None or answer.code == unit.code

    @given(a_unit, a_day)
    def test_a_province_contains_what_it_is_the_province_of(self, unit: Unit, on: dt.date) -> None:
        """The province of a code stands on the day and contains the unit."""
        province = CORE.province_of(unit.code, on)
        holding = CORE.unit(unit.code, on)

        assert (province is None) == (holding is None)
        if province and holding:
            assert province.level == "province"
            assert CORE.contains(province.code, holding, on)

    @given(a_unit, a_day)
    def test_following_arrives_at_units_of_the_day(self, unit: Unit, on: dt.date) -> None:
        """What a unit has become since it began, or was made of before it ended, stands on the day asked for."""
        if unit.since is None or unit.since <= on:
            after = CORE.successors(unit, on)

            assert after
            assert all(CORE.unit(other.code, on) == other for other in after)
        if unit.until is None or on < unit.until:
            before = CORE.predecessors(unit, on)

            assert before
            assert all(CORE.unit(other.code, on) == other for other in before)


def test_provinces_sort_as_in_a_vietnamese_dictionary() -> None:
    """The key of the text room orders the provinces with Đ after D and Hà before Hải."""
    names = sorted((unit.name for unit in CORE.units("province", AUTUMN)), key=sort_key)

    assert names[:8] == [
        "An Giang",
        "Bắc Ninh",
        "Cà Mau",
        "Cao Bằng",
        "Cần Thơ",
        "Đà Nẵng",
        "Đắk Lắk",
        "Điện Biên",
    ]


@pytest.mark.needs("python3-icu")
def test_all_names_sort_as_icu_sorts_them() -> None:
    """Our order of the 3,321 commune names is ICU's for vi_VN."""
    names = sorted({unit.name for unit in CORE.units("commune", AUTUMN)})

    assert sorted(names, key=sort_key) == icu_sorted(names)
