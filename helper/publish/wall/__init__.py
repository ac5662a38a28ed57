"""For a wall and a team meeting: a poster of one page, a briefing of two, and the page that leads to them."""
