"""Bodies as plans name them: departments, committees, classes, press, Party and mass organisations."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.knowledge import Agency, Knowledge, Unit

CORE = Knowledge.core()
CAN_THO = dt.date(2013, 12, 24)
VAN_HO = dt.date(2017, 1, 13)
NAM_DINH = dt.date(2022, 2, 14)
TODAY = dt.date(2026, 11, 22)

# Each with the day, the code of the unit or the key of the agency, and the level.
BODIES = [
    ("Sở Nội vụ", NAM_DINH, "so-noi-vu", "province"),
    ("SỞ NỘI VỤ", NAM_DINH, "so-noi-vu", "province"),
    ("Giám đốc Sở Nội vụ", NAM_DINH, "so-noi-vu", "province"),
    ("Sở Nội vụ tỉnh Nam Định", NAM_DINH, "so-noi-vu", "province"),
    ("Sở Văn hóa, Thể thao và Du lịch", NAM_DINH, "so-van-hoa-the-thao-va-du-lich", "province"),
    ("Sở Văn hoá, Thể thao và Du lịch", CAN_THO, "so-van-hoa-the-thao-va-du-lich", "province"),
    ("Sở VH,TT&DL", NAM_DINH, "so-van-hoa-the-thao-va-du-lich", "province"),
    ("Sở VHTTDL", TODAY, "so-van-hoa-the-thao-va-du-lich", "province"),
    ("Sở Thông tin và Truyền thông", NAM_DINH, "so-thong-tin-va-truyen-thong", "province"),
    ("Sở TT&TT", NAM_DINH, "so-thong-tin-va-truyen-thong", "province"),
    ("Sở Lao động – Thương binh & Xã hội", NAM_DINH, "so-lao-dong-thuong-binh-va-xa-hoi", "province"),
    ("Sở Giáo dục & Đào tạo", TODAY, "so-giao-duc-va-dao-tao", "province"),
    ("Sở Nông nghiệp và Môi trường", TODAY, "so-nong-nghiep-va-moi-truong", "province"),
    ("Văn phòng UBND tỉnh", NAM_DINH, "van-phong-ubnd-tinh", "province"),
    ("Văn phòng UBND thành phố", CAN_THO, "van-phong-ubnd-tinh", "province"),
    ("Chánh Văn phòng UBND tỉnh", NAM_DINH, "van-phong-ubnd-tinh", "province"),
    ("Trung tâm Phục vụ hành chính công tỉnh", TODAY, "trung-tam-phuc-vu-hanh-chinh-cong-tinh", "province"),
    ("Trung tâm Phục vụ hành chính công xã", TODAY, "trung-tam-phuc-vu-hanh-chinh-cong-xa", "commune"),
    ("Thanh tra tỉnh", NAM_DINH, "thanh-tra-tinh", "province"),
    ("Thanh tra huyện", VAN_HO, "thanh-tra-huyen", "district"),
    ("Phòng Nội vụ", VAN_HO, "phong-noi-vu", "district"),
    ("Trưởng phòng Nội vụ huyện", VAN_HO, "phong-noi-vu", "district"),
    ("Phòng Nội vụ huyện Vân Hồ", VAN_HO, "phong-noi-vu", "district"),
    ("Phòng Văn hóa - Thông tin", VAN_HO, "phong-van-hoa-va-thong-tin", "district"),
    ("Phòng Văn hóa và Thông tin huyện", VAN_HO, "phong-van-hoa-va-thong-tin", "district"),
    ("Văn phòng HĐND - UBND huyện", VAN_HO, "van-phong-hdnd-va-ubnd-huyen", "district"),
    ("Văn phòng HĐND và UBND", TODAY, "van-phong-hdnd-va-ubnd-xa", "commune"),
    ("Phòng Văn hóa - Xã hội", TODAY, "phong-van-hoa-xa-hoi", "commune"),
    ("Công chức Văn hóa - Xã hội", NAM_DINH, "cong-chuc-van-hoa-xa-hoi", "commune"),
    ("Đài Truyền thanh thị trấn", NAM_DINH, "dai-truyen-thanh-xa", "commune"),
    ("Đài Truyền thanh - Truyền hình huyện", VAN_HO, "dai-truyen-thanh-truyen-hinh", "district"),
    ("Đài TT-TH huyện", VAN_HO, "dai-truyen-thanh-truyen-hinh", "district"),
    ("Đài Phát thanh và Truyền hình thành phố", CAN_THO, "dai-phat-thanh-va-truyen-hinh", "province"),
    ("Đài PT-TH tỉnh", NAM_DINH, "dai-phat-thanh-va-truyen-hinh", "province"),
    ("Báo Nam Định", NAM_DINH, "bao-tinh", "province"),
    ("Báo Cần Thơ", CAN_THO, "bao-tinh", "province"),
    ("Báo và Phát thanh, Truyền hình Ninh Bình", TODAY, "bao-va-phat-thanh-truyen-hinh", "province"),
    ("Cổng Thông tin điện tử tỉnh", NAM_DINH, "cong-thong-tin-dien-tu-tinh", "province"),
    ("Tỉnh uỷ", NAM_DINH, "tinh-uy", "province"),
    ("Thành ủy Cần Thơ", CAN_THO, "tinh-uy", "province"),
    ("Văn phòng Thành ủy", CAN_THO, "van-phong-tinh-uy", "province"),
    ("Ban Tuyên giáo Thành ủy", CAN_THO, "ban-tuyen-giao-tinh-uy", "province"),
    ("Ban Tuyên giáo và Dân vận Tỉnh ủy", TODAY, "ban-tuyen-giao-va-dan-van-tinh-uy", "province"),
    ("TT. Huyện ủy", VAN_HO, "huyen-uy", "district"),
    ("Đảng ủy thị trấn", NAM_DINH, "dang-uy-xa", "commune"),
    ("Thường trực HĐND tỉnh", NAM_DINH, "hdnd", "province"),
    ("UBMTTQ Việt Nam tỉnh", NAM_DINH, "mttq", "province"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam thị trấn", NAM_DINH, "mttq", "commune"),
    ("Hội LHPN huyện", VAN_HO, "hoi-lien-hiep-phu-nu", "district"),
    ("Đoàn TNCS Hồ Chí Minh thị trấn", NAM_DINH, "doan-thanh-nien", "commune"),
    ("Công an tỉnh", NAM_DINH, "cong-an", "province"),
    ("Bộ Nội vụ", NAM_DINH, "bo-noi-vu", "central"),
    ("Vụ CCHC - Bộ Nội vụ", NAM_DINH, "bo-noi-vu", "central"),
    ("UBND tỉnh Nam Định", NAM_DINH, "36", "province"),
    ("Ủy ban nhân dân huyện Vân Hồ", VAN_HO, "128", "district"),
    ("UBND thị trấn Khe Sanh", NAM_DINH, "19429", "commune"),
    ("Chủ tịch UBND xã Khe Sanh", TODAY, "19429", "commune"),
    ("UBND TP.Cần Thơ", CAN_THO, "92", "province"),
    ("UBND TP. Nam Định", NAM_DINH, "356", "district"),
    ("UBND quận Ninh Kiều, thành phố Cần Thơ", CAN_THO, "916", "district"),
    ("UBND phường Chánh Hiệp", TODAY, "25771", "commune"),
]

CLASSES = [
    ("UBND quận, huyện", "state", "district"),
    ("UBND các huyện, thành phố", "state", "district"),
    ("UBND cấp xã", "state", "commune"),
    ("Uỷ ban nhân dân các xã, phường, thị trấn", "state", "commune"),
    ("Chủ tịch UBND các xã, phường, đặc khu", "state", "commune"),
    ("UBND quận, huyện có liên quan", "state", "district"),
    ("UBND các cấp", "state", None),
    ("các sở, ban, ngành", "state", "province"),
    ("Các Sở, ban ngành tỉnh", "state", "province"),
    ("sở, ban, ngành", "state", "province"),
    ("Các Sở, ngành, địa phương", "state", "province"),
    ("Thủ trưởng các sở, ban, ngành, đoàn thể tỉnh", "state", "province"),
    ("các cơ quan chuyên môn thuộc UBND tỉnh", "state", "province"),
    ("các phòng, ban, ngành huyện", "state", "district"),
    ("Phòng Nội vụ các quận, huyện", "state", "district"),
    ("Đài Truyền thanh các xã, phường", "service", "commune"),
    ("các cơ quan, đơn vị", "state", None),
    ("cơ quan có liên quan", "state", None),
    ("các cơ quan báo chí", "press", None),
    ("các báo, đài", "press", None),
    ("các cơ quan thông tin đại chúng", "press", None),
    ("các tổ chức chính trị - xã hội", "mass", None),
    ("các đoàn thể của tỉnh", "mass", "province"),
    ("các cấp ủy đảng", "party", None),
]


class TestNames:
    """The body that words name."""

    @pytest.mark.parametrize(("words", "on", "code", "level"), BODIES)
    def test_a_body_is_known(self, words: str, on: dt.date, code: str, level: str) -> None:
        """A body is found by its official name, its customary ones, its head and its place."""
        body = CORE.resolve_body(words, on=on)

        assert body is not None
        assert (body.code, body.level, body.is_class) == (code, level, False)

    @pytest.mark.parametrize(("words", "kind", "level"), CLASSES)
    def test_a_class_is_known(self, words: str, kind: str, level: str | None) -> None:
        """A class of bodies has no code and keeps its words."""
        body = CORE.resolve_body(words, on=NAM_DINH)

        assert body is not None
        assert (body.code, body.kind, body.level, body.is_class) == (None, kind, level, True)
        assert body.name == words

    @pytest.mark.parametrize(
        "words",
        [
            "", " ", "Sở", "Ban", "Báo", "Đài", "người dân", "Nhân dân trên địa bàn", "cán bộ, công chức, viên chức",
            "các lĩnh vực", "các hội nghị tuyên truyền", "các tổ chức, cá nhân", "Như trên", "Lưu: VT", "Sở Ngoại giao",
            "ông Nguyễn Văn A", "Sở Nội vụ chủ trì", "Sở Y tế, Sở Nội vụ", "xã Tân Hợp",
        ],
    )  # fmt: skip
    def test_what_is_no_body(self, words: str) -> None:
        """People, things, several bodies at once and names that nobody has are no body."""
        assert CORE.resolve_body(words, on=NAM_DINH) is None

    @pytest.mark.parametrize(
        ("words", "until", "since"),
        [
            ("Sở Thông tin và Truyền thông", dt.date(2025, 2, 28), None),
            ("Sở Nông nghiệp và Môi trường", None, dt.date(2025, 3, 1)),
            ("UBND huyện Vân Hồ", dt.date(2025, 6, 30), None),
            ("Phòng Nội vụ huyện", dt.date(2025, 6, 30), None),
            ("Báo Nam Định", dt.date(2025, 6, 30), None),
            ("Phòng Văn hóa - Xã hội", None, dt.date(2025, 7, 1)),
        ],
    )
    def test_a_body_is_known_on_its_days(
        self, words: str, until: dt.date | None, since: dt.date | None
    ) -> None:
        """A body that was merged or abolished is unknown from that day, a new one before it."""
        on = until or since
        assert on is not None
        other = on + dt.timedelta(days=1 if until else -1)

        assert CORE.resolve_body(words, on=on) is not None
        assert CORE.resolve_body(words, on=other) is None

    @pytest.mark.parametrize(
        ("words", "within", "code"),
        [
            ("UBND tỉnh", "19429", "45"),
            ("UBND huyện", "19429", "465"),
            ("UBND thị trấn", "19429", "19429"),
            ("UBND thành phố", "92", "92"),
            ("UBND xã Tân Hợp", "465", "19450"),
            ("UBND huyện", None, None),
        ],
    )
    def test_relative_names(self, words: str, within: str | None, code: str | None) -> None:
        """The words "UBND huyện" mean the district that the issuer lies in; without an issuer it is nobody's in particular."""
        body = CORE.resolve_body(words, on=NAM_DINH, within=within)

        assert body is not None
        assert (body.code, body.is_class) == (code, False)

    def test_who_is_asked_and_who_is_ordered(self) -> None:
        """Party bodies, the Front, mass organisations and the Party's press are asked; departments are ordered."""
        asked = {
            words: body.asked
            for words, on in [
                ("Ban Tuyên giáo Tỉnh ủy", NAM_DINH),
                ("Báo Nam Định", NAM_DINH),
                ("Báo và phát thanh, truyền hình Ninh Bình", TODAY),
                ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", NAM_DINH),
                ("Hội Nông dân tỉnh", NAM_DINH),
                ("Sở Nội vụ", NAM_DINH),
                ("Đài Phát thanh và Truyền hình tỉnh", NAM_DINH),
                ("UBND các huyện, thành phố", NAM_DINH),
            ]
            if (body := CORE.resolve_body(words, on=on))
        }

        assert list(asked.values()) == [True, True, True, True, True, False, False, False]

    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    @pytest.mark.parametrize(("words", "on", "code", "level"), BODIES[::4])
    def test_composition_makes_no_difference(
        self, form: str, words: str, on: dt.date, code: str, level: str
    ) -> None:
        """Composed or decomposed, in capitals or not, a name is the same name."""
        body = CORE.resolve_body(unicodedata.normalize(form, words).upper(), on=on)  # type: ignore[arg-type]

        assert body is not None
        assert (body.code, body.level) == (code, level)

    @given(st.sampled_from(CORE.units("province", TODAY) + CORE.units("commune", TODAY)))
    def test_every_committee_is_known(self, unit: Unit) -> None:
        """The committee of any unit is found under its full name and province."""
        province = CORE.province_of(unit.code, TODAY)
        assert province is not None
        words = f"UBND {unit.full_name}" + (f", {province.full_name}" if unit != province else "")
        body = CORE.resolve_body(words, on=TODAY)

        assert body is not None
        assert (body.code, body.unit) == (unit.code, unit)

    @given(st.text(alphabet="sở nội vụ,UBND các huyện và tỉnhđài báo-:;.()1 \n", max_size=60))
    def test_any_words_are_answered(self, words: str) -> None:
        """Whatever the words, there is an answer, and a class never has a code."""
        body = CORE.resolve_body(words, on=NAM_DINH)

        assert body is None or not (body.is_class and body.code)


#: Pieces of names, of places and of what follows them in sentences.
PIECES = [
    "Sở", "Nội vụ", "Sở Nội vụ", "Ban", "các", "mỗi", "từng", "các cơ quan", "các sở, ban, ngành", "đơn vị", "UBND", "UBMTTQ", "Đài PT-TH",
    "Phòng Nội vụ", "Trung tâm", "xã", "phường", "huyện", "tỉnh", "thành phố", "TP.", "cấp", "02", "cơ sở", "trung ương", "Vân Hồ",
    "vân hồ", "Nam Định", "Cần Thơ", "Huế", "Trung Thành Đông", "HCM", "thuộc", "của", "trên địa bàn", "có liên quan", "địa phương",
    "cùng cấp", "và", ",", "-", "/", "(", ")", "chủ trì", "tham gia", "chi cho", "Trưởng", "Chủ tịch", "thôn, bản",
]  # fmt: skip


class TestReach:
    """No body's name that begins a text ends behind its reach."""

    @given(
        st.lists(st.sampled_from(PIECES), min_size=2, max_size=8),
        st.sampled_from((CAN_THO, NAM_DINH, TODAY)),
        st.sampled_from((None, "10", "36")),
    )
    def test_no_known_name_ends_behind_it(self, pieces: list[str], on: dt.date, within: str | None) -> None:
        """Whatever follows a name, what is longer than its reach is known under no name."""
        words = " ".join(pieces)
        far = CORE.body_reach(words)
        longer = [
            words[:end].rstrip(" ,")
            for end in range(far + 1, len(words) + 1)
            if words[end : end + 1] in ("", " ")
        ]

        assert [name for name in longer if CORE.resolve_body(name, on=on, within=within, ever=True)] == []

    @pytest.mark.parametrize(
        ("words", "name"),
        [
            ("Sở Nội vụ soạn câu hỏi", "Sở Nội vụ "),
            ("Sở Nội vụ chi cho tuyên truyền", "Sở Nội vụ "),
            ("cơ quan có liên quan chọn chuyên đề", "cơ quan có liên quan "),
            ("Thông tin do Báo Cần Thơ chuyển đến", ""),
        ],
    )
    def test_it_ends_with_the_name(self, words: str, name: str) -> None:
        """What a body does, and what is no name, is out of reach."""
        assert CORE.body_reach(words) == len(name)


class TestLists:
    """Lists of bodies, divided."""

    @pytest.mark.parametrize(
        ("words", "pieces"),
        [
            (
                "Sở Nội vụ, Sở Văn hóa, Thể thao và Du lịch, UBND quận, huyện",
                ["Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch", "UBND quận, huyện"],
            ),
            (
                "Sở Nội vụ, Văn hóa, Thể thao và Du lịch, UBND quận, huyện",
                ["Sở Nội vụ", "Văn hóa, Thể thao và Du lịch", "UBND quận, huyện"],
            ),
            (
                "các Sở: Nội vụ, Thông tin và Truyền thông, Tư pháp; UBND các huyện, thành phố và Báo Nam Định",
                [
                    "Nội vụ",
                    "Thông tin và Truyền thông",
                    "Tư pháp",
                    "UBND các huyện, thành phố",
                    "Báo Nam Định",
                ],
            ),
            (
                "Các Sở Nội vụ, Tài chính và các cơ quan, đơn vị có liên quan",
                ["Các Sở Nội vụ", "Tài chính", "các cơ quan, đơn vị có liên quan"],
            ),
            (
                "Phòng Văn hóa và Thông tin huyện, Đài Truyền thanh - Truyền hình huyện, các phòng, ban, ngành và UBND các xã",
                [
                    "Phòng Văn hóa và Thông tin huyện",
                    "Đài Truyền thanh - Truyền hình huyện",
                    "các phòng, ban, ngành",
                    "UBND các xã",
                ],
            ),
            (
                "Sở Nội vụ, các sở, ban, ngành, UBND các huyện, thành phố",
                ["Sở Nội vụ", "các sở, ban, ngành", "UBND các huyện, thành phố"],
            ),
            (
                "UBND quận, huyện và UBND xã, phường, thị trấn",
                ["UBND quận, huyện", "UBND xã, phường, thị trấn"],
            ),
            (
                "Tỉnh đoàn, Trung tâm Phục vụ hành chính công tỉnh",
                ["Tỉnh đoàn", "Trung tâm Phục vụ hành chính công tỉnh"],
            ),
            ("Sở Nội vụ, tỉnh Nam Định", ["Sở Nội vụ, tỉnh Nam Định"]),
            ("các trường học, các đơn vị sự nghiệp", ["các trường học", "các đơn vị sự nghiệp"]),
            ("các cấp, các ngành, UBND các xã", ["các cấp, các ngành", "UBND các xã"]),
        ],
    )
    def test_lists_of_plans(self, words: str, pieces: list[str]) -> None:
        """A list is divided by the longest known names, and every piece is known."""
        found = CORE.split_bodies(words, on=NAM_DINH)

        assert [piece.words for piece in found] == pieces
        assert all(piece.body for piece in found)

    def test_a_shortened_list_names_its_departments(self) -> None:
        """In "Sở Nội vụ, Tài chính" the second is Sở Tài chính."""
        found = CORE.split_bodies("Sở Nội vụ, Tài chính, Tư pháp", on=NAM_DINH)

        assert [piece.body and piece.body.code for piece in found] == [
            "so-noi-vu",
            "so-tai-chinh",
            "so-tu-phap",
        ]

    def test_what_is_unknown_is_kept(self) -> None:
        """A piece that nobody knows stands in its place without a body."""
        found = CORE.split_bodies("Sở Nội vụ, ông Nguyễn Văn A; Báo Nam Định", on=NAM_DINH)

        assert [(piece.words, piece.body is None) for piece in found] == [
            ("Sở Nội vụ", False),
            ("ông Nguyễn Văn A", True),
            ("Báo Nam Định", False),
        ]

    @given(
        st.lists(st.sampled_from([words for words, on, _, _ in BODIES if on == NAM_DINH]), max_size=6),
        st.sampled_from(["; ", ";\n", "\n"]),
    )
    def test_joined_names_come_apart_again(self, names: list[str], mark: str) -> None:
        """Names that are joined by a mark that no name holds are divided into the same names."""
        found = CORE.split_bodies(mark.join(names), on=NAM_DINH)

        assert [piece.words for piece in found] == names
        assert all(piece.body for piece in found)

    @given(st.text(alphabet="sở nội vụ,UBND các huyện và tỉnh;&-:.\n", max_size=80))
    def test_pieces_stand_where_they_say(self, words: str) -> None:
        """Pieces follow one another, and each is the text at its place."""
        last = 0
        for piece in CORE.split_bodies(words, on=NAM_DINH):
            assert last <= piece.start < piece.end
            assert words[piece.start : piece.end] == piece.words
            last = piece.end


class TestTable:
    """What must hold of every agency."""

    def test_links_are_symmetric(self) -> None:
        """An agency is among the successors of its predecessors and the other way round; all are in the table."""
        known = {agency.key: agency for agency in CORE.agencies()}
        for agency in known.values():
            assert agency.source
            assert all(agency.key in known[key].predecessors for key in agency.successors)
            assert all(agency.key in known[key].successors for key in agency.predecessors)

    def test_what_a_merger_made_stands_when_the_merged_end(self) -> None:
        """Whoever takes over work stands on the day on which the other ends, so that no work is nobody's."""
        known = {agency.key: agency for agency in CORE.agencies()}
        for agency in known.values():
            heirs = [known[key] for key in agency.successors]
            assert not heirs or agency.until
            if heirs and agency.until:
                assert any(
                    (heir.since is None or heir.since <= agency.until)
                    and (heir.until is None or agency.until < heir.until)
                    for heir in heirs
                ), agency.key

    @given(st.sampled_from(CORE.agencies()))
    def test_every_agency_is_found_by_its_key_and_names(self, agency: Agency) -> None:
        """An agency is found under its key, its name and its short forms."""
        names = (agency.key, agency.name.removesuffix(" {unit}"), *agency.names, *agency.abbreviations)

        assert all(agency in CORE.agencies(name) for name in names)

    def test_one_short_form_at_two_dates(self) -> None:
        """A short form stands for whom it means on the day."""
        before = CORE.agency("Sở Kế hoạch và Đầu tư", NAM_DINH)

        assert before is not None
        assert before.successors == ("so-tai-chinh",)
        assert CORE.agency("SKHĐT", NAM_DINH) == before
        assert CORE.agency("SKHĐT", TODAY) is None

    def test_press_and_publishing_moved(self) -> None:
        """Press management went from the department of information to that of culture: decisive for these plans."""
        (old,) = CORE.agencies("so-thong-tin-va-truyen-thong")

        assert "so-van-hoa-the-thao-va-du-lich" in old.successors
        assert "báo chí" in old.note
