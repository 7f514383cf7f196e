"""Answers over HTTP: who held a place on a day, in a sentence or three.

Programs ask ``/data/answer/kunduz/1988-08``, the box of the page ``/data/answer?q=kunduz august 1988``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from dashboard.app_context import with_base_path
from dashboard.downloads import DATA_PREFIX, LANGUAGE
from dashboard.server.atlas_routes import AtlasRoutes
from dashboard.state import read_as_asked
from dashboard.text import DEFAULT_LANGUAGE, LANGUAGES
from geodata.telling import cite_atlas, place_and_date

LONGEST = 120
"""Letters of a place, a date or a question."""


class AnswerRoutes(AtlasRoutes):
    """The routes of the answers of one atlas.

    Parameters
    ----------
    atlas : callable
        Gives the atlas that is shown now: it may have been read again.
    """

    def below(self, base: str) -> list[Route]:
        """The routes for a page below a path."""
        return [
            Route(f"{base}{DATA_PREFIX}/answer", self.answer_line),
            Route(f"{base}{DATA_PREFIX}/answer/{{place}}/{{date:path}}", self.answer),
        ]

    async def answer(self, request: Request) -> JSONResponse:
        """Answer for a place and a date: 404 for a place that is not known, 400 for a date that can't be read."""
        place, date = request.path_params["place"], request.path_params["date"]
        return await to_thread.run_sync(self._told, place, date, dict(request.query_params), limiter=self._threads)

    async def answer_line(self, request: Request) -> JSONResponse:
        """Answer a line that names both; with 404 where it does not."""
        parameters = dict(request.query_params)
        return await to_thread.run_sync(self._told_of_line, parameters, limiter=self._threads)

    def _told_of_line(self, parameters: Mapping[str, str]) -> JSONResponse:
        asked = place_and_date(self._own_edition.atlas, parameters.get("q", ""))
        if asked is None:
            return _failed(
                404, "the question names no place and date that this atlas knows; ask such as: kunduz 1988-08"
            )
        return self._told(*asked, parameters)

    def _told(self, place: str, date: str, parameters: Mapping[str, str]) -> JSONResponse:
        language = parameters.get(LANGUAGE, DEFAULT_LANGUAGE)
        if language not in LANGUAGES:
            return _failed(400, f"no language {language!r}; there are {', '.join(LANGUAGES)}")
        if max(len(place), len(date)) > LONGEST:
            return _failed(400, f"a place and a date have at most {LONGEST} letters")
        reading = read_as_asked(self._own_edition, parameters)
        try:
            found = reading.atlas.answer(place, date, language)
        except KeyError as error:
            return _failed(404, str(error.args[0]))
        except ValueError as error:
            return _failed(400, str(error))
        query = found.link + ("" if language == DEFAULT_LANGUAGE else "&" + urlencode({"lang": language}))
        # An atlas that one reader has opened is found by no address.
        link = None if reading.place else with_base_path("/") + query
        content: dict[str, Any] = {
            "place": place,
            "date": date,
            "language": language,
            "text": found.text,
            "sentences": found.sentences,
            "evidence": found.evidence,
            "province_id": found.province_id,
            "period_id": found.period_id,
            "in_period": found.in_period,
            "claim_ids": found.claim_ids,
            "dissenting_claim_ids": found.dissenting_claim_ids,
            "later_claim_ids": found.later_claim_ids,
            "event_ids": found.event_ids,
            "link": link,
            "citation": cite_atlas(reading.original),
        }
        return JSONResponse(content, headers={"Cache-Control": "no-cache"})


def _failed(status: int, error: str) -> JSONResponse:
    return JSONResponse({"error": error}, status, {"Cache-Control": "no-store"})
