"""The session of the reader for whom the page is made just now."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.uploads.shelf import OpenedAtlas, shelf


def session_id() -> str:
    """Of the session that Streamlit runs the page for."""
    from streamlit.runtime.scriptrunner import get_script_run_ctx  # noqa: PLC0415  What reads needs none of it.

    context = get_script_run_ctx()
    assert context is not None, "the page is run by Streamlit"
    return context.session_id


def opened_here() -> OpenedAtlas | None:
    """What this session has opened."""
    return shelf.of_session(session_id())


def let_go(file_ids: Iterable[str]) -> None:
    """Let go of files that came through Streamlit's uploader; it would hold them as long as the session."""
    from streamlit.runtime import get_instance  # noqa: PLC0415
    from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager  # noqa: PLC0415

    manager = get_instance().uploaded_file_mgr
    assert isinstance(manager, MemoryUploadedFileManager)
    for file_id in file_ids:
        manager.remove_file(session_id(), file_id)
