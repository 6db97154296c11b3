"""Whether a second person has confirmed what was logged, as far as a moment knows."""

from ceasefire.ledger.moments import Moment
from proposals.models import Review, Statement, StatusChange


def confirmed(logged: Statement | StatusChange, moment: Moment) -> bool:
    """Whether a review stood in the record at the moment's number. Asks no query where `review` was read along."""
    review: Review | None = getattr(logged, "review", None)
    if review is None or review.known_from is None:
        return False
    return review.known_from <= moment.seq and (review.known_to is None or review.known_to > moment.seq)
