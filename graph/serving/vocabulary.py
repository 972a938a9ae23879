"""The ontology and the shapes at `/ontology` and `/shapes`, in the form that a request asks for."""

from werkzeug.wrappers import Request, Response

from graph.pages.vocabulary import FORMS, NAMES, vocabulary_file
from graph.serving.question import RefusedError

_MEDIA = {form: media for media, form in reversed(FORMS.items())}


def serve_vocabulary(request: Request) -> Response | None:
    """Return the ontology or the shapes, by extension or by content negotiation; None for any other address.

    Raises:
        RefusedError: there is no form that the request accepts.
    """
    name, _, form = request.path.removeprefix("/").partition(".")
    if name not in NAMES or (form and form not in _MEDIA):
        return None
    if not form:
        offered = ("text/turtle", *FORMS)
        media = request.accept_mimetypes.best_match(offered) if request.accept_mimetypes else offered[0]
        if media is None:
            raise RefusedError(406, f"it can be had as {', '.join(FORMS)}")
        form = FORMS[media]
    media = _MEDIA[form]
    typed = f"{media}; charset=utf-8" if media.startswith("text/") else media
    return Response(vocabulary_file(name, form), content_type=typed, headers={"Vary": "Accept"})
