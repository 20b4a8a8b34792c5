"""Channels that sentences name, and media that they only speak of."""

from __future__ import annotations

import datetime as dt

import pytest

from cchc.reading._bodies import BodyReader
from cchc.reading._media import channels_named
from tests.reading.reader import registry

SENTENCES = {
    "Tuyên truyền trên Báo Nam Định, Đài Phát thanh và Truyền hình tỉnh, hệ thống Đài Truyền thanh cơ sở.": [
        ("Báo Nam Định", "press"),
        ("Đài Phát thanh và Truyền hình tỉnh", "broadcast"),
        ("hệ thống Đài Truyền thanh cơ sở", "loudspeaker"),
    ],
    "Tuyên truyền qua mạng xã hội (Zalo, Facebook) và trang thông tin điện tử của xã.": [
        ("mạng xã hội", "social"),
        ("trang thông tin điện tử của xã", "portal"),
    ],
    "Phát hành tờ rơi, tờ gấp để người dân hiểu quy trình.": [("tờ rơi", "print"), ("tờ gấp", "print")],
    "Tổ chức hội thi tìm hiểu cải cách hành chính.": [("hội thi tìm hiểu cải cách hành chính", "contest")],
    "Xây dựng chuyên mục cải cách hành chính trên Báo Nam Định, Đài Phát thanh và Truyền hình tỉnh.": [
        ("chuyên mục cải cách hành chính trên Báo Nam Định, Đài Phát thanh và Truyền hình tỉnh", "press"),
    ],
    "Duy trì chuyên trang, chuyên mục và phóng sự về cải cách hành chính trên Báo Nam Định.": [
        ("chuyên trang, chuyên mục và phóng sự về cải cách hành chính trên Báo Nam Định", "press"),
    ],
    "Lồng ghép nội dung cải cách hành chính vào các hội nghị, các buổi sinh hoạt chi bộ.": [
        ("các hội nghị", "integrated"),
        ("các buổi sinh hoạt chi bộ", "integrated"),
    ],
    "Cung cấp thông tin cho báo chí về kết quả cải cách hành chính.": [],
    "Tiếp thu phản ánh của người dân, doanh nghiệp và báo chí.": [],
    "Trên mỗi trang tin phải có mục ý kiến của người dân.": [],
    "Báo cáo kết quả về Sở Nội vụ.": [],
}  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_names_its_channels(sentence: str) -> None:
    """Each with its whole name; what is only spoken of is none."""
    bodies = BodyReader(registry().knowledge, dt.date(2022, 1, 1), "36")

    assert SENTENCES[sentence] == [(one.name, one.family) for one in channels_named(sentence, bodies)]
